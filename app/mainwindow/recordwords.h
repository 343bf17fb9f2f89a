// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shared/mergewords.h"

namespace loci::widgets {
class HeritageDesk;
}

namespace loci::app {

/// Documents in words; records of the catalogue by their profile, with values of vocabularies as people read them.
class RecordWords final : public widgets::MergeWords
{
public:
    explicit RecordWords(const widgets::HeritageDesk &desk) : m_desk(desk) {}
    QString document(const QString &key, const QJsonObject &json) const override;
    QString field(const QString &key, const QJsonObject &json, const QString &path) const override;
    QString value(const QString &key, const QJsonObject &json, const QString &path,
                  const QJsonValue &value) const override;

private:
    const widgets::HeritageDesk &m_desk;
};

} // namespace loci::app
