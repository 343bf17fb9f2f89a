// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoint/httpmessage.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/workspace/catalogue/datacatalogue.h"

#include <functional>

namespace loci::app {

/// What the end point may tell: a snapshot of the catalogue as its receiver may see it, taken on the main thread.
struct SharedData
{
    std::vector<catalogue::Entry> entries; ///< as seenBy() left them
    std::map<QString, workspace::EntryFile> files;
    QString title;
    storage::ObservationHome observations; ///< the stored values of streams
};
/// For a department, or the public with an empty name. Withheld entries come without their files.
SharedData sharedData(const workspace::Workspace &workspace, const workspace::DataCatalogue &catalogue,
                      const QString &department, const catalogue::FactsById &facts = {});

/// Answers of OGC API - Features (Core, GeoJSON) and of SensorThings (reading) over a snapshot. A value: any thread.
class ShareService
{
public:
    /// `root` is the address that links begin with: "http://127.0.0.1:8080".
    ShareService(SharedData data, QString root) : m_data(std::move(data)), m_root(std::move(root)) {}
    HttpAnswer answer(const HttpRequest &request) const;

    static constexpr int kMostFeatures = 1000;

private:
    HttpAnswer landing() const;
    HttpAnswer collections() const;
    HttpAnswer collection(const QString &id) const;
    HttpAnswer items(const QString &id, const QString &feature, const QUrlQuery &query) const;
    HttpAnswer sensorThings(const QString &path, const QUrlQuery &query) const;
    HttpAnswer observations(const storage::StoredStream &stream, const QUrlQuery &query) const;
    QJsonObject collectionJson(const catalogue::Entry &entry) const;
    QJsonObject link(const QString &path, const char *rel, const char *type) const;
    const catalogue::Entry *shared(const QString &id) const; ///< with a file
    bool isShared(const QString &feed) const;

    SharedData m_data;
    QString m_root;
};

} // namespace loci::app
