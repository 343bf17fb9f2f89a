// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/settings.h"

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <memory>

class QCoreApplication;

namespace loci::widgets {

/// "zh_CN", "en", or "system".
inline const Setting<QString> kLanguage{"language", QStringLiteral("system")};

/// The language of the program: every `:/i18n/*_<language>.qm` of all rooms, and Qt's own texts, as one translator, so
/// that a switch reaches each widget once. Remembered; QLocale's default follows. Main thread; make one and keep it.
class Translator final : public QObject
{
    Q_OBJECT
public:
    explicit Translator(QObject *parent = nullptr);
    ~Translator() override;
    /// Switches now and remembers. Unknown languages count as English.
    void setLanguage(const QString &language);
    /// Switches without remembering: `--lang`.
    void use(const QString &language);
    /// What the person chose last, or the system; at the start of the program.
    void restore();
    QString language() const { return m_language; } ///< in force: "zh_CN" or "en"
    /// Files that are loaded, for a look at what is missing.
    QStringList loadedFiles() const;

    /// "zh_CN" or "en" for a choice or a locale's name.
    static QString resolved(const QString &choice);

signals:
    void languageChanged(const QString &language);

private:
    class Composite;
    std::unique_ptr<Composite> m_composite;
    QString m_language;
};

} // namespace loci::widgets
