// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"

#include "app/cli/numbers.h"
#include "layers/base/clock.h"
#include "layers/domain/planning/proposal.h"
#include "layers/formats/planplacing.h"
#include "layers/formats/projplace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonValue>
#include <QLocale>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

Result<QByteArray> readFile(const QString &path)
{
    constexpr qint64 kMost = 512LL * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    if (file.size() > kMost) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 is larger than a file of this kind should be.").arg(path));
    }
    return file.readAll();
}

} // namespace

Result<> PlanInput::need(std::initializer_list<const char *> names) const
{
    for (const char *name : names) {
        if (option(name).isEmpty()) {
            return fail(
                ErrorCode::Usage,
                Texts::tr("“plan %1” needs the option --%2.").arg(m_call.arguments.value(0), QLatin1String(name)));
        }
    }
    return {};
}

Result<double> PlanInput::number(const char *name, double otherwise) const
{
    if (!has(name)) {
        return otherwise;
    }
    LOCI_TRY(const std::vector<double> values, numbers(name, 1));
    return values.front();
}

Result<std::vector<double>> PlanInput::numbers(const char *name, std::size_t count) const
{
    std::vector<double> values = readNumbers(option(name), count);
    if (values.empty()) {
        return fail(ErrorCode::Usage, Texts::tr("--%1 wants %2 numbers between commas; “%3” is not that.")
                                          .arg(QLatin1String(name))
                                          .arg(count)
                                          .arg(option(name)));
    }
    return values;
}

Result<QDate> PlanInput::date(const char *name, const QDate &otherwise) const
{
    if (!has(name)) {
        return otherwise;
    }
    const QDate day = QDate::fromString(option(name), Qt::ISODate);
    if (!day.isValid()) {
        return fail(ErrorCode::Usage,
                    Texts::tr("--%1 wants a day as 2026-01-20; “%2” is none.").arg(QLatin1String(name), option(name)));
    }
    return day;
}

Result<PlanModel> PlanInput::model() const
{
    LOCI_TRY(formats::LoadedModel loaded, m_sources.model(m_call.arguments.value(1), m_call.cancel));
    PlanModel input;
    input.findings = std::move(loaded.findings);
    input.model = std::move(loaded.value);
    const auto system = formats::ProjPlace().system(input.model->crs);
    if (system && system->isGeographic) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("The model is in degrees; planning needs metres. Convert it to a projected system first."));
    }
    input.base = input.model;
    if (has("proposal")) {
        LOCI_TRY(const QByteArray bytes, file("proposal"));
        LOCI_TRY(input.proposal, planning::Proposal::fromJson(bytes));
    } else if (has("scenario")) {
        LOCI_TRY(const planning::PlanCase *known, planCase());
        LOCI_TRY(input.proposal, planning::resolved(known->scenarios, option("scenario")));
    }
    if (!input.proposal.changes.empty()) {
        LOCI_TRY(input.model, planning::applied(input.base, input.proposal));
        input.proposed = input.proposal.touched();
    }
    return input;
}

Result<QByteArray> PlanInput::file(const char *name) const
{
    return readFile(option(name));
}

Result<Loaded<planning::PlanLayer>> PlanInput::layer(const char *name, const city::CityModel &model) const
{
    LOCI_TRY(const QByteArray bytes, file(name));
    LOCI_TRY(Loaded<planning::PlanLayer> loaded,
             planning::PlanLayer::fromGeoJson(bytes, QFileInfo(option(name)).fileName()));
    LOCI_CHECK(formats::bringTo(model.crs, loaded.value, option(name)));
    return loaded;
}

Result<planning::ViewSet> PlanInput::views(const city::CityModel &model) const
{
    if (!has("views")) {
        LOCI_TRY(const planning::PlanCase *known, planCase());
        LOCI_TRY(planning::PlanBasis own, formats::placed(*known, model.crs));
        if (own.views.views.empty()) {
            LOCI_CHECK(need({"views"}));
        }
        return std::move(own.views);
    }
    LOCI_TRY(const QByteArray bytes, file("views"));
    LOCI_TRY(planning::ViewSet set, planning::ViewSet::fromJson(bytes));
    if (set.crs.isKnown()) {
        LOCI_CHECK(formats::bringTo(model.crs, set, option("views")));
    }
    return set;
}

Result<const planning::PlanCase *> PlanInput::planCase() const
{
    if (!m_case) {
        m_case.emplace();
        if (m_sources.planCase) {
            LOCI_TRY(*m_case, m_sources.planCase(m_call.arguments.value(1)));
        }
    }
    return &m_case->value;
}

Result<Loaded<planning::PlanBasis>> PlanInput::basis(const city::CityModel &model) const
{
    LOCI_TRY(const planning::PlanCase *known, planCase());
    Loaded<planning::PlanBasis> loaded;
    LOCI_TRY(loaded.value, formats::placed(*known, model.crs));
    loaded.findings = m_case->findings;
    if (has("zones") || known->layers.empty()) {
        LOCI_CHECK(need({"zones"}));
        LOCI_TRY(Loaded<planning::PlanLayer> own, layer("zones", model));
        loaded.value.areas = std::move(own.value);
        loaded.findings.insert(loaded.findings.end(), own.findings.begin(), own.findings.end());
    }
    if (has("rules") || known->packs.empty()) {
        LOCI_CHECK(need({"rules"}));
        LOCI_TRY(loaded.value.rules, pack());
    }
    if (has("views")) {
        LOCI_TRY(loaded.value.views, views(model));
    }
    return loaded;
}

Result<QDate> PlanInput::day() const
{
    LOCI_TRY(const planning::PlanCase *known, planCase());
    return date("date", known->day.isValid() ? known->day : SystemClock().nowUtc().date());
}

Result<QString> PlanInput::datum() const
{
    LOCI_TRY(const planning::PlanCase *known, planCase());
    return has("datum") ? option("datum") : known->datum;
}

Result<planning::RulePack> PlanInput::pack() const
{
    const QString name = option("rules");
    const QString builtIn = QStringLiteral(":/rules/planning/%1.json").arg(name);
    LOCI_TRY(const QByteArray bytes, readFile(!QFile::exists(name) && QFile::exists(builtIn) ? builtIn : name));
    return planning::RulePack::fromJson(bytes);
}

QJsonValue jsonNumber(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QString dataLanguage()
{
    // The translators are what tells which language the program speaks.
    return Texts::tr("en", "code of the language that texts of rule packs are shown in");
}

} // namespace loci::cli
