// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/secretkeeper.h"

#include "layers/base/logging.h"

#include <qt6keychain/keychain.h>

namespace loci::feeds {

namespace {
const QString kService = QStringLiteral("Loci feeds");
}

std::optional<Secret> SecretKeeper::find(const QString &name) const
{
    const auto known = m_known.constFind(name);
    return known != m_known.constEnd() ? std::optional(*known) : environmentSecret(name);
}

bool SecretKeeper::fetch(const QString &name)
{
    if (name.isEmpty() || m_asked.contains(name) || find(name)) {
        return false;
    }
    m_asked.insert(name);
    auto *job = new QKeychain::ReadPasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, job, name] {
        if (job->error() != QKeychain::NoError) {
            qCInfo(logFeeds, "The key store does not give a password: %s", qPrintable(job->errorString()));
            emit absent(name);
            return;
        }
        if (const auto secret = secretFrom(job->textData())) {
            m_known.insert(name, *secret);
            emit found(name);
        } else {
            emit absent(name);
        }
    });
    job->start();
    return true;
}

void SecretKeeper::hold(const QString &name, const Secret &secret)
{
    m_known.insert(name, secret);
    emit found(name);
}

void SecretKeeper::forget(const QString &name)
{
    m_known.remove(name);
    auto *job = new QKeychain::DeletePasswordJob(kService, this);
    job->setInsecureFallback(false);
    job->setKey(name);
    job->start();
    emit absent(name);
}

void SecretKeeper::keep(const QString &name, const Secret &secret)
{
    hold(name, secret);
    auto *job = new QKeychain::WritePasswordJob(kService, this);
    job->setInsecureFallback(false); // rather not at all than in a plain file
    job->setKey(name);
    job->setTextData(toText(secret));
    connect(job, &QKeychain::Job::finished, this, [this, job, name] {
        if (job->error() == QKeychain::NoError) {
            emit kept(name);
        } else {
            qCInfo(logFeeds, "The key store does not take a password: %s", qPrintable(job->errorString()));
            emit notKept(
                tr("This computer has no key store that can be used: the password holds until Loci is closed."));
        }
    });
    job->start();
}

} // namespace loci::feeds
