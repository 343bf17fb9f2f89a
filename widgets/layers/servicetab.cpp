// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/servicetab.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kTimeout = 20000;               // ms
constexpr qint64 kLargestAnswer = 64'000'000; // bytes

QString sentenceOf(QNetworkReply &reply)
{
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return ServiceTab::tr("There is no server named “%1”. Check the address and the network.").arg(host);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
        return ServiceTab::tr("The server “%1” does not answer.").arg(host);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return ServiceTab::tr("The server “%1” took too long to answer.").arg(host);
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
        return ServiceTab::tr("The server “%1” asks for a name and password.").arg(host);
    case QNetworkReply::ContentNotFoundError:
        return ServiceTab::tr("The server “%1” has nothing at this address.").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return ServiceTab::tr("The certificate of “%1” cannot be trusted.").arg(host);
    default:
        return ServiceTab::tr("The server “%1” cannot be used: %2").arg(host, reply.errorString());
    }
}
} // namespace

ServiceTab::ServiceTab(Kind kind, workspace::TaskRunner &tasks, FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_kind(kind)
    , m_tasks(tasks)
    , m_files(files)
{
    build();
    setBusy(false);
}

ServiceTab::~ServiceTab()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void ServiceTab::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.padding, t.padding, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(m_kind == Kind::Database ? buildDatabase() : buildAddress());
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("offered"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add = makeButton(this, "primary");
    m_add->setObjectName(QStringLiteral("add"));
    column->addWidget(m_message);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_search, &QLineEdit::textChanged, this, &ServiceTab::filter);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_add->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QListWidget::itemActivated, this, &ServiceTab::addChosen);
    connect(m_add, &QPushButton::clicked, this, &ServiceTab::addChosen);
    onLanguage([this] {
        m_search->setPlaceholderText(tr("Search in what is offered"));
        m_search->setAccessibleName(m_search->placeholderText());
        m_list->setAccessibleName(tr("Offered layers"));
        m_add->setText(tr("Add to the map"));
        setBusy(m_busy);
    });
}

QWidget *ServiceTab::buildAddress()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = makeLabel(part);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    m_address = new QLineEdit(part);
    m_address->setObjectName(QStringLiteral("address"));
    m_connect = makeButton(part);
    m_connect->setObjectName(QStringLiteral("connect"));
    row->addWidget(m_address, 1);
    row->addWidget(m_connect);
    column->addWidget(label);
    column->addLayout(row);
    connect(m_address, &QLineEdit::returnPressed, this, &ServiceTab::connectToService);
    connect(m_connect, &QPushButton::clicked, this, &ServiceTab::connectToService);
    onLanguage([this, label] {
        label->setText(m_kind == Kind::WebMap ? tr("Address of a WMS, WMTS or tile service (XYZ)")
                                              : tr("Address of a feature service (WFS)"));
        m_address->setAccessibleName(label->text());
        m_address->setPlaceholderText(m_kind == Kind::WebMap
                                          ? QStringLiteral("https://…/wms  ·  https://…/{z}/{x}/{y}.png")
                                          : QStringLiteral("https://…/wfs"));
        m_connect->setText(tr("Connect"));
    });
    return part;
}

QWidget *ServiceTab::buildDatabase()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    m_databaseKind = new QButtonGroup(this);
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(4);
    for (int i = 0; i < 2; ++i) {
        auto *button = makeButton(part);
        button->setText(i == 0 ? QStringLiteral("PostGIS") : QStringLiteral("SpatiaLite"));
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_databaseKind->addButton(button, i);
        kinds->addWidget(button);
    }
    kinds->addStretch(1);
    m_server = new QWidget(part);
    auto *form = makeForm();
    m_server->setLayout(form);
    std::vector<QLabel *> labels;
    for (const char *name : {"host", "database", "user", "password"}) {
        auto *edit = new QLineEdit(m_server);
        edit->setObjectName(QLatin1String(name));
        m_login.push_back(edit);
        labels.push_back(makeLabel(m_server));
        form->addRow(labels.back(), edit);
    }
    m_login[3]->setEchoMode(QLineEdit::Password);
    m_port = new QSpinBox(m_server);
    m_port->setRange(1, 65535);
    m_port->setValue(5432);
    labels.push_back(makeLabel(m_server));
    form->insertRow(1, labels.back(), m_port);
    m_fileRow = new QWidget(part);
    auto *fileRow = new QHBoxLayout(m_fileRow);
    fileRow->setContentsMargins(0, 0, 0, 0);
    m_file = new QLineEdit(m_fileRow);
    m_file->setObjectName(QStringLiteral("file"));
    auto *browse = makeButton(m_fileRow);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    m_fileRow->hide();
    m_connect = makeButton(part);
    m_connect->setObjectName(QStringLiteral("connect"));
    column->addLayout(kinds);
    column->addWidget(m_server);
    column->addWidget(m_fileRow);
    column->addWidget(m_connect, 0, Qt::AlignLeft);
    connect(m_databaseKind, &QButtonGroup::idClicked, this, [this](int id) {
        m_server->setVisible(id == 0);
        m_fileRow->setVisible(id == 1);
    });
    connect(browse, &QPushButton::clicked, this, [this] {
        const QStringList files = m_files.openFiles(this, tr("Choose a SpatiaLite database"),
                                                    tr("SpatiaLite database (*.sqlite *.db);;All files (*)"));
        if (!files.isEmpty()) {
            m_file->setText(files.first());
            connectToDatabase();
        }
    });
    connect(m_connect, &QPushButton::clicked, this, &ServiceTab::connectToDatabase);
    onLanguage([this, labels, browse] {
        const QString names[] = {tr("Server"), tr("Database"), tr("User"), tr("Password"), tr("Port")};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i]->setText(names[i]);
        }
        browse->setText(tr("Choose file…"));
        m_file->setPlaceholderText(tr("Path of the database"));
        m_connect->setText(tr("Connect"));
    });
    return part;
}

void ServiceTab::setAddress(const QString &address)
{
    if (m_address) {
        m_address->setText(address);
    }
}

void ServiceTab::connectToService()
{
    if (m_kind == Kind::Database) {
        connectToDatabase();
        return;
    }
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) {
        m_message->setText(tr("Type the address of the service first."));
        return;
    }
    const map::ServiceKind kind = m_kind == Kind::Features ? map::ServiceKind::Wfs : map::guessKind(address);
    if (kind != map::ServiceKind::Xyz) {
        ask(map::capabilitiesUrl(address, kind), kind, address);
        return;
    }
    // Tiles have no description: what is typed is the layer.
    const Result<map::SourceSpec> source = map::xyzSource(address, QUrl(address).host());
    if (!source) {
        offer(fail(source.error()));
        return;
    }
    offer(std::vector<map::ServiceLayer>{{source->name, source->name, tr("Map tiles"), *source}});
    m_list->selectAll();
}

void ServiceTab::connectToDatabase()
{
    map::DatabaseSpec spec;
    spec.postgis = m_databaseKind->checkedId() == 0;
    spec.host = m_login[0]->text().trimmed();
    spec.database = m_login[1]->text().trimmed();
    spec.user = m_login[2]->text().trimmed();
    spec.password = m_login[3]->text();
    spec.port = m_port->value();
    spec.file = m_file->text().trimmed();
    if (spec.postgis ? spec.database.isEmpty() : spec.file.isEmpty()) {
        m_message->setText(spec.postgis ? tr("Type the name of the database first.")
                                        : tr("Choose a database file first."));
        return;
    }
    setBusy(true);
    const quint64 turn = ++m_turn;
    m_tasks.run(
        this, tr("List the layers of %1").arg(spec.postgis ? spec.database : spec.file),
        [spec](const CancelToken &cancel, const ProgressFunction &) { return map::databaseLayers(spec, cancel); },
        [this, turn](Result<std::vector<map::ServiceLayer>> layers) {
            if (turn == m_turn) {
                offer(std::move(layers));
            }
        });
}

void ServiceTab::ask(const QUrl &url, map::ServiceKind kind, const QString &address)
{
    if (!url.isValid() || url.host().isEmpty()) {
        m_message->setText(tr("“%1” is not an address.").arg(address));
        return;
    }
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setTransferTimeout(kTimeout);
        m_network->setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    setBusy(true);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Loci"));
    QNetworkReply *reply = m_network->get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > kLargestAnswer) {
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, kind, address] { answer(reply, kind, address); });
}

void ServiceTab::answer(QNetworkReply *reply, map::ServiceKind kind, const QString &address)
{
    reply->deleteLater();
    if (reply->error() != QNetworkReply::NoError) {
        offer(fail(ErrorCode::NotReadable, sentenceOf(*reply), reply->errorString()));
        return;
    }
    const quint64 turn = ++m_turn;
    m_tasks.run(
        this, tr("Read the description of %1").arg(reply->url().host()),
        [bytes = reply->readAll(), kind, address](const CancelToken &, const ProgressFunction &) {
            return map::readCapabilities(bytes, address, kind);
        },
        [this, turn](Result<std::vector<map::ServiceLayer>> layers) {
            if (turn == m_turn) {
                offer(std::move(layers));
            }
        });
}

void ServiceTab::offer(Result<std::vector<map::ServiceLayer>> layers)
{
    m_list->clear();
    m_layers = layers ? std::move(*layers) : std::vector<map::ServiceLayer>();
    setBusy(false);
    if (!layers) {
        m_message->setText(layers.error().message);
        return;
    }
    m_message->setText(tr("%n layers are offered here.", nullptr, int(m_layers.size())));
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const map::ServiceLayer &layer = m_layers[i];
        auto *item = new QListWidgetItem(layer.title.isEmpty() ? layer.name : layer.title, m_list);
        item->setToolTip(layer.abstract.isEmpty() ? layer.name : layer.name + QLatin1Char('\n') + layer.abstract);
        item->setData(Qt::UserRole, int(i));
        item->setSizeHint(QSize(0, tokens().row));
    }
    filter(m_search->text());
}

void ServiceTab::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const map::ServiceLayer &layer = m_layers[std::size_t(item->data(Qt::UserRole).toInt())];
        const bool found = text.isEmpty() || layer.title.contains(text, Qt::CaseInsensitive) ||
                           layer.name.contains(text, Qt::CaseInsensitive) ||
                           layer.abstract.contains(text, Qt::CaseInsensitive);
        item->setHidden(!found);
    }
}

void ServiceTab::addChosen()
{
    std::vector<map::SourceSpec> sources;
    for (const QListWidgetItem *item : m_list->selectedItems()) {
        sources.push_back(m_layers[std::size_t(item->data(Qt::UserRole).toInt())].source);
    }
    if (!sources.empty()) {
        emit chosen(sources);
    }
}

void ServiceTab::setBusy(bool busy)
{
    m_busy = busy;
    m_connect->setEnabled(!busy);
    if (busy) {
        m_message->setText(tr("Asking…"));
    } else if (m_layers.empty() && m_list->count() == 0 && m_message->text().isEmpty()) {
        m_message->setText(tr("Nothing is fetched before you connect."));
    }
    m_search->setVisible(!m_layers.empty());
    m_add->setEnabled(!m_list->selectedItems().isEmpty());
}

} // namespace loci::widgets
