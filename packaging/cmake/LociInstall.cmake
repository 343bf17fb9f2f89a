# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install build --component program --prefix WHERE`: the program and all it needs of the prefix of Qt 6
# libraries, in the shape of layers/base/installplaces.h, and how a desktop knows it. The component `sdk` is in
# plugins/CMakeLists.txt. packaging/deb/build makes packages of both.
include(GNUInstallDirs)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/loci)
set(parts lib/loci) # a private folder of the program, the same below every prefix
set(desktop "${CMAKE_SOURCE_DIR}/packaging/desktop")

set_target_properties(loci PROPERTIES INSTALL_RPATH "$ORIGIN/../${parts}/lib")
set_target_properties(loci-ifc PROPERTIES INSTALL_RPATH "$ORIGIN/../../${parts}/lib")
set_target_properties(loci_base loci_domain PROPERTIES INSTALL_RPATH "$ORIGIN")
install(TARGETS loci RUNTIME DESTINATION bin COMPONENT program)
install(TARGETS loci-ifc RUNTIME DESTINATION libexec/loci COMPONENT program)
install(TARGETS loci_base loci_domain LIBRARY DESTINATION ${parts}/lib COMPONENT program)

file(GLOB libraries "${LOCI_DEPS_PREFIX}/lib/lib*.so.*" "${VTK_QT6_LIBRARY}")
install(PROGRAMS ${libraries} DESTINATION ${parts}/lib COMPONENT program)
foreach(folder IN ITEMS lib/qgis/plugins lib/qca/crypto)
    file(GLOB libraries "${LOCI_DEPS_PREFIX}/${folder}/*.so")
    install(PROGRAMS ${libraries} DESTINATION ${parts}/${folder} COMPONENT program)
endforeach()
install(DIRECTORY "${LOCI_DEPS_PREFIX}/share/qgis" DESTINATION ${parts}/share COMPONENT program)

# The packs that ship; loci_pack() put them together in the build folder.
get_property(departments GLOBAL PROPERTY LOCI_SHIPPED_PACKS)
foreach(department IN LISTS departments)
    install(DIRECTORY "${CMAKE_BINARY_DIR}/lib/loci/packs/${department}" DESTINATION ${parts}/packs COMPONENT program)
endforeach()

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
foreach(size IN ITEMS 16 32 48 64 128 256)
    install(FILES "${desktop}/loci-${size}.png" DESTINATION ${icons}/${size}x${size}/apps RENAME loci.png COMPONENT program)
endforeach()
install(FILES "${desktop}/loci.svg" DESTINATION ${icons}/scalable/apps COMPONENT program)
install(FILES "${desktop}/application-x-loci-workspace.svg" "${desktop}/application-x-city-model.svg"
    DESTINATION ${icons}/scalable/mimetypes COMPONENT program)
install(FILES "${desktop}/org.loci.Loci.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT program)
install(FILES "${desktop}/loci-mime.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME loci.xml COMPONENT program)
set(LOCI_RELEASE_DATE 2026-11-26)
configure_file("${desktop}/org.loci.Loci.metainfo.xml" "${CMAKE_BINARY_DIR}/org.loci.Loci.metainfo.xml" @ONLY)
install(FILES "${CMAKE_BINARY_DIR}/org.loci.Loci.metainfo.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT program)
install(FILES "${desktop}/loci.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES "${desktop}/loci.bash" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME loci COMPONENT program)
install(FILES "${desktop}/_loci" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(DIRECTORY "${CMAKE_SOURCE_DIR}/resources/admin" DESTINATION ${documents} COMPONENT program FILES_MATCHING PATTERN "*.md")

# What has to be built before an installation, without the tests.
add_custom_target(loci_installable DEPENDS loci loci-ifc)
foreach(department IN LISTS departments)
    add_dependencies(loci_installable loci-${department}_pack)
endforeach()
