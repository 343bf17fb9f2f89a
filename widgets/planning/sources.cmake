list(APPEND LOCI_WIDGETS_SOURCES
    planning/bodyimport.cpp planning/bodyimport.h planning/bodyglass.cpp planning/bodyglass.h planning/plandeskbodies.cpp
    planning/ceilinglines.cpp planning/ceilinglines.h planning/governingbox.cpp planning/governingbox.h
    planning/photodesk.cpp planning/photodesk.h planning/photomontage.cpp planning/photomontage.h
    planning/photopanel.cpp planning/photopanel.h planning/photoview.cpp planning/photoview.h
    planning/plandesk.cpp planning/plandesk.h planning/plandeskedits.cpp planning/planmap.cpp planning/planmap.h
    planning/planningpanel.cpp planning/planningpanel.h planning/planscene.cpp planning/planscene.h
    planning/planwords.cpp planning/planwords.h planning/proposalcard.cpp planning/proposalcard.h
    planning/ruledelegate.cpp planning/ruledelegate.h planning/ruletable.cpp planning/ruletable.h planning/scenariocompare.cpp planning/scenariocompare.h planning/scenariodifference.cpp planning/scenariodifference.h
    planning/scenariodelegate.cpp planning/scenariodelegate.h
    planning/studiescard.cpp planning/studiescard.h planning/verdictdesk.cpp planning/verdictdesk.h planning/verdictmodel.cpp planning/verdictmodel.h
    planning/verdictpaint.cpp planning/verdictpaint.h planning/verdictpanel.cpp planning/verdictpanel.h
    planning/vieweditor.cpp planning/vieweditor.h)
