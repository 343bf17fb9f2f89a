// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/feeds/feedsession.h"
#include "widgets/feeds/streamstatus.h"

#include <QAbstractListModel>

class QListView;

namespace loci::widgets {

/// "38.5 ug/m3", the text, or a dash for a missing value: as every list and marker shows it.
QString valueText(const feeds::StreamStatus &status);

/// The streams of all feeds; a row changes only when what it shows changes.
class StreamListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        StateRole = Qt::UserRole + 1,
        StateTextRole,
        ValueRole,
        AgeRole,
        FeedRole,
        IdRole,
        CadenceRole,
        SimulatedRole
    };
    using QAbstractListModel::QAbstractListModel;
    void setStreams(std::vector<feeds::StreamStatus> streams, bool chinese);
    /// Of these words in name, id or feed; empty: all.
    void setWords(const QString &words);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const feeds::StreamStatus *stream(int row) const;

private:
    struct Row
    {
        feeds::StreamStatus status;
        QString name, value, age;
        bool operator==(const Row &other) const
        {
            return name == other.name && value == other.value && age == other.age && status.state == other.status.state;
        }
    };
    void show();
    std::vector<feeds::StreamStatus> m_all;
    std::vector<Row> m_rows;
    QString m_words;
    bool m_chinese = false;
};

/// A list of them, with state as shape, colour and word, value, age and a small chart.
QListView *makeStreamList(StreamListModel &model, const FeedSession &session, QWidget *parent);

} // namespace loci::widgets
