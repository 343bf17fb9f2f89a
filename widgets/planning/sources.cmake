list(APPEND LOCI_WIDGETS_SOURCES
    planning/ceilinglines.cpp planning/ceilinglines.h planning/governingbox.cpp planning/governingbox.h
    planning/plandesk.cpp planning/plandesk.h planning/plandeskedits.cpp planning/planmap.cpp planning/planmap.h
    planning/planningpanel.cpp planning/planningpanel.h planning/planscene.cpp planning/planscene.h
    planning/planwords.cpp planning/planwords.h planning/proposalcard.cpp planning/proposalcard.h
    planning/ruledelegate.cpp planning/ruledelegate.h planning/ruletable.cpp planning/ruletable.h planning/scenariodelegate.cpp planning/scenariodelegate.h
    planning/studiescard.cpp planning/studiescard.h planning/verdictdesk.cpp planning/verdictdesk.h planning/verdictmodel.cpp planning/verdictmodel.h
    planning/verdictpaint.cpp planning/verdictpaint.h planning/verdictpanel.cpp planning/verdictpanel.h
    planning/vieweditor.cpp planning/vieweditor.h)
