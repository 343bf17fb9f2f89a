// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/mediagallery.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/beforeafter.h"
#include "widgets/heritage/thumbnailcache.h"
#include "widgets/layers/panel.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kThumbnail = 96;
constexpr int kLarge = 1600;

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

QString shortText(const heritage::MediaUse &use)
{
    return use.caption.isEmpty() ? use.taken : use.caption;
}

} // namespace

MediaGallery::MediaGallery(HeritageDesk &desk, ThumbnailCache &thumbnails, FilePrompt &files, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_thumbnails(thumbnails)
    , m_files(files)
    , m_list(new QListWidget(this))
    , m_stage(new QStackedWidget(this))
    , m_large(new QLabel(this))
    , m_compare(new BeforeAfter(this))
    , m_words(new QWidget(this))
    , m_caption(new QLineEdit(m_words))
    , m_rights(new QLineEdit(m_words))
    , m_author(new QLineEdit(m_words))
    , m_taken(new QLineEdit(m_words))
    , m_add(makeButton(this))
    , m_store(makeButton(m_words))
    , m_overlay(makeButton(this))
{
    const Tokens &t = tokens();
    setObjectName(QStringLiteral("mediaGallery"));
    setAcceptDrops(true);
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize(QSize(kThumbnail, kThumbnail));
    m_list->setGridSize(QSize(kThumbnail + 12, kThumbnail + 30));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Photographs and documents"));
    m_list->setAcceptDrops(false);
    m_large->setAlignment(Qt::AlignCenter);
    m_large->setMinimumHeight(180);
    m_stage->addWidget(m_large);
    m_stage->addWidget(m_compare);
    m_add->setText(tr("Add photographs…"));
    m_add->setIcon(icon(QStringLiteral("camera")));
    m_store->setText(tr("Save"));
    m_overlay->setObjectName(QStringLiteral("overlay"));
    m_overlay->setText(tr("Overlay"));
    m_overlay->setToolTip(tr("Lays both over one another: the bar says how much of the later one is seen"));
    m_overlay->setCheckable(true);
    m_overlay->hide();
    auto *form = makeForm();
    form->addRow(tr("Caption"), m_caption);
    form->addRow(tr("Rights"), m_rights);
    form->addRow(tr("Author"), m_author);
    form->addRow(tr("Taken"), m_taken);
    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->addLayout(form);
    words->addWidget(m_store, 0, Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(m_stage);
    column->addWidget(m_overlay, 0, Qt::AlignLeft);
    column->addWidget(m_list, 1);
    column->addWidget(m_words);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &MediaGallery::addByDialog);
    connect(m_overlay, &QPushButton::toggled, m_compare, &BeforeAfter::setOverlay);
    connect(m_store, &QPushButton::clicked, this, &MediaGallery::storeWords);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &MediaGallery::showChosen);
    connect(&m_thumbnails, &ThumbnailCache::ready, this, [this] {
        fillList();
        showPictures();
    });
}

void MediaGallery::setRecord(const heritage::Asset &asset)
{
    const bool other = asset.id() != m_asset.id();
    m_asset = asset;
    m_uses = asset.parts<heritage::MediaUse>();
    const bool may = m_desk.may(heritage::Action::Edit, asset);
    m_add->setEnabled(may);
    m_words->setEnabled(may);
    if (m_list->count() != count() || other) {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (int i = 0; i < count(); ++i) {
            m_list->addItem(QString());
        }
    }
    fillList();
    if (m_list->selectedItems().isEmpty() && count() > 0) {
        choose({0});
    } else {
        showChosen();
    }
}

void MediaGallery::fillList()
{
    for (int i = 0; i < std::min(count(), m_list->count()); ++i) {
        const heritage::MediaUse &use = m_uses[static_cast<std::size_t>(i)];
        QListWidgetItem *item = m_list->item(i);
        item->setText(shortText(use));
        item->setToolTip(QStringList{use.caption, use.rights, use.author, use.taken}.join(QLatin1Char('\n')).trimmed());
        const auto picture = m_thumbnails.picture(use.sha256);
        if (picture) {
            item->setIcon(picture->isNull() ? icon(QStringLiteral("file")) : QIcon(*picture));
        }
    }
}

std::vector<int> MediaGallery::chosenRows() const
{
    std::vector<int> rows;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->isSelected()) {
            rows.push_back(i);
        }
    }
    return rows;
}

void MediaGallery::choose(const std::vector<int> &rows)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clearSelection();
        for (const int row : rows) {
            if (QListWidgetItem *item = m_list->item(row)) {
                item->setSelected(true);
            }
        }
    }
    showChosen();
}

void MediaGallery::showChosen()
{
    const std::vector<int> rows = chosenRows();
    m_words->setVisible(rows.size() == 1);
    if (rows.size() == 1) {
        const heritage::MediaUse &use = m_uses[static_cast<std::size_t>(rows.front())];
        m_caption->setText(use.caption);
        m_rights->setText(use.rights);
        m_author->setText(use.author);
        m_taken->setText(use.taken);
    }
    showPictures();
}

bool MediaGallery::isComparing() const
{
    return m_stage->currentWidget() == m_compare && count() > 1;
}

void MediaGallery::showPictures()
{
    std::vector<int> rows = chosenRows();
    m_stage->setVisible(!rows.empty());
    m_overlay->setVisible(rows.size() == 2);
    if (rows.size() == 2) {
        std::stable_sort(rows.begin(), rows.end(), [this](int a, int b) {
            return m_uses[static_cast<std::size_t>(a)].taken < m_uses[static_cast<std::size_t>(b)].taken;
        });
        const heritage::MediaUse &before = m_uses[static_cast<std::size_t>(rows[0])];
        const heritage::MediaUse &after = m_uses[static_cast<std::size_t>(rows[1])];
        m_compare->setPictures(m_thumbnails.picture(before.sha256, kLarge).value_or(QPixmap()),
                               m_thumbnails.picture(after.sha256, kLarge).value_or(QPixmap()), before.taken,
                               after.taken);
        m_stage->setCurrentWidget(m_compare);
        return;
    }
    m_stage->setCurrentWidget(m_large);
    if (!rows.empty()) {
        const auto picture = m_thumbnails.picture(m_uses[static_cast<std::size_t>(rows.front())].sha256, kLarge);
        if (picture && !picture->isNull()) {
            m_large->setPixmap(picture->scaled(m_large->width(), 220, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        } else {
            m_large->setText(picture ? tr("No picture can be shown of this file.") : QString());
        }
    }
}

void MediaGallery::storeWords()
{
    const std::vector<int> rows = chosenRows();
    if (rows.size() != 1) {
        return;
    }
    heritage::MediaUse &use = m_uses[static_cast<std::size_t>(rows.front())];
    use.caption = m_caption->text().trimmed();
    use.rights = m_rights->text().trimmed();
    use.author = m_author->text().trimmed();
    use.taken = m_taken->text().trimmed();
    heritage::Asset asset = m_asset;
    asset.setParts(m_uses);
    m_desk.attempt(m_desk.catalogue().put(asset, {}, tr("Describe a photograph of %1").arg(m_desk.nameOf(asset))));
}

void MediaGallery::addByDialog()
{
    m_desk.addMedia(m_asset.id(),
                    m_files.openFiles(window(), tr("Add photographs and documents"),
                                      tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;All files (*)")));
}

void MediaGallery::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty() && m_add->isEnabled()) {
        event->acceptProposedAction();
    }
}

void MediaGallery::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_desk.addMedia(m_asset.id(), localFiles(*event->mimeData()));
}

} // namespace loci::widgets
