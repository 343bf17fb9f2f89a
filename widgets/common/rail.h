// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace loci::widgets {

/// A workplace as the rail shows it; packs add theirs. The word is translated with (context, name).
struct RailItem
{
    QString id;
    QString icon;
    QByteArray context;
    QByteArray name;    ///< one or two words
    int order = 100;    ///< from the top
    bool atEnd = false; ///< stands at the bottom (settings); does not become current, only emits
    int count = 0;      ///< more than 0: a small figure at the icon
};

/// The workplaces at the left edge: icon and word, the current one marked by an accent bar.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void addItem(const RailItem &item);
    void removeItem(const QString &id);
    void setCount(const QString &id, int count);
    void setCurrent(const QString &id); ///< does not emit
    QString current() const { return m_current; }
    QStringList ids() const; ///< from top to bottom

    QSize minimumSizeHint() const override;

    static constexpr int kWidth = 80;

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Button;
    void arrange();
    void fit(); ///< all buttons into the height there is
    Button *find(const QString &id) const;
    QVBoxLayout *m_layout;
    std::vector<Button *> m_buttons; // in order
    QString m_current;
};

} // namespace loci::widgets
