// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/reachedrows.h"

#include "layers/domain/indicators/accessibility.h"

namespace loci::app {

using namespace indicators;

namespace {

Quantity amountOf(const Row &row, const QString &field)
{
    if (field == QLatin1String("@area")) {
        return row.area();
    }
    if (field.isEmpty()) {
        return 1; // each counts as one
    }
    const Field value = row.field(field);
    const auto *number = std::get_if<double>(&value);
    return number != nullptr ? Quantity(*number) : std::nullopt;
}

/// A row with the access that was found for it.
class ReachedRow final : public Row
{
public:
    ReachedRow(const Row &row, Quantity access) : m_row(row), m_access(access) {}
    QString id() const override { return m_row.id(); }
    Field field(const QString &name) const override
    {
        if (name != QLatin1String("@access")) {
            return m_row.field(name);
        }
        return m_access ? Field(*m_access) : Field();
    }
    Quantity area() const override { return m_row.area(); }
    Quantity length() const override { return m_row.length(); }
    std::optional<Vec2> place() const override { return m_row.place(); }

private:
    const Row &m_row;
    Quantity m_access;
};

} // namespace

Result<> eachReachedRow(const Binding &binding, const map::TableSource &demand, const map::TableSource &supply,
                        const QString &crs, const std::function<void(const Row &)> &row, const CancelToken &cancel)
{
    std::vector<Located> services;
    LOCI_CHECK(map::eachTableRow(
        supply, crs, {},
        [&](const Row &each) {
            const auto place = each.place();
            const Quantity amount = amountOf(each, binding.reach.supplyField);
            if (place && amount && passes(binding.reach.where, each)) {
                services.push_back({*place, *amount});
            }
        },
        cancel));
    std::vector<Located> people;
    std::vector<bool> known;
    LOCI_CHECK(map::eachTableRow(
        demand, crs, {},
        [&](const Row &each) {
            const auto place = each.place();
            const Quantity amount = amountOf(each, binding.reach.demandField);
            known.push_back(place && amount);
            people.push_back({place.value_or(Vec2()), known.back() ? *amount : 0});
        },
        cancel));
    const std::vector<double> access = twoStepCatchment(people, services, binding.reach.metres, binding.reach.decay);
    std::size_t index = 0;
    return map::eachTableRow(
        demand, crs, {},
        [&](const Row &each) {
            const bool there = index < known.size() && known[index];
            row(ReachedRow(each, there ? Quantity(access[index] * people[index].amount) : std::nullopt));
            ++index;
        },
        cancel);
}

} // namespace loci::app
