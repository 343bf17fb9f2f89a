loci_test(NAME tst_layersui
    SOURCES ${LOCI_GUI_MAIN} layers_fixture.cpp layers_fixture.h layers_print.cpp layers_screens.cpp layers_services.cpp
        layers_style.cpp layers_table.cpp layers_tree.cpp
    LINKS Loci::Widgets Loci::Resources LABELS ui TIMEOUT 300 XVFB)
