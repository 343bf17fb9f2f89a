<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Planning</name>
    <message>
        <source>Show the proposal on the map and in 3D</source>
        <translation>在地图和三维中显示方案</translation>
    </message>
    <message>
        <source>Colour buildings and parcels by their verdicts</source>
        <translation>按核查结论为建筑和地块着色</translation>
    </message>
</context>
<context>
    <name>loci::analysis::PhotoLayer</name>
    <message>
        <source>The picture for the photograph was cancelled.</source>
        <translation>照片叠加图的计算已取消。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::SolvedCamera</name>
    <message numerus="yes">
        <source>The camera needs at least six points; there are %n.</source>
        <translation><numerusform>求解相机至少需要六个控制点，现有 %n 个。</numerusform></translation>
    </message>
    <message>
        <source>These points do not decide where the camera stood; spread them over the picture, near and far, high and low.</source>
        <translation>这些控制点无法确定拍摄位置；请让它们在画面中远近、高低分散布置。</translation>
    </message>
    <message>
        <source>No camera shows these points where they were clicked; at least one of them must belong to another place.</source>
        <translation>没有相机能在点选处看到这些控制点；其中至少有一个点对应的位置不对。</translation>
    </message>
</context>
<context>
    <name>loci::planning::SitePhoto</name>
    <message>
        <source>The photograph “%1” of the workspace cannot be read.</source>
        <translation>无法读取工作区中的照片“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanScene</name>
    <message>
        <source>Buildings by the rules</source>
        <translation>建筑核查结论</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanningPanel</name>
    <message>
        <source>Verdicts</source>
        <translation>核查结论</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ProposalCard</name>
    <message>
        <source>Show on the map and in 3D</source>
        <translation>在地图和三维中显示</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RuleTable</name>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictDesk</name>
    <message>
        <source>Judge every building by the rules</source>
        <translation>按规则核查所有建筑</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictModel</name>
    <message>
        <source>Building or parcel, governing rule</source>
        <translation>建筑或地块、控制性规则</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictPainter</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictPanel</name>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>The rules are being asked about every building.</source>
        <translation>正在核查所有建筑。</translation>
    </message>
    <message>
        <source>There is nothing to judge yet.</source>
        <translation>尚无可核查的内容。</translation>
    </message>
    <message>
        <source>By the governing rule of each, as of %1. Click one to see it on the map and in 3D.</source>
        <translation>以各自的控制性规则为准，规则日期 %1。点选一项可在地图和三维中查看。</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>word of a verdict, and how many</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>核查结论</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Buildings and parcels with their verdicts</source>
        <translation>建筑和地块的核查结论</translation>
    </message>
</context>
</TS>
