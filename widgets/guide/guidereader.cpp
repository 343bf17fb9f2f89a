// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidereader.h"

#include "layers/base/logging.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QFile>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kMargin = 32;
constexpr double kLine = 150; // percent of the type

struct HeadingType
{
    int size;
    int above;
    int below;
};

HeadingType typeOf(int level)
{
    const Tokens &t = tokens();
    if (level == 1) {
        return {t.fontDisplay, 8, 16};
    }
    return level == 2 ? HeadingType{t.fontHeading, 28, 10} : HeadingType{t.fontTitle, 20, 6};
}

bool isPicture(const QUrl &url)
{
    return url.path().endsWith(QLatin1String(".png"));
}

} // namespace

GuideReader::GuideReader(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("guide.reader"));
    setProperty("role", QStringLiteral("page"));
    setOpenExternalLinks(false);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setLineWrapColumnOrWidth(kColumn);
    connect(this, &QTextBrowser::sourceChanged, this, &GuideReader::onSource);
}

QVariant GuideReader::loadResource(int type, const QUrl &name)
{
    const QUrl url = name.isRelative() ? m_page.resolved(name) : name;
    if (url.scheme() != QLatin1String("qrc") || !QFile::exists(QLatin1Char(':') + url.path())) {
        qCWarning(logUi) << "The user guide has no" << url.toString();
        m_missing << url.toString();
        return {};
    }
    if (type == QTextDocument::ImageResource) {
        return pictureOf(url);
    }
    m_shown = url;
    if (!isPicture(url)) {
        m_page = url;
    }
    if (isPicture(url)) {
        return QStringLiteral("<p><img src=\"%1\"></p>").arg(url.toString());
    }
    // Whole addresses: the document asks for pictures while it still stands on the page before.
    return QTextBrowser::loadResource(type, url).toByteArray().replace("](../pictures/", "](qrc:/guide/pictures/");
}

QImage GuideReader::pictureOf(const QUrl &url) const
{
    QImage image(QLatin1Char(':') + url.path());
    if (!isPicture(m_shown)) {
        const qreal ratio = devicePixelRatioF();
        image =
            image.scaledToWidth(qRound(std::min(kColumn - kMargin, image.width()) * ratio), Qt::SmoothTransformation);
        image.setDevicePixelRatio(ratio);
    }
    return image;
}

void GuideReader::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    const QUrl url = name.isRelative() ? m_page.resolved(name) : name;
    QTextBrowser::doSetSource(url, isPicture(url) ? QTextDocument::HtmlResource : type);
}

void GuideReader::onSource(const QUrl &url)
{
    const bool picture = isPicture(url);
    setLineWrapColumnOrWidth(picture ? QImage(QLatin1Char(':') + url.path()).width() + kMargin : kColumn);
    centre();
    if (!picture) {
        setType();
    }
}

void GuideReader::setType()
{
    const int place = verticalScrollBar()->value();
    QTextDocument *page = document();
    page->setDefaultFont(tokenFont(tokens().fontTitle));
    page->setDocumentMargin(0);
    page->setIndentWidth(28);
    for (QTextBlock block = page->begin(); block.isValid(); block = block.next()) {
        setBlock(block);
        setWords(block);
    }
    setTables();
    QTextFrameFormat frame = page->rootFrame()->frameFormat();
    frame.setTopMargin(kMargin);
    frame.setBottomMargin(kMargin * 2);
    page->rootFrame()->setFrameFormat(frame);
    verticalScrollBar()->setValue(place);
}

void GuideReader::setBlock(const QTextBlock &block)
{
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    if (level > 0) {
        const HeadingType type = typeOf(level);
        format.setTopMargin(type.above);
        format.setBottomMargin(type.below);
        QTextCharFormat words;
        words.setFont(tokenFont(type.size, QFont::DemiBold));
        words.setForeground(tokens().text);
        cursor.setPosition(block.position());
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
        cursor.setCharFormat(words);
    } else {
        format.setLineHeight(kLine, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(0);
        format.setBottomMargin(block.textList() != nullptr ? 6 : 12);
    }
    cursor.setBlockFormat(format);
}

void GuideReader::setWords(const QTextBlock &block)
{
    if (block.blockFormat().headingLevel() > 0) {
        return;
    }
    const Tokens &t = tokens();
    const bool inCode = block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
    std::vector<QTextFragment> fragments;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        fragments.push_back(it.fragment());
    }
    for (const QTextFragment &fragment : fragments) {
        QTextCharFormat format = fragment.charFormat();
        QTextCursor cursor(block);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        if (format.isImageFormat()) {
            format.setAnchor(true);
            format.setAnchorHref(format.toImageFormat().name());
            QTextBlockFormat alone = block.blockFormat();
            alone.setLineHeight(0, QTextBlockFormat::SingleHeight);
            alone.setTopMargin(6);
            alone.setBottomMargin(18);
            cursor.setBlockFormat(alone);
        } else if (format.isAnchor()) {
            format.setForeground(t.accent);
            format.setFontUnderline(false);
        } else if (format.fontFixedPitch() || inCode) {
            QFont mono = tokenFont(t.fontBody);
            mono.setFamilies({t.monoFamily});
            format.setFont(mono);
            format.setBackground(t.sunken);
            format.setForeground(t.text);
        } else {
            format.setForeground(t.text);
            if (format.fontWeight() > QFont::Medium) {
                format.setFontWeight(QFont::DemiBold);
            }
        }
        cursor.setCharFormat(format);
    }
}

void GuideReader::setTables()
{
    const QList<QTextFrame *> frames = document()->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(1);
            format.setBorderBrush(tokens().hairline);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderCollapse(true);
            format.setCellPadding(8);
            format.setCellSpacing(0);
            format.setTopMargin(4);
            format.setBottomMargin(16);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            table->setFormat(format);
        }
    }
}

void GuideReader::centre()
{
    const int room = width() - verticalScrollBar()->sizeHint().width();
    setViewportMargins(std::max(kMargin, (room - lineWrapColumnOrWidth()) / 2), 0, 0, 0);
}

void GuideReader::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    centre();
}

void GuideReader::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isPicture(m_shown)) {
        setType();
    }
}

} // namespace loci::widgets
