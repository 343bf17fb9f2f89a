// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/tlsprobe.h"

#include "layers/storage/postgisconnection.h"

#include <QCoreApplication>
#include <QFile>
#include <array>
#include <memory>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::TlsProbe)
};

constexpr int kPatience = 5; // seconds
// "Shall we speak TLS?" of PostgreSQL's protocol: the length, and a number that is no version.
constexpr std::array<unsigned char, 8> kSslRequest = {0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f};

class Socket
{
public:
    explicit Socket(int descriptor) : m_descriptor(descriptor) {}
    ~Socket()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Q_DISABLE_COPY_MOVE(Socket)
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

struct Releaser
{
    void operator()(addrinfo *found) const { freeaddrinfo(found); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *session) const { SSL_free(session); }
};

int connected(const PostGisAddress &address)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    if (getaddrinfo(address.host.toUtf8().constData(), QByteArray::number(address.port).constData(), &hints, &list) !=
        0) {
        return -1;
    }
    const std::unique_ptr<addrinfo, Releaser> found(list);
    const timeval patience{kPatience, 0};
    for (const addrinfo *one = list; one != nullptr; one = one->ai_next) {
        const int descriptor = ::socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol);
        if (descriptor < 0) {
            continue;
        }
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(descriptor, one->ai_addr, one->ai_addrlen) == 0) {
            return descriptor;
        }
        ::close(descriptor);
    }
    return -1;
}

std::unique_ptr<SSL_CTX, Releaser> contextFor(const PostGisAddress &address)
{
    std::unique_ptr<SSL_CTX, Releaser> context(SSL_CTX_new(TLS_client_method()));
    if (!context) {
        return nullptr;
    }
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_load_verify_locations(context.get(), QFile::encodeName(authorityOf(address)).constData(), nullptr);
    if (!address.revoked.isEmpty()) {
        X509_STORE *store = SSL_CTX_get_cert_store(context.get());
        X509_STORE_load_locations(store, QFile::encodeName(address.revoked).constData(), nullptr);
        X509_STORE_set_flags(store, X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
    }
    return context;
}

std::unique_ptr<SSL, Releaser> sessionFor(SSL_CTX *context, const PostGisAddress &address, int descriptor)
{
    std::unique_ptr<SSL, Releaser> session(SSL_new(context));
    if (!session) {
        return nullptr;
    }
    const QByteArray host = address.host.toUtf8();
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session.get()), host.constData()) != 1) {
        SSL_set1_host(session.get(), host.constData());
        SSL_ctrl(session.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                 const_cast<char *>(host.constData())); // as the macro of OpenSSL does, without its C cast
    }
    SSL_set_fd(session.get(), descriptor);
    return session;
}

TlsFault faultOf(long verified)
{
    switch (verified) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return TlsFault::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return TlsFault::NotYetValid;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return TlsFault::SelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return TlsFault::UnknownAuthority;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return TlsFault::WrongName;
    case X509_V_ERR_CERT_REVOKED:
        return TlsFault::Revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
        return TlsFault::NoRevokedList;
    default:
        return TlsFault::Other;
    }
}

TlsFault shake(const PostGisAddress &address, int descriptor)
{
    const auto context = contextFor(address);
    const auto session = context ? sessionFor(context.get(), address, descriptor) : nullptr;
    if (!session) {
        return TlsFault::Other;
    }
    ERR_clear_error();
    if (SSL_connect(session.get()) == 1) {
        return TlsFault::None;
    }
    const int reason = ERR_GET_REASON(ERR_peek_last_error());
    ERR_clear_error();
    if (const long verified = SSL_get_verify_result(session.get()); verified != X509_V_OK) {
        return faultOf(verified);
    }
    const bool isOld = reason == SSL_R_UNSUPPORTED_PROTOCOL || reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION ||
                       reason == SSL_R_WRONG_VERSION_NUMBER;
    return isOld ? TlsFault::OldTls : TlsFault::Other;
}
} // namespace

TlsFault probeTls(const PostGisAddress &address)
{
    const Socket socket(connected(address));
    if (socket.descriptor() < 0) {
        return TlsFault::NoAnswer;
    }
    char answer = 0;
    if (::send(socket.descriptor(), kSslRequest.data(), kSslRequest.size(), MSG_NOSIGNAL) !=
            ssize_t(kSslRequest.size()) ||
        ::recv(socket.descriptor(), &answer, 1, 0) != 1) {
        return TlsFault::NoAnswer;
    }
    return answer == 'S' ? shake(address, socket.descriptor()) : TlsFault::NoTls;
}

QString tlsFaultSentence(TlsFault fault, const PostGisAddress &address)
{
    const QString place = address.place();
    switch (fault) {
    case TlsFault::NoTls:
        return Texts::tr("The server of %1 speaks no TLS, so no certificate shows who it is; nothing was sent to it.")
            .arg(place);
    case TlsFault::OldTls:
        return Texts::tr("The server of %1 speaks only old versions of TLS; its administrator allows 1.2 or newer.")
            .arg(place);
    case TlsFault::Expired:
        return Texts::tr("The certificate of the server of %1 has expired; its administrator renews it.").arg(place);
    case TlsFault::NotYetValid:
        return Texts::tr("The certificate of the server of %1 is not valid yet; look at the clocks of both computers.")
            .arg(place);
    case TlsFault::SelfSigned:
        return Texts::tr("Nobody but itself vouches for the certificate of the server of %1; ask its administrator for "
                         "the file and choose it under “Who vouches for the server”.")
            .arg(place);
    case TlsFault::UnknownAuthority:
        return Texts::tr("An authority that you do not trust made the certificate of the server of %1; ask the "
                         "administrator for the authority's file and choose it under “Who vouches for the server”.")
            .arg(place);
    case TlsFault::WrongName:
        return Texts::tr("The certificate of the server of %1 was made for another name than %2; look whether the "
                         "address is right.")
            .arg(place, address.host);
    case TlsFault::Revoked:
        return Texts::tr("The certificate of the server of %1 was revoked; do not use this server before its "
                         "administrator has a new one.")
            .arg(place);
    case TlsFault::NoRevokedList:
        return Texts::tr("The list of revoked certificates does not fit the server of %1 or is out of date; get a new "
                         "one.")
            .arg(place);
    default:
        return Texts::tr("The server of %1 cannot prove with a valid certificate who it is; nothing was sent to it.")
            .arg(place);
    }
}

} // namespace loci::storage
