// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

class QWidget;

namespace loci::widgets {

/// Something that an open pack shows: a panel of its own code, or an analysis that can be run.
struct PackPart
{
    enum class Kind { Panel, Analysis, Command };
    Kind kind = Kind::Panel;
    QString id, title;
};

/// One department pack as the pack manager shows it; all texts are in the person's language.
struct PackRow
{
    QString id, name, department, version, summary, owner;
    Status status = Status::Unknown;
    QString state;       ///< "runs", "failed" ...
    QString reason;      ///< why it does not run; empty otherwise
    QString brings;      ///< "3 indicators, 1 board"
    QString confirm;     ///< what is to be confirmed before official use
    QStringList details; ///< permissions, who signed, start time, lines of its log
    bool runs = false;
    bool on = false;   ///< in the open workspace
    bool asks = false; ///< a person has to agree first
    bool canRetry = false;
    std::vector<PackPart> parts;
};

} // namespace loci::widgets
