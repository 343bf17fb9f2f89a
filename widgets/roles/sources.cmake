list(APPEND LOCI_WIDGETS_SOURCES roles/auditpage.cpp roles/auditpage.h roles/memberlist.cpp roles/memberlist.h roles/rolegrid.cpp
    roles/rolegrid.h roles/rolesheet.cpp roles/rolesheet.h roles/rolesshown.h roles/rolewords.cpp roles/rolewords.h roles/ruleform.cpp
    roles/ruleform.h)
