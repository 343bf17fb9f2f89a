// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/services/databaselayers.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/panel.h"

#include <QPointer>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QNetworkAccessManager;
class QNetworkReply;
class QPushButton;
class QSpinBox;

namespace loci::widgets {

/// One tab of the add-layer sheet: where to ask, "Connect", and what is offered there, with a search field. Asking runs
/// in the background; a new question or leaving drops the old one.
class ServiceTab final : public Panel
{
    Q_OBJECT
public:
    enum class Kind { WebMap, Features, Database };
    ServiceTab(Kind kind, workspace::TaskRunner &tasks, FilePrompt &files, QWidget *parent = nullptr);
    ~ServiceTab() override;

    void setAddress(const QString &address);
    void connectToService();
    bool isBusy() const { return m_busy; }
    int offeredCount() const { return int(m_layers.size()); }

signals:
    void chosen(const std::vector<loci::map::SourceSpec> &sources);

private:
    void build();
    QWidget *buildAddress();
    QWidget *buildDatabase();
    void connectToDatabase();
    void ask(const QUrl &url, map::ServiceKind kind, const QString &address);
    void answer(QNetworkReply *reply, map::ServiceKind kind, const QString &address);
    void offer(Result<std::vector<map::ServiceLayer>> layers);
    void filter(const QString &text);
    void addChosen();
    void setBusy(bool busy);

    Kind m_kind;
    workspace::TaskRunner &m_tasks;
    FilePrompt &m_files;
    QNetworkAccessManager *m_network = nullptr;
    QPointer<QNetworkReply> m_reply;
    std::vector<map::ServiceLayer> m_layers;
    quint64 m_turn = 0;
    bool m_busy = false;
    QLineEdit *m_address = nullptr;
    QButtonGroup *m_databaseKind = nullptr;
    QWidget *m_server = nullptr;
    QWidget *m_fileRow = nullptr;
    std::vector<QLineEdit *> m_login; ///< host, database, user, password
    QSpinBox *m_port = nullptr;
    QLineEdit *m_file = nullptr;
    QPushButton *m_connect = nullptr;
    QLabel *m_message = nullptr;
    QLineEdit *m_search = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace loci::widgets
