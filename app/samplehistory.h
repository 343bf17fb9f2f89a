// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/profile.h"

#include <QJsonObject>
#include <QString>

namespace loci::app {

/// An id that is the same in every sample city, made from the number of a record and a word for what it is.
QString sampleId(const QString &kind, const QString &number);
/// A number that follows from the reference number alone.
quint32 sampleSeed(const QString &number);

/// Invents the life of a sample record beside the facts of its file: sub-class, address, use, earlier surveys and the
/// repair between them, phases with materials, components, causes of damage, value and summary in both languages.
void addSampleHistory(heritage::Asset &asset, const QJsonObject &facts, const heritage::Profile &profile);

} // namespace loci::app
