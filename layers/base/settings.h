// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>
#include <type_traits>

namespace loci {

/// One typed entry of the user's settings, declared once per room:
/// `inline const Setting<bool> kShowScaleBar{"map/showScaleBar", true};`
/// Settings are the user's habits on this computer; what belongs to a workspace goes into the workspace.
/// QSettings is opened with the application's name; tests redirect it (tests/support/testenvironment.h).
template <class T>
class Setting
{
public:
    Setting(const char *key, T defaultValue) : m_key(key), m_default(std::move(defaultValue)) {}
    T value() const
    {
        const QVariant stored = QSettings().value(QLatin1String(m_key));
        return stored.isValid() && stored.template canConvert<T>() ? stored.template value<T>() : m_default;
    }
    void set(const T &value) const { QSettings().setValue(QLatin1String(m_key), QVariant::fromValue(value)); }
    const char *key() const { return m_key; }

private:
    const char *m_key;
    T m_default;
};

} // namespace loci
