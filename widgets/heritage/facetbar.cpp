// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/facetbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/flowlayout.h"
#include "widgets/layers/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {

constexpr std::size_t kFolded = 5;
constexpr std::size_t kMost = 60;

QString chipName(sh::Facet facet, const QString &value)
{
    return QStringLiteral("facet.%1.%2").arg(sh::facetName(facet), value);
}

QIcon statusIcon(Status status)
{
    QPixmap pixmap(20, 20);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(2);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawStatus(painter, status, QRectF(0, 0, 10, 10));
    return QIcon(pixmap);
}

} // namespace

FacetBar::FacetBar(const HeritageDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

std::vector<sh::Facet> FacetBar::shownFacets() const
{
    const HeritageWords words(m_desk);
    return {words.usesLevels() ? sh::Facet::Level : sh::Facet::Grade,
            words.usesCategories() ? sh::Facet::Category : sh::Facet::Type, sh::Facet::Century, sh::Facet::Condition,
            sh::Facet::Review};
}

void FacetBar::setCounts(const sh::FacetCounts &counts, const sh::AssetQuery &query)
{
    m_counts = counts;
    m_query = query;
    rebuild();
}

void FacetBar::order(sh::Facet facet, std::vector<sh::FacetValue> &values) const
{
    const HeritageWords words(m_desk);
    QHash<QString, int> rank;
    const auto take = [&rank](const std::vector<HeritageMark> &marks) {
        for (const HeritageMark &mark : marks) {
            rank.insert(mark.code, static_cast<int>(rank.size()));
        }
    };
    if (facet == sh::Facet::Level || facet == sh::Facet::Grade) {
        take(words.classMarks());
    } else if (facet == sh::Facet::Condition) {
        take(words.conditionMarks());
    }
    std::stable_sort(values.begin(), values.end(), [&](const sh::FacetValue &a, const sh::FacetValue &b) {
        if (a.value.isEmpty() != b.value.isEmpty()) {
            return b.value.isEmpty();
        }
        if (facet == sh::Facet::Century) {
            return a.value.toInt() < b.value.toInt();
        }
        if (!rank.isEmpty()) {
            return rank.value(a.value, 999) < rank.value(b.value, 999);
        }
        return a.value < b.value;
    });
}

void FacetBar::rebuild()
{
    if (m_body != nullptr) {
        m_body->hide();
        m_body->deleteLater(); // the chip whose click led here
    }
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap / 2);
    for (const sh::Facet facet : shownFacets()) {
        const QStringList chosen = m_query.facets.value(facet);
        std::vector<sh::FacetValue> values = m_counts.value(facet);
        std::erase_if(values, [&chosen](const sh::FacetValue &value) {
            return value.count == 0 && !chosen.contains(value.value);
        });
        const bool says = values.size() > 1 || (values.size() == 1 && !values.front().value.isEmpty());
        if (says || !chosen.isEmpty()) {
            addFacet(*column, facet, std::move(values), chosen);
        }
    }
    m_column->addWidget(m_body);
    m_body->show();
}

void FacetBar::addFacet(QVBoxLayout &column, sh::Facet facet, std::vector<sh::FacetValue> values,
                        const QStringList &chosen)
{
    order(facet, values);
    const HeritageWords words(m_desk);
    QLabel *title = makeLabel(m_body, "caption");
    title->setText(HeritageWords::facetTitle(facet));
    column.addWidget(title);
    auto *flow = new FlowLayout(tokens().gap / 2);
    const bool unfolded = m_unfolded.contains(static_cast<int>(facet));
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const sh::FacetValue &value : values) {
        const bool on = chosen.contains(value.value);
        if (!on && shown >= (unfolded ? kMost : kFolded)) {
            ++left;
            continue;
        }
        ++shown;
        auto *chip = new QToolButton(m_body);
        chip->setObjectName(chipName(facet, value.value));
        chip->setProperty("kind", "chip");
        chip->setCheckable(true);
        chip->setChecked(on);
        chip->setText(
            QStringLiteral("%1  %2").arg(words.facetWord(facet, value.value), QLocale().toString(value.count)));
        if (facet == sh::Facet::Condition) {
            chip->setIcon(statusIcon(words.conditionStatus(value.value)));
            chip->setIconSize(QSize(10, 10));
            chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
        connect(chip, &QToolButton::clicked, this, [this, facet, code = value.value] { emit toggled(facet, code); });
        flow->addWidget(chip);
    }
    if (left > 0 || unfolded) {
        auto *more = new QToolButton(m_body);
        more->setProperty("kind", "link");
        more->setText(unfolded ? tr("fewer") : tr("%n more", nullptr, static_cast<int>(left)));
        connect(more, &QToolButton::clicked, this, [this, facet, unfolded] {
            if (unfolded) {
                m_unfolded.remove(static_cast<int>(facet));
            } else {
                m_unfolded.insert(static_cast<int>(facet));
            }
            rebuild();
        });
        flow->addWidget(more);
    }
    column.addLayout(flow);
}

QWidget *FacetBar::chip(sh::Facet facet, const QString &value) const
{
    return m_body != nullptr ? m_body->findChild<QWidget *>(chipName(facet, value)) : nullptr;
}

} // namespace loci::widgets
