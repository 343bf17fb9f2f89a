// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/film_reader.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace loci::test {

namespace {

QImage imageOf(const AVFrame &frame)
{
    QImage image(frame.width, frame.height, QImage::Format_RGB32);
    SwsContext *scaler =
        sws_getContext(frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), frame.width, frame.height,
                       AV_PIX_FMT_BGRA, SWS_BICUBIC, nullptr, nullptr, nullptr);
    const int *table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler, table, 0, table, 1, 0, 1 << 16, 1 << 16);
    uint8_t *target[1] = {image.bits()};
    const int stride[1] = {static_cast<int>(image.bytesPerLine())};
    sws_scale(scaler, frame.data, frame.linesize, 0, frame.height, target, stride);
    sws_freeContext(scaler);
    return image;
}

QString word(const AVDictionary *words, const char *name)
{
    const AVDictionaryEntry *entry = av_dict_get(words, name, nullptr, 0);
    return entry != nullptr ? QString::fromUtf8(entry->value) : QString();
}

void decode(AVFormatContext *file, AVCodecContext *codec, int stream, FilmRead &read)
{
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = av_frame_alloc();
    const auto take = [&] {
        while (avcodec_receive_frame(codec, frame) == 0) {
            read.last = imageOf(*frame);
            read.first = read.frames == 0 ? read.last : read.first;
            ++read.frames;
        }
    };
    while (av_read_frame(file, packet) == 0) {
        if (packet->stream_index == stream && avcodec_send_packet(codec, packet) == 0) {
            take();
        }
        av_packet_unref(packet);
    }
    avcodec_send_packet(codec, nullptr);
    take();
    av_frame_free(&frame);
    av_packet_free(&packet);
}

} // namespace

FilmRead readFilm(const QString &path)
{
    FilmRead read;
    AVFormatContext *file = nullptr;
    if (avformat_open_input(&file, path.toLocal8Bit().constData(), nullptr, nullptr) < 0) {
        read.problem = QStringLiteral("not opened");
        return read;
    }
    avformat_find_stream_info(file, nullptr);
    const AVCodec *decoder = nullptr;
    const int stream = av_find_best_stream(file, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
    read.format = QString::fromLatin1(file->iformat->name);
    read.seconds = static_cast<double>(file->duration) / AV_TIME_BASE;
    read.title = word(file->metadata, "title");
    read.comment = word(file->metadata, "comment");
    AVCodecContext *codec = stream >= 0 ? avcodec_alloc_context3(decoder) : nullptr;
    if (codec == nullptr || avcodec_parameters_to_context(codec, file->streams[stream]->codecpar) < 0 ||
        avcodec_open2(codec, decoder, nullptr) < 0) {
        read.problem = QStringLiteral("no video");
    } else {
        decode(file, codec, stream, read);
    }
    avcodec_free_context(&codec);
    avformat_close_input(&file);
    return read;
}

} // namespace loci::test
