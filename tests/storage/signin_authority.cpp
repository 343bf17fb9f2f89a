// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/signin_authority.h"

#include "tests/support/serverprocess.h"

#include <QDateTime>
#include <QFile>

namespace loci::test {

namespace {
const QStringList kNewKey = {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                             QStringLiteral("ec_paramgen_curve:prime256v1")};

QString day(int fromToday)
{
    return QDateTime::currentDateTimeUtc().addDays(fromToday).toString(QStringLiteral("yyyyMMddhhmmss'Z'"));
}
} // namespace

bool Authority::isInstalled()
{
    return !ServerProcess::program(QStringLiteral("openssl")).isEmpty();
}

QString Authority::call(const QStringList &arguments) const
{
    return runProgram(QStringLiteral("openssl"), arguments);
}

QString Authority::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? QString() : file.errorString();
}

QByteArray Authority::bytes(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString Authority::create(const QString &name)
{
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray settings = "[ca]\ndefault_ca = own\n[own]\ndatabase = " + folder +
                                "/index.txt\nserial = " + folder + "/serial\nnew_certs_dir = " + folder +
                                "\ncertificate = " + folder + "/ca.crt\nprivate_key = " + folder +
                                "/ca.key\ndefault_md = sha256\ndefault_crl_days = 30\npolicy = any\nunique_subject = "
                                "no\ncopy_extensions = copy\n[any]\ncommonName = supplied\n";
    for (const auto &[file, text] : {std::pair{"ca.cnf", settings}, std::pair{"index.txt", QByteArray()},
                                     std::pair{"serial", QByteArray("1000\n")}}) {
        if (const QString problem = write(QLatin1String(file), text); !problem.isEmpty()) {
            return problem;
        }
    }
    return call(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                            QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-days"),
                            QStringLiteral("30"), QStringLiteral("-keyout"), path(QStringLiteral("ca.key")),
                            QStringLiteral("-out"), path(QStringLiteral("ca.crt"))} +
                kNewKey);
}

QString Authority::issue(const Wanted &wanted)
{
    const QString key = path(wanted.file + QStringLiteral(".key"));
    const QString certificate = path(wanted.file + QStringLiteral(".crt"));
    const QString request = path(wanted.file + QStringLiteral(".csr"));
    QStringList arguments{QStringLiteral("req"), QStringLiteral("-subj"), QStringLiteral("/CN=") + wanted.name,
                          QStringLiteral("-keyout"), key};
    arguments += kNewKey;
    arguments +=
        wanted.passphrase.isEmpty()
            ? QStringList{QStringLiteral("-nodes")}
            : QStringList{QStringLiteral("-passout"), QStringLiteral("pass:") + QString::fromLatin1(wanted.passphrase)};
    if (wanted.isHost) {
        arguments += {QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:") + wanted.name};
    }
    arguments += wanted.isSelfSigned ? QStringList{QStringLiteral("-x509"), QStringLiteral("-days"),
                                                   QStringLiteral("30"), QStringLiteral("-out"), certificate}
                                     : QStringList{QStringLiteral("-new"), QStringLiteral("-out"), request};
    const QString problem = call(arguments);
    if (!problem.isEmpty() || wanted.isSelfSigned) {
        return problem;
    }
    return call({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"), QStringLiteral("-config"),
                 path(QStringLiteral("ca.cnf")), QStringLiteral("-startdate"), day(wanted.firstDay),
                 QStringLiteral("-enddate"), day(wanted.lastDay), QStringLiteral("-in"), request,
                 QStringLiteral("-out"), certificate});
}

QString Authority::revoke(const QString &file)
{
    return call({QStringLiteral("ca"), QStringLiteral("-config"), path(QStringLiteral("ca.cnf")),
                 QStringLiteral("-revoke"), path(file + QStringLiteral(".crt"))});
}

QString Authority::listRevoked()
{
    return call({QStringLiteral("ca"), QStringLiteral("-config"), path(QStringLiteral("ca.cnf")),
                 QStringLiteral("-gencrl"), QStringLiteral("-out"), path(QStringLiteral("revoked.crl"))});
}

} // namespace loci::test
