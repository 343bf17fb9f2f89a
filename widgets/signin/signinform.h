// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisaddress.h"
#include "widgets/layers/panel.h"

#include <array>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace loci::widgets {

class FilePrompt;

/// The address of a workspace on a server, as one text and as fields that follow each other, with how the person signs
/// in, the files of certificates, and the secret. The secret is never part of the address.
class SignInForm final : public Panel
{
    Q_OBJECT
public:
    explicit SignInForm(FilePrompt &files, QWidget *parent = nullptr);
    void setAddress(const storage::PostGisAddress &address);
    /// Of the text; fails with a sentence while the text is no address.
    Result<storage::PostGisAddress> address() const;
    QString secret() const;
    void clearSecret();
    void focusSecret();
    bool keepsSecret() const;
    /// The secret of the address is known: none need be typed.
    void setKnown(bool known);

signals:
    void edited(); ///< the address, by the person
    void submitted();
    void forgetRequested();

private:
    enum File { Authority, Revoked, Certificate, Key, FileCount };
    QLineEdit *addLine(QVBoxLayout *into, const char *name, std::function<QString()> label);
    void addPlace();
    void addPerson();
    void addFiles();
    void chooseFile(int which);
    void readFields(); ///< into the text
    void readText();   ///< into the fields
    void showFields(const storage::PostGisAddress &address);
    void showWay();

    FilePrompt &m_files;
    QVBoxLayout *m_column = nullptr;
    QLineEdit *m_text = nullptr, *m_host = nullptr, *m_database = nullptr, *m_schema = nullptr, *m_user = nullptr;
    QLineEdit *m_secret = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_way = nullptr;
    QLabel *m_secretLabel = nullptr, *m_guard = nullptr;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_forget = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_filePart = nullptr;
    std::array<QLineEdit *, FileCount> m_paths{};
    bool m_isKnown = false;
};

} // namespace loci::widgets
