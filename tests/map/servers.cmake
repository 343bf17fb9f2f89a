# Tests against real servers on 127.0.0.1; they skip when the packages of the group "test" are not installed.
set(LOCI_MAP_SERVER_TESTS nginxserver.cpp nginxserver.h postgisserver.cpp postgisserver.h servicedocuments.cpp
    servicedocuments.h testpasswords.cpp
    testpostgis.cpp testwebservices.cpp)
