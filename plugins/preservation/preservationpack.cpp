// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/preservation/preservationpack.h"

#include "plugins/preservation/tasklist.h"

#include <QHeaderView>
#include <QLabel>
#include <QMap>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace loci::plugin;

namespace {

constexpr int kSurveyYears = 5; // the "survey older than five years"

const QMap<QString, TextPair> &words()
{
    static const QMap<QString, TextPair> kWords = {
        {QStringLiteral("zone"), {QStringLiteral("保护范围"), QStringLiteral("zone")}},
        {QStringLiteral("sign"), {QStringLiteral("标志说明"), QStringLiteral("sign")}},
        {QStringLiteral("archive"), {QStringLiteral("记录档案"), QStringLiteral("record file")}},
        {QStringLiteral("keeper"), {QStringLiteral("保管机构"), QStringLiteral("keeper")}},
        {QStringLiteral("photograph"), {QStringLiteral("照片"), QStringLiteral("photograph")}},
        {QStringLiteral("survey"), {QStringLiteral("五年内评估"), QStringLiteral("survey")}},
        {QStringLiteral("place"), {QStringLiteral("位置"), QStringLiteral("place")}},
        {QStringLiteral("good"), {QStringLiteral("好"), QStringLiteral("good")}},
        {QStringLiteral("fairly-good"), {QStringLiteral("较好"), QStringLiteral("fairly good")}},
        {QStringLiteral("fair"), {QStringLiteral("一般"), QStringLiteral("fair")}},
        {QStringLiteral("fairly-poor"), {QStringLiteral("较差"), QStringLiteral("fairly poor")}},
        {QStringLiteral("poor"), {QStringLiteral("差"), QStringLiteral("poor")}}};
    return kWords;
}

QString in(const TextPair &text, bool chinese)
{
    return chinese ? text.zh : text.en;
}

const TextPair kTitle{QStringLiteral("待办文物"), QStringLiteral("What places ask for")};

} // namespace

Outcome PreservationPack::initialize(Host &host)
{
    m_host = &host;
    AnalysisSpec analysis;
    analysis.id = QStringLiteral("tasks");
    analysis.title = {QStringLiteral("以表格列出待办"), QStringLiteral("Compute the task list")};
    analysis.run = [this](const Snapshot &snapshot, const std::function<bool()> &cancelled) {
        return answer(snapshot, cancelled);
    };
    const Outcome added = host.addAnalysis(std::move(analysis));
    if (!added.isGood()) {
        return added;
    }
    PanelSpec panel;
    panel.id = QStringLiteral("preservation-desk");
    panel.title = kTitle;
    panel.make = [this](QWidget *parent) { return makePanel(parent); };
    return host.addPanel(std::move(panel));
}

bool PreservationPack::isChinese() const
{
    return m_host->language().startsWith(QLatin1String("zh"));
}

QString PreservationPack::word(const QString &code) const
{
    return in(words().value(code, {code, code}), isChinese());
}

AnalysisAnswer PreservationPack::answer(const Snapshot &snapshot, const std::function<bool()> &cancelled) const
{
    AnalysisAnswer answer;
    answer.columns = {{QStringLiteral("文物"), QStringLiteral("Place")},
                      {QStringLiteral("现状"), QStringLiteral("Condition")},
                      {QStringLiteral("最近评估"), QStringLiteral("Last survey")},
                      {QStringLiteral("缺少"), QStringLiteral("Missing")}};
    const QList<preservation::Task> tasks =
        preservation::tasks(snapshot, QDate::currentDate(), kSurveyYears, cancelled);
    for (const preservation::Task &task : tasks) {
        QStringList missing;
        for (const QString &one : task.missing) {
            missing << word(one);
        }
        const QString name = isChinese() || task.place.isEmpty() ? task.zhPlace : task.place;
        answer.rows << QStringList{name, task.condition.isEmpty() ? QString() : word(task.condition),
                                   task.lastSurvey.toString(Qt::ISODate),
                                   missing.join(isChinese() ? QStringLiteral("、") : QStringLiteral(", "))};
    }
    return answer;
}

QWidget *PreservationPack::makePanel(QWidget *parent) const
{
    auto *panel = new QWidget(parent);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    auto *line = new QLabel(panel);
    line->setWordWrap(true);
    column->addWidget(line);
    auto *list = new QTreeWidget(panel);
    list->setObjectName(QStringLiteral("preservationTasks"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setTextElideMode(Qt::ElideRight);
    column->addWidget(list);
    const SnapshotPtr snapshot = m_host->snapshot();
    if (!snapshot) {
        line->setText(isChinese() ? QStringLiteral("没有打开的工作区。") : QStringLiteral("No workspace is open."));
        return panel;
    }
    const AnalysisAnswer found = answer(*snapshot, {});
    QStringList titles;
    for (const TextPair &title : found.columns) {
        titles << in(title, isChinese());
    }
    list->setHeaderLabels(titles);
    for (const QStringList &row : found.rows) {
        auto *item = new QTreeWidgetItem(list, row);
        for (int i = 0; i < row.size(); ++i) {
            item->setToolTip(i, row[i]);
        }
    }
    list->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    list->setColumnWidth(0, 140);
    const qsizetype all = snapshot->keys(QStringLiteral("heritage/asset/")).size();
    line->setText((isChinese() ? QStringLiteral("%1 处文物中有 %2 处待办，最紧要的在前。")
                               : QStringLiteral("%2 of %1 places ask for something; the most pressing come first."))
                      .arg(all)
                      .arg(found.rows.size()));
    return panel;
}
