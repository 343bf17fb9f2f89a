list(APPEND LOCI_WIDGETS_SOURCES signin/signinform.cpp signin/signinform.h signin/signinsheet.cpp signin/signinsheet.h)
