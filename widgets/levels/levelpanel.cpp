// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/levels/levelpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QHash>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

namespace loci::widgets {

namespace {

constexpr int kSenderRole = Qt::UserRole + 1;
constexpr int kWhatRole = Qt::UserRole + 2;
constexpr std::size_t kMostDifferences = 8;

} // namespace

LevelPanel::LevelPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_report(new QLabel(this))
    , m_tree(new QTreeWidget(this))
    , m_empty(new EmptyState(QStringLiteral("share"), this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("level.panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    auto *grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    m_send = addButton("level.send");
    m_receive = addButton("level.receive");
    m_take = addButton("level.take");
    m_remark = addButton("level.remark");
    m_return = addButton("level.return");
    m_send->setProperty("kind", QStringLiteral("primary"));
    grid->addWidget(m_send, 0, 0);
    grid->addWidget(m_receive, 0, 1);
    grid->addWidget(m_take, 1, 0);
    grid->addWidget(m_return, 1, 1);
    grid->addWidget(m_remark, 2, 0, 1, 2);
    column->addWidget(m_buttons);
    m_report->setObjectName(QStringLiteral("level.report"));
    m_report->setWordWrap(true);
    m_report->setTextFormat(Qt::PlainText);
    m_report->hide();
    column->addWidget(m_report);
    m_tree->setObjectName(QStringLiteral("level.tree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(12);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_tree, 1);
    column->addWidget(m_empty, 1);
    m_panel->addWidget(body, 1);
    connect(m_send, &QPushButton::clicked, this, &LevelPanel::sendRequested);
    connect(m_receive, &QPushButton::clicked, this, &LevelPanel::receiveRequested);
    connect(m_take, &QPushButton::clicked, this, &LevelPanel::takeRequested);
    connect(m_remark, &QPushButton::clicked, this, [this] {
        emit remarkRequested(chosen()->data(0, kSenderRole).toString(), chosen()->data(0, kWhatRole).toString());
    });
    connect(m_return, &QPushButton::clicked, this,
            [this] { emit returnRequested(chosen()->data(0, kSenderRole).toString()); });
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, [this] {
        const QTreeWidgetItem *item = chosen();
        m_remark->setEnabled(item != nullptr && !item->data(0, kWhatRole).toString().isEmpty());
        m_return->setEnabled(item != nullptr && !item->data(0, kSenderRole).toString().isEmpty());
    });
    retranslate();
}

QPushButton *LevelPanel::addButton(const char *name)
{
    auto *button = new QPushButton(m_buttons);
    button->setObjectName(QLatin1String(name));
    return button;
}

QTreeWidgetItem *LevelPanel::chosen() const
{
    const auto items = m_tree->selectedItems();
    return items.isEmpty() ? nullptr : items.front();
}

void LevelPanel::setLanguage(const QString &language)
{
    m_language = language;
    rebuild();
}

void LevelPanel::setReceived(std::vector<SenderRow> senders, std::vector<levels::Remark> returned)
{
    m_senders = std::move(senders);
    m_returned = std::move(returned);
    rebuild();
}

void LevelPanel::rebuild()
{
    m_tree->clear();
    for (const SenderRow &sender : m_senders) {
        addSender(sender);
    }
    if (!m_returned.empty()) {
        auto *top = new QTreeWidgetItem(m_tree, {tr("Remarks of the level above"), QString::number(m_returned.size())});
        for (const levels::Remark &remark : m_returned) {
            auto *item = new QTreeWidgetItem(top, {remark.what, remark.proposed});
            item->setToolTip(0, remark.text);
            new QTreeWidgetItem(item, {remark.text});
        }
        top->setExpanded(true);
    }
    const bool any = m_tree->topLevelItemCount() > 0;
    m_tree->setVisible(any);
    m_empty->setVisible(!any);
    m_remark->setEnabled(false);
    m_return->setEnabled(false);
}

QString LevelPanel::indicatorName(const levels::LevelPackage &package, const QString &code) const
{
    const auto definition = package.documents.find(QStringLiteral("indicator/def/") + code);
    const QString name =
        definition == package.documents.end()
            ? QString()
            : indicators::wordsFrom(QJsonDocument::fromJson(definition->second)[QStringLiteral("name")]).in(m_language);
    return name.isEmpty() ? code : name;
}

void LevelPanel::addSender(const SenderRow &sender)
{
    const levels::LevelPackage &package = sender.package;
    const QString name = package.senderName.in(m_language);
    auto *top =
        new QTreeWidgetItem(m_tree, {name.isEmpty() ? package.sender : name, tr("version %1").arg(package.version)});
    top->setData(0, kSenderRole, package.sender);
    top->setToolTip(0, tr("Made on %1, content %2")
                           .arg(QLocale(m_language).toString(package.made.date(), QLocale::ShortFormat),
                                package.contentHash().left(12)));
    QHash<QString, QTreeWidgetItem *> codes;
    for (const auto &[key, value] : package.values) {
        QTreeWidgetItem *&group = codes[key.code];
        if (group == nullptr) {
            group = new QTreeWidgetItem(top, {indicatorName(package, key.code)});
            group->setToolTip(0, key.code);
        }
        const QString shown =
            value.value ? QStringLiteral("%1 %2").arg(QLocale(m_language).toString(*value.value, 'g', 6), value.unit)
                        : tr("unknown");
        const QString place = key.period.isEmpty() ? key.area : key.area + QStringLiteral(" · ") + key.period;
        auto *item = new QTreeWidgetItem(group, {place, shown});
        item->setData(0, kSenderRole, package.sender);
        item->setData(0, kWhatRole, key.text());
        for (const levels::Remark &remark : sender.remarks) {
            if (remark.what == key.text()) {
                new QTreeWidgetItem(item, {remark.text, remark.proposed});
                item->setExpanded(true);
                group->setExpanded(true);
            }
        }
    }
    top->setExpanded(true);
}

void LevelPanel::showReport(const QString &sentence, const std::vector<levels::Difference> &differences)
{
    QStringList lines{sentence};
    std::vector<levels::Difference> told;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(told),
                 [](const levels::Difference &one) { return one.kind != levels::Difference::Kind::Added; });
    for (std::size_t i = 0; i < told.size() && i < kMostDifferences; ++i) {
        const levels::Difference &one = told[i];
        lines << QStringLiteral("%1: %2 → %3")
                     .arg(one.what, one.before.isEmpty() ? QStringLiteral("–") : one.before,
                          one.after.isEmpty() ? QStringLiteral("–") : one.after);
    }
    if (told.size() > kMostDifferences) {
        lines << tr("and %1 more").arg(told.size() - kMostDifferences);
    }
    m_report->setText(lines.join(QLatin1Char('\n')));
    m_report->show();
}

void LevelPanel::retranslate()
{
    m_panel->setTitle(tr("Levels"));
    m_send->setText(tr("Send up…"));
    m_receive->setText(tr("Receive…"));
    m_take->setText(tr("Take remarks…"));
    m_return->setText(tr("Send remarks back…"));
    m_remark->setText(tr("Remark on the chosen value…"));
    m_empty->setTexts(tr("Packages from the level below, and remarks from the level above, appear here."));
    rebuild();
}

void LevelPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets
