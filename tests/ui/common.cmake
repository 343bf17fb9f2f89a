loci_test(NAME tst_commonui
    SOURCES ${LOCI_GUI_MAIN} common_demo.cpp common_demo.h common_film.cpp film_reader.cpp film_reader.h common_findings.cpp common_icons.cpp common_language.cpp
        common_palette.cpp common_pieces.cpp common_screens.cpp common_shell.cpp common_timebar.cpp common_tokens.cpp
        common_translations.cpp
    LINKS Loci::Widgets PkgConfig::FFMPEG LABELS ui TIMEOUT 300)
