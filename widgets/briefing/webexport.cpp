// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/webexport.h"

#include "widgets/briefing/briefingexport.h"

#include <QBuffer>
#include <QFile>

namespace loci::widgets {

namespace {

QByteArray inlined(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 92);
    return "data:image/jpeg;base64," + bytes.toBase64();
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray words(const char *tag, const briefing::Words &text, const QStringList &languages)
{
    QByteArray html;
    for (const QString &language : languages) {
        const QString one = text.in(language);
        if (!one.isEmpty()) {
            html += QByteArray("<") + tag + " lang=\"" + (language.startsWith(QLatin1String("zh")) ? "zh-CN" : "en") +
                    "\">" + escaped(one).replace('\n', "<br>") + "</" + tag + ">\n";
        }
    }
    return html;
}

} // namespace

QByteArray webPage(const briefing::Briefing &briefing, const std::vector<WallPicturePtr> &scenes,
                   const QString &language, const QDate &today)
{
    QFile frame(QStringLiteral(":/templates/briefing-page.html"));
    QByteArray page = frame.open(QIODevice::ReadOnly) ? frame.readAll() : QByteArray();
    const QStringList languages = spoken(briefing, language);
    QByteArray sections;
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        const WallPicture &picture = *scenes[i];
        const QString &title = picture.scene.title.in(languages.first());
        sections += "<section id=\"scene-" + escaped(picture.scene.id) + "\" data-key=\"" + escaped(picture.scene.key) +
                    "\">\n<img alt=\"" + escaped(title) + "\" src=\"" + inlined(picture.image) +
                    "\">\n<div class=\"words\">\n" + words("h2", picture.scene.title, languages) +
                    words("p", picture.scene.text, languages) + words("p", picture.scene.notes, languages) + "<pre>" +
                    escaped(provenance(picture.scene, today)) + "</pre>\n</div>\n</section>\n";
    }
    const WallColours colours = wallColours(briefing.show);
    const auto put = [&page](const char *name, const QByteArray &value) { page.replace(name, value); };
    put("@language@", languages.first().startsWith(QLatin1String("zh")) ? "zh-CN" : "en");
    put("@ground@", colours.panel.name().toUtf8());
    put("@text@", colours.text.name().toUtf8());
    put("@quiet@", colours.quiet.name().toUtf8());
    put("@title@", escaped(briefing.name.in(languages.first())));
    put("@scenes@", sections);
    return page;
}

} // namespace loci::widgets
