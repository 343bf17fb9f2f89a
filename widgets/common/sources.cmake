list(APPEND LOCI_WIDGETS_SOURCES
    common/actionprovider.cpp common/actionregistry.cpp common/actionregistry.h common/commandpalette.cpp
    common/commandpalette.h common/findingsmodel.cpp common/findingsmodel.h common/findingspanel.cpp common/findingspanel.h
    common/statusbuttons.cpp common/statusbuttons.h common/taskbinding.cpp common/taskbutton.cpp common/taskbutton.h
    common/fuzzymatch.cpp common/fuzzymatch.h common/paletteprovider.h common/emptystate.cpp common/emptystate.h common/headerbar.cpp
    common/headerbar.h common/historypanel.cpp common/historypanel.h common/tour.cpp common/tour.h common/welcomepage.cpp
    common/welcomepage.h common/welcometile.cpp common/welcometile.h common/icons.cpp common/icons.h common/prompts.cpp common/prompts.h common/propertylist.cpp
    common/propertylist.h common/rail.cpp common/rail.h common/resources.cpp common/resources.h common/searchfield.cpp
    common/searchfield.h common/segmentedcontrol.cpp common/segmentedcontrol.h common/status.cpp common/status.h
    common/surfaces.cpp common/surfaces.h common/timeaxis.cpp common/timebar.cpp common/timebar.h common/timescale.cpp common/timescale.h common/toast.cpp common/toast.h common/tokens.cpp common/tokens.h
    common/translator.cpp common/translator.h common/unittext.cpp common/unittext.h)
list(APPEND LOCI_WIDGETS_SOURCES common/theme.cpp common/theme.h)
