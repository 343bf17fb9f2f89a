// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/projectimport.h"

#include "layers/base/logging.h"
#include "layers/map/layerxml.h"
#include "layers/map/mapdocument_p.h"

#include <qgspathresolver.h>
#include <qgsproviderregistry.h>
#include <qgsreadwritecontext.h>

#include <QCoreApplication>
#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>
#include <archive.h>
#include <archive_entry.h>
#include <array>

namespace loci::map {

namespace {

constexpr qint64 kMaxProjectBytes = 96LL * 1024 * 1024;
constexpr qint64 kMaxArchiveBytes = 256LL * 1024 * 1024;
constexpr qint64 kMaxRatio = 400;
constexpr int kMaxEntries = 5000;
constexpr int kMaxLayers = 5000;

tl::unexpected<Error> refuse(const QString &path, const QString &why)
{
    return fail(ErrorCode::Invalid,
                QCoreApplication::translate("Map", "%1 is no sound project file and was not opened.")
                    .arg(QFileInfo(path).fileName()),
                why);
}

struct ArchiveDeleter
{
    void operator()(archive *a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, ArchiveDeleter>;

ArchivePtr openZip(const QString &path)
{
    ArchivePtr zip(archive_read_new());
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 65536) != ARCHIVE_OK) {
        return nullptr;
    }
    return zip;
}

bool leavesFolder(const QString &name)
{
    static const QRegularExpression drive(QStringLiteral("^[A-Za-z]:"));
    return name.isEmpty() || name.startsWith(QLatin1Char('/')) || name.contains(QLatin1Char('\\')) ||
           name.contains(QChar(0)) || drive.match(name).hasMatch() ||
           name.split(QLatin1Char('/')).contains(QLatin1String(".."));
}

/// Name of the project in the archive, after every entry was looked at.
Result<QString> scanArchive(const QString &path)
{
    const ArchivePtr zip = openZip(path);
    if (zip == nullptr) {
        return refuse(path, QStringLiteral("no zip archive"));
    }
    const qint64 packed = std::max<qint64>(QFileInfo(path).size(), 1);
    qint64 total = 0;
    int entries = 0;
    QString project;
    archive_entry *entry = nullptr;
    int state = ARCHIVE_OK;
    while ((state = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK) {
        const char *utf8 = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(utf8 != nullptr ? utf8 : archive_entry_pathname(entry));
        if (++entries > kMaxEntries || leavesFolder(name) || archive_entry_symlink(entry) != nullptr ||
            archive_entry_hardlink(entry) != nullptr ||
            (archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != AE_IFDIR)) {
            return refuse(path, QStringLiteral("entry %1").arg(name.left(80)));
        }
        total += archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : 0;
        if (total > kMaxArchiveBytes || total > packed * kMaxRatio) {
            return refuse(path, QStringLiteral("unpacks to more than %1 bytes").arg(total));
        }
        if (name.endsWith(QLatin1String(".qgs"), Qt::CaseInsensitive) && project.isEmpty()) {
            project = name;
        }
    }
    if (state != ARCHIVE_EOF || project.isEmpty()) {
        return refuse(path, QStringLiteral("no .qgs in it, or a damaged archive"));
    }
    return project;
}

Result<QByteArray> unpackEntry(const QString &path, const QString &wanted)
{
    const ArchivePtr zip = openZip(path);
    archive_entry *entry = nullptr;
    while (zip != nullptr && archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
        const char *utf8 = archive_entry_pathname_utf8(entry);
        if (QString::fromUtf8(utf8 != nullptr ? utf8 : archive_entry_pathname(entry)) != wanted) {
            continue;
        }
        QByteArray text;
        std::array<char, 65536> block{};
        while (true) {
            const la_ssize_t got = archive_read_data(zip.get(), block.data(), block.size());
            if (got < 0) {
                return refuse(path, QString::fromUtf8(archive_error_string(zip.get())));
            }
            if (got == 0) {
                return text;
            }
            text.append(block.data(), static_cast<qsizetype>(got));
            // The stated sizes may lie.
            if (text.size() > kMaxProjectBytes) {
                return refuse(path, QStringLiteral("the project text is too large"));
            }
        }
    }
    return refuse(path, QStringLiteral("the project left the archive"));
}

struct CodePlace
{
    const char *tag;
    const char *code;
    const char *what; ///< for the person
};
/// Elements that hold code, commands, or pages with scripts.
constexpr std::array kCodePlaces = {
    CodePlace{"Macros", "project_macros", QT_TRANSLATE_NOOP("Map", "Macros of the project were left out.")},
    CodePlace{"ExpressionFunctions", "project_functions",
              QT_TRANSLATE_NOOP("Map", "Expression functions of the project were left out.")},
    CodePlace{"attributeactions", "layer_actions", QT_TRANSLATE_NOOP("Map", "Actions of layers were left out.")},
    CodePlace{"editforminit", "form_code", QT_TRANSLATE_NOOP("Map", "Code of attribute forms was left out.")},
    CodePlace{"editforminitcode", "form_code", QT_TRANSLATE_NOOP("Map", "Code of attribute forms was left out.")},
    CodePlace{"editforminitfilepath", "form_code", nullptr},
    CodePlace{"editforminitcodesource", "form_code", nullptr},
    CodePlace{"editform", "form_code", nullptr},
    CodePlace{"attributeEditorForm", "form_code", nullptr},
    CodePlace{"mapTip", "layer_pages", nullptr},
    CodePlace{"legendUrl", "remote_pictures", nullptr},
    CodePlace{"dataDependencies", "layer_dependencies", nullptr},
    CodePlace{"auxiliaryLayer", "auxiliary", nullptr},
    CodePlace{"Layouts", "layouts", nullptr},
    CodePlace{"properties", "properties", nullptr},
};

bool holdsSomething(const QDomElement &element)
{
    return !element.text().trimmed().isEmpty() ||
           element.elementsByTagName(QStringLiteral("actionsetting")).count() > 0;
}

/// Empties parameters of symbols that point to pictures on a server or outside of what styles bring along.
int removeRemotePictures(QDomElement element)
{
    static const QRegularExpression remote(QStringLiteral("^\\s*(https?|ftp|file|gopher|data)\\s*:"),
                                           QRegularExpression::CaseInsensitiveOption);
    int removed = 0;
    static const QStringList keys = {QStringLiteral("name"), QStringLiteral("svgFile"),   QStringLiteral("imageFile"),
                                     QStringLiteral("path"), QStringLiteral("imagefile"), QStringLiteral("svgfile")};
    for (const char *tag : {"prop", "Option"}) {
        const QDomNodeList nodes = element.elementsByTagName(QLatin1String(tag));
        for (int i = 0; i < nodes.count(); ++i) {
            QDomElement node = nodes.at(i).toElement();
            const bool old = node.hasAttribute(QStringLiteral("k"));
            const QString key = node.attribute(old ? QStringLiteral("k") : QStringLiteral("name"));
            const QString valueName = old ? QStringLiteral("v") : QStringLiteral("value");
            if (keys.contains(key) && remote.match(node.attribute(valueName)).hasMatch()) {
                node.setAttribute(valueName, QString());
                ++removed;
            }
        }
    }
    return removed;
}

QHash<QString, QString> newIds(const QDomNodeList &layers)
{
    QHash<QString, QString> ids;
    for (int i = 0; i < layers.count(); ++i) {
        const QString old = childText(layers.at(i).toElement(), QStringLiteral("id"));
        QString stem = old.section(QLatin1Char('_'), 0, 0).left(24);
        ids.insert(old,
                   stem + QLatin1Char('_') + QUuid::createUuid().toString(QUuid::WithoutBraces).replace(u'-', u'_'));
    }
    return ids;
}

/// Layers whose sources stand on a server stay hidden and silent until somebody shows them.
void defer(QDomElement &layer, QDomElement &tree, const QString &id)
{
    QDomDocument document = layer.ownerDocument();
    QDomElement properties = layer.firstChildElement(QStringLiteral("customproperties"));
    if (properties.isNull()) {
        properties = document.createElement(QStringLiteral("customproperties"));
        layer.appendChild(properties);
    }
    QDomElement map = properties.firstChildElement(QStringLiteral("Option"));
    if (map.isNull()) {
        map = document.createElement(QStringLiteral("Option"));
        map.setAttribute(QStringLiteral("type"), QStringLiteral("Map"));
        properties.appendChild(map);
    }
    QDomElement option = document.createElement(QStringLiteral("Option"));
    option.setAttribute(QStringLiteral("name"), QLatin1String(kDeferredProperty));
    option.setAttribute(QStringLiteral("type"), QStringLiteral("bool"));
    option.setAttribute(QStringLiteral("value"), QStringLiteral("true"));
    map.appendChild(option);
    const QDomNodeList nodes = tree.elementsByTagName(QStringLiteral("layer-tree-layer"));
    for (int i = 0; i < nodes.count(); ++i) {
        if (nodes.at(i).toElement().attribute(QStringLiteral("id")) == id) {
            nodes.at(i).toElement().setAttribute(QStringLiteral("checked"), QStringLiteral("Qt::Unchecked"));
        }
    }
}

} // namespace

Result<QByteArray> projectText(const QString &path)
{
    if (path.endsWith(QLatin1String(".qgz"), Qt::CaseInsensitive)) {
        LOCI_TRY(const QString entry, scanArchive(path));
        return unpackEntry(path, entry);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Map", "%1 cannot be opened: %2.")
                                                .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    if (file.size() > kMaxProjectBytes) {
        return refuse(path, QStringLiteral("too large"));
    }
    return file.readAll();
}

Findings sanitiseProject(QDomDocument &document)
{
    FindingList findings;
    QStringList told;
    QDomElement root = document.documentElement();
    for (const CodePlace &place : kCodePlaces) {
        QDomNodeList nodes = root.elementsByTagName(QLatin1String(place.tag));
        for (int i = static_cast<int>(nodes.count()) - 1; i >= 0; --i) {
            QDomElement node = nodes.at(i).toElement();
            if (place.what != nullptr && holdsSomething(node) && !told.contains(QLatin1String(place.code))) {
                told << QLatin1String(place.code);
                findings.add({Severity::Info,
                              QLatin1String(place.code),
                              {},
                              QLatin1String(place.tag),
                              QCoreApplication::translate("Map", place.what)});
            }
            node.parentNode().removeChild(node);
        }
    }
    if (const int removed = removeRemotePictures(root); removed > 0) {
        findings.add({Severity::Info,
                      QStringLiteral("remote_pictures"),
                      {},
                      {},
                      QCoreApplication::translate("Map", "Pictures of symbols that lie on servers were left out.")});
    }
    return findings.take();
}

Result<Loaded<ImportedProject>> readProject(const QString &path, const CancelToken &cancel)
{
    qCDebug(logMap, "Read project %s.", qPrintable(path));
    LOCI_TRY(const QByteArray text, projectText(path));
    Result<QDomDocument> parsed =
        text.contains("<!ENTITY") ? Result<QDomDocument>(refuse(path, QStringLiteral("entities"))) : parseXml(text);
    if (!parsed || parsed->documentElement().tagName() != QLatin1String("qgis")) {
        return refuse(path, QStringLiteral("no QGIS project"));
    }
    QDomDocument document = std::move(*parsed);
    const QDomElement root = document.documentElement();
    ImportedProject imported;
    imported.crs = childText(
        root.firstChildElement(QStringLiteral("projectCrs")).firstChildElement(QStringLiteral("spatialrefsys")),
        QStringLiteral("authid"));
    Findings findings = sanitiseProject(document);
    QDomElement tree = document.documentElement().firstChildElement(QStringLiteral("layer-tree-group"));
    QDomNodeList layers = document.documentElement()
                              .firstChildElement(QStringLiteral("projectlayers"))
                              .elementsByTagName(QStringLiteral("maplayer"));
    if (layers.count() > kMaxLayers) {
        return refuse(path, QStringLiteral("too many layers"));
    }
    QgsReadWriteContext readContext;
    readContext.setPathResolver(QgsPathResolver(QFileInfo(path).absoluteFilePath()));
    const QHash<QString, QString> ids = newIds(layers);
    const QDomNodeList nodes = tree.elementsByTagName(QStringLiteral("layer-tree-layer"));
    for (int i = 0; i < nodes.count(); ++i) {
        QDomElement node = nodes.at(i).toElement();
        node.setAttribute(QStringLiteral("id"), ids.value(node.attribute(QStringLiteral("id"))));
    }
    for (int i = 0; i < layers.count() && !cancel.isCancelled(); ++i) {
        QDomElement layer = layers.at(i).toElement();
        if (layer.attribute(QStringLiteral("embedded")) == QLatin1String("1")) {
            continue;
        }
        const QString id = ids.value(childText(layer, QStringLiteral("id")));
        const QString provider = childText(layer, QStringLiteral("provider"));
        const QString source = QgsProviderRegistry::instance()->relativeToAbsoluteUri(
            provider, childText(layer, QStringLiteral("datasource")), readContext);
        setChildText(layer, QStringLiteral("id"), id);
        setChildText(layer, QStringLiteral("datasource"), source);
        if (isRemote(provider, source)) {
            defer(layer, tree, id);
            Finding finding{
                Severity::Info,
                QStringLiteral("remote_layer_hidden"),
                id,
                {},
                QCoreApplication::translate(
                    "Map", "Layer %1 comes from a server. It is hidden, and nothing is fetched, until you show it.")
                    .arg(childText(layer, QStringLiteral("layername")))};
            findings.push_back(std::move(finding));
        }
        imported.layers.push_back(canonicalXml(layer));
    }
    imported.tree = tree.isNull() ? QByteArray("<layer-tree-group/>") : canonicalXml(tree);
    return Loaded<ImportedProject>{std::move(imported), std::move(findings)};
}

} // namespace loci::map
