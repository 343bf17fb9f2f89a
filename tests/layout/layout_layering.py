# SPDX-FileCopyrightText: 2026 The Loci authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes go down only: the ranks of packaging/cmake/LociTargets.cmake hold for every include of a room by another,
and QGIS, VTK and the window parts of Qt stay in the rooms that are made for them."""
import re

from layout import Problem, includes, main, read, relative, sources

# Folder -> room of the rank table; the longest fitting folder counts.
ROOM_OF = {
    "layers/base": "Base", "layers/domain": "Domain", "layers/formats": "Formats", "layers/storage": "Storage",
    "layers/analysis": "Analysis", "layers/feeds": "Feeds", "layers/workspace": "Workspace",
    "layers/map": "MapLayers", "layers/scene": "Scene", "plugins/api": "PluginApi", "plugins/host": "PluginHost",
    "resources": "Resources", "widgets": "Widgets", "app": "App",
}
# Not to be seen although the rank would allow it.
NEVER = {
    ("Widgets", "PluginHost"): "windows show plug-ins through what the application hands them",
    ("MapLayers", "Formats"): "the map translates snapshots; reading files is done before",
    ("Scene", "Formats"): "the scene translates snapshots; reading files is done before",
    ("Scene", "Storage"): "the scene translates snapshots",
}
QGIS_HOMES = ("layers/map/", "widgets/map/", "widgets/layers/", "app/bootstrap/", "app/cli/rendermapverb")
VTK_HOMES = ("layers/scene/", "widgets/scene/", "app/bootstrap/")

_WIDGETS = re.compile(
    r"^Q(Widget|Application|Abstract(Button|ItemView|ItemDelegate|ScrollArea|Slider|SpinBox)|Action$|ButtonGroup|"
    r"Calendar|CheckBox|ColorDialog|ColumnView|ComboBox|CommandLink|CommonStyle|Completer|DataWidget|DateEdit|"
    r"DateTimeEdit|Dial|Dialog|DockWidget|DoubleSpinBox|ErrorMessage|FileDialog|FocusFrame|FontComboBox|FontDialog|"
    r"FormLayout|Frame|Graphics(Effect|Item|Layout|Proxy|Scene|View|Widget)|GridLayout|GroupBox|BoxLayout|HBoxLayout|"
    r"VBoxLayout|HeaderView|InputDialog|ItemDelegate|KeySequenceEdit|LCDNumber|Label$|Layout|LineEdit|ListView|"
    r"ListWidget|MainWindow|MdiArea|Menu|MessageBox|OpenGLWidget|PlainTextEdit|ProgressBar|ProgressDialog|PushButton|"
    r"RadioButton|RubberBand|ScrollArea|ScrollBar|Scroller|SizeGrip|Slider|SpinBox|SplashScreen|Splitter|"
    r"StackedLayout|StackedWidget|StatusBar|Style$|StyledItemDelegate|StyleOption|StylePainter|SystemTrayIcon|Tab(Bar|"
    r"Widget)|Table(View|Widget)|Text(Browser|Edit)|Tool(Bar|Box|Button|Tip)|Tree(View|Widget)|WhatsThis|Wizard)")
_GUI = re.compile(
    r"^Q(Bitmap|Brush|Clipboard|Color|Cursor|DesktopServices|Drag|Font|GuiApplication|Icon|Image|Icon|Key|Matrix4x4|"
    r"Mouse|OffscreenSurface|OpenGL|Page(Layout|Size)|Paint|Palette|Pdf|Pen|Picture|Pixmap|Polygon|Quaternion|"
    r"RasterWindow|Region|Rgb|Screen|Shortcut|StandardItem|StyleHints|Surface|SyntaxHighlighter|Text(Block|Char|Cursor|"
    r"Document|Format|Frame|Layout|List|Option|Table)|Touch|Transform|UndoStack|Validator|Vector[234]D|Window)")
_SQL = re.compile(r"^QSql")
_NETWORK = re.compile(r"^Q(Network|Tcp|Udp|Ssl|Local(Server|Socket)|AbstractSocket|Host(Address|Info)|Dns|Http)")
_QOBJECT = re.compile(r"^Q(Object|Timer|Thread)$")

# (folder, what, pattern, reason)
QT_RULES = (
    ("layers/", "Qt Widgets", _WIDGETS, "rooms below the window know no widget"),
    ("layers/domain/", "Qt Gui", _GUI, "the domain is values and rules"),
    ("layers/domain/", "Qt Sql", _SQL, "the domain is values and rules"),
    ("layers/domain/", "Qt Network", _NETWORK, "the domain is values and rules"),
    ("layers/domain/", "QObject", _QOBJECT, "the domain is values and rules"),
    ("layers/base/", "Qt Gui", _GUI, "base links Qt Core only"),
    ("layers/scene/", "Qt Gui", _GUI, "the scene is drawn without a Qt window; convert in widgets/scene"),
    ("layers/analysis/", "QObject", _QOBJECT, "analysis is pure functions"),
)


def rank_table(root):
    table = root / "packaging/cmake/LociTargets.cmake"
    return {room: int(rank) for room, rank in re.findall(r"set\(LOCI_RANK_(\w+)\s+(\d+)\)", read(table))}


def room_of(path):
    best = ""
    for folder in ROOM_OF:
        if (path + "/").startswith(folder + "/") and len(folder) > len(best):
            best = folder
    if best:
        return ROOM_OF[best]
    return "Department" if path.startswith("plugins/") else ""


def linked_rooms(root):
    """Room -> rooms that it may include because it links them, also through others; None when a variable hides them."""
    links = {}
    for listing in sorted(root.glob("*/**/CMakeLists.txt")):
        for call in re.findall(r"loci_library\((.*?)\)", read(listing), re.S):
            name = re.search(r"NAME\s+(\w+)", call)
            if name:
                hidden = "${" in call.split("LINKS", 1)[-1]
                links[name[1]] = None if hidden else set(re.findall(r"Loci::(\w+)", call))
    closed = {}
    for room, direct in links.items():
        if direct is None:
            closed[room] = None
            continue
        seen, todo = set(), list(direct)
        while todo:
            other = todo.pop()
            if other not in seen:
                seen.add(other)
                todo += links.get(other) or []
        closed[room] = seen
    return closed


def check(root):
    ranks = rank_table(root)
    links = linked_rooms(root)
    problems = [Problem("room-without-rank", "packaging/cmake/LociTargets.cmake", 1, f"room {room} has no rank")
                for room in sorted(set(ROOM_OF.values()) - set(ranks))]
    for path in sources(root, ("app", "layers", "plugins", "widgets")):
        name = relative(root, path)
        room = room_of(name)
        for line, kind, include in includes(read(path)):
            def report(rule, text):
                problems.append(Problem(rule, name, line, text))
            if kind == '"':
                _check_ours(room, include, ranks, links, report)
            if kind == "<" or "/" not in include:
                _check_foreign(name, include, report)
    return problems


def _check_ours(room, include, ranks, links, report):
    if include.startswith("tests/"):
        report("test-in-product", f"{include} is a test's file")
        return
    other = room_of(include)
    if not other or other == room:
        return
    if room == "Department":
        if other not in ("PluginApi", "Base", "Domain"):
            report("layering", f"a department pack may include the plug-in API, base and domain only, not {include}")
        return
    if other == "Department" or ranks.get(other, 99) >= ranks.get(room, 0):
        report("layering", f"{room} must not include {include}: includes go down only")
    elif (room, other) in NEVER:
        report("layering", f"{room} must not include {include}: {NEVER[room, other]}")
    elif links.get(room) is not None and other not in links[room]:
        report("not-linked", f"{room} includes {include} but does not link Loci::{other}")


def _check_foreign(name, include, report):
    base = include.split("/")[-1]
    if re.match(r"qgs\w*\.h$|qgis\w*\.h$", base) and not name.startswith(QGIS_HOMES):
        report("qgis-elsewhere", f"{include}: QGIS is for layers/map, widgets/map, widgets/layers and app/bootstrap")
    if re.match(r"(vtk|QVTK)\w*\.h$", base) and not name.startswith(VTK_HOMES):
        report("vtk-elsewhere", f"{include}: VTK is for layers/scene, widgets/scene and app/bootstrap")
    for folder, what, pattern, reason in QT_RULES:
        if name.startswith(folder) and pattern.match(base):
            report("qt-elsewhere", f"{include}: no {what} in {folder.rstrip('/')}: {reason}")


if __name__ == "__main__":
    main(check)
