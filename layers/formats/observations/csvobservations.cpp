// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/observations/csvobservations.h"

#include "layers/formats/inputfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <limits>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::CsvObservations)
};

constexpr qint64 kMostHours = 100 * 366 * 24;
constexpr qint64 kMostBytes = 1LL << 30;
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

Result<QByteArray> wholeFile(const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(InputFile file, InputFile::open(path));
    QByteArray all;
    QByteArray part(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(part.data(), part.size());
        if (got < 0) {
            return fail(ErrorCode::NotReadable,
                        Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
        }
        if (got == 0) {
            return all;
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        all.append(part.constData(), got);
        if (all.size() > kMostBytes) {
            return fail(ErrorCode::Unsupported,
                        Texts::tr("%1 is too large for a table of observations.").arg(QDir::toNativeSeparators(path)));
        }
    }
}

/// Cells of one line; quotes may hold commas, two quotes are one.
std::vector<QByteArray> cellsOf(QByteArrayView line)
{
    std::vector<QByteArray> cells(1);
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line.at(i);
        if (c == '"') {
            if (quoted && i + 1 < line.size() && line.at(i + 1) == '"') {
                cells.back().append('"');
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back().append(c);
        }
    }
    return cells;
}

} // namespace

/// One file at a time; streams of the same name in several files are one.
class CsvObservationReader
{
public:
    explicit CsvObservationReader(CsvObservations &result) : m_result(result) {}

    Result<> add(const ObservationFile &file, const CancelToken &cancel)
    {
        m_name = QFileInfo(file.path).fileName();
        LOCI_TRY(const QByteArray bytes, wholeFile(file.path, cancel));
        m_hash.addData(bytes);
        qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        LOCI_CHECK(readHeader(nextLine(bytes, at), file));
        int row = 1;
        while (at < bytes.size()) {
            const QByteArrayView line = nextLine(bytes, at);
            ++row;
            if (!line.isEmpty()) {
                addRow(cellsOf(line), row);
            }
        }
        return {};
    }
    QString version() const { return QString::fromLatin1(m_hash.result().toHex().left(12)); }
    FindingList findings;

private:
    struct Column
    {
        std::size_t index = 0;
        QString name, unit;
    };

    static QByteArrayView nextLine(const QByteArray &bytes, qsizetype &at)
    {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype stop = end < 0 ? bytes.size() : end;
        const QByteArrayView line(bytes.constData() + at, stop - at);
        at = stop + 1;
        return line;
    }

    Result<> readHeader(QByteArrayView line, const ObservationFile &file)
    {
        m_columns.clear();
        m_place.clear();
        const std::vector<QByteArray> names = cellsOf(line);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const QString name = QString::fromUtf8(names[i]).trimmed();
            m_place.insert(name, i);
            if (file.units.contains(name)) {
                m_columns.push_back({i, name, file.units.value(name)});
            }
        }
        const bool parts = m_place.contains(QStringLiteral("year")) && m_place.contains(QStringLiteral("month")) &&
                           m_place.contains(QStringLiteral("day")) && m_place.contains(QStringLiteral("hour"));
        if (!m_place.contains(QStringLiteral("time")) && !parts) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("%1 has no column “time”, and none for year, month, day and hour.").arg(m_name));
        }
        if (m_columns.empty()) {
            return fail(ErrorCode::Invalid, Texts::tr("%1 has no column with a known unit.").arg(m_name));
        }
        return {};
    }

    QByteArray cell(const std::vector<QByteArray> &cells, const char *name) const
    {
        const auto found = m_place.constFind(QLatin1String(name));
        return found != m_place.constEnd() && *found < cells.size() ? cells[*found] : QByteArray();
    }

    std::optional<qint64> hourOf(const std::vector<QByteArray> &cells) const
    {
        QDateTime time;
        if (m_place.contains(QStringLiteral("time"))) {
            time = QDateTime::fromString(QString::fromUtf8(cell(cells, "time")), Qt::ISODate);
            time.setTimeSpec(Qt::UTC); // as it stands: the clock of the place
        } else {
            const QDate date(cell(cells, "year").toInt(), cell(cells, "month").toInt(), cell(cells, "day").toInt());
            bool good = false;
            const int hour = cell(cells, "hour").toInt(&good);
            time = good && hour >= 0 && hour < 24 ? QDateTime(date, QTime(hour, 0), Qt::UTC) : QDateTime();
        }
        return time.isValid() ? std::optional(time.toSecsSinceEpoch() / 3600) : std::nullopt;
    }

    void addRow(const std::vector<QByteArray> &cells, int row)
    {
        const std::optional<qint64> hour = hourOf(cells);
        if (!hour) {
            findings.add({Severity::Warning,
                          QStringLiteral("bad_time"),
                          {},
                          Texts::tr("row %1").arg(row),
                          Texts::tr("The time cannot be read; the row is left out."),
                          m_name});
            return;
        }
        QString station = QString::fromUtf8(cell(cells, "station"));
        station = station.isEmpty() ? QFileInfo(m_name).baseName() : station;
        for (const Column &column : m_columns) {
            bool good = false;
            const double value = column.index < cells.size() ? cells[column.index].toDouble(&good) : 0;
            put(station + QLatin1Char('/') + column.name, column.unit, *hour,
                good && std::isfinite(value) ? value : kGap, row);
        }
    }

    void put(const QString &stream, const QString &unit, qint64 hour, double value, int row)
    {
        auto [found, isNew] = m_result.m_series.try_emplace(stream);
        indicators::HourlySeries &series = found->second;
        if (isNew) {
            series.id = stream;
            series.unit = unit;
            series.start = QDateTime::fromSecsSinceEpoch(hour * 3600, Qt::UTC);
        }
        qint64 at = hour - series.start.toSecsSinceEpoch() / 3600;
        if (std::abs(at) > kMostHours) {
            findings.add({Severity::Warning, QStringLiteral("bad_time"), stream, Texts::tr("row %1").arg(row),
                          Texts::tr("The time lies more than a century from the others; the row is left out."),
                          m_name});
            return;
        }
        if (at < 0) {
            series.values.insert(series.values.begin(), static_cast<std::size_t>(-at), kGap);
            series.start = QDateTime::fromSecsSinceEpoch(hour * 3600, Qt::UTC);
            at = 0;
        }
        if (at >= static_cast<qint64>(series.values.size())) {
            series.values.resize(static_cast<std::size_t>(at) + 1, kGap);
        }
        series.values[static_cast<std::size_t>(at)] = value;
    }

    CsvObservations &m_result;
    QString m_name;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QHash<QString, std::size_t> m_place;
    std::vector<Column> m_columns;
};

Result<Loaded<std::shared_ptr<const CsvObservations>>> CsvObservations::read(const std::vector<ObservationFile> &files,
                                                                             const CancelToken &cancel)
{
    auto result = std::make_shared<CsvObservations>();
    CsvObservationReader reader(*result);
    for (const ObservationFile &file : files) {
        LOCI_CHECK(reader.add(file, cancel));
    }
    result->m_version = reader.version();
    return Loaded<std::shared_ptr<const CsvObservations>>{std::move(result), reader.findings.take()};
}

QStringList CsvObservations::streams() const
{
    QStringList names;
    for (const auto &[name, series] : m_series) {
        names << name;
    }
    return names;
}

Result<indicators::HourlySeries> CsvObservations::hourly(const QString &stream) const
{
    const auto found = m_series.find(stream);
    if (found == m_series.end()) {
        return fail(ErrorCode::NotReadable, Texts::tr("There is no stream “%1”.").arg(stream));
    }
    return found->second;
}

} // namespace loci::formats
