// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/access.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace loci::widgets {

/// What the owner of an entry says about it, to be edited: title and words in both languages, promise, class. It keeps
/// nothing itself.
class DescriptionForm final : public QWidget
{
    Q_OBJECT
public:
    explicit DescriptionForm(QWidget *parent = nullptr);
    void setEntry(const catalogue::Entry &entry);
    const QString &entryId() const { return m_id; }
    catalogue::Description description() const;

signals:
    void saved(const QString &id, const loci::catalogue::Description &said);
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Pair
    {
        QLabel *label = nullptr;
        QLineEdit *zh = nullptr, *en = nullptr;
    };
    Pair addPair(const char *name);
    QLineEdit *addLine(QLabel *&label, const char *name);
    QLabel *addLabel();
    void retranslate();

    QString m_id;
    Pair m_title, m_text, m_department, m_quality, m_lineage, m_condition;
    QLabel *m_sharingLabel, *m_basisLabel = nullptr, *m_licenceLabel = nullptr, *m_contactLabel = nullptr,
                            *m_cadenceLabel = nullptr;
    QComboBox *m_sharing;
    QLineEdit *m_basis, *m_licence, *m_contact, *m_cadence;
    QPushButton *m_save, *m_leave;
};

} // namespace loci::widgets
