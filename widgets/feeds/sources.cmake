list(APPEND LOCI_WIDGETS_SOURCES feeds/alertlist.cpp feeds/alertlist.h feeds/feedform.cpp feeds/feedform.h feeds/feedsession.cpp feeds/feedsession.h
    feeds/feedspanel.cpp feeds/feedspanel.h feeds/sparkline.cpp feeds/sparkline.h feeds/streamlist.cpp
    feeds/streamlist.h feeds/streamstatus.cpp feeds/streamstatus.h feeds/streamcard.cpp feeds/streamcard.h feeds/streamchart.cpp feeds/streamchart.h
    feeds/streamreplay.cpp feeds/streamreplay.h feeds/streamviews.cpp feeds/streamviews.h)
