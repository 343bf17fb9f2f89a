list(APPEND LOCI_WIDGETS_SOURCES
    common/actionregistry.cpp common/actionregistry.h common/icons.cpp common/icons.h common/prompts.cpp
    common/prompts.h common/resources.cpp common/resources.h common/tokens.cpp common/tokens.h)
