// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QHash>
#include <vector>

namespace loci::app {

/// A record of the sample city that gets pictures.
struct SampleSubject
{
    QString id, number, subcategory, name; ///< subcategory and name in English
    int level = 5;
    bool wasRepaired = false; ///< it gets a picture of before, too
};

struct SamplePictures
{
    QHash<QString, std::vector<heritage::MediaUse>> uses; ///< by record
    std::vector<storage::heritage::MediumFacts> facts;
};

/// The records of a workspace that have no picture yet. Main thread.
std::vector<SampleSubject> sampleSubjects(const workspace::Workspace &workspace);
/// Draws and stores them: an elevation of each, a street view and a plan of the graded ones, and the same elevation
/// from before where there was a repair. The same bytes every time. Any thread.
Result<SamplePictures> drawSamplePictures(const std::vector<SampleSubject> &subjects,
                                          const storage::heritage::MediaFolder &folder, const CancelToken &cancel = {},
                                          const ProgressFunction &progress = {});
/// Gives them to their records as one step. Main thread.
Result<> addSamplePictures(workspace::Workspace &workspace, const SamplePictures &pictures);

} // namespace loci::app
