// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/contracts/deliveryreader.h"

#include "layers/formats/heritage/rowreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::DeliveryReader)
};

constexpr qint64 kLongestContract = 16'777'216;

tl::unexpected<Error> unreadable(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)), why);
}

Result<QString> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return unreadable(path, file.errorString());
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// A finding of the reader as a breach: the row is in its place where it told one.
contracts::Breach breachOf(const Finding &finding)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    return {digits.match(finding.where).captured().toLongLong(), finding.object, finding.code, {}, finding.message};
}

} // namespace

Result<Loaded<contracts::Contract>> readContractFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(path, file.errorString());
    }
    return contracts::Contract::read(file.read(kLongestContract));
}

Result<CheckedDelivery> checkDelivery(const contracts::Contract &contract, const QString &path,
                                      const CancelToken &cancel)
{
    CheckedDelivery checked;
    LOCI_TRY(checked.sha256, hashOf(path));
    RowSource source;
    source.path = path;
    source.layer = contract.table;
    LOCI_TRY(Loaded<heritage::RowTable> read, readRows(source, cancel));
    checked.table = std::move(read.value);
    contracts::placeRows(contract, checked.table);
    LOCI_TRY(checked.report, contracts::check(contract, checked.table, cancel));
    for (const Finding &finding : read.findings) {
        if (finding.severity != Severity::Info) {
            checked.report.breaches.push_back(breachOf(finding));
        }
    }
    return checked;
}

} // namespace loci::formats
