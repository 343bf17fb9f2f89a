// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlcodelists.h"

#include "layers/formats/citygml/gmlscanner.h"
#include "layers/formats/inputfile.h"
#include "layers/formats/texturepath.h"

#include <QFileInfo>

namespace loci::formats {

namespace {

constexpr qint64 kMostBytes = 16 << 20; ///< a code list; the longest known has 400 kB

void readEntry(const GmlTree &tree, std::unordered_map<std::string, std::string> &list)
{
    for (GmlNode node = 0; node < tree.size(); ++node) {
        const std::string &local = tree.name(node).local;
        if (local != "Definition" && local != "DefinitionProxy" && local != "CodeDefinition") {
            continue;
        }
        std::string_view code, text;
        for (const GmlNode member : tree.children(node)) {
            const std::string &name = tree.name(member).local;
            if (name == "description" || name == "remarks") {
                text = text.empty() ? tree.text(member) : text;
            } else if (name == "identifier" || (name == "name" && code.empty())) {
                code = tree.text(member);
            } else if (name == "name" && text.empty()) {
                text = tree.text(member);
            }
        }
        if (!code.empty() && !text.empty()) {
            list.emplace(code, text);
        }
    }
}

} // namespace

QString GmlCodeLists::pathOf(std::string_view codeSpace) const
{
    const QString written = QString::fromUtf8(codeSpace.data(), static_cast<qsizetype>(codeSpace.size()));
    if (written.contains(QLatin1String("://")) || written.startsWith(QLatin1String("urn:"))) {
        return {};
    }
    const QString direct = texturePath(m_context.model.sourcePath, written);
    if (!direct.isEmpty() && QFileInfo(direct).isFile()) {
        return direct;
    }
    QString name = written;
    name = QFileInfo(name.replace(QLatin1Char('\\'), QLatin1Char('/'))).fileName();
    const QString beside = texturePath(m_context.model.sourcePath, QStringLiteral("codelists/") + name);
    return !name.isEmpty() && QFileInfo(beside).isFile() ? beside : QString();
}

const GmlCodeLists::List &GmlCodeLists::list(std::string_view codeSpace)
{
    if (const auto found = m_lists.find(codeSpace); found != m_lists.end()) {
        return found->second;
    }
    List &made = m_lists[std::string(codeSpace)];
    const QString path = pathOf(codeSpace);
    const QFileInfo info(path);
    // A link beside the document must not lead out of its folder either.
    const QString folder = QFileInfo(m_context.model.sourcePath).canonicalPath();
    if (path.isEmpty() || info.size() > kMostBytes || !info.canonicalFilePath().startsWith(folder + QLatin1Char('/'))) {
        return made;
    }
    auto file = InputFile::open(path);
    GmlNames names;
    GmlScanner scanner(names, [&made](GmlTree &tree) { readEntry(tree, made); });
    bool good = file.has_value();
    qint64 total = 0;
    for (qint64 got = 1; good && got > 0 && total <= kMostBytes; total += got) {
        constexpr int kPiece = 64 * 1024;
        char *room = scanner.buffer(kPiece);
        got = room == nullptr ? -1 : file->read(room, kPiece);
        good = got >= 0 && scanner.parse(static_cast<int>(got), got == 0);
    }
    if (!good) {
        if (scanner.fault().refused) {
            made.clear();
        }
        m_context.report(
            Severity::Warning, "codelist",
            QCoreApplication::translate("loci::formats", "The code list \"%1\" is damaged.").arg(info.fileName()));
    }
    return made;
}

std::string_view GmlCodeLists::text(std::string_view codeSpace, std::string_view code)
{
    if (codeSpace.empty() || code.empty() || m_context.model.sourcePath.isEmpty()) {
        return {};
    }
    const List &all = list(codeSpace);
    const auto found = all.find(std::string(code));
    return found == all.end() ? std::string_view() : found->second;
}

} // namespace loci::formats
