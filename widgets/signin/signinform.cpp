// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/signin/signinform.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using storage::PostGisAddress;
using SignIn = PostGisAddress::SignIn;

namespace {
constexpr int kLabelGap = 4;
constexpr int kPortWidth = 96;
constexpr int kMostPort = 65535;

bool hasFiles(const PostGisAddress &address)
{
    return !address.authority.isEmpty() || !address.revoked.isEmpty() || !address.certificate.isEmpty() ||
           address.signIn == SignIn::Certificate;
}
} // namespace

SignInForm::SignInForm(FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_files(files)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(tokens().gap);
    addPlace();
    addPerson();
    addFiles();
    m_column->addStretch(1);
    showWay();
}

QLineEdit *SignInForm::addLine(QVBoxLayout *into, const char *name, std::function<QString()> label)
{
    auto *caption = makeLabel(this, "caption");
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    caption->setBuddy(line);
    auto *part = new QVBoxLayout;
    part->setSpacing(kLabelGap);
    part->addWidget(caption);
    part->addWidget(line);
    into->addLayout(part);
    connect(line, &QLineEdit::returnPressed, this, &SignInForm::submitted);
    onLanguage([caption, line, label = std::move(label)] {
        caption->setText(label());
        line->setAccessibleName(caption->text());
    });
    return line;
}

void SignInForm::addPlace()
{
    m_text = addLine(m_column, "address", [] { return tr("Address of the workspace"); });
    m_text->setPlaceholderText(QStringLiteral("postgresql://name@host/database?schema=loci"));
    auto *server = new QHBoxLayout;
    server->setSpacing(tokens().gap);
    auto *left = new QVBoxLayout;
    m_host = addLine(left, "host", [] { return tr("Server"); });
    server->addLayout(left, 1);
    auto *portCaption = makeLabel(this, "caption");
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setRange(1, kMostPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setFixedWidth(kPortWidth);
    auto *right = new QVBoxLayout;
    right->setSpacing(kLabelGap);
    right->addWidget(portCaption);
    right->addWidget(m_port);
    server->addLayout(right);
    m_column->addLayout(server);
    auto *names = new QHBoxLayout;
    names->setSpacing(tokens().gap);
    for (auto &[line, name] : {std::pair{&m_database, "database"}, std::pair{&m_schema, "schema"}}) {
        auto *part = new QVBoxLayout;
        *line = addLine(part, name, [isDatabase = line == &m_database] {
            return isDatabase ? tr("Database") : tr("Workspace in it (schema)");
        });
        names->addLayout(part, 1);
    }
    m_column->addLayout(names);
    m_guard = makeLabel(this, "caption");
    m_guard->setObjectName(QStringLiteral("guard"));
    m_guard->setWordWrap(true);
    m_column->addWidget(m_guard);
    connect(m_text, &QLineEdit::textEdited, this, &SignInForm::readText);
    connect(m_port, &QSpinBox::valueChanged, this, &SignInForm::readFields);
    for (const QLineEdit *line : {m_host, m_database, m_schema}) {
        connect(line, &QLineEdit::textEdited, this, &SignInForm::readFields);
    }
    onLanguage([this, portCaption] {
        portCaption->setText(tr("Port"));
        m_port->setAccessibleName(portCaption->text());
        m_host->setPlaceholderText(tr("empty: this computer"));
        showWay();
    });
}

void SignInForm::addPerson()
{
    m_user = addLine(m_column, "user", [] { return tr("Your login"); });
    auto *caption = makeLabel(this, "caption");
    m_way = new QComboBox(this);
    m_way->setObjectName(QStringLiteral("way"));
    for (const SignIn way : {SignIn::Password, SignIn::Certificate, SignIn::Directory, SignIn::Kerberos}) {
        m_way->addItem(QString(), int(way));
    }
    auto *part = new QVBoxLayout;
    part->setSpacing(kLabelGap);
    part->addWidget(caption);
    part->addWidget(m_way);
    m_column->addLayout(part);
    m_secret = addLine(m_column, "secret", [] { return QString(); });
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretLabel = qobject_cast<QLabel *>(m_column->itemAt(m_column->count() - 1)->layout()->itemAt(0)->widget());
    auto *keeping = new QHBoxLayout;
    m_keep = new QCheckBox(this);
    m_keep->setObjectName(QStringLiteral("keep"));
    m_keep->setChecked(true);
    m_forget = makeButton(this, "link");
    m_forget->setObjectName(QStringLiteral("forget"));
    keeping->addWidget(m_keep, 1);
    keeping->addWidget(m_forget);
    m_column->addLayout(keeping);
    connect(m_user, &QLineEdit::textEdited, this, &SignInForm::readFields);
    connect(m_way, &QComboBox::activated, this, &SignInForm::readFields);
    connect(m_forget, &QPushButton::clicked, this, &SignInForm::forgetRequested);
    onLanguage([this, caption] {
        caption->setText(tr("How you sign in"));
        m_way->setAccessibleName(caption->text());
        const QString names[] = {tr("Password (SCRAM)"), tr("Client certificate"),
                                 tr("Password of the directory (LDAP)"), tr("Kerberos ticket")};
        for (int i = 0; i < m_way->count(); ++i) {
            m_way->setItemText(i, names[i]);
        }
        m_keep->setText(tr("Keep it in the key store of this computer"));
        m_forget->setText(tr("Forget"));
        showWay();
    });
}

void SignInForm::addFiles()
{
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("files"));
    m_more->setProperty("kind", "quiet");
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setCheckable(true);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    m_filePart = new QWidget(this);
    auto *column = new QVBoxLayout(m_filePart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    const char *names[] = {"authority", "revoked", "certificate", "key"};
    for (int which = 0; which < FileCount; ++which) {
        auto *row = new QHBoxLayout;
        auto *part = new QVBoxLayout;
        m_paths[std::size_t(which)] = addLine(part, names[which], [which] {
            const QString labels[] = {tr("Who vouches for the server"), tr("Revoked certificates"),
                                      tr("Your certificate"), tr("Its key")};
            return labels[which];
        });
        auto *browse = makeIconButton(m_filePart);
        row->setSpacing(kLabelGap);
        row->addLayout(part, 1);
        row->addWidget(browse, 0, Qt::AlignBottom);
        column->addLayout(row);
        connect(m_paths[std::size_t(which)], &QLineEdit::textEdited, this, &SignInForm::readFields);
        connect(browse, &QToolButton::clicked, this, [this, which] { chooseFile(which); });
        onTheme([browse] { browse->setIcon(icon(QStringLiteral("folder"))); });
        onLanguage([browse] {
            browse->setToolTip(tr("Choose a file"));
            browse->setAccessibleName(browse->toolTip());
        });
    }
    m_column->addWidget(m_filePart);
    m_filePart->hide();
    const auto tint = [this] {
        m_more->setIcon(icon(m_more->isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    };
    connect(m_more, &QToolButton::toggled, this, [this, tint](bool shown) {
        m_filePart->setVisible(shown);
        tint();
    });
    onTheme(tint);
    onLanguage([this] {
        m_more->setText(tr("Certificates"));
        m_paths[Authority]->setPlaceholderText(tr("empty: the authorities of this computer"));
        m_paths[Revoked]->setPlaceholderText(tr("empty: not looked at"));
    });
}

void SignInForm::chooseFile(int which)
{
    const QStringList chosen = m_files.openFiles(this, m_paths[std::size_t(which)]->accessibleName(),
                                                 tr("Certificates and keys (*.crt *.cer *.pem *.key *.crl)") +
                                                     QStringLiteral(";;") + tr("All files (*)"));
    if (!chosen.isEmpty()) {
        m_paths[std::size_t(which)]->setText(chosen.first());
        readFields();
    }
}

void SignInForm::readFields()
{
    PostGisAddress address;
    const QString host = m_host->text().trimmed();
    (host.startsWith(QLatin1Char('/')) ? address.socketFolder : address.host) = host;
    address.port = m_port->value();
    address.database = m_database->text().trimmed();
    address.schema = m_schema->text().trimmed();
    address.user = m_user->text().trimmed();
    address.signIn = SignIn(m_way->currentData().toInt());
    address.authority = m_paths[Authority]->text().trimmed();
    address.revoked = m_paths[Revoked]->text().trimmed();
    address.certificate = m_paths[Certificate]->text().trimmed();
    address.key = m_paths[Key]->text().trimmed();
    m_text->setText(address.text());
    m_text->home(false);
    if (hasFiles(address)) {
        m_more->setChecked(true);
    }
    showWay();
    emit edited();
}

void SignInForm::readText()
{
    if (const auto read = address()) {
        showFields(*read);
    }
    showWay();
    emit edited();
}

void SignInForm::showFields(const PostGisAddress &address)
{
    const QSignalBlocker quiet(m_port);
    m_host->setText(address.host.isEmpty() ? address.socketFolder : address.host);
    m_port->setValue(address.port);
    m_database->setText(address.database);
    m_schema->setText(address.schema);
    m_user->setText(address.user);
    m_way->setCurrentIndex(m_way->findData(int(address.signIn)));
    m_paths[Authority]->setText(address.authority);
    m_paths[Revoked]->setText(address.revoked);
    m_paths[Certificate]->setText(address.certificate);
    m_paths[Key]->setText(address.key);
    m_more->setChecked(hasFiles(address));
}

void SignInForm::setAddress(const PostGisAddress &address)
{
    m_text->setText(address.database.isEmpty() ? QString() : address.text());
    m_text->home(false);
    showFields(address);
    showWay();
}

Result<PostGisAddress> SignInForm::address() const
{
    return PostGisAddress::parse(m_text->text().trimmed());
}

/// What the way to sign in and the place of the server mean for the person.
void SignInForm::showWay()
{
    if (m_way == nullptr || m_keep == nullptr) {
        return; // still being built
    }
    const auto way = SignIn(m_way->currentData().toInt());
    const bool hasSecret = way != SignIn::Kerberos;
    m_secretLabel->setText(way == SignIn::Certificate ? tr("Passphrase of the key, if it has one") : tr("Password"));
    m_secret->setAccessibleName(m_secretLabel->text());
    m_secret->setPlaceholderText(m_isKnown ? tr("known already: leave it empty") : QString());
    for (QWidget *part : std::initializer_list<QWidget *>{m_secretLabel, m_secret, m_keep}) {
        part->setVisible(hasSecret);
    }
    m_forget->setVisible(hasSecret && m_isKnown);
    const auto read = address();
    m_text->setProperty("problem", !read && !m_text->text().isEmpty());
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    m_guard->setVisible(read.has_value());
    if (read) {
        m_guard->setText(read->isGuarded()
                             ? tr("The server must show a valid certificate over TLS 1.2 or newer, or nothing is sent.")
                             : tr("Nothing leaves this computer, so no certificate is asked for."));
    }
}

QString SignInForm::secret() const
{
    return m_secret->text();
}

void SignInForm::clearSecret()
{
    m_secret->clear();
}

void SignInForm::focusSecret()
{
    m_secret->setFocus();
}

bool SignInForm::keepsSecret() const
{
    return m_keep->isChecked();
}

void SignInForm::setKnown(bool known)
{
    m_isKnown = known;
    showWay();
}

} // namespace loci::widgets
