include(heritage/work.cmake)
list(APPEND LOCI_WIDGETS_SOURCES
    heritage/assetdelegate.cpp heritage/assetdelegate.h heritage/assetlistmodel.cpp heritage/assetlistmodel.h
    heritage/beforeafter.cpp heritage/beforeafter.h heritage/choicefield.cpp heritage/choicefield.h
    heritage/conceptpicker.cpp heritage/conceptpicker.h heritage/conditionchart.cpp heritage/conditionchart.h
    heritage/conflictpanel.cpp heritage/conflictpanel.h
    heritage/datefield.cpp heritage/datefield.h heritage/facetbar.cpp heritage/facetbar.h heritage/fieldeditor.cpp
    heritage/fieldeditor.h heritage/fieldrow.cpp heritage/fieldrow.h heritage/flowlayout.cpp heritage/flowlayout.h
    heritage/formcontext.h heritage/havesring.cpp heritage/havesring.h heritage/heritagedesk.cpp heritage/heritagedesk.h
    heritage/heritagemap.cpp heritage/heritagemap.h heritage/heritagepanel.cpp heritage/heritagepanel.h
    heritage/heritagewords.cpp heritage/heritagewords.h heritage/historyview.cpp heritage/historyview.h
    heritage/mediagallery.cpp heritage/mediagallery.h heritage/recordcard.cpp heritage/recordcard.h
    heritage/recordform.cpp heritage/recordform.h heritage/recordplacing.cpp heritage/recordplacing.h
    heritage/recordsheet.cpp heritage/recordsheet.h heritage/recordspanel.cpp heritage/recordspanel.h
    heritage/reviewchain.cpp heritage/reviewchain.h heritage/rolechooser.cpp heritage/rolechooser.h
    heritage/sectionbox.cpp heritage/sectionbox.h heritage/textfields.cpp heritage/textfields.h
    heritage/thumbnailcache.cpp heritage/thumbnailcache.h heritage/zoneform.cpp heritage/zoneform.h)
