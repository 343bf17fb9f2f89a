// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisaddress.h"

namespace loci::storage {

/// What is wrong with the TLS of a server.
enum class TlsFault {
    None,             ///< it shows who it is
    NoAnswer,         ///< nothing listens there, or it went silent
    NoTls,            ///< it does not speak TLS at all
    OldTls,           ///< only versions before 1.2
    Expired,          ///< its certificate has ended
    NotYetValid,      ///< its certificate has not begun
    SelfSigned,       ///< nobody but itself vouches for it
    UnknownAuthority, ///< an authority vouches for it that the address does not trust
    WrongName,        ///< its certificate is another computer's
    Revoked,          ///< its authority took the certificate back
    NoRevokedList,    ///< the list of revoked certificates is missing for its authority, or out of date
    Other
};

/// Why libpq, which does not say, refused the server: the same checks in a handshake of its own, in which nothing but
/// the beginning of TLS is sent. It only explains; libpq decides. Waits some seconds at most.
TlsFault probeTls(const PostGisAddress &address);
/// The sentence for it: what is wrong at `address.place()` and who can mend it.
QString tlsFaultSentence(TlsFault fault, const PostGisAddress &address);

} // namespace loci::storage
