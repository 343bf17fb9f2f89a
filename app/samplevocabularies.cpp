// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplevocabularies.h"

#include "layers/storage/heritage/heritagedata.h"
#include "layers/workspace/heritage/thesauri.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::app {

using heritage::LanguageText;
using heritage::Thesaurus;

namespace {

std::vector<LanguageText> textsOf(const QJsonObject &json)
{
    std::vector<LanguageText> texts;
    for (const char *language : {"en", "zh"}) {
        const QString text = json.value(QLatin1String(language)).toString();
        if (!text.isEmpty()) {
            texts.push_back({QLatin1String(language), text});
        }
    }
    return texts;
}

void addTerm(Thesaurus &thesaurus, const QJsonObject &json)
{
    const auto uriOf = [&](const char *member) {
        return thesaurus.uri + QLatin1Char(':') + json.value(QLatin1String(member)).toString();
    };
    const int index = thesaurus.obtain(uriOf("id"));
    heritage::Term &term = thesaurus.at(index);
    term.preferred = textsOf(json);
    term.sortOrder = index;
    const QJsonArray others = json.value(QLatin1String("also")).toArray();
    term.alternative.reserve(static_cast<std::size_t>(others.size()));
    for (const auto &other : others) {
        term.alternative.push_back({QStringLiteral("zh"), other.toString()});
    }
    if (json.contains(QLatin1String("replacedBy"))) {
        term.deprecated = true;
        term.replacedBy = uriOf("replacedBy");
    }
    if (json.contains(QLatin1String("above"))) {
        thesaurus.relateBroader(index, thesaurus.indexOf(uriOf("above")));
    }
}

} // namespace

Result<std::vector<Thesaurus>> sampleVocabularies()
{
    LOCI_TRY(const QByteArray bytes, storage::heritage::loadVocabularies());
    std::vector<Thesaurus> all;
    const QJsonArray list = QJsonDocument::fromJson(bytes).array();
    all.reserve(static_cast<std::size_t>(list.size()));
    for (const auto &each : list) {
        const QJsonObject json = each.toObject();
        Thesaurus thesaurus;
        thesaurus.uri = json.value(QLatin1String("uri")).toString();
        thesaurus.titles = textsOf(json.value(QLatin1String("title")).toObject());
        const QJsonArray terms = json.value(QLatin1String("terms")).toArray();
        for (const auto &term : terms) {
            addTerm(thesaurus, term.toObject());
        }
        all.push_back(std::move(thesaurus));
    }
    return all;
}

Result<> addSampleVocabularies(workspace::Workspace &workspace)
{
    LOCI_TRY(const std::vector<Thesaurus> thesauri, sampleVocabularies());
    return workspace::keepThesauri(
        workspace, thesauri, QStringLiteral("Sample city, invented"),
        QCoreApplication::translate("loci::app::SampleHeritage", "Add the vocabularies of the sample city"));
}

} // namespace loci::app
