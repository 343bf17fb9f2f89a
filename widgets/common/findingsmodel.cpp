// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/findingsmodel.h"

#include "widgets/common/status.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <map>

namespace loci::widgets {

namespace {
constexpr quintptr kGroup = static_cast<quintptr>(-1);

bool holds(const Finding &finding, const QString &words)
{
    return finding.message.contains(words, Qt::CaseInsensitive) ||
           finding.object.contains(words, Qt::CaseInsensitive) || finding.code.contains(words, Qt::CaseInsensitive) ||
           finding.source.contains(words, Qt::CaseInsensitive);
}

QString quoted(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r')) {
        return text;
    }
    QString inner = text;
    inner.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + inner + QLatin1Char('"');
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractItemModel(parent) {}

void FindingsModel::setFindings(Findings findings)
{
    m_all = std::move(findings);
    regroup();
}

void FindingsModel::append(const Findings &findings)
{
    m_all.insert(m_all.end(), findings.begin(), findings.end());
    regroup();
}

void FindingsModel::removeSource(const QString &source)
{
    std::erase_if(m_all, [&](const Finding &finding) { return finding.source == source; });
    regroup();
}

void FindingsModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    regroup();
}

void FindingsModel::setShown(Severity severity, bool shown)
{
    m_shown[static_cast<std::size_t>(severity)] = shown;
    regroup();
}

void FindingsModel::setGroupedByCode(bool byCode)
{
    m_byCode = byCode;
    regroup();
}

int FindingsModel::count(Severity severity) const
{
    int sum = 0;
    for (const Finding &finding : m_all) {
        sum += finding.severity == severity ? finding.count : 0;
    }
    return sum;
}

void FindingsModel::regroup()
{
    beginResetModel();
    m_groups.clear();
    std::map<std::pair<int, QString>, std::size_t> known; // (worst first, key) -> group
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const Finding &finding = m_all[i];
        if (m_shown[static_cast<std::size_t>(finding.severity)] && (m_words.isEmpty() || holds(finding, m_words))) {
            known.try_emplace({-static_cast<int>(finding.severity), keyOf(finding)}, 0);
        }
    }
    for (auto &[key, position] : known) {
        position = m_groups.size();
        m_groups.push_back({key.second, static_cast<Severity>(-key.first), {}});
    }
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const Finding &finding = m_all[i];
        if (m_shown[static_cast<std::size_t>(finding.severity)] && (m_words.isEmpty() || holds(finding, m_words))) {
            m_groups[known.at({-static_cast<int>(finding.severity), keyOf(finding)})].rows.push_back(i);
        }
    }
    endResetModel();
}

const Finding *FindingsModel::finding(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kGroup) {
        return nullptr;
    }
    return &m_all[m_groups[index.internalId()].rows[static_cast<std::size_t>(index.row())]];
}

Findings FindingsModel::shown() const
{
    Findings result;
    for (const Group &group : m_groups) {
        for (const std::size_t row : group.rows) {
            result.push_back(m_all[row]);
        }
    }
    return result;
}

void FindingsModel::retranslate()
{
    for (int row = 0; row < rowCount(); ++row) {
        emit dataChanged(index(row, 0), index(row, 0));
    }
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : kGroup);
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kGroup) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()), 0, kGroup);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    return parent.internalId() == kGroup
               ? static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].rows.size())
               : 0;
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (const Finding *row = finding(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return row->message;
        case Qt::ToolTipRole:
            return row->message + (row->where.isEmpty() ? QString() : QLatin1Char('\n') + row->where);
        case ObjectRole:
            return row->object.isEmpty() ? row->where : row->object;
        case SeverityRole:
            return static_cast<int>(row->severity);
        case CountRole:
            return row->count;
        default:
            return {};
        }
    }
    const Group &group = m_groups[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return m_byCode              ? group.key
               : group.key.isEmpty() ? QCoreApplication::translate("FindingsPanel", "Workspace")
                                     : QFileInfo(group.key).fileName();
    case Qt::ToolTipRole:
        return group.key;
    case SeverityRole:
        return static_cast<int>(group.severity);
    case CountRole: {
        int sum = 0;
        for (const std::size_t row : group.rows) {
            sum += m_all[row].count;
        }
        return sum;
    }
    default:
        return {};
    }
}

QByteArray findingsAsCsv(const Findings &findings)
{
    QString text = QStringLiteral("severity,code,object,where,message,source,count\r\n");
    for (const Finding &f : findings) {
        const QStringList cells{severityName(f.severity), f.code, f.object, f.where, f.message, f.source,
                                QString::number(f.count)};
        QStringList line;
        for (const QString &cell : cells) {
            line << quoted(cell);
        }
        text += line.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

QByteArray findingsAsJson(const Findings &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(toJson(finding));
    }
    return QJsonDocument(array).toJson();
}

} // namespace loci::widgets
