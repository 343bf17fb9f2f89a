# SPDX-License-Identifier: GPL-3.0-or-later
# Indicators: definitions, formulas, roll-up, targets, composites, air quality, forecast.
set(LOCI_DOMAIN_INDICATORS_SOURCES
    indicators/accessibility.cpp indicators/accessibility.h indicators/compositeareas.cpp indicators/compositeareas.h indicators/alerts.cpp indicators/alerts.h indicators/problem.cpp indicators/problem.h
    indicators/airquality.cpp indicators/airquality.h indicators/airqualityrules.cpp indicators/airqualityseries.cpp
    indicators/areas.cpp indicators/areas.h indicators/calculation.cpp indicators/calculation.h
    indicators/calculationrun.cpp indicators/composite.cpp indicators/composite.h indicators/definition.cpp
    indicators/definition.h indicators/explanation.cpp indicators/explanation.h indicators/expression.cpp
    indicators/expression.h indicators/expressionparser.cpp indicators/expressionunits.cpp indicators/forecast.cpp
    indicators/forecast.h indicators/inputs.cpp indicators/inputs.h indicators/joinedsource.cpp indicators/joinedsource.h indicators/outcome.cpp indicators/outcome.h indicators/cityrows.cpp
    indicators/cityrows.h indicators/streaminput.cpp indicators/streamnow.cpp indicators/streamnow.h indicators/aqistreams.cpp indicators/aqistreams.h indicators/target.cpp indicators/target.h
    indicators/unit.cpp indicators/unit.h)
