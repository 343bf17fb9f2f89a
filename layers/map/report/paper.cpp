// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/paper.h"

#include "layers/map/report/documentbuilder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace loci::map {

using heritage::Asset;
using heritage::Profile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::Paper)
};

constexpr double kMapHeight = 250;
const QString kBlank = QStringLiteral("____________");

QStringList languagesFor(const QString &language)
{
    return language.startsWith(QLatin1String("zh")) ? QStringList{QStringLiteral("zh"), QStringLiteral("en")}
                                                    : QStringList{QStringLiteral("en"), QStringLiteral("zh")};
}

QString codeLabel(const Profile &profile, const char *list, const QString &code, const QString &language)
{
    const heritage::Vocabulary *vocabulary = profile.vocabulary(QLatin1String(list));
    const heritage::Choice *choice = vocabulary == nullptr ? nullptr : vocabulary->find(code);
    return choice == nullptr ? code : choice->label.in(language);
}

/// "/consultations/last/from" as the path of the newest entry; empty when there is none.
QString pathOf(const QString &name, const Asset &asset)
{
    static const QString kLast = QStringLiteral("/last/");
    const auto at = name.indexOf(kLast);
    if (at < 0) {
        return name;
    }
    const auto entries = asset.value(name.left(at)).toArray().size();
    return entries == 0
               ? QString()
               : QStringLiteral("%1/%2/%3").arg(name.left(at)).arg(entries - 1).arg(name.mid(at + kLast.size()));
}

/// What a name in braces stands for; empty: not known.
QString valueOf(const QString &name, const SheetRecord &record, const Profile &profile)
{
    const QString &language = record.content.language;
    if (name.startsWith(QLatin1Char('/'))) {
        const QString path = pathOf(name, record.asset);
        return path.isEmpty() ? QString() : valueText(record.asset, profile, path, language);
    }
    if (name == QLatin1String("name")) {
        return record.asset.name(languagesFor(language));
    }
    if (name == QLatin1String("identity")) {
        return identityOf(record.asset, profile, language);
    }
    if (name == QLatin1String("dating")) {
        const QString text = record.asset.text(QStringLiteral("/dating/text"));
        return text.isEmpty() ? record.asset.text(QStringLiteral("/dating/edtf")) : text;
    }
    if (name == QLatin1String("office")) {
        return record.content.office;
    }
    if (name == QLatin1String("person")) {
        return record.content.person;
    }
    if (name == QLatin1String("today")) {
        return QLocale(language).toString(record.content.printed.date(), language.startsWith(QLatin1String("zh"))
                                                                             ? QStringLiteral("yyyy年M月d日")
                                                                             : QStringLiteral("d MMMM yyyy"));
    }
    const heritage::AssetFacts facts = heritage::factsOf(record.asset);
    if (name == QLatin1String("condition")) {
        return codeLabel(profile, "condition", facts.condition, language);
    }
    if (name == QLatin1String("surveyed")) {
        return facts.lastSurvey;
    }
    if (name == QLatin1String("reference")) {
        return record.asset.reference();
    }
    return {};
}

class Writer
{
public:
    Writer(DocumentBuilder &builder, const SheetRecord &record, const Profile &profile)
        : m_builder(builder)
        , m_record(record)
        , m_profile(profile)
        , m_language(record.content.language)
    {}

    void write(const PaperBlock &block)
    {
        using Kind = PaperBlock::Kind;
        const QString text = filledIn(block.text.in(m_language), m_record, m_profile);
        switch (block.kind) {
        case Kind::Title:
            return m_builder.title(text);
        case Kind::Subtitle:
            return m_builder.subtitle(text);
        case Kind::Heading:
            return m_builder.heading(text);
        case Kind::Text:
            return m_builder.text(text);
        case Kind::Remark:
            return m_builder.remark(text);
        case Kind::Right:
            return m_builder.rightText(text);
        case Kind::Fields:
            return fields(block);
        case Kind::Section:
            return section(block.section);
        case Kind::FourHaves:
            return fourHaves();
        case Kind::Surveys:
            return surveys(block.most);
        case Kind::Zones:
            return addZones(m_builder, m_record.content);
        case Kind::Map:
            return map();
        case Kind::Photographs:
            return addPhotographs(m_builder, m_record.content, static_cast<std::size_t>(std::max(0, block.most)));
        case Kind::Signatures:
            return signatures(block);
        }
    }

private:
    void fields(const PaperBlock &block)
    {
        std::vector<FieldText> rows;
        rows.reserve(block.fields.size());
        for (const auto &[label, value] : block.fields) {
            rows.push_back({label.in(m_language), filledIn(value.in(m_language), m_record, m_profile)});
        }
        m_builder.fields(rows);
    }
    void section(const QString &id)
    {
        for (const SectionText &section : sectionsOf(m_record.asset, m_profile, m_language)) {
            if (section.id == id) {
                m_builder.heading(section.title);
                for (const std::vector<FieldText> &entry : section.entries) {
                    m_builder.fields(entry);
                }
            }
        }
    }
    void map()
    {
        if (!m_record.content.map.isNull()) {
            m_builder.picture(m_record.content.map, kMapHeight, m_record.content.mapCaption);
        }
    }
    void signatures(const PaperBlock &block)
    {
        QStringList labels;
        for (const heritage::LocalText &label : block.labels) {
            labels << filledIn(label.in(m_language), m_record, m_profile);
        }
        m_builder.signatures(labels);
    }
    void fourHaves()
    {
        const std::array<std::pair<const char *, QString>, 4> parts{
            {{"zone", Texts::tr("Protection zone drawn")},
             {"sign", Texts::tr("Sign erected")},
             {"archive", Texts::tr("Record archive kept")},
             {"keeper", Texts::tr("Institution or person appointed")}}};
        std::vector<QStringList> rows;
        rows.reserve(parts.size());
        for (const auto &[part, label] : parts) {
            const QString path = QStringLiteral("/fourHaves/%1/").arg(QLatin1String(part));
            const QJsonValue done = m_record.asset.value(path + QLatin1String("done"));
            rows.push_back(
                {label,
                 done.isBool() ? (done.toBool() ? Texts::tr("yes") : Texts::tr("no")) : Texts::tr("not recorded"),
                 m_record.asset.text(path + QLatin1String("date")),
                 m_record.asset.text(path + QLatin1String("evidence"))});
        }
        m_builder.rows({Texts::tr("Item"), Texts::tr("Done"), Texts::tr("Date"), Texts::tr("Evidence")}, rows,
                       {32, 14, 16, 38});
    }
    void surveys(int most)
    {
        std::vector<heritage::Survey> all = m_record.asset.parts<heritage::Survey>();
        std::stable_sort(all.begin(), all.end(),
                         [](const heritage::Survey &a, const heritage::Survey &b) { return a.date > b.date; });
        std::vector<QStringList> rows;
        rows.reserve(all.size());
        for (std::size_t i = 0; i < std::min(all.size(), static_cast<std::size_t>(std::max(1, most))); ++i) {
            const heritage::Survey &survey = all[i];
            rows.push_back({survey.date, codeLabel(m_profile, "condition", survey.condition, m_language),
                            codeLabel(m_profile, "trend", survey.trend, m_language),
                            codeLabel(m_profile, "risk-level", survey.risk, m_language), survey.surveyor, survey.text});
        }
        if (rows.empty()) {
            m_builder.text(Texts::tr("No survey is recorded."));
            return;
        }
        m_builder.rows({Texts::tr("Date"), Texts::tr("Condition"), Texts::tr("Trend"), Texts::tr("Risk"),
                        Texts::tr("Surveyor"), Texts::tr("Description")},
                       rows, {13, 13, 12, 11, 15, 36});
    }

    DocumentBuilder &m_builder;
    const SheetRecord &m_record;
    const Profile &m_profile;
    QString m_language;
};

} // namespace

QString filledIn(const QString &text, const SheetRecord &record, const Profile &profile)
{
    static const QRegularExpression names(QStringLiteral("\\{([a-z/][^{}]*)\\}"));
    QString result;
    qsizetype done = 0;
    auto matches = names.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString value = valueOf(match.captured(1), record, profile);
        result += text.mid(done, match.capturedStart() - done);
        result += value.isEmpty() ? kBlank : value;
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

std::unique_ptr<QTextDocument> paperOf(const std::vector<SheetRecord> &records, const Profile &profile,
                                       const PaperTemplate &paper)
{
    DocumentBuilder builder;
    for (const SheetRecord &record : records) {
        builder.newPage();
        Writer writer(builder, record, profile);
        for (const PaperBlock &block : paper.blocks) {
            writer.write(block);
        }
    }
    return builder.take();
}

} // namespace loci::map
