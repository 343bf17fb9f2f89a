// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace loci::cli {

/// What a verb was called with: positional arguments and `--name value` options (flags have an empty value).
struct Call
{
    QStringList arguments;
    QHash<QString, QString> options; ///< without the dashes
    CancelToken cancel;
    std::function<void(const QString &)> note; ///< a line of progress for standard error
};

/// What it answers. `json` carries the members of cli.md; `text` is the short form for people. Exit status 1 is set by
/// the frame when `findings` has an error.
struct Answer
{
    QJsonObject json;
    QString text;
    Findings findings; ///< written into json as "findings"
};

/// One verb of the command line. Options are declared so that unknown ones are refused with exit 2.
struct VerbSpec
{
    QString name;             ///< "info"
    QString usage;            ///< "info FILE"
    QString summary;          ///< translated, one line
    QStringList valueOptions; ///< options that take a value
    QStringList flags;
    int minArguments = 1;
    int maxArguments = 1; ///< -1: any number
    bool needsDisplay = false;
    bool takesServer = true; ///< arguments may be addresses of workspaces on servers; refused by the frame otherwise
    std::function<Result<Answer>(const Call &)> run;
};

/// All verbs, in the order of the help text (verbs.cpp is the one list).
std::vector<VerbSpec> allVerbs();
/// Runs `loci VERB ...`; returns the exit status of cli.md. `arguments` without the program's name.
int runVerb(const QStringList &arguments);
/// True when the first argument names a verb (or is help/--help/--version).
bool isVerb(const QString &argument);

} // namespace loci::cli
