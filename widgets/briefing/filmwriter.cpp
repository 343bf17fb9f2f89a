// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/filmwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <array>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

namespace loci::widgets {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::FilmWriter)
};

struct Ends
{
    void operator()(AVFormatContext *context) const
    {
        if (context->pb != nullptr) {
            avio_closep(&context->pb);
        }
        avformat_free_context(context);
    }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};
template <class T>
using Owned = std::unique_ptr<T, Ends>;

QString words(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

/// The encoder of a file, with what makes it quick and good enough for a wall.
struct Kind
{
    const char *suffix, *format;
    AVCodecID codec;
    const char *encoder;
    std::array<std::pair<const char *, const char *>, 4> options;
};
constexpr std::array kKinds{
    Kind{"mp4",
         "mp4",
         AV_CODEC_ID_H264,
         "libx264",
         {{{"preset", "veryfast"}, {"crf", "20"}, {"profile", "high"}, {nullptr, nullptr}}}},
    Kind{"webm",
         "webm",
         AV_CODEC_ID_VP9,
         "libvpx-vp9",
         {{{"deadline", "realtime"}, {"cpu-used", "7"}, {"crf", "28"}, {"row-mt", "1"}}}},
};

const Kind *kindOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const Kind &kind : kKinds) {
        if (suffix == QLatin1String(kind.suffix)) {
            return &kind;
        }
    }
    return nullptr;
}

} // namespace

class FilmWriter::Private
{
public:
    QString path, part;
    Owned<AVFormatContext> file;
    Owned<AVCodecContext> codec;
    Owned<AVFrame> frame;
    Owned<AVPacket> packet;
    Owned<SwsContext> scaler;
    QSize scaled; ///< size of the pictures that the scaler takes
    AVStream *stream = nullptr;
    qint64 count = 0;
    bool isFinished = false;

    tl::unexpected<Error> failure(int code) const
    {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The film cannot be written to %1.").arg(QDir::toNativeSeparators(path)), words(code));
    }
    Result<> open(const Kind &kind, QSize size, const Facts &facts);
    Result<> convert(const QImage &picture);
    Result<> encode(AVFrame *next);
};

Result<> FilmWriter::Private::open(const Kind &kind, QSize size, const Facts &facts)
{
    const AVCodec *encoder = avcodec_find_encoder_by_name(kind.encoder);
    encoder = encoder != nullptr ? encoder : avcodec_find_encoder(kind.codec);
    if (encoder == nullptr) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("This computer has no encoder for *.%1; try another kind of film.")
                        .arg(QLatin1String(kind.suffix)));
    }
    AVFormatContext *made = nullptr;
    int code = avformat_alloc_output_context2(&made, nullptr, kind.format, nullptr);
    file.reset(made);
    if (code < 0) {
        return failure(code);
    }
    codec.reset(avcodec_alloc_context3(encoder));
    frame.reset(av_frame_alloc());
    packet.reset(av_packet_alloc());
    stream = avformat_new_stream(file.get(), nullptr);
    codec->width = (size.width() + 1) / 2 * 2;
    codec->height = (size.height() + 1) / 2 * 2;
    codec->time_base = {1, kRate};
    codec->framerate = {kRate, 1};
    codec->pix_fmt = AV_PIX_FMT_YUV420P;
    codec->colorspace = AVCOL_SPC_BT709;
    codec->color_range = AVCOL_RANGE_MPEG;
    codec->gop_size = 2 * kRate;
    codec->thread_count = 0;
    if ((file->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    for (const auto &[name, value] : kind.options) {
        if (name != nullptr) {
            av_opt_set(codec->priv_data, name, value, 0); // an encoder without it has its own good default
        }
    }
    av_dict_set(&file->metadata, "title", facts.title.toUtf8().constData(), 0);
    av_dict_set(&file->metadata, "comment", facts.comment.toUtf8().constData(), 0);
    code = avcodec_open2(codec.get(), encoder, nullptr);
    code = code < 0 ? code : avcodec_parameters_from_context(stream->codecpar, codec.get());
    stream->time_base = codec->time_base;
    code = code < 0 ? code : avio_open(&file->pb, part.toLocal8Bit().constData(), AVIO_FLAG_WRITE);
    code = code < 0 ? code : avformat_write_header(file.get(), nullptr);
    frame->format = codec->pix_fmt;
    frame->width = codec->width;
    frame->height = codec->height;
    code = code < 0 ? code : av_frame_get_buffer(frame.get(), 0);
    return code < 0 ? Result<>(failure(code)) : Result<>();
}

Result<> FilmWriter::Private::convert(const QImage &picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    if (!scaler || scaled != pixels.size()) {
        scaler.reset(sws_getContext(pixels.width(), pixels.height(), AV_PIX_FMT_BGRA, codec->width, codec->height,
                                    codec->pix_fmt, SWS_BICUBIC, nullptr, nullptr, nullptr));
        scaled = pixels.size();
        if (scaler) {
            const int *table = sws_getCoefficients(SWS_CS_ITU709);
            sws_setColorspaceDetails(scaler.get(), table, 1, table, 0, 0, 1 << 16, 1 << 16);
        }
    }
    const int code = av_frame_make_writable(frame.get());
    if (!scaler || code < 0) {
        return failure(code < 0 ? code : AVERROR(ENOMEM));
    }
    const std::array<const uint8_t *, 1> source{pixels.constBits()};
    const std::array<int, 1> stride{static_cast<int>(pixels.bytesPerLine())};
    sws_scale(scaler.get(), source.data(), stride.data(), 0, pixels.height(), frame->data, frame->linesize);
    return {};
}

/// Null: what is still inside.
Result<> FilmWriter::Private::encode(AVFrame *next)
{
    int code = avcodec_send_frame(codec.get(), next);
    while (code >= 0) {
        code = avcodec_receive_packet(codec.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) {
            return {};
        }
        if (code >= 0) {
            packet->duration = 1; // else a player drops the last frame
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = stream->index;
            code = av_interleaved_write_frame(file.get(), packet.get());
        }
    }
    return failure(code);
}

FilmWriter::FilmWriter(std::unique_ptr<Private> made) : d(std::move(made)) {}

FilmWriter::~FilmWriter()
{
    if (!d->isFinished) {
        d->file.reset();
        QFile::remove(d->part);
    }
}

bool FilmWriter::isFilm(const QString &path)
{
    return kindOf(path) != nullptr;
}

Result<std::unique_ptr<FilmWriter>> FilmWriter::create(const QString &path, QSize size, const Facts &facts)
{
    const Kind *kind = kindOf(path);
    if (kind == nullptr || size.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("A film is a file *.mp4 or *.webm, not %1.").arg(path));
    }
    av_log_set_level(AV_LOG_ERROR); // encoders are talkative
    auto made = std::make_unique<Private>();
    made->path = path;
    made->part = path + QStringLiteral(".part");
    LOCI_CHECK(made->open(*kind, size, facts));
    return std::unique_ptr<FilmWriter>(new FilmWriter(std::move(made)));
}

Result<> FilmWriter::add(const QImage &picture, int times)
{
    LOCI_CHECK(d->convert(picture));
    for (int i = 0; i < times; ++i) {
        d->frame->pts = d->count++;
        LOCI_CHECK(d->encode(d->frame.get()));
    }
    return {};
}

Result<> FilmWriter::finish()
{
    LOCI_CHECK(d->encode(nullptr));
    const int code = av_write_trailer(d->file.get());
    d->file.reset();
    QFile::remove(d->path);
    d->isFinished = code >= 0 && QFile::rename(d->part, d->path);
    return d->isFinished ? Result<>() : Result<>(d->failure(code < 0 ? code : AVERROR(EACCES)));
}

qint64 FilmWriter::frames() const
{
    return d->count;
}

} // namespace loci::widgets
