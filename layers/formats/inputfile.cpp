// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/inputfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <zlib.h>

namespace loci::formats {

namespace {
constexpr qint64 kPackedBytes = 64 * 1024;
constexpr int kGzipWindow = 15 + 16; ///< zlib: the largest window, gzip's header only
} // namespace

struct InputFile::Gzip
{
    Gzip() : packed(static_cast<std::size_t>(kPackedBytes), '\0') { good = inflateInit2(&stream, kGzipWindow) == Z_OK; }
    ~Gzip() { inflateEnd(&stream); }
    Gzip(const Gzip &) = delete;
    Gzip &operator=(const Gzip &) = delete;

    z_stream stream{};
    std::string packed;
    bool good = false;
    bool ended = false;
};

InputFile::InputFile() = default;
InputFile::InputFile(InputFile &&) noexcept = default;
InputFile &InputFile::operator=(InputFile &&) noexcept = default;
InputFile::~InputFile() = default;

Result<InputFile> InputFile::open(const QString &path)
{
    InputFile input;
    input.m_file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir() || !input.m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                        .arg(path, QFileInfo(path).isDir()
                                       ? QCoreApplication::translate("loci::formats", "it is a folder")
                                       : input.m_file->errorString()));
    }
    input.m_size = input.m_file->size();
    char magic[2] = {};
    const bool packed = input.m_file->read(magic, 2) == 2 && magic[0] == '\x1f' && magic[1] == '\x8b';
    if (!input.m_file->seek(0)) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                        .arg(path, input.m_file->errorString()));
    }
    if (packed) {
        input.m_gzip = std::make_unique<Gzip>();
    }
    return input;
}

qint64 InputFile::read(char *bytes, qint64 capacity)
{
    return m_gzip ? readPacked(bytes, capacity) : m_file->read(bytes, capacity);
}

qint64 InputFile::readPacked(char *bytes, qint64 capacity)
{
    z_stream &stream = m_gzip->stream;
    stream.next_out = reinterpret_cast<Bytef *>(bytes);
    stream.avail_out = static_cast<uInt>(std::min<qint64>(capacity, 1 << 30));
    const uInt wanted = stream.avail_out;
    while (m_gzip->good && stream.avail_out == wanted) {
        if (stream.avail_in == 0) {
            const qint64 got = m_file->read(m_gzip->packed.data(), kPackedBytes);
            if (got < 0) {
                return -1;
            }
            if (got == 0) {
                m_gzip->good = false;
                if (m_gzip->ended) {
                    return 0;
                }
                m_error = QCoreApplication::translate("loci::formats", "the packed data end too early");
                return -1;
            }
            stream.next_in = reinterpret_cast<Bytef *>(m_gzip->packed.data());
            stream.avail_in = static_cast<uInt>(got);
        }
        if (m_gzip->ended) { // several packed pieces may follow each other; anything else behind is ignored
            m_gzip->ended = false;
            m_gzip->good = stream.next_in[0] == 0x1f && inflateReset(&stream) == Z_OK;
            continue;
        }
        const int state = inflate(&stream, Z_NO_FLUSH);
        m_gzip->ended = state == Z_STREAM_END;
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
            m_gzip->good = false;
            if (stream.avail_out == wanted) {
                m_error = QCoreApplication::translate("loci::formats", "the packed data are damaged");
                return -1;
            }
        }
    }
    return static_cast<qint64>(wanted - stream.avail_out);
}

double InputFile::progress() const
{
    return m_size <= 0 ? 1 : std::min(1.0, static_cast<double>(m_file->pos()) / static_cast<double>(m_size));
}

Result<QByteArray> headOfFile(const QString &path, qint64 bytes)
{
    LOCI_TRY(InputFile file, InputFile::open(path));
    QByteArray head(bytes, '\0');
    qint64 size = 0;
    while (size < bytes) {
        const qint64 got = file.read(head.data() + size, bytes - size);
        if (got < 0 && size == 0) {
            return fail(ErrorCode::NotReadable,
                        QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                            .arg(path, file.errorString()));
        }
        if (got <= 0) {
            break;
        }
        size += got;
    }
    head.truncate(size);
    return head;
}

} // namespace loci::formats
