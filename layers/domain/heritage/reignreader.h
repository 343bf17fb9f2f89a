// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/reigns.h"

namespace loci::heritage {

/// Reads a Chinese notation of time with a table of eras.
class ReignReader
{
public:
    explicit ReignReader(const std::vector<Era> &eras) : m_eras(eras) {}
    Result<Edtf> read(const QString &text) const;

private:
    struct Cut
    {
        const Era *era = nullptr;
        QString rest;
    };
    Result<Edtf> readSpan(const QString &text, const Era *dynasty) const;
    /// One end of an interval; `dynasty` is what the other end said before.
    Result<Edtf> readOne(const QString &text, const Era *dynasty) const;
    /// 明清: names of dynasties one after the other.
    std::optional<Edtf> readChain(const QString &text) const;
    Result<Edtf> readWithin(const Era &dynasty, const QString &rest) const;
    Result<Edtf> readEra(const Era &era, const QString &rest) const;
    Cut takeDynasty(const QString &text) const;
    /// All eras that the text begins with by the longest name; within a dynasty when one is given.
    std::vector<Cut> takeEras(const QString &text, const Era *dynasty) const;

    const std::vector<Era> &m_eras;
};

} // namespace loci::heritage
