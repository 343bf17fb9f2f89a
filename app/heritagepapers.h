// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/map/report/paper.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QHash>

namespace loci::app {

/// What is to be printed of the catalogue, for window and command line alike.
struct PaperRequest
{
    QString kind; ///< "sheet", "list", or a template of a report or letter: its id or path
    QStringList ids;
    QString language, office, heading;
    QDateTime printed;                                    ///< UTC
    QHash<QString, std::pair<QImage, QString>> maps = {}; ///< by record: map and caption
};

/// Everything that a worker needs to write it; the catalogue was asked already.
struct PaperInput
{
    QString kind, heading;
    heritage::Profile profile;
    std::optional<map::PaperTemplate> paper; ///< of a report or letter
    std::vector<map::SheetRecord> records;
    storage::heritage::MediaFolder media;
};

struct PaperOutcome
{
    int records = 0, pages = 0, photographs = 0;
    Findings findings; ///< medium_missing
};

/// Reads the records as the person may see them. Fails when one is not there, or the template is none. Main thread.
Result<PaperInput> collectPaper(const workspace::Catalogue &catalogue, const PaperRequest &request);
/// Writes a .pdf or .odt. Any thread.
Result<PaperOutcome> writePaper(PaperInput input, const QString &path, const CancelToken &cancel = {});

} // namespace loci::app
