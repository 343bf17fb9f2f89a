<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::analysis::RuleCheck</name>
    <message>
        <source>An eye of the view is inside or beneath this building.</source>
        <translation>该视线的观景点位于此建筑之内或之下。</translation>
    </message>
    <message>
        <source>Its surface is not closed, so the volume above the limit is not known.</source>
        <translation>其表面不封闭，因此限值以上的体积未知。</translation>
    </message>
    <message>
        <source>The ground under it climbs by %1 m; the height counts from its lowest point.</source>
        <translation>其下地面高差为 %1 米；高度自最低点起算。</translation>
    </message>
    <message>
        <source>The dates of %1 cannot be read.</source>
        <translation>无法读取 %1 的生效日期。</translation>
    </message>
    <message>
        <source>%1 has no outline.</source>
        <translation>%1 没有轮廓。</translation>
    </message>
    <message>
        <source>A green area crosses itself or has no size.</source>
        <translation>某绿地自相交或没有面积。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::ViewCeiling</name>
    <message>
        <source>View %1 counts in the height system %2; which one the model has is not said. It gives no ceiling.</source>
        <translation>视线 %1 采用高程系统 %2，而模型的高程系统未说明；该视线不产生限高面。</translation>
    </message>
    <message>
        <source>View %1 counts in the height system %2, the model in %3. It gives no ceiling.</source>
        <translation>视线 %1 采用高程系统 %2，模型采用 %3；该视线不产生限高面。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::ModelFaces</name>
    <message>
        <source>%1 has no body; it hides neither sun nor sight here.</source>
        <translation>%1 没有实体模型；此处不计其遮挡日照与视线。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::Sight</name>
    <message>
        <source>The eye is no place: its coordinates are not three numbers.</source>
        <translation>观景点不是有效位置：其坐标不是三个数。</translation>
    </message>
</context>
<context>
    <name>loci::planning::PlanLayer</name>
    <message>
        <source>The dates of %1 cannot be read; whether it is in force is not known.</source>
        <translation>无法读取 %1 的日期；不知其是否生效。</translation>
    </message>
</context>
<context>
    <name>loci::planning::ProtectedView</name>
    <message>
        <source>View %1 cannot be used: its dates cannot be read.</source>
        <translation>视线 %1 无法使用：其日期无法读取。</translation>
    </message>
</context>
<context>
    <name>loci::planning::Proposal</name>
    <message>
        <source>“%1” has a place or a size that is no number above nothing.</source>
        <translation>“%1”的位置或大小不是大于零的有效数字。</translation>
    </message>
</context>
<context>
    <name>loci::cli::PlanVerb</name>
    <message>
        <source>The sun is below the horizon during all of these hours: 0 minutes, whatever is built.</source>
        <translation>在所有这些时段太阳都在地平线以下：无论建什么，日照均为 0 分钟。</translation>
    </message>
</context>
</TS>
