// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/translator.h"

#include "layers/base/logging.h"
#include "widgets/common/resources.h"
#include "widgets/common/tokens.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>
#include <cstring>
#include <vector>

namespace loci::widgets {

/// Many files, one translator: QCoreApplication tells the whole program about each translator that comes or goes.
class Translator::Composite final : public QTranslator
{
public:
    explicit Composite(const QString &language)
    {
        initLociResources();
        const QDir folder(QStringLiteral(":/i18n"));
        for (const QString &name :
             folder.entryList({QStringLiteral("*_%1.qm").arg(language)}, QDir::Files, QDir::Name)) {
            add(folder.filePath(name));
        }
        for (const char *part : {"qtbase", "qt"}) {
            const QString file = QStringLiteral("%1_%2").arg(QLatin1String(part), language);
            add(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QLatin1Char('/') + file, true);
        }
    }

    QString translate(const char *context, const char *source, const char *comment, int n) const override
    {
        const QString text = find(context, source, comment, n);
        // lupdate drops the namespaces of a class when it does not see its header; the program never does.
        const char *last = context != nullptr ? std::strrchr(context, ':') : nullptr;
        return text.isEmpty() && last != nullptr ? find(last + 1, source, comment, n) : text;
    }
    bool isEmpty() const override { return m_parts.empty(); }
    QStringList files() const { return m_files; }

private:
    QString find(const char *context, const char *source, const char *comment, int n) const
    {
        for (const auto &part : m_parts) {
            const QString text = part->translate(context, source, comment, n);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return {};
    }
    void add(const QString &file, bool optional = false)
    {
        auto part = std::make_unique<QTranslator>();
        if (part->load(file)) {
            m_parts.push_back(std::move(part));
            m_files << file;
        } else if (!optional) {
            qCWarning(logUi) << "The translation cannot be read:" << file;
        }
    }

    std::vector<std::unique_ptr<QTranslator>> m_parts;
    QStringList m_files;
};

Translator::Translator(QObject *parent) : QObject(parent), m_language(QStringLiteral("en")) {}

Translator::~Translator()
{
    if (m_composite) {
        QCoreApplication::removeTranslator(m_composite.get());
    }
}

QString Translator::resolved(const QString &choice)
{
    const QString name = choice == u"system" || choice.isEmpty() ? QLocale::system().name() : choice;
    return name.startsWith(u"zh") ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

void Translator::setLanguage(const QString &language)
{
    kLanguage.set(language);
    use(resolved(language));
}

void Translator::restore()
{
    use(resolved(kLanguage.value()));
}

QStringList Translator::loadedFiles() const
{
    return m_composite ? m_composite->files() : QStringList();
}

void Translator::use(const QString &language)
{
    if (language == m_language && m_composite) {
        return;
    }
    // The locale first: widgets format numbers and dates while they retranslate.
    QLocale::setDefault(language == u"zh_CN" ? QLocale(QLocale::Chinese, QLocale::China)
                                             : QLocale(QLocale::English, QLocale::system().territory()));
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance())) {
        applyFonts(*application);
    }
    m_language = language;
    const std::unique_ptr<Composite> old = std::move(m_composite);
    m_composite = std::make_unique<Composite>(language); // of English: one and many
    if (old) {
        QCoreApplication::removeTranslator(old.get());
    }
    QCoreApplication::installTranslator(m_composite.get());
    emit languageChanged(language);
}

} // namespace loci::widgets
