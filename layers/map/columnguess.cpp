// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/columnguess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>
#include <QUrlQuery>
#include <array>
#include <vector>

namespace loci::map {

namespace {

constexpr qint64 kSampleBytes = 256 * 1024;
constexpr int kRows = 50;

struct AxisNames
{
    QStringList x, y;
    bool degrees;
};

const std::vector<AxisNames> &axisNames()
{
    static const std::vector<AxisNames> names = {
        {{QStringLiteral("longitude"), QStringLiteral("lon"), QStringLiteral("lng"), QStringLiteral("long"),
          QStringLiteral("经度"), QStringLiteral("lon_wgs84"), QStringLiteral("stop_lon"), QStringLiteral("x_wgs84"),
          QStringLiteral("longitud"), QStringLiteral("lengtegraad")},
         {QStringLiteral("latitude"), QStringLiteral("lat"), QStringLiteral("纬度"), QStringLiteral("lat_wgs84"),
          QStringLiteral("stop_lat"), QStringLiteral("y_wgs84"), QStringLiteral("latitud"),
          QStringLiteral("breedtegraad")},
         true},
        {{QStringLiteral("easting"), QStringLiteral("east"), QStringLiteral("eastings"), QStringLiteral("x"),
          QStringLiteral("xcoord"), QStringLiteral("x_coord"), QStringLiteral("coord_x"), QStringLiteral("point_x"),
          QStringLiteral("x坐标"), QStringLiteral("东坐标"), QStringLiteral("x_rd"), QStringLiteral("rechtswert")},
         {QStringLiteral("northing"), QStringLiteral("north"), QStringLiteral("northings"), QStringLiteral("y"),
          QStringLiteral("ycoord"), QStringLiteral("y_coord"), QStringLiteral("coord_y"), QStringLiteral("point_y"),
          QStringLiteral("y坐标"), QStringLiteral("北坐标"), QStringLiteral("y_rd"), QStringLiteral("hochwert")},
         false},
    };
    return names;
}

QStringList splitLine(const QString &line, QChar delimiter)
{
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (int i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == QLatin1Char('"')) {
            if (quoted && i + 1 < line.size() && line.at(i + 1) == c) {
                cell += c;
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == delimiter && !quoted) {
            cells << cell.trimmed();
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells << cell.trimmed();
    return cells;
}

QChar guessDelimiter(const QString &header)
{
    QChar best = QLatin1Char(',');
    qsizetype most = 1;
    for (const QChar candidate : {QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t'), QLatin1Char('|')}) {
        const qsizetype cells = splitLine(header, candidate).size();
        if (cells > most) {
            most = cells;
            best = candidate;
        }
    }
    return best;
}

struct ColumnValues
{
    int numbers = 0, filled = 0, wkt = 0;
    double min = 1e300, max = -1e300;
    bool comma = false;
};

ColumnValues look(const std::vector<QStringList> &rows, int column)
{
    static const QRegularExpression wkt(
        QStringLiteral("^(SRID=\\d+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON)\\s*(Z|M|ZM)?\\s*\\("),
        QRegularExpression::CaseInsensitiveOption);
    ColumnValues values;
    for (const QStringList &row : rows) {
        QString cell = row.value(column);
        if (cell.isEmpty()) {
            continue;
        }
        ++values.filled;
        bool ok = false;
        double number = cell.toDouble(&ok);
        if (!ok && cell.count(QLatin1Char(',')) == 1) {
            number = cell.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
            values.comma = values.comma || ok;
        }
        if (ok) {
            ++values.numbers;
            values.min = std::min(values.min, number);
            values.max = std::max(values.max, number);
        } else if (wkt.match(cell).hasMatch()) {
            ++values.wkt;
        }
    }
    return values;
}

bool fits(const ColumnValues &values)
{
    return values.filled > 0 && values.numbers * 10 >= values.filled * 8;
}

int firstOf(const QStringList &columns, const QStringList &names)
{
    for (const QString &name : names) {
        if (const auto found = columns.indexOf(name); found >= 0) {
            return static_cast<int>(found);
        }
    }
    return -1;
}

bool within(const ColumnValues &values, double limit)
{
    return values.min >= -limit && values.max <= limit;
}

/// Only what would end the value is encoded: QGIS reads reserved characters (";", ":", ...) as they stand.
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value, QByteArrayLiteral(":;,/?@!$'()*+=|\\[]")));
}

} // namespace

QString guessEncoding(const QByteArray &sample)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    // A sample may end inside a character: leave the last few bytes out of the judgement.
    const QString text = utf8(sample.size() > 8 ? sample.left(sample.size() - 4) : sample);
    if (!utf8.hasError() && !text.contains(QChar::ReplacementCharacter)) {
        return QStringLiteral("UTF-8");
    }
    int pairs = 0;
    int broken = 0;
    for (qsizetype i = 0; i + 1 < sample.size(); ++i) {
        const auto lead = static_cast<uchar>(sample.at(i));
        if (lead < 0x80) {
            continue;
        }
        const auto trail = static_cast<uchar>(sample.at(i + 1));
        // Chinese text in GB 2312's range of hanzi; Latin letters with accents hardly ever come in such pairs.
        if (lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1 && trail <= 0xFE) {
            ++pairs;
            ++i;
        } else if (lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail != 0x7F) {
            ++i;
            broken += trail < 0x80 ? 1 : 0;
        } else {
            ++broken;
        }
    }
    return pairs > 0 && pairs >= broken * 4 ? QStringLiteral("GB18030") : QStringLiteral("windows-1252");
}

std::optional<QString> guessDbfEncoding(const QString &shapefile)
{
    const QFileInfo info(shapefile);
    const QString base = info.path() + QLatin1Char('/') + info.completeBaseName();
    if (QFileInfo::exists(base + QStringLiteral(".cpg"))) {
        return std::nullopt;
    }
    QFile table(base + QStringLiteral(".dbf"));
    if (!table.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = table.read(kSampleBytes);
    if (bytes.size() < 34) {
        return std::nullopt;
    }
    const int header = static_cast<uchar>(bytes.at(8)) + 256 * static_cast<uchar>(bytes.at(9));
    const QByteArray records = bytes.mid(header);
    bool ascii = true;
    for (const char c : records) {
        ascii = ascii && static_cast<uchar>(c) < 0x80;
    }
    if (ascii) {
        return std::nullopt;
    }
    const QString encoding = guessEncoding(records);
    return encoding == QLatin1String("windows-1252") ? std::nullopt : std::optional<QString>(encoding);
}

Result<TableGuess> guessTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Map", "%1 cannot be opened: %2.")
                                                .arg(QFileInfo(path).fileName(), file.errorString()));
    }
    return guessTable(file.read(kSampleBytes));
}

TableGuess guessTable(const QByteArray &sample)
{
    TableGuess guess;
    guess.encoding = guessEncoding(sample);
    QStringDecoder decoder(guess.encoding.toLatin1().constData());
    QString text = decoder.isValid() ? QString(decoder(sample)) : QString::fromLatin1(sample);
    if (text.startsWith(QChar(0xFEFF))) {
        text.remove(0, 1);
    }
    const QStringList lines = text.split(QRegularExpression(QStringLiteral("\r\n|\n|\r")), Qt::SkipEmptyParts);
    if (lines.isEmpty()) {
        return guess;
    }
    guess.delimiter = guessDelimiter(lines.first());
    guess.columns = splitLine(lines.first(), guess.delimiter);
    std::vector<QStringList> rows;
    for (int i = 1; i < lines.size() && i <= kRows; ++i) {
        rows.push_back(splitLine(lines.at(i), guess.delimiter));
    }
    for (int c = 0; c < guess.columns.size(); ++c) {
        const ColumnValues values = look(rows, c);
        if (values.filled > 0 && values.wkt * 10 >= values.filled * 8) {
            guess.wktColumn = guess.columns.at(c);
            return guess;
        }
    }
    QStringList folded;
    for (const QString &name : guess.columns) {
        folded << name.toLower();
    }
    for (const AxisNames &axes : axisNames()) {
        const int x = firstOf(folded, axes.x);
        const int y = firstOf(folded, axes.y);
        if (x < 0 || y < 0) {
            continue;
        }
        const ColumnValues xs = look(rows, x);
        const ColumnValues ys = look(rows, y);
        if (fits(xs) && fits(ys) && (!axes.degrees || (within(xs, 360) && within(ys, 90)))) {
            guess.xColumn = guess.columns.at(x);
            guess.yColumn = guess.columns.at(y);
            guess.degrees = axes.degrees || (within(xs, 180) && within(ys, 90));
            guess.decimalComma = xs.comma || ys.comma;
            return guess;
        }
    }
    return guess;
}

QString tableUri(const QString &path, const TableGuess &guess, const QString &crs)
{
    QUrl url = QUrl::fromLocalFile(path);
    QUrlQuery query;
    const auto add = [&query](const char *key, const QString &value) {
        query.addQueryItem(QLatin1String(key), encoded(value));
    };
    const auto addColumn = [&](const char *key, const QString &name) {
        // The provider also knows columns by number, which serves for the few names that no address can carry.
        const QString number = QStringLiteral("field_%1").arg(guess.columns.indexOf(name) + 1);
        add(key, name.contains(QRegularExpression(QStringLiteral("[%&#]"))) ? number : name);
    };
    add("encoding", guess.encoding);
    add("type", QStringLiteral("csv"));
    add("delimiter", guess.delimiter == QLatin1Char('\t') ? QStringLiteral("\\t") : QString(guess.delimiter));
    add("maxFields", QStringLiteral("2000"));
    add("detectTypes", QStringLiteral("yes"));
    if (!guess.wktColumn.isEmpty()) {
        addColumn("wktField", guess.wktColumn);
    } else if (!guess.xColumn.isEmpty()) {
        addColumn("xField", guess.xColumn);
        addColumn("yField", guess.yColumn);
        if (guess.decimalComma) {
            add("decimalPoint", QStringLiteral(","));
        }
    } else {
        add("geomType", QStringLiteral("none"));
    }
    if (!crs.isEmpty() && guess.hasCoordinates()) {
        add("crs", crs);
    }
    add("spatialIndex", guess.hasCoordinates() ? QStringLiteral("yes") : QStringLiteral("no"));
    add("subsetIndex", QStringLiteral("no"));
    add("watchFile", QStringLiteral("no"));
    url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

} // namespace loci::map
