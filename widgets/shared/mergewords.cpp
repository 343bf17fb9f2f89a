// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/mergewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <array>

namespace loci::widgets {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::MergeWords)
};

struct Kind
{
    const char *prefix, *word;
};
constexpr std::array<Kind, 11> kKinds = {{
    {"map/layer/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Map layer")},
    {"map/tree", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Order of the layers")},
    {"map/settings", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Settings of the map")},
    {"city/model/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "City model")},
    {"bookmark/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Bookmark")},
    {"indicator/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Indicator")},
    {"board/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Board")},
    {"problem/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Problem")},
    {"heritage/asset/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Record")},
    {"heritage/zone/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Zone")},
    {"plan/", QT_TRANSLATE_NOOP("loci::widgets::MergeWords", "Plan")},
}};

QString wordOf(const QString &key)
{
    for (const Kind &kind : kKinds) {
        if (key.startsWith(QLatin1String(kind.prefix))) {
            return Texts::tr(kind.word);
        }
    }
    return Texts::tr("Document");
}

QString inLanguage(const QJsonValue &value)
{
    if (!value.isObject()) {
        return value.toString();
    }
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    const QString first = value[isChinese ? "zh" : "en"].toString();
    return first.isEmpty() ? value[isChinese ? "en" : "zh"].toString() : first;
}
} // namespace

QString MergeWords::nameIn(const QJsonObject &json)
{
    for (const char *member : {"name", "title", "label"}) {
        if (const QString name = inLanguage(json.value(QLatin1String(member))); !name.isEmpty()) {
            return name;
        }
    }
    return {};
}

QString MergeWords::document(const QString &key, const QJsonObject &json) const
{
    const QString name = nameIn(json);
    return name.isEmpty() ? wordOf(key) : Texts::tr("%1 “%2”").arg(wordOf(key), name);
}

QString MergeWords::field(const QString &key, const QJsonObject &json, const QString &path) const
{
    Q_UNUSED(key)
    Q_UNUSED(json)
    return path.mid(1).replace(QLatin1Char('/'), QStringLiteral(" › "));
}

QString MergeWords::value(const QString &key, const QJsonObject &json, const QString &path,
                          const QJsonValue &value) const
{
    Q_UNUSED(key)
    Q_UNUSED(json)
    Q_UNUSED(path)
    switch (value.type()) {
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return Texts::tr("not there");
    case QJsonValue::Bool:
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    case QJsonValue::Double:
        return QLocale().toString(value.toDouble(), 'g', 12);
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object: {
        const QString words = inLanguage(value);
        return words.isEmpty() ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
                               : words;
    }
    case QJsonValue::String:
        break;
    }
    return value.toString().isEmpty() ? Texts::tr("empty") : value.toString();
}

} // namespace loci::widgets
