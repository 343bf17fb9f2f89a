// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/recordcard.h"

#include "layers/domain/heritage/scales.h"
#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/conditionchart.h"
#include "widgets/heritage/datefield.h"
#include "widgets/heritage/flowlayout.h"
#include "widgets/heritage/havesring.h"
#include "widgets/heritage/reviewchain.h"
#include "widgets/heritage/thumbnailcache.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace {

constexpr std::size_t kThumbnails = 3;
constexpr std::size_t kLastChanges = 3;
constexpr int kThumbnailHeight = 72;

QString zoneDates(const heritage::ZoneVersion &version)
{
    if (version.from.isEmpty()) {
        return RecordCard::tr("dates of force not known");
    }
    return version.to.isEmpty() ? RecordCard::tr("in force since %1").arg(version.from)
                                : RecordCard::tr("in force %1 to %2").arg(version.from, version.to);
}

QString changeWords(const storage::heritage::RecordState &state)
{
    return state.title.isEmpty() ? RecordCard::tr("%n fields changed", nullptr, static_cast<int>(state.changes.size()))
                                 : state.title;
}

double yearOf(const heritage::Day &day)
{
    return day.year + (day.month - 1) / 12.0 + (day.day - 1) / 372.0;
}

} // namespace

RecordCard::RecordCard(HeritageDesk &desk, ThumbnailCache &thumbnails, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_thumbnails(thumbnails)
    , m_words(desk)
{
    setObjectName(QStringLiteral("recordCard"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&thumbnails, &ThumbnailCache::ready, this, [this] {
        if (!m_asset.id().isEmpty()) {
            setRecord(m_asset);
        }
    });
}

void RecordCard::setRecord(const heritage::Asset &asset)
{
    m_asset = asset;
    m_facts = heritage::factsOf(asset);
    m_editable = m_desk.may(heritage::Action::Edit, asset);
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().padding);
    m_column->setSpacing(tokens().gap);
    addPhotographs();
    addFacts();
    addCondition();
    addZones();
    addFourHaves();
    addPosition();
    addReview();
    addLastChanges();
    m_column->addStretch(1);
    const int scrolled = verticalScrollBar()->value();
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater(); // its button may have led here
    }
    setWidget(body);
    body->layout()->activate();
    verticalScrollBar()->setValue(scrolled);
}

void RecordCard::rule()
{
    m_column->addWidget(widgets::makeLine(Qt::Horizontal, nullptr));
}

QLabel *RecordCard::addText(const QString &text, const char *role)
{
    QLabel *label = makeLabel(nullptr, role);
    label->setWordWrap(true);
    label->setText(text);
    m_column->addWidget(label);
    return label;
}

QHBoxLayout *RecordCard::startSection(const QString &title, const QString &remark)
{
    rule();
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    QLabel *name = makeLabel(nullptr, "section");
    name->setText(title);
    row->addWidget(name);
    row->addStretch(1);
    if (!remark.isEmpty()) {
        QLabel *words = makeLabel(nullptr, "caption");
        words->setText(remark);
        row->addWidget(words);
    }
    m_column->addLayout(row);
    return row;
}

void RecordCard::addRow(const QString &label, const QString &value, const QString &path)
{
    auto *row = new QHBoxLayout;
    QLabel *name = makeLabel(nullptr, "muted");
    name->setText(label);
    name->setFixedWidth(76);
    name->setWordWrap(true);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(name, 0, Qt::AlignTop);
    if (value.isEmpty() && m_editable) {
        auto *add = new QToolButton;
        add->setProperty("kind", "link");
        add->setText(tr("add"));
        connect(add, &QToolButton::clicked, this, [this, path] { emit fieldRequested(path); });
        row->addWidget(add);
        row->addStretch(1);
    } else {
        QLabel *text = makeLabel(nullptr);
        text->setText(value.isEmpty() ? tr("not known") : value);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(text, 1);
    }
    m_column->addLayout(row);
}

void RecordCard::addPhotographs()
{
    std::vector<heritage::MediaUse> pictures = m_asset.parts<heritage::MediaUse>();
    std::erase_if(pictures, [](const heritage::MediaUse &use) { return use.role != QLatin1String("photograph"); });
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().gap);
    for (std::size_t i = 0; i < std::min(pictures.size(), kThumbnails); ++i) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("thumbnail"));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(kThumbnailHeight);
        button->setToolTip(pictures[i].caption);
        if (const auto picture = m_thumbnails.picture(pictures[i].sha256)) {
            button->setIcon(picture->isNull() ? icon(QStringLiteral("warning")) : QIcon(*picture));
            button->setIconSize(QSize(96, kThumbnailHeight - 10));
        }
        if (i + 1 == kThumbnails && pictures.size() > kThumbnails) {
            button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
            button->setText(tr("all %1").arg(QLocale().toString(static_cast<qulonglong>(pictures.size()))));
            button->setIconSize(QSize(80, kThumbnailHeight - 30));
        }
        connect(button, &QToolButton::clicked, this, &RecordCard::photographsRequested);
        row->addWidget(button);
    }
    if (pictures.empty()) {
        auto *add = new QPushButton(icon(QStringLiteral("camera")), tr("Add photographs"));
        add->setEnabled(m_editable);
        add->setMinimumHeight(kThumbnailHeight / 2);
        connect(add, &QPushButton::clicked, this, &RecordCard::addPhotographsRequested);
        row->addWidget(add);
    }
    m_column->addLayout(row);
}

void RecordCard::addFacts()
{
    rule();
    QString dated = m_asset.text(QStringLiteral("/dating/text"));
    const QString years = HeritageWords::yearsWord(m_facts);
    if (!years.isEmpty() && years != dated) {
        dated = dated.isEmpty() ? years : QStringLiteral("%1 · %2").arg(dated, years);
    }
    addRow(tr("Dated"), dated, QStringLiteral("/dating/edtf"));
    const std::vector<heritage::Designation> designations = m_asset.parts<heritage::Designation>();
    QString protection;
    if (!designations.empty()) {
        const heritage::Designation &last = designations.back();
        QStringList parts;
        for (const QString &part : {last.batch, last.authority, last.document, last.from}) {
            if (!part.isEmpty()) {
                parts << part;
            }
        }
        protection = parts.join(QStringLiteral(" · "));
    }
    addRow(tr("Protected"), protection, QStringLiteral("/designations"));
    addRow(tr("Used by"), m_asset.text(QStringLiteral("/ownership/user")), QStringLiteral("/ownership/user"));
    addRow(tr("Address"), m_asset.text(QStringLiteral("/address")), QStringLiteral("/address"));
    const QString description = m_asset.text(QStringLiteral("/description"), {dataLanguage(), QStringLiteral("zh")});
    if (!description.isEmpty()) {
        addText(description, "");
    }
}

void RecordCard::addCondition()
{
    std::vector<SurveyPoint> points;
    for (const heritage::Survey &survey : m_asset.parts<heritage::Survey>()) {
        const auto date = heritage::Edtf::parse(survey.date);
        const auto day = date ? date->first() : std::nullopt;
        const auto rank = heritage::conditionRank(survey.scale, survey.condition);
        if (day && rank) {
            points.push_back({yearOf(*day), QString::number(day->year), *rank,
                              m_words.conditionStatus(survey.condition), m_words.conditionWord(survey.condition)});
        }
    }
    std::sort(points.begin(), points.end(), [](const SurveyPoint &a, const SurveyPoint &b) { return a.year < b.year; });
    QHBoxLayout *head = startSection(tr("Condition"), m_facts.lastSurvey);
    auto *badge = new StatusBadge(m_words.conditionStatus(m_facts.condition));
    badge->setText(m_words.conditionWord(m_facts.condition));
    head->insertWidget(2, badge);
    if (!points.empty()) {
        auto *chart = new ConditionChart;
        chart->setPoints(std::move(points));
        m_column->addWidget(chart);
    } else if (m_editable) {
        auto *add = new QToolButton;
        add->setProperty("kind", "link");
        add->setText(tr("Write down a survey"));
        connect(add, &QToolButton::clicked, this, [this] { emit fieldRequested(QStringLiteral("/surveys")); });
        m_column->addWidget(add, 0, Qt::AlignLeft);
    }
}

void RecordCard::addZones()
{
    QHBoxLayout *head = startSection(tr("Zones"));
    if (m_editable) {
        auto *draw = new QToolButton;
        draw->setObjectName(QStringLiteral("drawZone"));
        draw->setProperty("kind", "link");
        draw->setText(tr("Draw a zone"));
        connect(draw, &QToolButton::clicked, this, [this, draw] {
            auto *menu = new QMenu(draw);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            for (const QString &kind : HeritageWords::zoneKinds()) {
                menu->addAction(m_words.zoneWord(kind), this, [this, kind] { emit zoneRequested(kind); });
            }
            menu->popup(draw->mapToGlobal(QPoint(0, draw->height())));
        });
        head->addWidget(draw);
    }
    const std::vector<heritage::Zone> zones = m_desk.zonesOf(m_asset.id());
    if (zones.empty()) {
        addText(tr("No zone is recorded."), "muted");
    }
    for (const heritage::Zone &zone : zones) {
        const std::vector<heritage::ZoneVersion> versions = zone.parts<heritage::ZoneVersion>();
        auto *row = new QToolButton;
        row->setObjectName(QStringLiteral("zone.") + zone.id());
        row->setProperty("kind", "quiet");
        row->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->setIcon(icon(QStringLiteral("geometry-polygon"), tokens().heritage));
        QString text = m_words.zoneWord(zone.kind());
        if (!versions.empty()) {
            text += QStringLiteral("   ") + zoneDates(versions.back());
        }
        row->setText(text);
        row->setToolTip(text);
        connect(row, &QToolButton::clicked, this, [this, id = zone.id()] { emit zoneEditRequested(id); });
        m_column->addWidget(row, 0, Qt::AlignLeft);
    }
}

void RecordCard::addFourHaves()
{
    if (m_desk.profile() == nullptr || !m_desk.profile()->hasFourHaves || m_facts.fourHaves < 0) {
        return;
    }
    static constexpr std::array kParts = {"zone", "sign", "archive", "keeper"};
    const std::array<QString, 4> names = {tr("zone"), tr("sign"), tr("archive"), tr("keeper")};
    std::array<bool, 4> done{};
    QStringList missing;
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        done.at(i) = m_asset.value(QStringLiteral("/fourHaves/%1/done").arg(QLatin1String(kParts.at(i)))).toBool();
        if (!done.at(i)) {
            missing << names.at(i);
        }
    }
    rule();
    auto *row = new QHBoxLayout;
    auto *ring = new HavesRing;
    ring->setDone(done);
    row->addWidget(ring);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    QLabel *title = makeLabel(nullptr, "section");
    title->setText(tr("Four haves"));
    words->addWidget(title);
    QLabel *rest = makeLabel(nullptr, "caption");
    rest->setWordWrap(true);
    rest->setText(missing.isEmpty() ? tr("complete") : tr("missing: %1").arg(missing.join(QStringLiteral(", "))));
    words->addWidget(rest);
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

void RecordCard::addPosition()
{
    const std::vector<heritage::Geometry> shapes = m_asset.parts<heritage::Geometry>();
    startSection(tr("Place"), shapes.empty()       ? tr("not known")
                              : shapes.size() == 1 ? tr("1 shape")
                                                   : tr("%n shapes", nullptr, static_cast<int>(shapes.size())));
    const std::vector<heritage::Binding> bindings = m_asset.parts<heritage::Binding>();
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        auto *row = new QHBoxLayout;
        auto *show = new QToolButton;
        show->setObjectName(QStringLiteral("binding"));
        show->setProperty("kind", "quiet");
        show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        const bool lost = bindings[i].state == QLatin1String("lost");
        show->setIcon(icon(lost ? QStringLiteral("warning") : QStringLiteral("cube-3d")));
        show->setText(lost ? tr("Building %1 is gone from the model").arg(bindings[i].object)
                           : tr("Bound to %1").arg(bindings[i].object));
        show->setToolTip(tr("Show it in 3D"));
        connect(show, &QToolButton::clicked, this, [this, i] { emit bindingShown(static_cast<int>(i)); });
        row->addWidget(show, 1, Qt::AlignLeft);
        if (m_editable) {
            QToolButton *off = widgets::makeIconButton(QStringLiteral("unlink"), nullptr);
            setTip(off, tr("Take the binding off"));
            connect(off, &QToolButton::clicked, this, [this, i] { emit unbindRequested(static_cast<int>(i)); });
            row->addWidget(off);
        }
        m_column->addLayout(row);
    }
    if (!m_editable) {
        return;
    }
    auto *flow = new FlowLayout(tokens().gap / 2);
    const auto add = [&](const char *name, const char *iconName, const QString &text, auto signal) {
        auto *button = new QPushButton(icon(QLatin1String(iconName)), text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, signal);
        flow->addWidget(button);
    };
    add("placeOnMap", "pin", tr("Place on map"), &RecordCard::placeRequested);
    add("drawArea", "geometry-polygon", tr("Draw area"), &RecordCard::areaRequested);
    add("bindBuilding", "link", tr("Bind to building"), &RecordCard::bindRequested);
    m_column->addLayout(flow);
}

void RecordCard::addReview()
{
    const QString state = heritage::reviewState(m_asset).section(QLatin1Char('/'), 0, 0);
    const QString level = heritage::reviewLevel(m_asset);
    startSection(tr("Review"), HeritageWords::reviewWord(level.isEmpty() ? state : state + QLatin1Char('/') + level));
    const QStringList levels = m_desk.catalogue().policy().levels;
    QStringList steps{HeritageWords::reviewWord(QStringLiteral("draft"))};
    for (const QString &each : levels) {
        steps << HeritageWords::levelWord(each);
    }
    const int at = static_cast<int>(levels.indexOf(level));
    const bool waits = state == QLatin1String("submitted");
    const bool sentBack = state == QLatin1String("returned");
    const bool approved = state == QLatin1String("approved");
    auto *chain = new ReviewChain;
    chain->setSteps(steps, approved ? at + 2 : (waits ? at + 1 : 0), waits || (!approved && !sentBack), sentBack);
    m_column->addWidget(chain);
    const QJsonObject remark = m_asset.value(QStringLiteral("/review/remarks")).toArray().last().toObject();
    if (sentBack && !remark.isEmpty()) {
        addText(tr("%1: “%2”", "reviewer and remark")
                    .arg(remark.value(QLatin1String("by")).toString(), remark.value(QLatin1String("text")).toString()),
                "");
    }
}

void RecordCard::addLastChanges()
{
    const auto history = m_desk.catalogue().history(m_asset.id());
    if (!history || history->empty()) {
        return;
    }
    QHBoxLayout *head = startSection(tr("Last changes"));
    auto *all = new QToolButton;
    all->setProperty("kind", "link");
    all->setText(tr("all %n", nullptr, static_cast<int>(history->size())));
    connect(all, &QToolButton::clicked, this, &RecordCard::historyRequested);
    head->addWidget(all);
    for (std::size_t i = 0; i < std::min(history->size(), kLastChanges); ++i) {
        const storage::heritage::RecordState &state = history->at(history->size() - 1 - i);
        addText(QStringLiteral("%1  %2 · %3")
                    .arg(QLocale().toString(state.time.toLocalTime().date(), QLocale::ShortFormat), state.author,
                         changeWords(state)),
                "muted");
    }
    QLabel *chain = addText(tr("Audit entry %1").arg(QLocale().toString(history->back().number)), "caption");
    chain->setToolTip(tr("Every change is chained to the one before; “Verify the heritage audit” checks the chain."));
}

} // namespace loci::widgets
