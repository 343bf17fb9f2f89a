list(APPEND LOCI_WIDGETS_SOURCES feeds/feedform.cpp feeds/feedform.h feeds/feedsession.cpp feeds/feedsession.h
    feeds/feedspanel.cpp feeds/feedspanel.h feeds/sparkline.cpp feeds/sparkline.h feeds/streamlist.cpp
    feeds/streamlist.h)
