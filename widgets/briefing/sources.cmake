list(APPEND LOCI_WIDGETS_SOURCES
    briefing/walllayout.cpp briefing/walllayout.h briefing/wallpaint.cpp briefing/wallpaint.h briefing/wallwords.cpp
    briefing/wallwords.h briefing/wordscolumn.cpp briefing/wordscolumn.h briefing/panepaint.cpp briefing/panepaint.h
    briefing/briefingstage.cpp briefing/briefingstage.h briefing/briefingshow.cpp briefing/briefingshow.h
    briefing/audiencewindow.cpp briefing/audiencewindow.h briefing/operatorconsole.cpp briefing/operatorconsole.h
    briefing/showstate.cpp briefing/showstate.h briefing/sleepguard.cpp briefing/sleepguard.h
    briefing/briefingdesk.cpp briefing/briefingdesk.h briefing/briefingpanel.cpp briefing/briefingpanel.h
    briefing/sceneeditor.cpp briefing/sceneeditor.h briefing/briefingexport.cpp briefing/briefingexport.h
    briefing/briefingfilm.cpp briefing/briefingfilm.h briefing/filmwriter.cpp briefing/filmwriter.h
    briefing/webexport.cpp briefing/webexport.h)
