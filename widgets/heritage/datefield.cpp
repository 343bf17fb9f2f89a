// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/datefield.h"

#include "layers/domain/heritage/edtf.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/heritagewords.h"
#include "widgets/heritage/textfields.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace loci::widgets {

using heritage::Edtf;

namespace {

QString yearInWords(int year)
{
    return year > 0 ? QString::number(year) : DateField::tr("%1 BCE").arg(1 - year);
}

QString partInWords(const Edtf::Part &part)
{
    constexpr int kDecade = 1;
    constexpr int kCentury = 2;
    constexpr int kFirstSeason = 21;
    QString text = yearInWords(part.year);
    if (part.unspecified == kDecade) {
        text = DateField::tr("%1s", "decade").arg(part.year);
    } else if (part.unspecified == kCentury) {
        text = HeritageWords::centuryWord(heritage::centuryOf(part.year + 1));
    } else if (part.month > 0 && part.month < kFirstSeason) {
        text += QStringLiteral("-%1").arg(part.month, 2, 10, QLatin1Char('0'));
        if (part.day > 0) {
            text += QStringLiteral("-%1").arg(part.day, 2, 10, QLatin1Char('0'));
        }
    }
    if (part.isApproximate) {
        text = DateField::tr("about %1").arg(text);
    }
    if (part.isUncertain) {
        text = DateField::tr("%1 (uncertain)").arg(text);
    }
    return text;
}

} // namespace

QString dateInWords(const Edtf &date)
{
    if (!date.isInterval) {
        return partInWords(date.start);
    }
    if (date.startKind != Edtf::End::Known) {
        return DateField::tr("until %1").arg(partInWords(date.end));
    }
    if (date.endKind != Edtf::End::Known) {
        return DateField::tr("from %1").arg(partInWords(date.start));
    }
    return DateField::tr("%1 to %2").arg(partInWords(date.start), partInWords(date.end));
}

DateField::DateField(std::shared_ptr<const heritage::ReignTable> reigns, QWidget *parent)
    : FieldEditor(parent)
    , m_reigns(std::move(reigns))
    , m_edit(new QLineEdit(this))
    , m_understood(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap / 2);
    m_edit->setPlaceholderText(tr("1736/1795, 1420~, 清乾隆三十年"));
    m_understood->setObjectName(QStringLiteral("understood"));
    m_understood->setTextFormat(Qt::PlainText);
    m_understood->setProperty("role", "caption");
    m_understood->setWordWrap(true);
    m_understood->hide();
    column->addWidget(m_edit);
    column->addWidget(m_understood);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        explain();
        emit edited();
    });
}

Result<Edtf> DateField::read(const QString &text) const
{
    Result<Edtf> date = Edtf::parse(text);
    if (date) {
        return date;
    }
    if (const auto phrase = heritage::edtfOfPhrase(text)) {
        return *phrase;
    }
    if (m_reigns != nullptr) {
        Result<Edtf> reign = m_reigns->toEdtf(text);
        if (reign || text.at(0).unicode() > 0x2e7f) {
            return reign; // its sentence fits what was typed better
        }
    }
    return date;
}

void DateField::explain()
{
    const QString text = m_edit->text().trimmed();
    m_understood->setVisible(!text.isEmpty());
    if (text.isEmpty()) {
        m_understood->clear();
        return;
    }
    const Result<Edtf> date = read(text);
    if (!date) {
        m_understood->setText(date.error().message);
        return;
    }
    QString words = dateInWords(*date);
    if (date->text() != text) {
        words = QStringLiteral("%1 · %2").arg(date->text(), words);
    }
    const QStringList reigns = m_reigns != nullptr ? m_reigns->toChinese(*date) : QStringList();
    if (!reigns.isEmpty() && reigns.first() != text) {
        words += QStringLiteral(" · ") + reigns.first();
    }
    m_understood->setText(words);
}

QString DateField::understood() const
{
    return m_understood->text();
}

QJsonValue DateField::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    const Result<Edtf> date = read(text);
    return date ? date->text() : text;
}

QString DateField::asWritten() const
{
    return m_edit->text().trimmed();
}

void DateField::setAsWritten(const QString &text)
{
    m_written = text;
}

void DateField::setValue(const QJsonValue &value)
{
    const QString edtf = value.toString();
    const Result<Edtf> written = m_written.isEmpty() ? fail(ErrorCode::Invalid, {}) : read(m_written);
    m_edit->setText(written && written->text() == edtf ? m_written : edtf);
    explain();
}

void DateField::setProblem(bool problem)
{
    markProblem(m_edit, problem);
}

} // namespace loci::widgets
