// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/report/recordsheet.h"

#include "layers/map/report/recordtext.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextTable>
#include <QUrl>
#include <algorithm>

namespace loci::map {

using heritage::Asset;
using heritage::Profile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::RecordSheet)
};

constexpr double kWidth = 480; ///< points of a page that pictures may take
constexpr double kMapHeight = 220, kPhotographHeight = 230;
const QColor kQuiet(95, 95, 95), kRule(205, 205, 205), kShade(243, 243, 240);

class Builder
{
public:
    Builder() : m_document(std::make_unique<QTextDocument>()), m_cursor(m_document.get())
    {
        m_document->setDefaultFont(documentFont(9.5));
        m_document->setUndoRedoEnabled(false);
    }
    std::unique_ptr<QTextDocument> take() { return std::move(m_document); }

    void paragraph(const QString &text, double size, QFont::Weight weight = QFont::Normal,
                   const QColor &colour = Qt::black, double above = 0, double below = 2)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(below);
        m_isFirst ? m_cursor.setBlockFormat(block) : m_cursor.insertBlock(block);
        m_isFirst = false;
        m_cursor.insertText(text, format(size, weight, colour));
    }
    void heading(const QString &text) { paragraph(text, 11.5, QFont::DemiBold, Qt::black, 9, 3); }

    /// Two columns: labels and values.
    void fields(const std::vector<FieldText> &fields)
    {
        QTextTableFormat table;
        table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table.setColumnWidthConstraints(
            {QTextLength(QTextLength::PercentageLength, 27), QTextLength(QTextLength::PercentageLength, 73)});
        table.setBorder(0.5);
        table.setBorderBrush(kRule);
        table.setBorderCollapse(true);
        table.setCellPadding(3);
        table.setCellSpacing(0);
        table.setBottomMargin(4);
        QTextTable *made = m_cursor.insertTable(static_cast<int>(fields.size()), 2, table);
        for (int row = 0; row < static_cast<int>(fields.size()); ++row) {
            const FieldText &field = fields[static_cast<std::size_t>(row)];
            cell(*made, row, 0, field.label, format(8.5, QFont::Normal, kQuiet), true);
            cell(*made, row, 1, field.value, format(9.5, QFont::Normal, Qt::black), false);
        }
        m_cursor.movePosition(QTextCursor::End);
    }
    void rows(const QStringList &head, const std::vector<QStringList> &rows, const QVector<QTextLength> &widths)
    {
        QTextTableFormat table;
        table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table.setColumnWidthConstraints(widths);
        table.setBorder(0.5);
        table.setBorderBrush(kRule);
        table.setBorderCollapse(true);
        table.setCellPadding(3);
        table.setCellSpacing(0);
        table.setHeaderRowCount(1);
        QTextTable *made =
            m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(head.size()), table);
        for (int column = 0; column < static_cast<int>(head.size()); ++column) {
            cell(*made, 0, column, head[column], format(8.5, QFont::DemiBold, Qt::black), true);
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                cell(*made, row + 1, column, rows[static_cast<std::size_t>(row)].value(column),
                     format(8.5, QFont::Normal, Qt::black), false);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }
    void picture(const QImage &image, double height, const QString &caption)
    {
        const double scale = std::min(kWidth / image.width(), height / image.height());
        const QString name = QStringLiteral("picture:%1").arg(m_pictures++);
        m_document->addResource(QTextDocument::ImageResource, QUrl(name), image);
        QTextBlockFormat block;
        block.setTopMargin(6);
        block.setNonBreakableLines(true);
        block.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
        m_cursor.insertBlock(block);
        QTextImageFormat picture;
        picture.setName(name);
        picture.setWidth(image.width() * scale);
        picture.setHeight(image.height() * scale);
        m_cursor.insertImage(picture);
        if (!caption.isEmpty()) {
            paragraph(caption, 8, QFont::Normal, kQuiet, 1, 5);
        }
    }

private:
    static QTextCharFormat format(double size, QFont::Weight weight, const QColor &colour)
    {
        QTextCharFormat text;
        QFont font = documentFont(size);
        font.setWeight(weight);
        text.setFont(font);
        text.setForeground(colour);
        return text;
    }
    static void cell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &style,
                     bool shaded)
    {
        QTextTableCell place = table.cellAt(row, column);
        QTextCharFormat background = place.format();
        if (shaded) {
            background.setBackground(kShade);
            place.setFormat(background);
        }
        place.firstCursorPosition().insertText(text, style);
    }

    std::unique_ptr<QTextDocument> m_document;
    QTextCursor m_cursor;
    bool m_isFirst = true;
    int m_pictures = 0;
};

QStringList languagesFor(const QString &language)
{
    return language.startsWith(QLatin1String("zh")) ? QStringList{QStringLiteral("zh"), QStringLiteral("en")}
                                                    : QStringList{QStringLiteral("en"), QStringLiteral("zh")};
}

QString labelFor(const Profile &profile, const char *list, const QString &code, const QString &language)
{
    const heritage::Vocabulary *vocabulary = profile.vocabulary(QLatin1String(list));
    const heritage::Choice *choice = vocabulary == nullptr ? nullptr : vocabulary->find(code);
    return choice == nullptr ? code : choice->label.in(language);
}

} // namespace

PageTexts sheetPageTexts(const QString &head, const SheetContent &content)
{
    const QString day = content.printed.date().toString(Qt::ISODate);
    return {head, content.office.isEmpty() ? Texts::tr("Printed %1").arg(day)
                                           : Texts::tr("%1, printed %2").arg(content.office, day)};
}

std::unique_ptr<QTextDocument> recordSheet(const Asset &asset, const Profile &profile, const SheetContent &content)
{
    Builder builder;
    builder.paragraph(asset.name(languagesFor(content.language)), 18, QFont::DemiBold, Qt::black, 0, 1);
    QStringList line;
    for (const QString &part :
         {asset.reference(), labelFor(profile, "level", asset.text(QStringLiteral("/level")), content.language),
          labelFor(profile, "category", asset.text(QStringLiteral("/category")), content.language)}) {
        if (!part.isEmpty()) {
            line << part;
        }
    }
    builder.paragraph(line.join(QStringLiteral("  ·  ")), 10, QFont::Normal, kQuiet, 0, 4);
    if (!content.map.isNull()) {
        builder.picture(content.map, kMapHeight, content.mapCaption);
    }
    const std::vector<SectionText> sections = sectionsOf(asset, profile, content.language);
    for (const SectionText &section : sections) {
        builder.heading(section.title);
        for (const std::vector<FieldText> &entry : section.entries) {
            builder.fields(entry);
        }
    }
    if (!content.photographs.empty()) {
        builder.heading(Texts::tr("Photographs and documents"));
        for (const SheetPicture &photograph : content.photographs) {
            if (!photograph.image.isNull()) {
                builder.picture(photograph.image, kPhotographHeight, photograph.caption);
            }
        }
    }
    const QStringList missing = missingFields(asset, profile, content.language);
    if (!missing.isEmpty()) {
        builder.heading(Texts::tr("Not recorded"));
        builder.paragraph(missing.join(QLatin1String("; ")), 9, QFont::Normal, kQuiet);
    }
    return builder.take();
}

std::unique_ptr<QTextDocument> recordList(const std::vector<Asset> &assets, const Profile &profile,
                                          const SheetContent &content)
{
    Builder builder;
    builder.paragraph(Texts::tr("Heritage records"), 18, QFont::DemiBold, Qt::black, 0, 1);
    builder.paragraph(Texts::tr("%n record(s)", nullptr, static_cast<int>(assets.size())), 10, QFont::Normal, kQuiet, 0,
                      6);
    std::vector<QStringList> rows;
    rows.reserve(assets.size());
    for (const Asset &asset : assets) {
        const heritage::AssetFacts facts = heritage::factsOf(asset);
        const QString rank =
            facts.level.isEmpty() ? facts.grade : labelFor(profile, "level", facts.level, content.language);
        QString dating = asset.text(QStringLiteral("/dating/text"));
        dating = dating.isEmpty() ? asset.text(QStringLiteral("/dating/edtf")) : dating;
        rows.push_back({facts.reference, asset.name(languagesFor(content.language)), rank, dating,
                        labelFor(profile, "condition", facts.condition, content.language),
                        asset.text(QStringLiteral("/address"))});
    }
    const auto part = [](double percent) { return QTextLength(QTextLength::PercentageLength, percent); };
    builder.rows({Texts::tr("Number"), Texts::tr("Name"), Texts::tr("Level or grade"), Texts::tr("Date"),
                  Texts::tr("Condition"), Texts::tr("Address")},
                 rows, {part(12), part(27), part(15), part(14), part(10), part(22)});
    return builder.take();
}

Result<> writeSheet(QTextDocument &document, const PageTexts &texts, const QString &path)
{
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        return writePdf(document, texts, path);
    }
    if (path.endsWith(QLatin1String(".odt"), Qt::CaseInsensitive)) {
        return writeOdt(document, path);
    }
    return fail(ErrorCode::Usage, Texts::tr("A sheet is written as .pdf or .odt, not as “%1”.").arg(path));
}

} // namespace loci::map
