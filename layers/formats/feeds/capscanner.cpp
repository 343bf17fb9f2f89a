// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/capscanner.h"

#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>
#include <QHash>
#include <expat.h>
#include <limits>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

constexpr qsizetype kDeepest = 64;
constexpr qsizetype kLongestText = 1'000'000;
constexpr std::size_t kMostAlerts = 100'000;

QString localName(const char *name)
{
    return QString::fromUtf8(name).section(QLatin1Char(':'), -1);
}

/// "latitude,longitude" on Earth.
std::optional<feeds::GeoPoint> pointOf(const QString &text)
{
    const QStringList numbers = text.split(QLatin1Char(','));
    bool first = false;
    bool second = false;
    const feeds::GeoPoint point{numbers.value(1).toDouble(&first), numbers.value(0).toDouble(&second)};
    const bool onEarth =
        numbers.size() == 2 && first && second && std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90;
    return onEarth ? std::optional(point) : std::nullopt;
}

std::optional<std::vector<feeds::GeoPoint>> polygonOf(const QString &text)
{
    const QStringList corners = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<feeds::GeoPoint> polygon;
    polygon.reserve(static_cast<std::size_t>(corners.size()));
    for (const QString &corner : corners) {
        const auto point = pointOf(corner);
        if (!point) {
            return std::nullopt;
        }
        polygon.push_back(*point);
    }
    return polygon.size() >= 4 && polygon.front() == polygon.back() ? std::optional(std::move(polygon)) : std::nullopt;
}

std::optional<std::pair<feeds::GeoPoint, double>> circleOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto centre = pointOf(parts.value(0));
    bool number = false;
    const double kilometres = parts.value(1).toDouble(&number);
    const bool good = parts.size() == 2 && centre && number && kilometres >= 0 && kilometres < 20'100;
    return good ? std::optional(std::pair(*centre, kilometres * 1000)) : std::nullopt;
}
} // namespace

struct CapScanner::Callbacks
{
    static CapScanner *scanner(void *data) { return static_cast<CapScanner *>(data); }
    static void start(void *data, const XML_Char *name, const XML_Char **attributes)
    {
        scanner(data)->begin(localName(name), attributes);
    }
    static void end(void *data, const XML_Char *name) { scanner(data)->end(localName(name)); }
    static void text(void *data, const XML_Char *bytes, int size)
    {
        if (scanner(data)->m_text.size() < kLongestText) {
            scanner(data)->m_text += QString::fromUtf8(bytes, size);
        }
    }
    static void entity(void *data, const XML_Char *, int, const XML_Char *, int, const XML_Char *, const XML_Char *,
                       const XML_Char *, const XML_Char *)
    {
        scanner(data)->refuse(Texts::tr("The payload declares XML entities, which could fetch or multiply data."));
    }
};

void CapScanner::refuse(const QString &why)
{
    m_fault = why;
    XML_StopParser(static_cast<XML_Parser>(m_parser), XML_FALSE);
}

Result<> CapScanner::scan(const QByteArray &bytes)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                              XML_ParserFree);
    if (!parser || bytes.size() > std::numeric_limits<int>::max()) {
        return fail(ErrorCode::NotReadable, Texts::tr("The payload is too large."));
    }
    m_parser = parser.get();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(parser.get(), Callbacks::text);
    XML_SetEntityDeclHandler(parser.get(), Callbacks::entity);
    XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
    const bool good = XML_Parse(parser.get(), bytes.constData(), static_cast<int>(bytes.size()), 1) == XML_STATUS_OK;
    m_parser = nullptr;
    if (good) {
        return {};
    }
    return fail(ErrorCode::Invalid,
                m_fault.isEmpty() ? Texts::tr("The payload is no valid XML (line %1).")
                                        .arg(static_cast<qulonglong>(XML_GetCurrentLineNumber(parser.get())))
                                  : m_fault,
                QString::fromLatin1(XML_ErrorString(XML_GetErrorCode(parser.get()))));
}

void CapScanner::begin(const QString &name, const char **attributes)
{
    m_path << name;
    m_text.clear();
    if (m_path.size() > kDeepest) {
        refuse(Texts::tr("The payload nests too deep."));
        return;
    }
    if (name == QStringLiteral("alert")) {
        if (m_inAlert || m_found.size() >= kMostAlerts) {
            refuse(Texts::tr("The payload holds an alert within an alert, or too many."));
            return;
        }
        m_inAlert = true;
        m_found.emplace_back();
    } else if (name == QStringLiteral("info") && m_inAlert) {
        m_found.back().alert.infos.emplace_back();
    } else if (!m_inAlert && (name == QStringLiteral("feed") || name == QStringLiteral("rss"))) {
        m_isIndex = true;
    } else if (!m_inAlert && (name == QStringLiteral("entry") || name == QStringLiteral("item"))) {
        ++m_entries;
    } else if (!m_inAlert && name == QStringLiteral("link") && m_entries > 0) {
        QHash<QString, QString> values;
        for (; *attributes; attributes += 2) {
            values.insert(QString::fromUtf8(attributes[0]), QString::fromUtf8(attributes[1]));
        }
        if (values.value(QStringLiteral("type")) == QStringLiteral("application/cap+xml")) {
            m_links << values.value(QStringLiteral("href"));
        }
    }
}

void CapScanner::end(const QString &name)
{
    const QString text = m_text.trimmed();
    m_text.clear();
    if (m_inAlert) {
        const QString parent = m_path.value(m_path.size() - 2);
        if (name == QStringLiteral("alert")) {
            m_inAlert = false;
        } else if (parent == QStringLiteral("alert")) {
            endAlertPart(name, text);
        } else if (!m_found.back().alert.infos.empty() && parent == QStringLiteral("info")) {
            endInfoPart(name, text);
        } else if (!m_found.back().alert.infos.empty() && parent == QStringLiteral("area")) {
            endAreaPart(name, text);
        }
    }
    m_path.removeLast();
}

void CapScanner::endAlertPart(const QString &name, const QString &text)
{
    FeedAlert &alert = m_found.back().alert;
    if (name == QStringLiteral("identifier")) {
        alert.identifier = text;
    } else if (name == QStringLiteral("sender")) {
        alert.sender = text;
    } else if (name == QStringLiteral("sent")) {
        alert.sent = feedTime(text).value_or(0);
    } else if (name == QStringLiteral("status")) {
        alert.status = text;
    } else if (name == QStringLiteral("msgType")) {
        alert.type = text;
    } else if (name == QStringLiteral("references")) {
        alert.references = text;
    } else if (name == QStringLiteral("scope")) {
        m_found.back().scope = text;
    }
}

void CapScanner::endInfoPart(const QString &name, const QString &text)
{
    FeedAlertInfo &info = m_found.back().alert.infos.back();
    const QHash<QString, QString *> parts{
        {QStringLiteral("language"), &info.language},   {QStringLiteral("event"), &info.event},
        {QStringLiteral("severity"), &info.severity},   {QStringLiteral("urgency"), &info.urgency},
        {QStringLiteral("certainty"), &info.certainty}, {QStringLiteral("headline"), &info.headline}};
    if (QString *part = parts.value(name)) {
        *part = text;
    } else if (name == QStringLiteral("expires")) {
        info.expires = feedTime(text);
    }
}

void CapScanner::endAreaPart(const QString &name, const QString &text)
{
    Found &found = m_found.back();
    FeedAlertInfo &info = found.alert.infos.back();
    if (name == QStringLiteral("areaDesc")) {
        info.areas << text;
    } else if (name == QStringLiteral("polygon")) {
        auto polygon = polygonOf(text);
        if (polygon) {
            info.polygons.push_back(std::move(*polygon));
        } else {
            found.badShapes << text;
        }
    } else if (name == QStringLiteral("circle")) {
        if (const auto circle = circleOf(text)) {
            info.circles.push_back(*circle);
        } else {
            found.badShapes << text;
        }
    }
}

} // namespace loci::formats
