// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/citygmlreader.h"

#include "layers/base/logging.h"
#include "layers/formats/citygml/citygmldocument.h"
#include "layers/formats/inputfile.h"

#include <algorithm>
#include <cstring>

namespace loci::formats {

namespace {

constexpr int kPieceBytes = 64 * 1024; ///< between two looks at the cancel token

/// Bytes into a buffer; 0 at the end, -1 when they cannot be read on.
using Source = std::function<qint64(char *, qint64)>;

/// One call of the reader.
class GmlRun
{
public:
    GmlRun(const QString &name, const CancelToken &cancel)
        : m_model(std::make_shared<city::CityModel>())
        , m_context{*m_model, FindingList(), {}, {}, {}}
        , m_document(m_context, cancel)
        , m_scanner(m_names, [this](GmlTree &tree) { m_document.addMember(tree); })
        , m_name(name)
        , m_cancel(cancel)
    {
        m_model->sourcePath = name;
    }

    Result<LoadedModel> run(const Source &source, const std::function<QString()> &readError,
                            const std::function<void()> &afterPiece)
    {
        bool good = true;
        for (qint64 got = 1; good && got > 0;) {
            if (m_cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled,
                            QCoreApplication::translate("loci::formats", "Reading %1 was cancelled.").arg(m_name));
            }
            char *room = m_scanner.buffer(kPieceBytes);
            if (room == nullptr) {
                return fail(
                    ErrorCode::NotReadable,
                    QCoreApplication::translate("loci::formats", "There is not enough memory to read %1.").arg(m_name));
            }
            got = source(room, kPieceBytes);
            if (got < 0) {
                return damaged(readError(), {});
            }
            good = m_scanner.parse(static_cast<int>(got), got == 0);
            afterPiece();
        }
        if (!good) {
            const GmlScanner::Fault &fault = m_scanner.fault();
            return fault.refused ? refused(fault)
                                 : damaged(QCoreApplication::translate("loci::formats", "it is no well-formed XML (%1)")
                                               .arg(fault.message),
                                           QStringLiteral("line %1").arg(fault.line));
        }
        return conclude();
    }

private:
    Result<LoadedModel> refused(const GmlScanner::Fault &fault) const
    {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("loci::formats", "The file %1 was refused: %2.").arg(m_name, fault.message),
            QStringLiteral("line %1").arg(fault.line));
    }

    /// What came before the damage is kept.
    Result<LoadedModel> damaged(const QString &why, const QString &where)
    {
        m_scanner.endEarly();
        if (m_model->objectCount() == 0 && !isCity()) {
            return fail(
                ErrorCode::Invalid,
                QCoreApplication::translate("loci::formats", "The file %1 cannot be understood: %2").arg(m_name, why),
                where);
        }
        m_context.currentObject.clear();
        m_context.report(Severity::Error, "xml_syntax",
                         QCoreApplication::translate("loci::formats",
                                                     "The file is damaged from here on: %1. What came before was kept.")
                             .arg(why),
                         where);
        return conclude();
    }

    bool isCity() const
    {
        const GmlName *root = m_scanner.root();
        return root != nullptr &&
               (root->local == "CityModel" || root->local == "FeatureCollection" || root->local == "IndoorFeatures");
    }

    Result<LoadedModel> conclude()
    {
        if (m_cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("loci::formats", "Reading %1 was cancelled.").arg(m_name));
        }
        m_document.finish(m_scanner);
        m_context.currentObject.clear();
        if (m_scanner.tooDeep() > 0) {
            m_context.report(
                Severity::Error, "xml_depth",
                QCoreApplication::translate("loci::formats", "%1 elements are nested too deeply and were left out.")
                    .arg(m_scanner.tooDeep()));
        }
        if (m_scanner.hasDoctype()) {
            m_context.report(Severity::Info, "doctype",
                             QCoreApplication::translate("loci::formats",
                                                         "The document type that the file names was not looked at."));
        }
        if (m_model->objectCount() == 0 && !isCity()) {
            return fail(
                ErrorCode::Unsupported,
                QCoreApplication::translate("loci::formats", "The file %1 is XML, but no CityGML.").arg(m_name));
        }
        return LoadedModel{m_model, m_context.findings.take()};
    }

    std::shared_ptr<city::CityModel> m_model;
    ReadContext m_context;
    GmlNames m_names;
    CityGmlDocument m_document;
    GmlScanner m_scanner;
    QString m_name;
    CancelToken m_cancel;
};

} // namespace

bool CityGmlReader::recognises(const QByteArray &head) const
{
    const QByteArray start = (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed();
    if (!start.startsWith('<')) {
        return false;
    }
    return start.contains("<CityModel") || start.contains(":CityModel") || start.contains("opengis.net/citygml") ||
           start.contains("citygml.org/citygml") || start.contains("opengis.net/indoorgml");
}

Result<LoadedModel> CityGmlReader::read(const QString &path, const CancelToken &cancel,
                                        const ProgressFunction &progress) const
{
    qCDebug(logFormats) << "Reading CityGML" << path;
    LOCI_TRY(InputFile file, InputFile::open(path));
    GmlRun run(path, cancel);
    auto result = run.run([&file](char *bytes, qint64 capacity) { return file.read(bytes, capacity); },
                          [&file] { return file.errorString(); },
                          [&] {
                              if (progress) {
                                  progress(file.progress());
                              }
                          });
    return result;
}

Result<LoadedModel> CityGmlReader::read(const QByteArray &bytes, const QString &name, const CancelToken &cancel) const
{
    qint64 at = 0;
    GmlRun run(name, cancel);
    return run.run(
        [&](char *room, qint64 capacity) {
            const qint64 size = std::min<qint64>(capacity, bytes.size() - at);
            std::memcpy(room, bytes.constData() + at, static_cast<std::size_t>(size));
            at += size;
            return size;
        },
        [] { return QString(); }, [] {});
}

} // namespace loci::formats
