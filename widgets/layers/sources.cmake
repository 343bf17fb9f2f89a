list(APPEND LOCI_WIDGETS_SOURCES
    layers/addsourcepanel.cpp layers/addsourcepanel.h layers/attributetablemodel.cpp layers/attributetablemodel.h
    layers/attributetablepanel.cpp layers/attributetablepanel.h layers/bookmarkspanel.cpp layers/bookmarkspanel.h
    layers/colourbutton.cpp layers/colourbutton.h
    layers/classlist.cpp layers/classlist.h layers/featurescan.cpp layers/featurescan.h layers/frameoverlay.cpp layers/frameoverlay.h
    layers/layerclasses.cpp layers/layerclasses.h layers/layerpropertiespanel.cpp layers/layerpropertiespanel.h
    layers/layerstyle.cpp layers/layerstyle.h layers/layertreedelegate.cpp layers/layertreedelegate.h
    layers/layertreefilter.cpp layers/layertreefilter.h layers/layertreepanel.cpp layers/layertreeedits.cpp layers/layertreepanel.h
    layers/layertreeview.cpp layers/layertreeview.h layers/citymodellist.cpp layers/citymodellist.h
    layers/panel.cpp layers/panel.h layers/printpanel.cpp layers/printpanel.h layers/servicetab.cpp layers/servicetab.h
    layers/styleeditor.cpp layers/styleeditor.h layers/viewaccess.h layers/colourramps.cpp layers/colourramps.h)
