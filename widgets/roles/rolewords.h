// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/roles/rolematrix.h"
#include "layers/storage/postgisaddress.h"

namespace loci::widgets {

/// What somebody may do with a part of a workspace.
enum class Access { None, Read, Write };

QString accessWord(Access access);                         ///< "reads"
QString partWord(const QString &part);                     ///< "Heritage catalogue", as it heads a column
QString sensitivityWord(const QString &word);              ///< of roles::sensitivities()
QString placeWord(const storage::PostGisAddress &address); ///< "loci in city on db.example.org"
QString levelWord(const QString &level);                   ///< of roles::levels()
QString roleWord(const roles::RoleKind &kind);             ///< its name in the language of the program, else its id
QString roleWord(const std::vector<roles::RoleKind> &kinds, const QString &role);
/// The widest that the rules give a role in a part.
Access accessOf(const std::vector<roles::RoleRule> &rules, const QString &role, const QString &part);
/// Reading, without a limit but that of sensitive records.
roles::RoleRule readingRule(const QString &role, const QString &part);
/// What restricts a rule, short: "restricted · 320508"; empty: nothing.
QString limitWord(const roles::RoleRule &rule);
QStringList listFrom(const QString &text); ///< of words between commas, Chinese ones too

} // namespace loci::widgets
