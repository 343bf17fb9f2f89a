// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// One sub-command of `loci heritage NAME WORKSPACE ...`. Its call has the arguments after the name.
struct HeritageCommand
{
    QString name;             ///< "verify"
    QString usage;            ///< "verify WORKSPACE"
    QStringList valueOptions; ///< of this command; others are refused
    QStringList flags;
    int minArguments = 1;
    int maxArguments = 1; ///< -1: any number
    std::function<Result<Answer>(const Call &)> run;
};

/// The list, in the order of the help: heritagecommands.cpp is the one place to add a line.
std::vector<HeritageCommand> heritageCommands();

/// `more`: commands of rooms that not every program with this verb links.
VerbSpec heritageVerb(const std::vector<HeritageCommand> &more = {});

} // namespace loci::cli
