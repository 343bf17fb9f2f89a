# shellcheck shell=bash disable=SC2034
# What the prefix of Qt 6 libraries is made of. The prefix is keyed by a hash of this file, the patches,
# vtkqt/CMakeLists.txt and build-prefix: change one of them and a new prefix is built beside the old one.
RECIPE_FORMAT=1

# Source packages: suite, name, version, tarball, SHA-256 (checked besides the signed index).
QGIS_SUITE=trixie QGIS_VERSION=3.40.6+dfsg-1 QGIS_TARBALL=qgis_3.40.6+dfsg.orig.tar.xz
QGIS_SHA256=957e20a3db941eab236eb7b784a8a7eee3ca40dadcbc6be89b9c8365c2b4973b
QCA_SUITE=trixie QCA_VERSION=2.3.10-1 QCA_TARBALL=qca2_2.3.10.orig.tar.xz
QCA_SHA256=1c5b722da93d559365719226bb121c726ec3c0dc4c67dea34f1e50e4e0d14a02
VTK_SUITE=bookworm VTK_VERSION=9.1.0+really9.1.0+dfsg2-5+deb12u1 VTK_TARBALL=vtk9_9.1.0+really9.1.0+dfsg2.orig.tar.xz
VTK_SHA256=7ef8c64f27d523495b9fb49b04e582cb0e67f56d30d4e5b743636f1143a2f15b

QGIS_TARGETS=(qgis_core)
QGIS_PROVIDER_TARGETS=(provider_spatialite provider_postgres provider_postgresraster provider_wms provider_wfs provider_delimitedtext
    provider_virtuallayer authmethod_basic)

# -O2 without warnings; clang compiles this tree about a third faster than gcc 12.
QGIS_CMAKE=(
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++
    "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG -w" "-DCMAKE_C_FLAGS_RELEASE=-O2 -DNDEBUG -w"
    -DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=mold -DCMAKE_MODULE_LINKER_FLAGS=-fuse-ld=mold -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold
    -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=24
    "-DCMAKE_INSTALL_RPATH=\$ORIGIN:\$ORIGIN/../..:\$ORIGIN/../../lib" -DQGIS_MACAPP_BUNDLE=0
    -DBUILD_WITH_QT6=ON -DWITH_DESKTOP=OFF -DWITH_GUI=OFF -DWITH_BINDINGS=OFF -DWITH_QGIS_PROCESS=OFF
    -DWITH_3D=OFF -DWITH_PDAL=OFF -DWITH_QTWEBKIT=OFF -DENABLE_TESTS=OFF -DWITH_APIDOC=OFF -DUSE_OPENCL=OFF
    -DWITH_EPT=OFF -DWITH_COPC=OFF -DWITH_DRACO=OFF -DWITH_ANALYSIS=OFF -DUSE_CCACHE=OFF)
