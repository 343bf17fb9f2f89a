// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/reigns.h"

#include "layers/base/pinyin.h"
#include "layers/domain/heritage/reignreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::ReignTable)
};

QStringList otherNames(const QJsonObject &json)
{
    QStringList names;
    const QJsonValue others = json.value(QLatin1String("others"));
    for (const auto &name : others.toArray()) {
        names << name.toString();
    }
    return names;
}

Era eraOf(const QJsonObject &json, const QString &dynasty)
{
    Era era;
    const QString name = json.value(QLatin1String("name")).toString();
    era.dynasty = dynasty.isEmpty() ? name : dynasty;
    era.reign = dynasty.isEmpty() ? QString() : name;
    era.english = json.value(QLatin1String("en")).toString();
    era.ruler = json.value(QLatin1String("ruler")).toString();
    era.from = json.value(QLatin1String("from")).toInt();
    era.to = json.value(QLatin1String("to")).toInt();
    era.isToConfirm = json.value(QLatin1String("confirm")).toBool();
    era.others = otherNames(json);
    return era;
}

bool isSound(const Era &era)
{
    return !era.dynasty.isEmpty() && era.from <= era.to;
}

QString withYear(const Era &era, int year)
{
    return era.dynasty + era.reign + chineseYear(year - era.from + 1);
}

std::vector<Era> erasOfYear(const std::vector<Era> &eras, int year)
{
    std::vector<Era> found;
    std::copy_if(eras.begin(), eras.end(), std::back_inserter(found),
                 [year](const Era &era) { return !era.reign.isEmpty() && era.from <= year && year <= era.to; });
    return found;
}

/// The whole of an era or a dynasty.
QStringList exactly(const std::vector<Era> &eras, int from, int to)
{
    QStringList names;
    for (const Era &era : eras) {
        if (era.from == from && era.to == to && (from != to || era.reign.isEmpty())) {
            names << era.dynasty + era.reign;
        }
    }
    return names;
}

QStringList between(const std::vector<Era> &eras, int from, int to)
{
    QStringList names = exactly(eras, from, to);
    const std::vector<Era> starts = erasOfYear(eras, from);
    const std::vector<Era> ends = erasOfYear(eras, to);
    for (const Era &start : starts) {
        if (start.to >= to) {
            names << withYear(start, from) + QStringLiteral("至") + chineseYear(to - start.from + 1);
        }
    }
    if (names.isEmpty() && !starts.empty() && !ends.empty()) {
        names << withYear(starts.back(), from) + QStringLiteral("至") + withYear(ends.front(), to);
    }
    return names;
}
} // namespace

Result<ReignTable> ReignTable::parse(const QByteArray &json)
{
    ReignTable table;
    const QJsonObject top = QJsonDocument::fromJson(json).object();
    table.m_source = top.value(QLatin1String("source")).toString();
    const QJsonArray dynasties = top.value(QLatin1String("dynasties")).toArray();
    for (const auto &value : dynasties) {
        const Era dynasty = eraOf(value.toObject(), {});
        table.m_eras.push_back(dynasty);
        const QJsonArray reigns = value.toObject().value(QLatin1String("eras")).toArray();
        for (const auto &reign : reigns) {
            table.m_eras.push_back(eraOf(reign.toObject(), dynasty.dynasty));
        }
    }
    const auto unsound = std::find_if_not(table.m_eras.begin(), table.m_eras.end(), isSound);
    if (table.m_eras.empty() || unsound != table.m_eras.end()) {
        return fail(ErrorCode::Invalid, Texts::tr("The table of dynasties and era names is damaged."),
                    unsound == table.m_eras.end() ? QString() : unsound->dynasty + unsound->reign);
    }
    return table;
}

Result<Edtf> ReignTable::toEdtf(const QString &text) const
{
    return ReignReader(m_eras).read(text);
}

QStringList ReignTable::toChinese(const Edtf &date) const
{
    const auto first = date.first();
    const auto last = date.last();
    if (!first || !last) {
        return {};
    }
    QStringList names;
    if (first->year == last->year) {
        for (const Era &era : erasOfYear(m_eras, first->year)) {
            names << withYear(era, first->year);
        }
    } else {
        names = between(m_eras, first->year, last->year);
    }
    const bool isRough = date.start.isApproximate || date.start.isUncertain;
    for (QString &name : names) {
        name = isRough ? QStringLiteral("约") + name : name;
    }
    return names;
}

std::vector<Era> ReignTable::find(const QString &text, int limit) const
{
    const QString wanted = text.simplified().toLower();
    std::vector<Era> begins;
    std::vector<Era> holds;
    for (const Era &era : m_eras) {
        QStringList names = era.others;
        names << era.reign << era.dynasty + era.reign << era.english.toLower();
        names << pinyinKeys(era.reign.isEmpty() ? era.dynasty : era.reign) << pinyinKeys(era.dynasty + era.reign);
        const auto any = [&names](const auto &test) { return std::any_of(names.begin(), names.end(), test); };
        if (any([&wanted](const QString &name) { return name.startsWith(wanted); })) {
            begins.push_back(era);
        } else if (any([&wanted](const QString &name) { return name.contains(wanted); })) {
            holds.push_back(era);
        }
    }
    begins.insert(begins.end(), holds.begin(), holds.end());
    if (begins.size() > std::size_t(std::max(limit, 0))) {
        begins.resize(std::size_t(std::max(limit, 0)));
    }
    return begins;
}

} // namespace loci::heritage
