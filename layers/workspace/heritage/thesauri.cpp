// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/thesauri.h"

#include "layers/formats/heritage/skosreader.h"
#include "layers/formats/heritage/skoswriter.h"
#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/exporting.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>

namespace loci::workspace {

using loci::heritage::LanguageText;
using loci::heritage::Term;
using loci::heritage::Thesaurus;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageExport)
};

std::vector<LanguageText> textsOf(const loci::heritage::LocalText &text)
{
    std::vector<LanguageText> texts;
    QStringList languages = text.byLanguage.keys();
    languages.sort();
    texts.reserve(static_cast<std::size_t>(languages.size()));
    for (const QString &language : std::as_const(languages)) {
        texts.push_back({language, text.byLanguage.value(language)});
    }
    return texts;
}

QString keyOf(const Thesaurus &thesaurus)
{
    const QUuid space(QStringLiteral("6f2b4f62-0a1c-5c1e-9a57-6c6f63690002"));
    return QLatin1String(kThesaurusPrefix) + QUuid::createUuidV5(space, thesaurus.uri).toString(QUuid::WithoutBraces);
}

QString fileNameOf(const Thesaurus &thesaurus, const QString &fallback)
{
    QString name;
    const QString title = thesaurus.title(QStringLiteral("en"));
    for (const QChar c : title) {
        name += c.isLetterOrNumber() ? c : QLatin1Char('_');
    }
    return (name.isEmpty() ? fallback : name) + QLatin1String(".rdf");
}

} // namespace

Result<> keepThesauri(Workspace &workspace, const std::vector<Thesaurus> &thesauri, const QString &reason,
                      const QString &title)
{
    Command command;
    command.title = title;
    command.reason = reason;
    command.changes.reserve(thesauri.size());
    for (const Thesaurus &thesaurus : thesauri) {
        command.changes.push_back({keyOf(thesaurus), {}, formats::skosBytes(thesaurus)});
    }
    return workspace.commit(std::move(command));
}

std::vector<Thesaurus> thesauri(const Workspace &workspace)
{
    std::vector<Thesaurus> list;
    const QStringList keys = workspace.keys(QLatin1String(kThesaurusPrefix));
    list.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &key : keys) {
        auto read = formats::readSkosBytes(workspace.document(key).value_or(QByteArray()), key);
        if (read) {
            list.push_back(std::move(read->value));
        }
    }
    return list;
}

Thesaurus thesaurusOf(const loci::heritage::Vocabulary &list, const QString &profile)
{
    Thesaurus thesaurus;
    thesaurus.uri = QStringLiteral("urn:loci:list:%1:%2").arg(profile, list.id);
    thesaurus.titles = textsOf(list.label);
    const auto uri = [&thesaurus](const QString &code) { return thesaurus.uri + QLatin1Char(':') + code; };
    for (const loci::heritage::Choice &choice : list.choices) {
        const int index = thesaurus.obtain(uri(choice.code));
        Term &term = thesaurus.at(index);
        term.notation = choice.code;
        term.preferred = textsOf(choice.label);
        term.scopeNotes = textsOf(choice.help);
        term.sortOrder = index;
    }
    for (const loci::heritage::Choice &choice : list.choices) {
        const int broader = choice.parent.isEmpty() ? -1 : thesaurus.indexOf(uri(choice.parent));
        if (broader >= 0) {
            thesaurus.relateBroader(thesaurus.indexOf(uri(choice.code)), broader);
        }
    }
    return thesaurus;
}

std::vector<std::pair<QString, QByteArray>> thesaurusFiles(const Workspace &workspace, const QString &profileId)
{
    std::vector<std::pair<QString, QByteArray>> files;
    for (const Thesaurus &thesaurus : thesauri(workspace)) {
        files.emplace_back(fileNameOf(thesaurus, QStringLiteral("thesaurus%1").arg(files.size())),
                           formats::skosBytes(thesaurus));
    }
    if (const auto profile = storage::heritage::loadProfile(profileId)) {
        for (const loci::heritage::Vocabulary &list : profile->vocabularies) {
            if (!list.choices.empty()) {
                files.emplace_back(QStringLiteral("list_%1.rdf").arg(list.id),
                                   formats::skosBytes(thesaurusOf(list, profile->id)));
            }
        }
    }
    return files;
}

Result<int> writeThesauri(const Workspace &workspace, const QString &profileId, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::NotWritable, Texts::tr("The folder %1 cannot be made.").arg(folder));
    }
    int terms = 0;
    for (const auto &[name, bytes] : thesaurusFiles(workspace, profileId)) {
        LOCI_TRY(const auto read, formats::readSkosBytes(bytes, name));
        LOCI_CHECK(formats::writeSkos(read.value, folder + QLatin1Char('/') + name));
        terms += static_cast<int>(read.value.terms().size());
    }
    return terms;
}

Result<int> importThesaurus(Workspace &workspace, const QString &path, const QString &reason, Findings &findings,
                            const CancelToken &cancel)
{
    LOCI_TRY(auto read, formats::readSkos(path, cancel));
    const Thesaurus &thesaurus = read.value;
    LOCI_CHECK(keepThesauri(workspace, {thesaurus}, reason,
                            Texts::tr("Import the thesaurus “%1”").arg(thesaurus.title(QStringLiteral("en")))));
    findings.insert(findings.end(), read.findings.begin(), read.findings.end());
    return static_cast<int>(thesaurus.terms().size());
}

} // namespace loci::workspace
