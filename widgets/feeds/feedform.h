// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/domain/feeds/feeddescription.h"
#include "layers/feeds/secrets.h"
#endif

#include <QJsonObject>
#include <QWidget>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace loci::widgets {

class StatusBadge;

/// A feed as a form: what it is called, where it is, how its values are found. Test shows what comes before anything is
/// kept.
class FeedForm final : public QWidget
{
    Q_OBJECT
public:
    explicit FeedForm(QWidget *parent = nullptr);
    void setFeed(const feeds::FeedDescription &feed);
    void setEmpty();
    /// What the form says, or the sentence that tells what is missing.
    Result<feeds::FeedDescription> feed() const;
    /// The password that was typed; nothing when none was. It is no part of feed(), and forgotten with the next feed.
    std::optional<feeds::Secret> secret() const;
    void showResult(const QString &sentence, bool good);

signals:
    void testRequested();
    void saveRequested();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addLine(const char *name);
    void addField(QWidget *field);
    void retranslate();
    void showOnlyWhatIsNeeded();
    QJsonObject json() const;

    QFormLayout *m_rows;
    QLineEdit *m_id, *m_name, *m_address, *m_topics, *m_query;
    QComboBox *m_transport, *m_format, *m_sharing;
    QLineEdit *m_items, *m_stream, *m_time, *m_value, *m_identity, *m_unit, *m_credentials;
    QLineEdit *m_user, *m_password;
    QDoubleSpinBox *m_cadence;
    QPushButton *m_test, *m_save, *m_cancel;
    StatusBadge *m_badge;
    QLabel *m_result;
    QJsonObject m_rest; ///< of a feed that is edited: what the form does not show
};

} // namespace loci::widgets
