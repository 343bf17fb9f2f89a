// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/fieldeditor.h"

class QLabel;
class QLineEdit;

namespace loci::widgets {

/// A date as people write it: EDTF, a reign or dynasty, a century. Below the field stands what was understood; what
/// was not understood is said there in one sentence. The value is EDTF; what cannot be read is kept as it is, for the
/// check to tell of.
class DateField final : public FieldEditor
{
    Q_OBJECT
public:
    DateField(std::shared_ptr<const heritage::ReignTable> reigns, QWidget *parent = nullptr);
    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    void setProblem(bool problem) override;
    QString asWritten() const override;
    void setAsWritten(const QString &text) override;
    QString understood() const; ///< the line below the field

private:
    void explain();
    Result<heritage::Edtf> read(const QString &text) const;

    std::shared_ptr<const heritage::ReignTable> m_reigns;
    QLineEdit *m_edit;
    QLabel *m_understood;
    QString m_written;
};

/// A date in the words of the program's language: "1736 to 1795", "about 1420", "1765-03", "1940s", "222 BCE".
QString dateInWords(const heritage::Edtf &date);

} // namespace loci::widgets
