// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/ruleform.h"

#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using roles::RoleMatrix;
using roles::RoleRule;

namespace {
const QString kNone = QStringLiteral("none");
const QString kRead = QStringLiteral("read");
const QString kWrite = QStringLiteral("write");
} // namespace

RuleForm::RuleForm(QWidget *parent) : Panel(parent)
{
    setObjectName(QStringLiteral("ruleForm"));
    build();
    setEditable(false);
}

QLineEdit *RuleForm::addLine(const char *name, std::function<QString()> label)
{
    auto *caption = makeLabel(this, "caption");
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    layout()->addWidget(caption);
    layout()->addWidget(line);
    onLanguage([caption, line, label = std::move(label)] {
        caption->setText(label());
        line->setAccessibleName(caption->text());
    });
    return line;
}

void RuleForm::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, 0, 0, 0);
    column->setSpacing(t.gap / 2);
    m_title = makeLabel(this, "title");
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_access = new SegmentedControl(this);
    m_access->setObjectName(QStringLiteral("access"));
    for (const QString &id : {kNone, kRead, kWrite}) {
        m_access->addSegment(id, id);
    }
    column->addWidget(m_access, 0, Qt::AlignLeft);
    m_which = new QComboBox(this);
    m_which->setObjectName(QStringLiteral("which"));
    column->addWidget(m_which);
    m_note = makeLabel(this, "caption");
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    auto *sensitivityLabel = makeLabel(this, "caption");
    m_sensitivity = new QComboBox(this);
    m_sensitivity->setObjectName(QStringLiteral("sensitivity"));
    for (const QString &word : roles::sensitivities()) {
        m_sensitivity->addItem(QString(), word);
    }
    m_sensitivityPart = sensitivityLabel;
    column->addWidget(sensitivityLabel);
    column->addWidget(m_sensitivity);
    m_areas = addLine("areas", [] { return tr("Only districts whose code begins with"); });
    m_departments = addLine("departments", [] { return tr("Only for members of the departments"); });
    auto *levelLabel = makeLabel(this, "caption");
    column->addWidget(levelLabel);
    auto *levels = new QHBoxLayout;
    levels->setSpacing(t.gap);
    for (const QString &level : roles::levels()) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("level-") + level);
        m_levels.push_back(box);
        levels->addWidget(box);
    }
    levels->addStretch(1);
    column->addLayout(levels);
    m_more = makeButton(this, "link");
    m_more->setObjectName(QStringLiteral("moreRules"));
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(makeRule(this));
    m_nameEn = addLine("nameEn", [] { return tr("Name of the role, English"); });
    m_nameZh = addLine("nameZh", [] { return tr("Name of the role, Chinese"); });
    m_remove = makeButton(this, "link");
    m_remove->setObjectName(QStringLiteral("removeRole"));
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addStretch(1);

    connect(m_access, &SegmentedControl::chosen, this, &RuleForm::setAccess);
    connect(m_which, &QComboBox::activated, this, [this](int row) {
        m_shown = row;
        fill();
    });
    connect(m_sensitivity, &QComboBox::activated, this, [this] {
        store([this](RoleRule &rule) { rule.sensitivityUpTo = m_sensitivity->currentData().toString(); });
    });
    connect(m_areas, &QLineEdit::editingFinished, this,
            [this] { store([this](RoleRule &rule) { rule.areas = listFrom(m_areas->text()); }); });
    connect(m_departments, &QLineEdit::editingFinished, this,
            [this] { store([this](RoleRule &rule) { rule.departments = listFrom(m_departments->text()); }); });
    for (QCheckBox *box : m_levels) {
        connect(box, &QCheckBox::clicked, this, [this] {
            store([this](RoleRule &rule) {
                rule.levels.clear();
                for (std::size_t i = 0; i < m_levels.size(); ++i) {
                    if (m_levels[i]->isChecked()) {
                        rule.levels << roles::levels().at(int(i));
                    }
                }
            });
        });
    }
    connect(m_more, &QPushButton::clicked, this, &RuleForm::addRule);
    for (const QLineEdit *name : {m_nameEn, m_nameZh}) {
        connect(name, &QLineEdit::editingFinished, this, &RuleForm::storeKind);
    }
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRoleRequested(m_role); });
    onLanguage([this, sensitivityLabel, levelLabel] {
        m_access->setSegmentText(kNone, tr("Nothing"));
        m_access->setSegmentText(kRead, tr("Read"));
        m_access->setSegmentText(kWrite, tr("Write"));
        sensitivityLabel->setText(tr("Heritage records up to"));
        m_sensitivity->setAccessibleName(sensitivityLabel->text());
        for (int i = 0; i < m_sensitivity->count(); ++i) {
            m_sensitivity->setItemText(i, sensitivityWord(m_sensitivity->itemData(i).toString()));
        }
        levelLabel->setText(tr("Only for members at the levels"));
        for (std::size_t i = 0; i < m_levels.size(); ++i) {
            m_levels[i]->setText(levelWord(roles::levels().at(int(i))));
        }
        m_areas->setPlaceholderText(tr("empty: everywhere"));
        m_departments->setPlaceholderText(tr("empty: of all"));
        m_more->setText(tr("Add another rule for this part"));
        m_remove->setText(tr("Remove the role"));
        fill();
    });
}

std::vector<std::size_t> RuleForm::rules() const
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_matrix.rules.size(); ++i) {
        if (m_matrix.rules[i].role == m_role && m_matrix.rules[i].part == m_part) {
            found.push_back(i);
        }
    }
    return found;
}

void RuleForm::showRule(const RoleMatrix &matrix, const QString &role, const QString &part)
{
    m_shown = role == m_role && part == m_part ? m_shown : 0;
    m_matrix = matrix;
    m_role = role;
    m_part = part;
    fill();
}

void RuleForm::fill()
{
    const std::vector<std::size_t> found = rules();
    const int count = int(found.size());
    m_shown = std::clamp(m_shown, 0, std::max(0, count - 1));
    const RoleRule rule = count > 0 ? m_matrix.rules[found[std::size_t(m_shown)]] : readingRule(m_role, m_part);
    const bool isAllowed = count > 0 && (rule.mayRead || rule.mayWrite);
    m_title->setText(m_role.isEmpty() ? QString()
                                      : tr("%1: %2").arg(roleWord(m_matrix.kinds, m_role), partWord(m_part)));
    m_access->setCurrent(!isAllowed ? kNone : rule.mayWrite ? kWrite : kRead);
    m_which->clear();
    for (int i = 0; i < count; ++i) {
        m_which->addItem(tr("Rule %1 of %2").arg(i + 1).arg(count));
    }
    m_which->setCurrentIndex(m_shown);
    m_which->setVisible(count > 1);
    showSentence(m_note, isAllowed ? QString() : tr("What no rule allows is refused by the server."));
    const bool hasSensitivity = m_part == QLatin1String("heritage");
    m_sensitivityPart->setVisible(hasSensitivity);
    m_sensitivity->setVisible(hasSensitivity);
    m_sensitivity->setCurrentIndex(std::max(0, m_sensitivity->findData(rule.sensitivityUpTo)));
    m_areas->setText(rule.areas.join(QStringLiteral(", ")));
    m_departments->setText(rule.departments.join(QStringLiteral(", ")));
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        m_levels[i]->setChecked(rule.levels.contains(roles::levels().at(int(i))));
        m_levels[i]->setEnabled(m_isEditable && isAllowed);
    }
    for (QWidget *limit : std::initializer_list<QWidget *>{m_sensitivity, m_departments, m_more}) {
        limit->setEnabled(m_isEditable && isAllowed);
    }
    const bool hasAreas = hasSensitivity || m_part == QLatin1String("indicators");
    m_areas->setEnabled(m_isEditable && isAllowed && hasAreas);
    for (const roles::RoleKind &kind : m_matrix.kinds) {
        if (kind.role == m_role) {
            m_nameEn->setText(kind.nameEn);
            m_nameZh->setText(kind.nameZh);
        }
    }
}

void RuleForm::setEditable(bool editable)
{
    m_isEditable = editable;
    m_access->setEnabled(editable);
    for (QLineEdit *line : {m_nameEn, m_nameZh}) {
        line->setReadOnly(!editable);
    }
    m_more->setVisible(editable);
    m_remove->setVisible(editable);
    fill();
}

void RuleForm::setAccess(const QString &access)
{
    if (rules().empty() && access != kNone) {
        m_matrix.rules.push_back(readingRule(m_role, m_part));
        m_matrix.rules.back().mayWrite = access == kWrite;
        emit edited(m_matrix);
        return;
    }
    if (access == kNone && !rules().empty()) {
        m_matrix.rules.erase(m_matrix.rules.begin() + std::ptrdiff_t(rules()[std::size_t(m_shown)]));
        emit edited(m_matrix);
        return;
    }
    store([&access](RoleRule &rule) {
        rule.mayRead = true;
        rule.mayWrite = access == kWrite;
    });
}

void RuleForm::addRule()
{
    m_matrix.rules.push_back(readingRule(m_role, m_part));
    m_shown = int(rules().size()) - 1;
    emit edited(m_matrix);
}

void RuleForm::store(const std::function<void(RoleRule &)> &change)
{
    const std::vector<std::size_t> found = rules();
    if (!m_isEditable || found.empty()) {
        return;
    }
    RoleRule &rule = m_matrix.rules[found[std::size_t(m_shown)]];
    const RoleRule before = rule;
    change(rule);
    if (!(rule == before)) {
        emit edited(m_matrix);
    }
}

void RuleForm::storeKind()
{
    for (roles::RoleKind &kind : m_matrix.kinds) {
        const bool isChanged = kind.nameEn != m_nameEn->text().trimmed() || kind.nameZh != m_nameZh->text().trimmed();
        if (m_isEditable && kind.role == m_role && isChanged) {
            kind.nameEn = m_nameEn->text().trimmed();
            kind.nameZh = m_nameZh->text().trimmed();
            emit edited(m_matrix);
            return;
        }
    }
}

} // namespace loci::widgets
