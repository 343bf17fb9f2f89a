// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"

#include "app/cli/numbers.h"
#include "layers/domain/planning/proposal.h"
#include "layers/formats/pointtransform.h"
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

/// Coordinates of a layer or of views in those of the model.
template <class Placed>
Result<> bringTo(EpsgCode target, Placed &placed, const QString &name)
{
    if (placed.crs == target || formats::samePlan(placed.crs, target)) {
        return {};
    }
    if (!target.isKnown() || !placed.crs.isKnown()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The coordinate systems of %1 and of the model cannot be compared: one "
                              "of them is not stated.")
                        .arg(name));
    }
    LOCI_TRY(const formats::PointTransform way, formats::PointTransform::between(placed.crs, target));
    return placed.transform(target, [&way](const Vec2 &p) { return way(p); });
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
    LOCI_TRY(formats::LoadedModel loaded, m_open(m_call.arguments.value(1), m_call.cancel));
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
        LOCI_TRY(const planning::Proposal proposal, planning::Proposal::fromJson(bytes));
        LOCI_TRY(input.model, planning::applied(input.base, proposal));
        input.proposed = proposal.touched();
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
    LOCI_CHECK(bringTo(model.crs, loaded.value, option(name)));
    return loaded;
}

Result<planning::ViewSet> PlanInput::views(const city::CityModel &model) const
{
    LOCI_TRY(const QByteArray bytes, file("views"));
    LOCI_TRY(planning::ViewSet set, planning::ViewSet::fromJson(bytes));
    if (set.crs.isKnown()) {
        LOCI_CHECK(bringTo(model.crs, set, option("views")));
    }
    return set;
}

Result<planning::RulePack> PlanInput::pack() const
{
    const QString name = option("rules");
    const QString builtIn = QStringLiteral(":/rules/planning/%1.json").arg(name);
    LOCI_TRY(const QByteArray bytes, readFile(!QFile::exists(name) && QFile::exists(builtIn) ? builtIn : name));
    return planning::RulePack::fromJson(bytes);
}

QString csvCell(const QString &text)
{
    const bool quoted =
        text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n'));
    QString inside = text;
    return quoted ? QLatin1Char('"') + inside.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"')
                  : text;
}

QString csvNumber(const std::optional<double> &value)
{
    constexpr int kDigits = 12;
    return value ? QString::number(*value, 'g', kDigits) : QString();
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
