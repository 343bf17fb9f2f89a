// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/studio.h"

#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QCoreApplication>

namespace loci::scene {

Studio::Studio() : m_window(vtkSmartPointer<vtkRenderWindow>::New())
{
    m_window->SetOffScreenRendering(1);
    m_window->SetMultiSamples(0); // smoothing is a pass of the scene
    m_window->SetSize(64, 64);    // the drawer makes it as large as it must be
    m_window->AddRenderer(m_scene.renderer());
}

Studio::~Studio()
{
    m_window->RemoveRenderer(m_scene.renderer());
    m_window->ReleaseCurrent();
}

Result<std::unique_ptr<Studio>> Studio::open(const CityScene &scene)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("Scene", "Pictures and frames are drawn beside the window on an X "
                                                         "display, and there is none."));
    }
    std::unique_ptr<Studio> studio(new Studio);
    scene.copyTo(studio->m_scene);
    return studio;
}

void Studio::begin(const Camera &camera, const PictureOptions &options)
{
    m_scene.setCamera(camera);
    m_drawer = std::make_unique<PictureDrawer>(m_scene, m_window, options);
}

Result<bool> Studio::step()
{
    Result<bool> done = m_drawer->step();
    m_window->ReleaseCurrent(); // whoever draws next makes a context of its own current
    return done;
}

} // namespace loci::scene
