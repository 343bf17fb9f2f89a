# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND LOCI_UNIT_SOURCES indicators_aqitest.cpp indicators_beijingtest.cpp indicators_calculationtest.cpp indicators_expressiontest.cpp
    indicators_forecasttest.cpp indicators_ledgertest.cpp indicators_valuetest.cpp)
