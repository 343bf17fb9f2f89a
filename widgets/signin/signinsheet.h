// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/signin/signinform.h"

class QComboBox;

namespace loci::widgets {

class StatusBadge;

/// What the person asks for: where to sign in, with what, and whether the secret may be kept. An empty secret: the one
/// of the key store, if there is one.
struct SignInWish
{
    storage::PostGisAddress address;
    QString secret;
    bool keep = true;
};

/// Signing in to a workspace on a server: servers used before, the form, and one sentence of answer. It connects to
/// nothing itself.
class SignInSheet final : public Panel
{
    Q_OBJECT
public:
    explicit SignInSheet(FilePrompt &files, QWidget *parent = nullptr);
    void setRecent(const QStringList &addresses); ///< newest first
    void setAddress(const storage::PostGisAddress &address);
    void setBusy(bool busy);
    void showAnswer(bool good, const QString &sentence); ///< empty: none
    SignInForm &form() const { return *m_form; }

signals:
    void testRequested(const loci::widgets::SignInWish &wish);
    void openRequested(const loci::widgets::SignInWish &wish);
    void addressChanged(const loci::storage::PostGisAddress &address); ///< it is whole
    void closed();

private:
    void build();
    void updateButtons();
    void nameRecent();
    void ask(bool open);
    void tellAddress();

    SignInForm *m_form;
    QComboBox *m_recent = nullptr;
    QWidget *m_recentPart = nullptr, *m_answer = nullptr;
    StatusBadge *m_shape = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_test = nullptr, *m_open = nullptr;
    bool m_isBusy = false;
};

} // namespace loci::widgets
