// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/result.h"

namespace loci {

Error Error::with(QString newMessage) const
{
    return Error{code, std::move(newMessage), detail, std::make_shared<const Error>(*this)};
}

tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail)
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail), nullptr});
}

int exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::NotReadable:
    case ErrorCode::NotWritable:
    case ErrorCode::Unsupported:
        return 3;
    case ErrorCode::Invalid:
        return 1;
    case ErrorCode::Cancelled:
        return 4;
    case ErrorCode::Internal:
        return 70;
    }
    return 70;
}

} // namespace loci
