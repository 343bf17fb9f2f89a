// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplepictures.h"

#include "app/drawnbuildings.h"
#include "app/samplehistory.h"

#include <QBuffer>
#include <QCoreApplication>
#include <algorithm>

namespace loci::app {

using heritage::Asset;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::SampleHeritage)
};

constexpr int kQuality = 86;
constexpr int kStreetLevel = 4, kPlanLevel = 3; ///< the lowest protection that gets such a picture

QByteArray jpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", kQuality);
    return bytes;
}

class Artist
{
public:
    Artist(const storage::heritage::MediaFolder &folder, SamplePictures &pictures)
        : m_folder(folder)
        , m_pictures(pictures)
    {}

    Result<> draw(const SampleSubject &subject)
    {
        const BuildingKind kind = buildingKindOf(subject.subcategory, subject.name);
        const Drawn now{kind, sampleSeed(subject.number), false};
        const bool bridge = kind == BuildingKind::Bridge;
        LOCI_CHECK(store(subject, drawnElevation(now), "photograph", Texts::tr("Main front"), "2023-04-18"));
        if (subject.wasRepaired) {
            Drawn before = now;
            before.worn = true;
            LOCI_CHECK(store(subject, drawnElevation(before), "photograph", Texts::tr("Main front before the repair"),
                             "2012-05-09"));
        }
        if (subject.level <= kStreetLevel && !bridge) {
            LOCI_CHECK(store(subject, drawnStreet(now), "photograph", Texts::tr("From the lane"), "2021-10-30"));
        }
        const bool courts = kind == BuildingKind::Hall || kind == BuildingKind::Dwelling ||
                            kind == BuildingKind::Shop || kind == BuildingKind::Pavilion;
        if (subject.level <= kPlanLevel && courts) {
            LOCI_CHECK(store(subject, drawnPlan(now), "drawing", Texts::tr("Plan, without scale"), "2013-08-01"));
        }
        return {};
    }

private:
    Result<> store(const SampleSubject &subject, const QImage &image, const char *role, const QString &caption,
                   const char *taken)
    {
        LOCI_TRY(
            storage::heritage::MediumFacts facts,
            m_folder.importBytes(jpeg(image), QStringLiteral("%1-%2.jpg").arg(subject.number, QLatin1String(taken))));
        heritage::MediaUse use;
        use.sha256 = facts.sha256;
        use.role = QLatin1String(role);
        use.caption = caption;
        use.taken = QLatin1String(taken);
        use.author = QStringLiteral("Loci");
        use.rights = Texts::tr("Invented drawing, CC0");
        m_pictures.uses[subject.id].push_back(std::move(use));
        m_pictures.facts.push_back(std::move(facts));
        return {};
    }

    const storage::heritage::MediaFolder &m_folder;
    SamplePictures &m_pictures;
};

} // namespace

std::vector<SampleSubject> sampleSubjects(const workspace::Workspace &workspace)
{
    std::vector<SampleSubject> subjects;
    const QString prefix = QLatin1String(storage::heritage::key::kAsset);
    const QStringList keys = workspace.keys(prefix);
    subjects.reserve(static_cast<std::size_t>(keys.size()));
    for (const QString &key : keys) {
        const auto asset = Asset::parse(workspace.document(key).value_or(QByteArray()));
        if (!asset || !asset->parts<heritage::MediaUse>().empty()) {
            continue;
        }
        subjects.push_back({asset->id(), asset->reference(), asset->text(QStringLiteral("/type/label/en")),
                            asset->name({QStringLiteral("en")}), asset->text(QStringLiteral("/level")).toInt(),
                            asset->json().contains(QLatin1String("management"))});
    }
    return subjects;
}

Result<SamplePictures> drawSamplePictures(const std::vector<SampleSubject> &subjects,
                                          const storage::heritage::MediaFolder &folder, const CancelToken &cancel,
                                          const ProgressFunction &progress)
{
    SamplePictures pictures;
    Artist artist(folder, pictures);
    std::size_t done = 0;
    for (const SampleSubject &subject : subjects) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The pictures of the sample city were not finished."));
        }
        LOCI_CHECK(artist.draw(subject));
        if (progress) {
            progress(static_cast<double>(++done) / static_cast<double>(subjects.size()));
        }
    }
    return pictures;
}

Result<> addSamplePictures(workspace::Workspace &workspace, const SamplePictures &pictures)
{
    workspace::Catalogue catalogue(workspace);
    std::vector<Asset> assets;
    assets.reserve(static_cast<std::size_t>(pictures.uses.size()));
    for (auto it = pictures.uses.cbegin(); it != pictures.uses.cend(); ++it) {
        auto asset = catalogue.asset(it.key());
        if (asset) {
            asset->setParts(*it);
            assets.push_back(std::move(*asset));
        }
    }
    std::sort(assets.begin(), assets.end(), [](const Asset &a, const Asset &b) { return a.id() < b.id(); });
    return catalogue.putAll(assets, {}, pictures.facts, QStringLiteral("Sample city, invented"),
                            Texts::tr("Add the pictures of the sample city"));
}

} // namespace loci::app
