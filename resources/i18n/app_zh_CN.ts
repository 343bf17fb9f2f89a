<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CityLibrary</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add city model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove city model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename city model to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how the model is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the path of a city model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Not everything was drawn within two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; could not be written; check the folder and the free disk space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a building on the map or in 3D. What the data says about it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Map features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that it belongs to is not loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface pointed at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model carries no attributes for this object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semantic surfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer or the feature is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show on map and in 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything Loci opens (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.loci *.locipack)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City models (*.json *.jsonl *.city.json *.city.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map layers (*.gpkg *.geojson *.json *.shp *.csv *.sqlite *.tif *.tiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS projects (*.qgs *.qgz)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City.loci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.loci)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack into an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding concerns the whole file and has no place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleWorkspace</name>
    <message>
        <source>Open the sample city</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Loci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the map only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 3D only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show map and 3D side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 3D with a small map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between Chinese and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Map &amp; layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is this city model now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceHost</name>
    <message>
        <source>Start afresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::app</name>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City.loci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.loci)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no verb or option &quot;%1&quot;. &quot;loci --help&quot; lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, at least 400x300.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::app::CoordinateProvider</name>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::app::LayerProvider</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::app::ObjectProvider</name>
    <message>
        <source>Buildings and other objects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::app::ValueProvider</name>
    <message>
        <source>In the layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::city</name>
    <message>
        <source>The search for outlines was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preparation of the 3D view was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring has fewer than three points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two points of a ring that follow each other are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ring crosses or touches itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point of a polygon lies off its plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A polygon is folded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shell has fewer than four polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shell is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than two polygons of a shell meet in one edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A polygon of a shell is turned the wrong way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shell is turned inside out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object of type %1 must not have a geometry of type %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no semantic surface type &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs an extension, and the model declares none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vertices are repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 vertices are not used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::cli</name>
    <message>
        <source>%1 %2, %3
%4 objects: %5
%6 geometries, %7 surfaces, %8 vertices, %9 triangles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no coordinate reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a file: format, coordinate reference system, objects and problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loci, a desktop GIS for planners, heritage officers and councils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: loci [WORKSPACE|FILE...]      open the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>       loci VERB ... [--json] [--lang en|zh_CN]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --lang en|zh_CN, --theme light|dark, --layout map|3d|split|inset, --workplace NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --screenshot FILE.png [--size WxH]   writes a picture of the window when everything is drawn, and ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --exit-after-startup, --exit-after-first-paint   for checks and measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 done with findings of severity error; 2 wrong usage; 3 cannot read or write; 4 cancelled; 70 internal error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --%1 needs a value. Usage: loci %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option --%1 here. Usage: loci %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong number of arguments. Usage: loci %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>... and %1 more findings; --json lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;loci %1&quot; draws with OpenGL and needs an X display; start it with &quot;xvfb-run loci %1 ...&quot; where there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is valid (%1 warnings).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not valid: %1 errors, %2 warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a city model: structure, links, indices and geometry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::cli::SampleVerb</name>
    <message>
        <source>--seed needs a whole number that is not negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--buildings needs a whole number from 1 to 1000000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seq goes with --buildings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linjiang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the sample city: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 buildings and %2 heritage places in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the sample city, or a model of N buildings for measurements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>%1: schema %2, %3 map layers, %4 city models, %5 steps in the history, %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 files, %3 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving a workspace to a PostGIS database is not possible yet; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option --template goes with “workspace new” only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“workspace %1” needs two names: what to take and where to put it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“workspace %1” needs the name of one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “workspace %1”; there are new, info, check, pack, unpack and backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes, describes, checks, packs, unpacks and backs up workspaces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
