// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/prompts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace loci::widgets {

namespace {

/// "GeoJSON (*.geojson *.json);;..." -> "geojson" for the chosen filter; empty when it names none.
QString suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\*\.([A-Za-z0-9.]+))"));
    return pattern.match(filter).captured(1);
}

} // namespace

QStringList SystemFilePrompt::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

std::optional<QString> SystemFilePrompt::saveFile(QWidget *parent, const QString &title, const QString &suggested,
                                                  const QString &filter)
{
    QString chosen;
    QString path = QFileDialog::getSaveFileName(parent, title, suggested, filter, &chosen);
    if (path.isEmpty()) {
        return std::nullopt;
    }
    const QString suffix = suffixOf(chosen.isEmpty() ? filter : chosen);
    if (QFileInfo(path).suffix().isEmpty() && !suffix.isEmpty()) {
        path += QLatin1Char('.') + suffix;
    }
    return path;
}

std::optional<QString> SystemFilePrompt::folder(QWidget *parent, const QString &title)
{
    const QString path = QFileDialog::getExistingDirectory(parent, title);
    return path.isEmpty() ? std::nullopt : std::optional<QString>(path);
}

int DialogMessagePrompt::ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons)
{
    QMessageBox box(QMessageBox::NoIcon, title, QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()),
                    QMessageBox::NoButton, parent);
    box.setInformativeText(text);
    QList<QPushButton *> made;
    for (const QString &button : buttons) {
        // All in one role: they stand in the order the caller gave, on every desktop.
        made << box.addButton(button, QMessageBox::ActionRole);
    }
    if (!made.isEmpty()) {
        made.first()->setProperty("kind", "primary");
        box.setDefaultButton(made.first());
        box.setEscapeButton(made.last());
    }
    box.exec();
    return static_cast<int>(made.indexOf(qobject_cast<QPushButton *>(box.clickedButton())));
}

std::optional<QString> DialogMessagePrompt::text(QWidget *parent, const QString &title, const QString &label,
                                                 const QString &value)
{
    bool accepted = false;
    const QString answer = QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &accepted);
    return accepted ? std::optional<QString>(answer) : std::nullopt;
}

std::optional<QString> DialogMessagePrompt::secret(QWidget *parent, const QString &title, const QString &label)
{
    bool accepted = false;
    const QString answer = QInputDialog::getText(parent, title, label, QLineEdit::Password, {}, &accepted);
    return accepted ? std::optional<QString>(answer) : std::nullopt;
}

} // namespace loci::widgets
