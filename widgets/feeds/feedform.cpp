// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/feedform.h"

#include "widgets/common/status.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace loci::widgets {

using feeds::FeedDescription;
using feeds::Format;
using feeds::Transport;

namespace {
constexpr int kTransports = 8;
constexpr int kFormats = 8;
constexpr int kSharing = 3;

template <class Enum, class Code>
QComboBox *makeChoice(int count, Code code, const char *name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    for (int i = 0; i < count; ++i) {
        box->addItem(code(static_cast<Enum>(i)), code(static_cast<Enum>(i)));
    }
    return box;
}
} // namespace

FeedForm::FeedForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_transport(makeChoice<Transport>(kTransports, feeds::transportCode, "feed.transport", this))
    , m_format(makeChoice<Format>(kFormats, feeds::formatCode, "feed.format", this))
    , m_sharing(makeChoice<feeds::Sharing>(kSharing, feeds::sharingCode, "feed.sharing", this))
    , m_cadence(new QDoubleSpinBox(this))
    , m_test(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_badge(new StatusBadge(Status::Unknown, this))
    , m_result(new QLabel(this))
{
    setObjectName(QStringLiteral("feed.form"));
    m_rows->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_id = addLine("feed.id");
    m_name = addLine("feed.name");
    addField(m_transport);
    addField(m_format);
    m_address = addLine("feed.address");
    m_topics = addLine("feed.topics");
    m_query = addLine("feed.query");
    m_items = addLine("feed.items");
    m_stream = addLine("feed.stream");
    m_time = addLine("feed.time");
    m_value = addLine("feed.value");
    m_identity = addLine("feed.identity");
    m_unit = addLine("feed.unit");
    m_cadence->setObjectName(QStringLiteral("feed.cadence"));
    m_cadence->setRange(0, 31'622'400);
    addField(m_cadence);
    addField(m_sharing);
    m_credentials = addLine("feed.credentials");
    m_user = addLine("feed.user");
    m_password = addLine("feed.password");
    m_password->setEchoMode(QLineEdit::Password);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText); // what a source sends is never markup
    m_result->setObjectName(QStringLiteral("feed.result"));
    m_save->setObjectName(QStringLiteral("feed.save"));
    m_test->setObjectName(QStringLiteral("feed.test"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    m_rows->addRow(buttons);
    m_rows->addRow(m_badge);
    m_rows->addRow(m_result);
    connect(m_test, &QPushButton::clicked, this, &FeedForm::testRequested);
    connect(m_save, &QPushButton::clicked, this, &FeedForm::saveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FeedForm::cancelled);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &FeedForm::showOnlyWhatIsNeeded);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FeedForm::showOnlyWhatIsNeeded);
    retranslate();
    setEmpty();
}

QLineEdit *FeedForm::addLine(const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    addField(line);
    return line;
}

void FeedForm::addField(QWidget *field)
{
    auto *label = new QLabel(this); // a row without a text would get none
    label->setBuddy(field);
    label->setWordWrap(true);
    m_rows->addRow(label, field);
}

void FeedForm::retranslate()
{
    const auto label = [this](QWidget *field, const QString &text) {
        qobject_cast<QLabel *>(m_rows->labelForField(field))->setText(text);
        field->setAccessibleName(text);
    };
    label(m_id, tr("Short name"));
    label(m_name, tr("Name"));
    label(m_transport, tr("Way"));
    label(m_format, tr("Form of the data"));
    label(m_address, tr("Address"));
    label(m_topics, tr("Topics, separated by spaces"));
    label(m_query, tr("Query (one SELECT)"));
    label(m_items, tr("Where the list is (JSON pointer; empty: the whole)"));
    label(m_stream, tr("Stream (pointer or column)"));
    label(m_time, tr("Time (pointer or column)"));
    label(m_value, tr("Value (pointer or column)"));
    label(m_identity, tr("Id of the value (pointer or column)"));
    label(m_unit, tr("Unit"));
    label(m_cadence, tr("A new value is expected every (seconds)"));
    label(m_sharing, tr("Who may see it"));
    label(m_credentials, tr("Name of the password in the key store"));
    label(m_user, tr("User name (empty: the password is a token)"));
    label(m_password, tr("Password, kept by the key store of this computer only"));
    m_test->setText(tr("Test"));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
}

void FeedForm::showOnlyWhatIsNeeded()
{
    const auto transport = static_cast<Transport>(m_transport->currentIndex());
    const auto format = static_cast<Format>(m_format->currentIndex());
    const bool mapped = format == Format::Json || format == Format::Csv || format == Format::GeoJson;
    m_rows->setRowVisible(m_topics, transport == Transport::Mqtt);
    m_rows->setRowVisible(m_query, transport == Transport::Sqlite || transport == Transport::Postgres);
    m_rows->setRowVisible(m_items, format == Format::Json);
    for (QLineEdit *line : {m_stream, m_time, m_value, m_identity}) {
        m_rows->setRowVisible(line, mapped);
    }
}

void FeedForm::setEmpty()
{
    FeedDescription feed;
    feed.transport = Transport::Mqtt;
    feed.mapping.time = QStringLiteral("/time");
    feed.mapping.value = QStringLiteral("/value");
    feed.cadenceMs = 60'000;
    setFeed(feed);
    m_id->setEnabled(true);
}

void FeedForm::setFeed(const FeedDescription &feed)
{
    m_rest = feed.toJson();
    m_id->setText(feed.id);
    m_id->setEnabled(false); // what is stored of it goes by this name
    m_name->setText(feed.nameEn);
    m_transport->setCurrentIndex(static_cast<int>(feed.transport));
    m_format->setCurrentIndex(static_cast<int>(feed.format));
    m_sharing->setCurrentIndex(static_cast<int>(feed.sharing));
    m_address->setText(feed.address.toString());
    m_topics->setText(feed.topics.join(QLatin1Char(' ')));
    m_query->setText(feed.query);
    m_items->setText(feed.mapping.items.text());
    m_stream->setText(feed.mapping.stream);
    m_time->setText(feed.mapping.time);
    m_value->setText(feed.mapping.value);
    m_identity->setText(feed.mapping.id);
    m_unit->setText(feed.unit);
    m_cadence->setValue(static_cast<double>(feed.cadenceMs) / 1000);
    m_credentials->setText(feed.credentials);
    m_user->clear();
    m_password->clear();
    m_badge->hide();
    m_result->clear();
    showOnlyWhatIsNeeded();
}

QJsonObject FeedForm::json() const
{
    QJsonObject json = m_rest;
    const auto put = [](QJsonObject &object, const char *member, const QString &value) {
        object.insert(QLatin1String(member), value.trimmed());
    };
    put(json, "id", m_id->text());
    QJsonObject names = json.value(QStringLiteral("names")).toObject();
    put(names, "en", m_name->text());
    json.insert(QStringLiteral("names"), names);
    put(json, "transport", m_transport->currentData().toString());
    put(json, "format", m_format->currentData().toString());
    put(json, "sharing", m_sharing->currentData().toString());
    put(json, "address", m_address->text());
    json.insert(QStringLiteral("topics"),
                QJsonArray::fromStringList(m_topics->text().split(QLatin1Char(' '), Qt::SkipEmptyParts)));
    put(json, "query", m_query->text());
    QJsonObject mapping = json.value(QStringLiteral("mapping")).toObject();
    put(mapping, "items", m_items->text());
    put(mapping, "stream", m_stream->text());
    put(mapping, "time", m_time->text());
    put(mapping, "value", m_value->text());
    put(mapping, "id", m_identity->text());
    json.insert(QStringLiteral("mapping"), mapping);
    put(json, "unit", m_unit->text());
    json.insert(QStringLiteral("cadenceSeconds"), m_cadence->value());
    put(json, "credentials", m_credentials->text());
    return json;
}

Result<FeedDescription> FeedForm::feed() const
{
    return FeedDescription::fromJson(json());
}

std::optional<feeds::Secret> FeedForm::secret() const
{
    if (m_password->text().isEmpty()) {
        return std::nullopt;
    }
    return m_user->text().isEmpty() ? feeds::Secret{{}, {}, m_password->text()}
                                    : feeds::Secret{m_user->text(), m_password->text(), {}};
}

void FeedForm::showResult(const QString &sentence, bool good)
{
    m_badge->setStatus(good ? Status::Good : Status::Bad);
    m_badge->show();
    m_result->setText(sentence);
}

void FeedForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
