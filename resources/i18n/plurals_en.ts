<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AuditPage</name>
    <message numerus="yes">
        <source>%n entries, which nobody can change or take out unseen.</source>
        <translation>
            <numerusform>%n entry, which nobody can change or take out unseen.</numerusform>
            <numerusform>%n entries, which nobody can change or take out unseen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeritageWords</name>
    <message numerus="yes">
        <source>%n without a photograph</source>
        <translation>
            <numerusform>%n without a photograph</numerusform>
            <numerusform>%n without a photograph</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not surveyed for five years</source>
        <translation>
            <numerusform>%n not surveyed for five years</numerusform>
            <numerusform>%n not surveyed for five years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a zone</source>
        <translation>
            <numerusform>%n without a zone</numerusform>
            <numerusform>%n without a zone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with incomplete four haves</source>
        <translation>
            <numerusform>%n with incomplete four haves</numerusform>
            <numerusform>%n with incomplete four haves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n without a place</numerusform>
            <numerusform>%n without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undated</source>
        <translation>
            <numerusform>%n undated</numerusform>
            <numerusform>%n undated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LegendCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::analysis::SolvedCamera</name>
    <message numerus="yes">
        <source>The camera needs at least six points; there are %n.</source>
        <translation>
            <numerusform>The camera needs at least six points; there is %n.</numerusform>
            <numerusform>The camera needs at least six points; there are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::BoardRoom</name>
    <message numerus="yes">
        <source>None of the %n rows is on the map.</source>
        <translation>
            <numerusform>The one row is not on the map.</numerusform>
            <numerusform>None of the %n rows is on the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicators added.</source>
        <translation>
            <numerusform>%n indicator added.</numerusform>
            <numerusform>%n indicators added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::CatalogueRoom</name>
    <message numerus="yes">
        <source>%n entries for %1 are in %2.</source>
        <translation>
            <numerusform>%n entry for %1 is in %2.</numerusform>
            <numerusform>%n entries for %1 are in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::DeliveryRoom</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::Dossier</name>
    <message numerus="yes">
        <source>%n rules fail. The governing one is %1: it fails by %2 %3.</source>
        <translation>
            <numerusform>%n rule fails: %1, by %2 %3.</numerusform>
            <numerusform>%n rules fail. The governing one is %1: it fails by %2 %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No rule fails, and %n cannot be judged. The governing one is %1.</source>
        <translation>
            <numerusform>No rule fails, and %n cannot be judged. The governing one is %1.</numerusform>
            <numerusform>No rule fails, and %n cannot be judged. The governing one is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n rules pass. The closest one is %1.</source>
        <translation>
            <numerusform>The %n rule passes: %1.</numerusform>
            <numerusform>All %n rules pass. The closest one is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageActions</name>
    <message numerus="yes">
        <source>%n photographs added</source>
        <translation>
            <numerusform>%n photograph added</numerusform>
            <numerusform>%n photographs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit chain is intact: %n entries.</source>
        <translation>
            <numerusform>The audit chain is intact: %n entry.</numerusform>
            <numerusform>The audit chain is intact: %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageFieldwork</name>
    <message numerus="yes">
        <source>%n records are in the bundle</source>
        <translation>
            <numerusform>%n record is in the bundle</numerusform>
            <numerusform>%n records are in the bundle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of the heritage records are as they were</source>
        <translation>
            <numerusform>%n file of the heritage records is as it was</numerusform>
            <numerusform>%n files of the heritage records are as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of the heritage records are missing or altered</source>
        <translation>
            <numerusform>%n file of the heritage records is missing or altered</numerusform>
            <numerusform>%n files of the heritage records are missing or altered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageJobs</name>
    <message numerus="yes">
        <source>%n records were imported</source>
        <translation>
            <numerusform>%n record was imported</numerusform>
            <numerusform>%n records were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %1, %n pages</source>
        <translation>
            <numerusform>Written: %1, %n page</numerusform>
            <numerusform>Written: %1, %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 thesauri with %n terms can be chosen from now.</source>
        <translation>
            <numerusform>%1 thesauri with %n term can be chosen from now.</numerusform>
            <numerusform>%1 thesauri with %n terms can be chosen from now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::LevelRoom</name>
    <message numerus="yes">
        <source>%n new remarks.</source>
        <translation>
            <numerusform>%n new remark.</numerusform>
            <numerusform>%n new remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::LocationRun</name>
    <message numerus="yes">
        <source>%n new places.</source>
        <translation>
            <numerusform>%n new place.</numerusform>
            <numerusform>%n new places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n places nobody knows how many people live there; they are not weighed.</source>
        <translation>
            <numerusform>Of %n place nobody knows how many people live there; it is not weighed.</numerusform>
            <numerusform>Of %n places nobody knows how many people live there; they are not weighed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::app::PlanningRoom</name>
    <message numerus="yes">
        <source>%n buildings rise above the ceiling.</source>
        <translation>
            <numerusform>%n building rises above the ceiling.</numerusform>
            <numerusform>%n buildings rise above the ceiling.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::catalogue::Cadence</name>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::BriefVerb</name>
    <message numerus="yes">
        <source>%n numbers changed since they were frozen last.</source>
        <translation>
            <numerusform>%n number changed since it was frozen last.</numerusform>
            <numerusform>%n numbers changed since they were frozen last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, the first is %1; %2 s.</source>
        <translation>
            <numerusform>%n file: %1; %2 s.</numerusform>
            <numerusform>%n files, the first is %1; %2 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::CatalogueVerb</name>
    <message numerus="yes">
        <source>%n entries are in %1.</source>
        <translation>
            <numerusform>%n entry is in %1.</numerusform>
            <numerusform>%n entries are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::ContractVerb</name>
    <message numerus="yes">
        <source>%n rows keep the contract “%1”.</source>
        <translation>
            <numerusform>%n row keeps the contract “%1”.</numerusform>
            <numerusform>%n rows keep the contract “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The delivery breaks the contract “%1” in %n places.</source>
        <translation>
            <numerusform>The delivery breaks the contract “%1” in %n place.</numerusform>
            <numerusform>The delivery breaks the contract “%1” in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::IndicatorVerb</name>
    <message numerus="yes">
        <source>%1: %2, %n indicators</source>
        <translation>
            <numerusform>%1: %2, %n indicator</numerusform>
            <numerusform>%1: %2, %n indicators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n indicators added.</source>
        <translation>
            <numerusform>%n indicator added.</numerusform>
            <numerusform>%n indicators added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::LevelVerb</name>
    <message numerus="yes">
        <source>%n new remarks.</source>
        <translation>
            <numerusform>%n new remark.</numerusform>
            <numerusform>%n new remarks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::PackVerb</name>
    <message numerus="yes">
        <source>%n documents.</source>
        <translation>
            <numerusform>%n document.</numerusform>
            <numerusform>%n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::PlanVerb</name>
    <message numerus="yes">
        <source>%n areas profiled.</source>
        <translation>
            <numerusform>%n area profiled.</numerusform>
            <numerusform>%n areas profiled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  %2, %n change(s)%3</source>
        <translation>
            <numerusform>%1  %2, %n change%3</numerusform>
            <numerusform>%1  %2, %n changes%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::cli::ShareVerb</name>
    <message numerus="yes">
        <source>%n collections were shared at %1.</source>
        <translation>
            <numerusform>%n collection was shared at %1.</numerusform>
            <numerusform>%n collections were shared at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::formats::CaptureBundle</name>
    <message numerus="yes">
        <source>%n rows of the table %1 belong to no record of the bundle and were not read.</source>
        <translation>
            <numerusform>%n row of the table %1 belongs to no record of the bundle and was not read.</numerusform>
            <numerusform>%n rows of the table %1 belong to no record of the bundle and were not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::indicators::Alerts</name>
    <message numerus="yes">
        <source>%1: data of %n areas missing</source>
        <translation>
            <numerusform>%1: data of %n area missing</numerusform>
            <numerusform>%1: data of %n areas missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::indicators::Composite</name>
    <message numerus="yes">
        <source>%n weights are needed, none of them negative and not all zero.</source>
        <translation>
            <numerusform>%n weight is needed, and it is above zero.</numerusform>
            <numerusform>%n weights are needed, none of them negative and not all zero.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::indicators::Explanation</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without the value</source>
        <translation>
            <numerusform>%n without the value</numerusform>
            <numerusform>%n without the value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::map::RecordSheet</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::AddSourcePanel</name>
    <message numerus="yes">
        <source>Add %n layers</source>
        <translation>
            <numerusform>Add %n layer</numerusform>
            <numerusform>Add %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::Board</name>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::BoardPanel</name>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation>
            <numerusform>%n tile</numerusform>
            <numerusform>%n tiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::CharacterCard</name>
    <message numerus="yes">
        <source>Show the %n that fit badly</source>
        <translation>
            <numerusform>Show the %n that fits badly</numerusform>
            <numerusform>Show the %n that fit badly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buildings</source>
        <translation>
            <numerusform>%n building</numerusform>
            <numerusform>%n buildings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::CharacterFigure</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::ConflictPanel</name>
    <message numerus="yes">
        <source>%n fields were changed here and elsewhere. Nothing is overwritten until you decide.</source>
        <translation>
            <numerusform>%n field was changed here and elsewhere. Nothing is overwritten until you decide.</numerusform>
            <numerusform>%n fields were changed here and elsewhere. Nothing is overwritten until you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::DetailsCard</name>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation>
            <numerusform>%n thing selected</numerusform>
            <numerusform>%n things selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::FacetBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritageDesk</name>
    <message numerus="yes">
        <source>Add %n photographs</source>
        <translation>
            <numerusform>Add %n photograph</numerusform>
            <numerusform>Add %n photographs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n photographs to %1</source>
        <translation>
            <numerusform>Add %n photograph to %1</numerusform>
            <numerusform>Add %n photographs to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritagePanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::HistoryView</name>
    <message numerus="yes">
        <source>Between the two chosen states: %n differences</source>
        <translation>
            <numerusform>Between the two chosen states: %n difference</numerusform>
            <numerusform>Between the two chosen states: %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::ImportPanel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n records</source>
        <translation>
            <numerusform>Import %n record</numerusform>
            <numerusform>Import %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were written. Undo takes all of them back.</source>
        <translation>
            <numerusform>%n record was written. Undo takes it back.</numerusform>
            <numerusform>%n records were written. Undo takes all of them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreePanel</name>
    <message numerus="yes">
        <source>Remove %n layers</source>
        <translation>
            <numerusform>Remove %n layer</numerusform>
            <numerusform>Remove %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::LedgerCard</name>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::LegendCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::PeopleBar</name>
    <message numerus="yes">
        <source>Other people in this workspace: %n</source>
        <translation>
            <numerusform>Other people in this workspace: %n</numerusform>
            <numerusform>Other people in this workspace: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanningPanel</name>
    <message numerus="yes">
        <source>Checked against %n rules.</source>
        <translation>
            <numerusform>Checked against %n rule.</numerusform>
            <numerusform>Checked against %n rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n storeys</source>
        <translation>
            <numerusform>%n storey</numerusform>
            <numerusform>%n storeys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::ProposalCard</name>
    <message numerus="yes">
        <source>Cutting removes %n storeys and %1 of floor area.</source>
        <translation>
            <numerusform>Cutting removes %n storey and %1 of floor area.</numerusform>
            <numerusform>Cutting removes %n storeys and %1 of floor area.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordCard</name>
    <message numerus="yes">
        <source>%n fields changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes</source>
        <translation>
            <numerusform>%n shape</numerusform>
            <numerusform>%n shapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>all %n</numerusform>
            <numerusform>all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::ScenarioCompare</name>
    <message numerus="yes">
        <source>%n of the lines differ.</source>
        <translation>
            <numerusform>%n of the lines differs.</numerusform>
            <numerusform>%n of the lines differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::SectionBox</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::ServiceTab</name>
    <message numerus="yes">
        <source>%n layers are offered here.</source>
        <translation>
            <numerusform>%n layer is offered here.</numerusform>
            <numerusform>%n layers are offered here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::WorkPanel</name>
    <message numerus="yes">
        <source>%n records are incomplete, the worst first.</source>
        <translation>
            <numerusform>%n record is incomplete.</numerusform>
            <numerusform>%n records are incomplete, the worst first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n records</source>
        <translation>
            <numerusform>Approve %n record</numerusform>
            <numerusform>Approve %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose what is to be the same in the %n records of the list.</source>
        <translation>
            <numerusform>Choose what is to be set in the %n record of the list.</numerusform>
            <numerusform>Choose what is to be the same in the %n records of the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n records</source>
        <translation>
            <numerusform>Change %n record</numerusform>
            <numerusform>Change %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were approved</source>
        <translation>
            <numerusform>%n record was approved</numerusform>
            <numerusform>%n records were approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were changed</source>
        <translation>
            <numerusform>%n record was changed</numerusform>
            <numerusform>%n records were changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs may be the same place. A click opens both.</source>
        <translation>
            <numerusform>%n pair may be the same place. A click opens both.</numerusform>
            <numerusform>%n pairs may be the same place. A click opens both.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::workspace::Catalogue</name>
    <message numerus="yes">
        <source>Submit %n records</source>
        <translation>
            <numerusform>Submit %n record</numerusform>
            <numerusform>Submit %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Return %n records</source>
        <translation>
            <numerusform>Return %n record</numerusform>
            <numerusform>Return %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n records</source>
        <translation>
            <numerusform>Approve %n record</numerusform>
            <numerusform>Approve %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n records into the trash</source>
        <translation>
            <numerusform>Put %n record into the trash</numerusform>
            <numerusform>Put %n records into the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n records out of the trash</source>
        <translation>
            <numerusform>Take %n record out of the trash</numerusform>
            <numerusform>Take %n records out of the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::workspace::HeritageRebinding</name>
    <message numerus="yes">
        <source>Bind %n records again</source>
        <translation>
            <numerusform>Bind %n record again</numerusform>
            <numerusform>Bind %n records again</numerusform>
        </translation>
    </message>
</context>
</TS>
