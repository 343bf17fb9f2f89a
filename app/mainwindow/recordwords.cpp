// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/recordwords.h"

#include "layers/domain/merge/threeway.h"
#include "layers/storage/heritage/heritagestore.h"
#include "widgets/heritage/heritagedesk.h"

namespace loci::app {

namespace {
bool isAsset(const QString &key)
{
    return key.startsWith(QLatin1String(storage::heritage::key::kAsset));
}
} // namespace

QString RecordWords::document(const QString &key, const QJsonObject &json) const
{
    return isAsset(key) ? m_desk.nameOf(heritage::Asset(json)) : MergeWords::document(key, json);
}

QString RecordWords::field(const QString &key, const QJsonObject &json, const QString &path) const
{
    if (!isAsset(key) || m_desk.profile() == nullptr) {
        return MergeWords::field(key, json, path);
    }
    const QString label = m_desk.profile()->labelOf(merge::pointerTo(json, path), widgets::dataLanguage());
    return label.isEmpty() ? MergeWords::field(key, json, path) : label;
}

QString RecordWords::value(const QString &key, const QJsonObject &json, const QString &path,
                           const QJsonValue &value) const
{
    if (isAsset(key) && value.isString() && !value.toString().isEmpty()) {
        const QString pointer = merge::pointerTo(json, path);
        const heritage::Asset asset(json);
        if (asset.value(pointer) == value) { // a code of a vocabulary has a word
            return m_desk.valueText(asset, pointer);
        }
    }
    return MergeWords::value(key, json, path, value);
}

} // namespace loci::app
