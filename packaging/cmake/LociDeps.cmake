# SPDX-License-Identifier: GPL-3.0-or-later
# Everything Loci links. Debian has it all but two: QGIS core and VTK's Qt widget for Qt 6, which come from the prefix
# that packaging/deps builds. When a distribution ships them for Qt 6, its own packages are found first.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Concurrent Sql Svg Xml OpenGL OpenGLWidgets
    PrintSupport Test LinguistTools WebSockets DBus)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(SPATIALITE REQUIRED IMPORTED_TARGET spatialite)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(GEOS REQUIRED IMPORTED_TARGET geos)
pkg_check_modules(PROJ REQUIRED IMPORTED_TARGET proj)
pkg_check_modules(GDAL REQUIRED IMPORTED_TARGET gdal)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavformat libavcodec libswscale libavutil)
pkg_check_modules(EXIV2 REQUIRED IMPORTED_TARGET exiv2)
pkg_check_modules(LIBPQ REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(MOSQUITTO REQUIRED IMPORTED_TARGET libmosquitto)
find_library(LOCI_UDUNITS_LIBRARY udunits2 REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(Protobuf REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto SSL) # signatures of packs; what is wrong with a server's certificate
find_package(simdjson REQUIRED)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
find_package(VTK 9.1 REQUIRED COMPONENTS CommonCore CommonDataModel CommonExecutionModel CommonTransforms FiltersCore
    FiltersGeneral FiltersSources ImagingCore IOImage InteractionStyle RenderingCore RenderingOpenGL2 RenderingFreeType
    RenderingUI RenderingAnnotation RenderingLabel)

find_path(QGIS_CORE_INCLUDE qgsmaplayer.h PATHS "${LOCI_DEPS_PREFIX}/include" PATH_SUFFIXES qgis NO_DEFAULT_PATH)
find_library(QGIS_CORE_LIBRARY qgis_core PATHS "${LOCI_DEPS_PREFIX}/lib" NO_DEFAULT_PATH)
find_path(QCA_INCLUDE QtCrypto/qca.h PATHS "${LOCI_DEPS_PREFIX}/include" NO_DEFAULT_PATH)
find_library(GDAL_LIBRARY gdal REQUIRED)
find_path(VTK_QT6_INCLUDE QVTKOpenGLNativeWidget.h PATHS "${LOCI_DEPS_PREFIX}/include/vtkqt6" NO_DEFAULT_PATH)
find_library(VTK_QT6_LIBRARY vtkGUISupportQt6 PATHS "${LOCI_DEPS_PREFIX}/lib" NO_DEFAULT_PATH)
if(NOT QGIS_CORE_LIBRARY OR NOT VTK_QT6_LIBRARY)
    message(FATAL_ERROR "QGIS core for Qt 6 is not in LOCI_DEPS_PREFIX (\"${LOCI_DEPS_PREFIX}\"). "
        "Run ./run or ./test: they prepare it and configure with it.")
endif()

# The build folder has the shape of an installation (layers/base/installplaces.h).
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/lib/loci")
foreach(part IN ITEMS lib share)
    file(CREATE_LINK "${LOCI_DEPS_PREFIX}/${part}" "${CMAKE_BINARY_DIR}/lib/loci/${part}" SYMBOLIC)
endforeach()

find_package(Qt6 REQUIRED COMPONENTS Positioning SerialPort Core5Compat)
add_library(QGIS::Core SHARED IMPORTED)
set_target_properties(QGIS::Core PROPERTIES IMPORTED_LOCATION "${QGIS_CORE_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${QGIS_CORE_INCLUDE};${QCA_INCLUDE};${QCA_INCLUDE}/QtCrypto;/usr/include/gdal")
target_link_libraries(QGIS::Core INTERFACE Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Network Qt6::Xml Qt6::Svg Qt6::Sql
    Qt6::Concurrent Qt6::PrintSupport Qt6::Positioning PkgConfig::GEOS PkgConfig::PROJ ${GDAL_LIBRARY})
add_library(VTK::Qt6Widget SHARED IMPORTED)
set_target_properties(VTK::Qt6Widget PROPERTIES IMPORTED_LOCATION "${VTK_QT6_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${VTK_QT6_INCLUDE};${CMAKE_CURRENT_LIST_DIR}/vtkqt")
target_link_libraries(VTK::Qt6Widget INTERFACE Qt6::Widgets Qt6::OpenGL Qt6::OpenGLWidgets ${VTK_LIBRARIES})
