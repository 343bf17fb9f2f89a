// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/picture.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkPointData.h>
#include <vtkRenderWindow.h>
#include <vtkUnsignedCharArray.h>

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cstring>

namespace loci::scene {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Scene", source);
}

/// Parts along one side: where the kept pixels begin and end.
std::vector<std::pair<int, int>> cutSide(int length, int most)
{
    const int count = (length + most - 1) / most;
    const int step = ((length + count - 1) / count + 3) / 4 * 4; // the pattern of the shade repeats every four pixels
    std::vector<std::pair<int, int>> parts;
    for (int begin = 0; begin < length; begin += step) {
        parts.emplace_back(begin, std::min(length, begin + step));
    }
    return parts;
}

/// Sets the window back to its size, whatever happens.
class SizeKeeper
{
public:
    explicit SizeKeeper(vtkRenderWindow *window) : m_window(window)
    {
        std::copy_n(window->GetSize(), 2, m_size.begin());
    }
    ~SizeKeeper()
    {
        if (m_size != std::array{m_window->GetSize()[0], m_window->GetSize()[1]}) {
            m_window->SetSize(m_size[0], m_size[1]);
        }
    }
    SizeKeeper(const SizeKeeper &) = delete;
    SizeKeeper &operator=(const SizeKeeper &) = delete;

private:
    vtkRenderWindow *m_window;
    std::array<int, 2> m_size{};
};

/// Copies the kept rectangle of the drawn part (both counted from the lower left) into the picture.
Result<> copyPart(vtkRenderWindow *window, const PicturePart &drawn, const PicturePart &kept, Picture &into)
{
    vtkNew<vtkUnsignedCharArray> pixels;
    const vtkIdType count = static_cast<vtkIdType>(drawn.width) * drawn.height;
    if (window->GetPixelData(0, 0, drawn.width - 1, drawn.height - 1, 0, pixels) == 0 ||
        pixels->GetNumberOfValues() != 3 * count) {
        return fail(
            ErrorCode::Internal, text(QT_TRANSLATE_NOOP("Scene", "The 3D picture could not be drawn.")),
            QStringLiteral("GetPixelData gave %1 values for %2 pixels").arg(pixels->GetNumberOfValues()).arg(count));
    }
    for (int row = 0; row < kept.height; ++row) {
        const vtkIdType from =
            static_cast<vtkIdType>(kept.bottom - drawn.bottom + row) * drawn.width + (kept.left - drawn.left);
        const std::size_t line = static_cast<std::size_t>(into.height - 1 - (kept.bottom + row));
        std::memcpy(into.rgb.data() +
                        3 * (line * static_cast<std::size_t>(into.width) + static_cast<std::size_t>(kept.left)),
                    pixels->GetPointer(3 * from), 3 * static_cast<std::size_t>(kept.width));
    }
    return {};
}

} // namespace

PictureDrawer::PictureDrawer(CityScene &scene, vtkRenderWindow *window, const PictureOptions &options)
    : m_scene(scene)
    , m_window(window)
    , m_options(options)
    , m_whole(options.width <= options.mostPart && options.height <= options.mostPart)
{}

Result<> PictureDrawer::begin()
{
    m_begun = true;
    const qint64 pixels = static_cast<qint64>(m_options.width) * m_options.height;
    if (m_options.width < 1 || m_options.height < 1 || pixels > kMostPixels) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("Scene", "A picture of %1 by %2 pixels is too large; at most %3 million "
                                                    "pixels fit into the memory."))
                        .arg(m_options.width)
                        .arg(m_options.height)
                        .arg(kMostPixels >> 20));
    }
    m_picture = {m_options.width, m_options.height, std::vector<std::uint8_t>(static_cast<std::size_t>(pixels) * 3)};
    // As far as the shade of the picture's scale reaches.
    m_margin = m_whole ? 0 : std::clamp(m_options.height * 6 / 100, 64, 512) / 4 * 4;
    const int most = std::max(64, m_options.mostPart - 2 * m_margin);
    const auto columns = cutSide(m_options.width, m_whole ? m_options.width : most);
    const auto rows = cutSide(m_options.height, m_whole ? m_options.height : most);
    m_parts.reserve(rows.size() * columns.size());
    for (const auto &[bottom, top] : rows) {
        for (const auto &[left, right] : columns) {
            m_parts.push_back({left, bottom, right - left, top - bottom});
        }
    }
    m_scene.prepareFrame(m_options.width, m_options.height, Quality::Picture);
    return {};
}

Result<bool> PictureDrawer::step()
{
    if (!m_begun) {
        LOCI_CHECK(begin());
    }
    if (m_done >= m_parts.size()) {
        return true;
    }
    const PicturePart &kept = m_parts[m_done];
    const int left = std::max(0, kept.left - m_margin);
    const int bottom = std::max(0, kept.bottom - m_margin);
    const PicturePart drawn{left, bottom, std::min(m_options.width, kept.left + kept.width + m_margin) - left,
                            std::min(m_options.height, kept.bottom + kept.height + m_margin) - bottom};
    m_window->SetSize(drawn.width, drawn.height);
    if (!m_whole) {
        m_scene.framePart(m_options.width, m_options.height, drawn);
    }
    m_window->Render();
    const Result<> copied = copyPart(m_window, drawn, kept, m_picture);
    ++m_done;
    if (!copied || m_done == m_parts.size()) {
        m_scene.framePart(m_options.width, m_options.height, {});
    }
    LOCI_CHECK(copied);
    return m_done == m_parts.size();
}

double PictureDrawer::progress() const
{
    return m_parts.empty() ? 0 : static_cast<double>(m_done) / static_cast<double>(m_parts.size());
}

Picture PictureDrawer::take()
{
    return std::move(m_picture);
}

std::optional<ShadowRequest> PictureDrawer::shadows() const
{
    return m_options.shadows ? m_scene.shadowRequest(m_options.width, m_options.height) : std::nullopt;
}

Result<Picture> drawPicture(CityScene &scene, vtkRenderWindow *window, const PictureOptions &options,
                            const CancelToken &cancel, const ProgressFunction &progress)
{
    const SizeKeeper keeper(window);
    PictureDrawer drawer(scene, window, options);
    for (bool done = false; !done;) {
        if (cancel.isCancelled()) {
            scene.framePart(options.width, options.height, {});
            return fail(ErrorCode::Cancelled, {});
        }
        LOCI_TRY(done, drawer.step());
        if (progress) {
            progress(drawer.progress());
        }
    }
    Picture picture = drawer.take();
    if (const auto request = drawer.shadows()) {
        LOCI_TRY(const ShadowMask mask, castShadows(*request, cancel));
        applyShadows(picture, mask);
    }
    return picture;
}

Result<Picture> drawFrame(CityScene &scene, vtkRenderWindow *window, int width, int height, std::size_t triangles)
{
    Picture picture{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height) * 3)};
    window->SetSize(width, height);
    scene.prepareFrame(width, height, Quality::Moving, triangles);
    window->Render();
    const PicturePart whole{0, 0, width, height};
    LOCI_CHECK(copyPart(window, whole, whole, picture));
    return picture;
}

void applyShadows(Picture &picture, const ShadowMask &mask, int left, int top)
{
    for (int y = 0; y < mask.height && top + y < picture.height; ++y) {
        for (int x = 0; x < mask.width && left + x < picture.width; ++x) {
            const unsigned light = 255U - mask.at(x, y);
            std::uint8_t *to =
                picture.rgb.data() + 3 * (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(picture.width) +
                                          static_cast<std::size_t>(left + x));
            for (int channel = 0; channel < 3 && light < 255; ++channel) {
                to[channel] = static_cast<std::uint8_t>(to[channel] * light / 255);
            }
        }
    }
}

Result<> writePng(const Picture &picture, const QString &path)
{
    vtkNew<vtkImageData> image;
    image->SetDimensions(picture.width, picture.height, 1);
    image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
    const std::size_t line = 3 * static_cast<std::size_t>(picture.width);
    for (int row = 0; row < picture.height; ++row) { // VTK counts rows from the bottom
        std::memcpy(image->GetScalarPointer(0, picture.height - 1 - row, 0),
                    picture.rgb.data() + static_cast<std::size_t>(row) * line, line);
    }
    vtkNew<vtkPNGWriter> writer;
    writer->SetInputData(image);
    writer->WriteToMemoryOn();
    writer->Write();
    vtkUnsignedCharArray *bytes = writer->GetResult();
    QFile file(path);
    if (!bytes || !file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::NotWritable,
                    text(QT_TRANSLATE_NOOP("Scene", "The picture \"%1\" cannot be written: %2."))
                        .arg(path, file.errorString()));
    }
    const qint64 length = bytes->GetNumberOfValues();
    if (file.write(reinterpret_cast<const char *>(bytes->GetPointer(0)), length) != length || !file.flush()) {
        return fail(ErrorCode::NotWritable,
                    text(QT_TRANSLATE_NOOP("Scene", "The picture \"%1\" could not be written completely: %2."))
                        .arg(path, file.errorString()));
    }
    return {};
}

} // namespace loci::scene
