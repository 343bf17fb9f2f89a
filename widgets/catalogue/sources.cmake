list(APPEND LOCI_WIDGETS_SOURCES
    catalogue/cataloguepanel.cpp catalogue/cataloguepanel.h catalogue/deliveriespage.cpp catalogue/deliveriespage.h
    catalogue/descriptionform.cpp catalogue/descriptionform.h
    catalogue/entrydetails.cpp catalogue/entrydetails.h catalogue/requestlist.cpp catalogue/requestlist.h)
