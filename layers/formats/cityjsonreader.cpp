// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/cityjsonreader.h"

#include "layers/base/logging.h"
#include "layers/formats/cityjsondocument.h"

#include <limits>

namespace loci::formats {

namespace {

using Outcome = CityJsonDocument::Outcome;

/// One call of the reader: a document, and the features behind it.
class ReadRun
{
public:
    ReadRun(const QString &name, const CancelToken &cancel, const ProgressFunction &progress)
        : m_model(std::make_shared<city::CityModel>())
        , m_context{*m_model, FindingList(), {}, {}, {}}
        , m_document(m_context, cancel, progress)
        , m_name(name)
        , m_cancel(cancel)
        , m_progress(progress)
    {
        m_model->sourcePath = name;
        m_model->format = QStringLiteral("CityJSON");
    }

    Result<LoadedModel> run(JsonWindow &window)
    {
        const char first = window.peek();
        if (first == 0 && !window.readFailed()) {
            return fail(ErrorCode::Invalid,
                        QCoreApplication::translate("loci::formats", "The file %1 is empty.").arg(m_name));
        }
        if (first != '{') {
            return fail(
                ErrorCode::Unsupported,
                QCoreApplication::translate("loci::formats", "The file %1 is no JSON object, so it is no CityJSON.")
                    .arg(m_name));
        }
        Outcome outcome = m_document.read(window);
        const bool firstBroken = outcome == Outcome::Broken;
        if (outcome == Outcome::Broken) {
            window.line(); // a sequence may go on behind a damaged line
        }
        if (outcome != Outcome::Cancelled && outcome != Outcome::Foreign && window.peek() == '{') {
            outcome = readSequence(window);
        } else if (outcome == Outcome::Done && window.peek() != 0) {
            m_context.currentObject.clear();
            m_context.report(
                Severity::Error, "json_syntax",
                QCoreApplication::translate("loci::formats", "There is more text behind the end of the JSON object."),
                QStringLiteral("byte %1").arg(window.offset()));
        }
        return conclude(window, outcome, firstBroken);
    }

private:
    Outcome readSequence(JsonWindow &window)
    {
        m_model->format = QStringLiteral("CityJSONSeq");
        int number = 1;
        while (const auto line = window.line()) {
            ++number;
            if (m_cancel.isCancelled()) {
                return Outcome::Cancelled;
            }
            if (m_progress && number % 64 == 0) {
                m_progress(window.progress());
            }
            JsonWindow feature(line->data(), line->size());
            if (feature.peek() == 0) {
                continue;
            }
            m_context.place = QStringLiteral("line %1").arg(number);
            const Outcome outcome = m_document.read(feature);
            if (outcome == Outcome::Cancelled) {
                return outcome;
            }
            if (outcome == Outcome::Foreign) {
                m_context.currentObject.clear();
                m_context.report(Severity::Error, "schema",
                                 QCoreApplication::translate("loci::formats", "This line is no CityJSONFeature."));
            } else if (outcome == Outcome::Done && feature.peek() != 0) {
                m_context.currentObject.clear();
                m_context.report(Severity::Error, "json_syntax",
                                 QCoreApplication::translate("loci::formats",
                                                             "There is more text behind the end of the JSON object."));
            }
        }
        return Outcome::Done;
    }

    Result<LoadedModel> conclude(JsonWindow &window, Outcome outcome, bool firstBroken)
    {
        if (outcome == Outcome::Cancelled || m_cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("loci::formats", "Reading %1 was cancelled.").arg(m_name));
        }
        if (window.readFailed()) {
            return fail(ErrorCode::NotReadable,
                        QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                            .arg(m_name, window.readError()));
        }
        if (outcome == Outcome::Foreign) {
            return fail(
                ErrorCode::Unsupported,
                QCoreApplication::translate("loci::formats", "The file %1 is JSON, but no CityJSON.").arg(m_name));
        }
        if (m_document.features() > 0 && m_model->format != QLatin1String("CityJSONSeq")) {
            m_model->format = QStringLiteral("CityJSONFeature");
        }
        m_document.finish();
        if (firstBroken && m_model->objectCount() == 0 && !m_document.sawHeader()) {
            Finding why = m_context.findings.findings().front();
            return fail(ErrorCode::Invalid,
                        QCoreApplication::translate("loci::formats", "The file %1 cannot be understood: %2")
                            .arg(m_name, why.message),
                        why.where);
        }
        if (m_progress) {
            m_progress(1);
        }
        return LoadedModel{m_model, m_context.findings.take()};
    }

    std::shared_ptr<city::CityModel> m_model;
    ReadContext m_context;
    CityJsonDocument m_document;
    QString m_name;
    CancelToken m_cancel;
    ProgressFunction m_progress;
};

} // namespace

bool CityJsonReader::recognises(const QByteArray &head) const
{
    QByteArray start = head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head;
    start = start.trimmed();
    if (!start.startsWith('{')) {
        return false;
    }
    if (head.contains("\"CityJSON") || head.contains("\"CityObjects\"") || head.contains("\"cityobjects\"")) {
        return true;
    }
    // Long arrays may come first; other kinds of JSON name themselves at once.
    return head.contains("\"vertices\"") || head.contains("\"transform\"") || head.contains("\"geometry-templates\"");
}

Result<LoadedModel> CityJsonReader::read(const QString &path, const CancelToken &cancel,
                                         const ProgressFunction &progress) const
{
    qCDebug(logFormats) << "Reading CityJSON" << path;
    LOCI_TRY(JsonWindow window, JsonWindow::openFile(path));
    return ReadRun(path, cancel, progress).run(window);
}

Result<LoadedModel> CityJsonReader::read(const QByteArray &bytes, const QString &name, const CancelToken &cancel) const
{
    std::string padded(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    padded.append(JsonWindow::kPadding, '\0');
    JsonWindow window(padded.data(), static_cast<std::size_t>(bytes.size()));
    return ReadRun(name, cancel, {}).run(window);
}

} // namespace loci::formats
