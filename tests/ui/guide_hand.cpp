// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/guide_hand.h"

#include "app/mainwindow/mainwindow.h"
#include "tests/ui/heritage_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>

namespace loci::test {

namespace {

constexpr int kPatience = 300000; // of a computer that has much else to do
constexpr int kSoon = 20000;      // until a button can be pressed
constexpr int kRows = 400;        // of a list, that may be longer

QString plain(QString text)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    static const QRegularExpression mnemonic(QStringLiteral("&(?=\\w)"));
    text.remove(tags).remove(mnemonic);
    if (text.endsWith(QChar(0x2026))) {
        text.chop(1);
    }
    return text.trimmed();
}

QHash<QString, QStringList> readTranslations()
{
    QHash<QString, QStringList> words;
    const QDir folder(QStringLiteral(LOCI_SOURCE_DIR "/resources/i18n"));
    for (const QString &name : folder.entryList({QStringLiteral("*.ts")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"source") {
                source = plain(xml.readElementText());
            } else if (xml.name() == u"translation") {
                words[source] << plain(xml.readElementText(QXmlStreamReader::IncludeChildElements));
            }
        }
    }
    return words;
}

QStringList textsOf(const QAbstractItemView &view)
{
    QStringList texts;
    const QAbstractItemModel *model = view.model();
    if (model == nullptr) {
        return texts;
    }
    for (int column = 0; column < model->columnCount(); ++column) {
        texts << model->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < std::min(model->rowCount(), kRows); ++row) {
            const QModelIndex index = model->index(row, column);
            texts << index.data().toString();
            for (int child = 0; child < std::min(model->rowCount(index), kRows); ++child) {
                texts << model->index(child, column, index).data().toString();
            }
        }
    }
    return texts;
}

} // namespace

GuideHand::GuideHand(app::MainWindow &window, const QString &language)
    : m_window(window)
    , m_language(language)
    , m_pictures(qEnvironmentVariable("LOCI_GUIDE_PICTURES"))
    , m_translations(readTranslations())
{}

bool GuideHand::says(const QString &shown, const char *word) const
{
    const QString text = plain(shown);
    const QString wanted = plain(QString::fromUtf8(word));
    return m_language == QLatin1String("en") ? text == wanted : m_translations.value(wanted).contains(text);
}

QAbstractButton *GuideHand::button(const char *word, const char *in) const
{
    QWidgetList places = QApplication::topLevelWidgets();
    if (in != nullptr) {
        places = m_window.findChildren<QWidget *>(QLatin1String(in));
    }
    for (QWidget *top : std::as_const(places)) {
        if (!top->isVisible()) {
            continue;
        }
        for (auto *each : top->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && each->isEnabled() &&
                (says(each->text(), word) || says(each->accessibleName(), word) ||
                 says(each->toolTip().section(QStringLiteral(" ("), 0, 0), word))) {
                return each;
            }
        }
    }
    return nullptr;
}

bool GuideHand::press(const char *word, const char *in)
{
    look();
    QAbstractButton *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = button(word, in)) != nullptr; }, kSoon)) {
        return false;
    }
    found->click();
    return settle();
}

bool GuideHand::pressNamed(const char *name)
{
    look();
    auto *found = m_window.findChild<QAbstractButton *>(QLatin1String(name));
    if (found == nullptr || !found->isVisible() || !found->isEnabled()) {
        return false;
    }
    found->click();
    return settle();
}

bool GuideHand::choose(const char *word)
{
    look();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        auto *menu = qobject_cast<QMenu *>(top);
        if (menu == nullptr || !menu->isVisible()) {
            continue;
        }
        for (QAction *action : menu->actions()) {
            if (action->isEnabled() && says(action->text(), word)) {
                menu->close();
                action->trigger();
                return settle();
            }
        }
    }
    return false;
}

bool GuideHand::click(const char *list, int row)
{
    look();
    auto *view = m_window.findChild<QAbstractItemView *>(QLatin1String(list));
    if (view == nullptr || !view->isVisible() || view->model()->rowCount() <= row) {
        return false;
    }
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return settle();
}

bool GuideHand::type(const char *field, const QString &text)
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        auto *line = top->findChild<QLineEdit *>(QLatin1String(field));
        if (line != nullptr && line->isVisible()) {
            look();
            line->setFocus();
            line->selectAll();
            compose(line, text);
            return settle();
        }
    }
    return false;
}

bool GuideHand::settle()
{
    const bool settled = QTest::qWaitFor([this] { return m_window.isSettled(); }, kPatience);
    QApplication::sendPostedEvents();
    look();
    return settled;
}

void GuideHand::remember(const QString &text)
{
    m_seen.insert(plain(text));
}

void GuideHand::remember(const QWidget &widget)
{
    remember(widget.toolTip().section(QStringLiteral(" ("), 0, 0));
    remember(widget.accessibleName());
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        remember(label->text());
    } else if (const auto *pressed = qobject_cast<const QAbstractButton *>(&widget)) {
        remember(pressed->text());
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        remember(line->placeholderText());
    } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < box->count(); ++i) {
            remember(box->itemText(i));
        }
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        for (const QString &text : textsOf(*view)) {
            remember(text);
        }
    } else if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        for (const QAction *action : menu->actions()) {
            remember(action->text());
        }
    }
}

void GuideHand::sees(const QStringList &texts)
{
    for (const QString &text : texts) {
        remember(text);
    }
}

void GuideHand::look()
{
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible()) {
            continue;
        }
        remember(*top);
        remember(top->windowTitle());
        for (const QWidget *child : top->findChildren<QWidget *>()) {
            if (child->isVisible()) {
                remember(*child);
            }
        }
    }
}

QString GuideHand::unseen(const QString &page) const
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/guide/%1/%2.md")
                   .arg(m_language == QLatin1String("en") ? QStringLiteral("en") : QStringLiteral("zh"), page));
    if (!file.open(QIODevice::ReadOnly)) {
        return file.fileName();
    }
    static const QRegularExpression bold(QStringLiteral("\\*\\*([^*\\n]+)\\*\\*"));
    QStringList missing;
    QRegularExpressionMatchIterator it = bold.globalMatch(QString::fromUtf8(file.readAll()));
    while (it.hasNext()) {
        const QString word = plain(it.next().captured(1));
        if (!m_seen.contains(word) && !missing.contains(word)) {
            missing << word;
        }
    }
    return missing.join(QStringLiteral(", "));
}

void GuideHand::picture(const QString &name, const QRect &part)
{
    settle();
    for (QWidget *child : m_window.findChildren<QWidget *>()) {
        if (child->inherits("loci::widgets::Toast")) {
            child->hide(); // it would be on one picture and not on the next
        }
    }
    if (!m_pictures.isEmpty()) {
        const QRect whole = part.isNull() ? m_window.rect() : part.intersected(m_window.rect());
        const QImage image = m_window.grab().toImage().copy(whole);
        if (!image.save(QStringLiteral("%1/%2.png").arg(m_pictures, name))) {
            qWarning("The picture %s could not be written.", qPrintable(name));
        }
    }
}

void GuideHand::pictureOf(QWidget &window, const QString &name)
{
    settle();
    if (!m_pictures.isEmpty() && !window.grab().save(QStringLiteral("%1/%2.png").arg(m_pictures, name))) {
        qWarning("The picture %s could not be written.", qPrintable(name));
    }
}

QRect GuideHand::placeOf(const char *name) const
{
    const auto *widget = m_window.findChild<QWidget *>(QLatin1String(name));
    return widget == nullptr ? QRect() : QRect(widget->mapTo(&m_window, QPoint()), widget->size());
}

} // namespace loci::test
