// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/photopanel.h"

#include "widgets/common/status.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using planning::SitePhoto;

namespace {

constexpr int kSteps = 100;     // of the slider between two stops
constexpr double kFine = 2;     // pixels: the camera is good
constexpr double kPassable = 6; // pixels: it may serve for a first look
constexpr int kError = 5;       // column

} // namespace

PhotoPanel::PhotoPanel(PlanDesk &desk, PhotoDesk &photos, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_photos(photos)
    , m_panel(new SidePanel({}, this))
    , m_choice(new QComboBox(this))
    , m_view(new QComboBox(this))
    , m_open(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_stand(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_viewLabel(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_pointsHead(new QLabel(this))
    , m_fadeHead(new QLabel(this))
    , m_badge(new StatusBadge(Status::Unknown, this))
    , m_points(new QTableWidget(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("planning.photopanel"));
    build();
    connect(m_choice, &QComboBox::activated, this, [this] { m_photos.choose(m_choice->currentData().toString()); });
    connect(m_view, &QComboBox::activated, this, [this] {
        m_viewChosen = true;
        m_photos.setView(viewId());
    });
    connect(m_open, &QPushButton::clicked, this, &PhotoPanel::openRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_photos.removePoint(m_points->currentRow()); });
    connect(m_stand, &QPushButton::clicked, this, &PhotoPanel::standRequested);
    connect(m_export, &QPushButton::clicked, this, &PhotoPanel::exportRequested);
    connect(m_points, &QTableWidget::cellChanged, this, [this](int row) { takeCell(row); });
    connect(m_points, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_points->currentRow() >= 0 && !m_desk.isReadOnly()); });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_photos.setFade(static_cast<double>(value) / kSteps); });
    connect(&m_photos, &PhotoDesk::changed, this, &PhotoPanel::refresh);
    connect(&m_photos, &PhotoDesk::pictureChanged, this, &PhotoPanel::showState);
    retranslate();
}

void PhotoPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_close = m_panel->addAction(QStringLiteral("close"), {});
    connect(m_close, &QToolButton::clicked, this, &PhotoPanel::closeRequested);
    auto *content = new QWidget(m_panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    auto *top = new QHBoxLayout;
    top->addWidget(m_choice, 1);
    top->addWidget(m_open);
    column->addLayout(top);
    auto *from = new QHBoxLayout;
    m_viewLabel->setBuddy(m_view);
    from->addWidget(m_viewLabel);
    from->addWidget(m_view, 1);
    column->addLayout(from);
    for (QLabel *head : {m_pointsHead, m_fadeHead}) {
        head->setFont(tokenFont(tokens().fontBody, QFont::DemiBold));
    }
    m_advice->setProperty("role", "caption");
    m_advice->setWordWrap(true);
    m_points->setColumnCount(kError + 1);
    m_points->verticalHeader()->setDefaultSectionSize(26);
    m_points->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_points->setSelectionMode(QAbstractItemView::SingleSelection);
    m_points->setFrameShape(QFrame::NoFrame);
    m_points->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    column->addWidget(m_pointsHead);
    column->addWidget(m_badge);
    column->addWidget(m_advice);
    column->addWidget(m_points, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_remove);
    row->addWidget(m_stand);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_fadeHead);
    column->addWidget(buildFade());
    m_export->setProperty("kind", "primary");
    column->addWidget(m_export);
    m_panel->setContent(content);
}

QWidget *PhotoPanel::buildFade()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    m_slider->setRange(0, 2 * kSteps);
    m_slider->setPageStep(kSteps);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(kSteps);
    grid->addWidget(m_slider, 0, 0, 1, 3);
    constexpr Qt::Alignment kSides[] = {Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    for (int i = 0; i < 3; ++i) {
        m_ends[i] = new QLabel(box);
        m_ends[i]->setProperty("role", "caption");
        grid->addWidget(m_ends[i], 1, i, kSides[i]);
        grid->setColumnStretch(i, 1);
    }
    return box;
}

QString PhotoPanel::stateText() const
{
    return m_badge->text() + QLatin1Char(' ') + m_advice->text();
}

QString PhotoPanel::viewId() const
{
    return m_view->currentData().toString();
}

void PhotoPanel::fillChoices()
{
    const QSignalBlocker quiet(m_choice);
    const QString view = viewId();
    m_choice->clear();
    for (const SitePhoto &photo : m_photos.photos()) {
        m_choice->addItem(photo.name, photo.id);
    }
    const SitePhoto *current = m_photos.current();
    m_choice->setCurrentIndex(current != nullptr ? m_choice->findData(current->id) : -1);
    m_choice->setEnabled(m_choice->count() > 0);
    m_view->clear();
    for (const planning::ProtectedView &one : m_desk.basis().views.views) {
        m_view->addItem(one.id + QStringLiteral("  ") + PlanWords::name(one.name), one.id);
    }
    m_view->addItem(tr("No stored view"), QString());
    const int known = m_view->findData(current != nullptr ? current->view : view);
    m_view->setCurrentIndex(current != nullptr || m_viewChosen ? std::max(0, known) : 0);
    m_view->setEnabled(!m_desk.isReadOnly());
    m_open->setEnabled(!m_desk.isReadOnly());
}

void PhotoPanel::fillPoints()
{
    const QSignalBlocker quiet(m_points);
    const SitePhoto *photo = m_photos.current();
    const int row = m_points->currentRow();
    m_points->setRowCount(photo != nullptr ? static_cast<int>(photo->points.size()) : 0);
    const auto &camera = m_photos.camera();
    for (int i = 0; i < m_points->rowCount(); ++i) {
        const planning::ControlPoint &point = photo->points[static_cast<std::size_t>(i)];
        const double values[] = {point.pixel.x, point.pixel.y, point.place.x, point.place.y, point.place.z};
        for (int column = 0; column <= kError; ++column) {
            QTableWidgetItem *cell = m_points->item(i, column); // stays: it may be the one that is being edited
            if (cell == nullptr) {
                cell = new QTableWidgetItem;
                m_points->setItem(i, column, cell);
            }
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (column < kError) {
                cell->setText(QString::number(values[column], 'f', column < 2 ? 1 : 2));
            } else {
                const bool known = camera && *camera;
                const double error = known ? (*camera)->errors[static_cast<std::size_t>(i)] : 0;
                cell->setText(PlanWords::number(known ? std::optional(error) : std::nullopt, {}, 1));
                cell->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
                cell->setIcon(QIcon());
                if (known) {
                    cell->setIcon(PlanWords::icon(error < kFine       ? Status::Good
                                                  : error < kPassable ? Status::Watch
                                                                      : Status::Bad,
                                                  devicePixelRatioF()));
                }
            }
        }
    }
    m_points->setCurrentCell(std::min(row, m_points->rowCount() - 1), 0);
    m_points->setEditTriggers(m_desk.isReadOnly()
                                  ? QAbstractItemView::NoEditTriggers
                                  : QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
}

void PhotoPanel::takeCell(int row)
{
    const SitePhoto *photo = m_photos.current();
    if (photo == nullptr || row >= static_cast<int>(photo->points.size())) {
        return;
    }
    double values[kError] = {};
    bool fine = true;
    for (int column = 0; column < kError; ++column) {
        bool ok = false;
        values[column] = m_points->item(row, column)->text().toDouble(&ok);
        fine = fine && ok;
    }
    if (fine) {
        m_photos.changePoint(row, {{values[0], values[1]}, {values[2], values[3], values[4]}});
    } else {
        fillPoints();
    }
}

void PhotoPanel::showState()
{
    const SitePhoto *photo = m_photos.current();
    const auto &camera = m_photos.camera();
    const bool ready = !m_photos.layers().isEmpty();
    for (QWidget *part : {static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_export)}) {
        part->setEnabled(ready);
    }
    m_stand->setEnabled(camera && *camera);
    m_badge->setVisible(photo != nullptr);
    if (photo == nullptr) {
        m_advice->setText(tr("Open a photograph of the site. Then click a corner in it and the same corner in 3D, six "
                             "times or more."));
        return;
    }
    if (!camera) {
        m_badge->setStatus(Status::Unknown);
        m_badge->setText(tr("%1 of at least %2 points").arg(photo->points.size()).arg(SitePhoto::kLeastPoints));
        m_advice->setText(tr("Spread them over the picture, near and far, high and low."));
        return;
    }
    if (!*camera) {
        m_badge->setStatus(Status::Bad);
        m_badge->setText(tr("No camera found"));
        m_advice->setText(camera->error().message);
        return;
    }
    const analysis::SolvedCamera &solved = **camera;
    m_badge->setStatus(solved.mean < kFine ? Status::Good : solved.mean < kPassable ? Status::Watch : Status::Bad);
    m_badge->setText(tr("Mean error %1 px").arg(QLocale().toString(solved.mean, 'f', 2)));
    const auto worst = std::max_element(solved.errors.begin(), solved.errors.end()) - solved.errors.begin();
    m_advice->setText(
        tr("Largest: point %1, %2 px. The eye stands at %3 m, known to ±%4 m; the lens sees %5°.")
            .arg(worst + 1)
            .arg(QLocale().toString(solved.largest, 'f', 1), QLocale().toString(solved.camera.eye.z, 'f', 1),
                 QLocale().toString(solved.eyeError, 'f', 2), QLocale().toString(solved.camera.fieldOfView(), 'f', 0)) +
        (m_photos.isBusy() ? QLatin1Char(' ') + tr("The pictures are being computed.") : QString()));
}

void PhotoPanel::refresh()
{
    fillChoices();
    fillPoints();
    m_remove->setEnabled(m_points->currentRow() >= 0 && !m_desk.isReadOnly());
    showState();
}

void PhotoPanel::retranslate()
{
    m_panel->setCaption(tr("Planning"));
    m_panel->setTitle(tr("Site photograph"));
    setTip(m_close, tr("Back to the proposal"));
    m_open->setText(tr("Open…"));
    m_viewLabel->setText(tr("Taken from"));
    m_pointsHead->setText(tr("Control points"));
    m_remove->setText(tr("Remove point"));
    m_stand->setText(tr("Stand there in 3D"));
    m_fadeHead->setText(tr("Fade"));
    m_export->setText(tr("Save for the report…"));
    const QString ends[] = {tr("Photograph"), tr("Now"), tr("Proposal")};
    for (int i = 0; i < 3; ++i) {
        m_ends[i]->setText(ends[i]);
    }
    m_choice->setAccessibleName(tr("Site photograph"));
    m_slider->setAccessibleName(tr("Fade between photograph, now and proposal"));
    m_points->setAccessibleName(tr("Control points"));
    m_points->setHorizontalHeaderLabels(
        {tr("x, px"), tr("y, px"), tr("East"), tr("North"), tr("Height"), tr("Error, px")});
    refresh();
}

void PhotoPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets
