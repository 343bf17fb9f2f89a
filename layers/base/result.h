// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTypeInfo>
#include <QtGlobal>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <utility>

namespace loci {

/// What kind of thing went wrong; maps to the exit status of the command line (cli.md).
enum class ErrorCode {
    Usage,       ///< the caller asked for something that makes no sense (exit 2)
    NotReadable, ///< file, permission, disk, network (exit 3)
    NotWritable, ///< file, permission, disk full, read-only (exit 3)
    Invalid,     ///< the input was read and is not what it claims to be (exit 1)
    Unsupported, ///< valid, but nothing here reads it (exit 3)
    Cancelled,   ///< by the user or a time limit (exit 4)
    Internal     ///< a fault of ours (exit 70)
};

/// An error as a value: one clear sentence for the person, and a detail for the log.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< translated: what happened, to what, what to do
    QString detail;  ///< English, for the log
    std::shared_ptr<const Error> cause;

    /// The same error one step up: `message` becomes the new sentence, this one its cause.
    Error with(QString newMessage) const;
};

template <class T = void>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotReadable, tr("..."), "errno 13");`
tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {});
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Exit status of the command line for an error, as cli.md fixes it.
int exitStatus(ErrorCode code);

} // namespace loci

/// Results travel in signals, and Qt then looks for a comparison: errors have none.
template <class T>
struct QTypeTraits::has_operator_equal<tl::expected<T, loci::Error>> : std::false_type
{};

#define LOCI_CONCAT_(a, b) a##b
#define LOCI_CONCAT(a, b) LOCI_CONCAT_(a, b)
/// LOCI_TRY(value, expression): returns the error of `expression` or declares `value` with its result.
#define LOCI_TRY(variable, ...)                                                                                        \
    auto LOCI_CONCAT(loci_try_, __LINE__) = (__VA_ARGS__);                                                             \
    if (!LOCI_CONCAT(loci_try_, __LINE__)) {                                                                           \
        return ::tl::unexpected<::loci::Error>(std::move(LOCI_CONCAT(loci_try_, __LINE__).error()));                   \
    }                                                                                                                  \
    variable = std::move(*LOCI_CONCAT(loci_try_, __LINE__))
/// LOCI_CHECK(expression): returns the error of a Result<void> expression.
#define LOCI_CHECK(...)                                                                                                \
    if (auto loci_check = (__VA_ARGS__); !loci_check) {                                                                \
        return ::tl::unexpected<::loci::Error>(std::move(loci_check.error()));                                         \
    }
/// Soft assertion: logs the place and does `action` (usually `return ...`) when `condition` does not hold.
#define LOCI_EXPECT(condition, action)                                                                                 \
    if (!(condition)) {                                                                                                \
        qWarning("Expectation failed: %s at %s:%d", #condition, __FILE__, __LINE__);                                   \
        action;                                                                                                        \
    }
