<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::analysis::AreaIndex</name>
    <message>
        <source>%1 crosses itself or has no size; what lies in it cannot be judged.</source>
        <translation>%1 自相交或没有面积，无法判定其中的对象。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::BuildingSet</name>
    <message>
        <source>The height of a storey must be a number above 0.</source>
        <translation>层高必须是大于 0 的数。</translation>
    </message>
    <message>
        <source>The reading of the buildings was cancelled.</source>
        <translation>建筑读取已取消。</translation>
    </message>
    <message>
        <source>%1 has no outline; rules about places cannot judge it.</source>
        <translation>%1 没有轮廓，与位置有关的规则无法判定。</translation>
    </message>
    <message>
        <source>%1 has no height; rules about heights cannot judge it.</source>
        <translation>%1 没有高度，与高度有关的规则无法判定。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::RayScene</name>
    <message>
        <source>There is not enough memory to trace rays through this model.</source>
        <translation>内存不足，无法对该模型进行光线追踪。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::RuleCheck</name>
    <message>
        <source>The elevation of the hill or of the eye point is not stated.</source>
        <translation>未给出山体或视点的高程。</translation>
    </message>
    <message>
        <source>The model does not tell the height.</source>
        <translation>模型未给出高度。</translation>
    </message>
    <message>
        <source>Seen from %1 behind the hill, at %2 m.</source>
        <translation>自 %1 观看，位于山体之后，距离 %2 米。</translation>
    </message>
    <message>
        <source>Seen from %1 before the hill, at %2 m.</source>
        <translation>自 %1 观看，位于山体之前，距离 %2 米。</translation>
    </message>
    <message>
        <source>The area crosses itself or has no size.</source>
        <translation>该区域自相交或没有面积。</translation>
    </message>
    <message>
        <source>Needs the consent of the authority that the clause names.</source>
        <translation>须经条款所指部门同意。</translation>
    </message>
    <message>
        <source>Outlines overlap by %1 m², so floor area is not sure.</source>
        <translation>建筑轮廓重叠 %1 m²，建筑面积不可靠。</translation>
    </message>
    <message>
        <source>%1 has neither storeys nor a height.</source>
        <translation>%1 既无层数也无高度。</translation>
    </message>
    <message>
        <source>Storeys of %1 buildings follow from their height.</source>
        <translation>%1 栋建筑的层数由高度推算。</translation>
    </message>
    <message>
        <source>Nothing tells where the green areas are.</source>
        <translation>没有绿地数据。</translation>
    </message>
    <message>
        <source>The parcel crosses itself or has no size.</source>
        <translation>该地块自相交或没有面积。</translation>
    </message>
    <message>
        <source>The model does not tell the height of the eaves.</source>
        <translation>模型未给出檐口高度。</translation>
    </message>
    <message>
        <source>The rule counts in the height system %1; which one the model has is not said.</source>
        <translation>规则采用高程系统 %1，而模型的高程系统未说明。</translation>
    </message>
    <message>
        <source>The rule counts in the height system %1, the model in %2.</source>
        <translation>规则采用高程系统 %1，模型采用 %2。</translation>
    </message>
    <message>
        <source>The height of the protected building is not known.</source>
        <translation>受保护建筑的高度未知。</translation>
    </message>
    <message>
        <source>The model does not say it (%1).</source>
        <translation>模型未给出该属性（%1）。</translation>
    </message>
    <message>
        <source>“%1” is no colour in Munsell&apos;s notation.</source>
        <translation>“%1”不是孟塞尔标号的颜色。</translation>
    </message>
    <message>
        <source>The area states no limit (%1).</source>
        <translation>该区域未给出限值（%1）。</translation>
    </message>
    <message>
        <source>The value is not known.</source>
        <translation>数值未知。</translation>
    </message>
    <message>
        <source>The rule does not say since when it is in force.</source>
        <translation>规则未说明何时生效。</translation>
    </message>
    <message>
        <source>The building has no outline.</source>
        <translation>该建筑没有轮廓。</translation>
    </message>
    <message>
        <source>There is no building, parcel or street “%1”.</source>
        <translation>没有名为“%1”的建筑、地块或街道。</translation>
    </message>
    <message>
        <source>The check of the rules was cancelled.</source>
        <translation>规则检查已取消。</translation>
    </message>
    <message>
        <source>No part of the street has facades of known height on both sides.</source>
        <translation>街道任何一段两侧都没有已知高度的立面。</translation>
    </message>
    <message>
        <source>Median of %1 samples; 10 to 90 % lie between %2 and %3; %4 have an open side.</source>
        <translation>%1 个样点的中位数；10% 至 90% 介于 %2 与 %3；%4 个样点一侧开敞。</translation>
    </message>
    <message>
        <source>No protected views were given.</source>
        <translation>未提供受保护的视廊。</translation>
    </message>
    <message>
        <source>It rises by %1 m in the consultation area of the view; to be judged by its effect.</source>
        <translation>在视廊的咨询区内高出 %1 米，须按其影响评判。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::Sight</name>
    <message>
        <source>The window and the size of a cell do not make a grid of at least one and at most 100 million cells.</source>
        <translation>窗口与格网大小得不到一格以上、一亿格以内的格网。</translation>
    </message>
    <message>
        <source>The computation of what is seen was cancelled.</source>
        <translation>可视范围计算已取消。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::Sunlight</name>
    <message>
        <source>The computation of sunlight was cancelled.</source>
        <translation>日照计算已取消。</translation>
    </message>
    <message>
        <source>Sunlight needs a latitude up to 90 degrees, hours of one day in order, a step of at least a second and an angle to the wall below 90 degrees.</source>
        <translation>日照计算需要不超过 90 度的纬度、同一日内先后有序的时刻、不小于一秒的步长以及小于 90 度的墙面夹角。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::ViewCeiling</name>
    <message>
        <source>From eye %1 of view %2 the edge has no width; it protects nothing.</source>
        <translation>自视廊 %2 的第 %1 个视点看，边线没有宽度，不起保护作用。</translation>
    </message>
</context>
<context>
    <name>loci::cli::PlanVerb</name>
    <message>
        <source>%1 against %2 %3, margin %4</source>
        <translation>%1，限值 %2 %3，余量 %4</translation>
    </message>
    <message>
        <source>%1 with %2 rules in force on %3: %4 pass, %5 fail, %6 unknown.</source>
        <translation>%1，%3 有效规则 %2 条：%4 通过，%5 不通过，%6 未知。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than a file of this kind should be.</source>
        <translation>%1 超出此类文件应有的大小。</translation>
    </message>
    <message>
        <source>“plan %1” needs the option --%2.</source>
        <translation>“plan %1”需要选项 --%2。</translation>
    </message>
    <message>
        <source>--%1 wants %2 numbers between commas; “%3” is not that.</source>
        <translation>--%1 需要以逗号分隔的 %2 个数，“%3”不符合。</translation>
    </message>
    <message>
        <source>--%1 wants a day as 2026-01-20; “%2” is none.</source>
        <translation>--%1 需要形如 2026-01-20 的日期，“%2”不是。</translation>
    </message>
    <message>
        <source>The model is in degrees; planning needs metres. Convert it to a projected system first.</source>
        <translation>模型以度为单位，规划计算需要米。请先转换到投影坐标系。</translation>
    </message>
    <message>
        <source>The coordinate systems of %1 and of the model cannot be compared: one of them is not stated.</source>
        <translation>无法比较 %1 与模型的坐标系：其中之一未说明。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language that texts of rule packs are shown in</comment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>%1 has %2 city models; name the file of the one that is meant.</source>
        <translation>%1 含 %2 个城市模型；请指明所用模型的文件。</translation>
    </message>
    <message>
        <source>There is no “plan %1”; there are %2.</source>
        <translation>没有“plan %1”，可用的有 %2。</translation>
    </message>
    <message>
        <source>%1 %2: ceiling %3 m, headroom %4 m, by view %5</source>
        <translation>%1 %2：限高 %3 米，余量 %4 米，视廊 %5</translation>
    </message>
    <message>
        <source>%1 buildings stand under protected views, %2 rise above the ceiling.</source>
        <translation>%1 栋建筑位于受保护视廊之下，其中 %2 栋超出限高面。</translation>
    </message>
    <message>
        <source>An eye of view %1 stands inside building %2.</source>
        <translation>视廊 %1 的视点位于建筑 %2 之内。</translation>
    </message>
    <message>
        <source>No protected view passes over this place.</source>
        <translation>此处上方没有受保护视廊。</translation>
    </message>
    <message>
        <source>Highest permitted height %1 m, by view %2.</source>
        <translation>允许的最大高程 %1 米，视廊 %2。</translation>
    </message>
    <message>
        <source>Checks planning rules, protected views, sunlight and skylines against a city model</source>
        <translation>对照城市模型检查规划规则、受保护视廊、日照与天际线</translation>
    </message>
    <message>
        <source>The target is seen, over a distance of %1 m.</source>
        <translation>可见目标，距离 %1 米。</translation>
    </message>
    <message>
        <source>The target is hidden by %1 at %2 m; from %3 m on it would be seen.</source>
        <translation>目标被 %1 遮挡，位于 %2 米处；高程达到 %3 米起可见。</translation>
    </message>
    <message>
        <source>%1 of %2 cells are seen, %3 have no surface.</source>
        <translation>%2 格中 %1 格可见，%3 格没有表面。</translation>
    </message>
    <message>
        <source>Sky view factor %1.</source>
        <translation>天空可视因子 %1。</translation>
    </message>
    <message>
        <source>%1 buildings cover %2 m².</source>
        <translation>%1 栋建筑，占地 %2 m²。</translation>
    </message>
    <message>
        <source>Floor area changes by %1 m²; the verdict of %2 objects changes.</source>
        <translation>建筑面积变化 %1 m²，%2 个对象的判定改变。</translation>
    </message>
    <message>
        <source>The model has no object “%1”.</source>
        <translation>模型中没有对象“%1”。</translation>
    </message>
    <message>
        <source>--bins wants a number from 8 to 360000.</source>
        <translation>--bins 需要 8 至 360000 之间的数。</translation>
    </message>
    <message>
        <source>Skyline of %1 bins, mean %2 degrees.</source>
        <translation>天际线共 %1 个方位格，平均 %2 度。</translation>
    </message>
    <message>
        <source>The proposal changes %1 % of it.</source>
        <translation>方案改变其中的 %1 %。</translation>
    </message>
    <message>
        <source>Where the model lies is not known; say --place LATITUDE,LONGITUDE in degrees.</source>
        <translation>模型位置未知；请用 --place 纬度,经度（度）指明。</translation>
    </message>
    <message>
        <source>The pack has no sunlight rule in force for climate zone “%1” and city “%2”; say --climate-zone I to VII and --city-size large or small.</source>
        <translation>规则包中没有适用于气候区“%1”、城市规模“%2”的有效日照规则；请指明 --climate-zone I 至 VII 与 --city-size large 或 small。</translation>
    </message>
    <message>
        <source>Sunlight needs a day: --day 2026-01-20, or --rules with a pack.</source>
        <translation>日照计算需要日期：--day 2026-01-20，或用 --rules 指定规则包。</translation>
    </message>
    <message>
        <source>Receiver %1 needs a point and a height “z”.</source>
        <translation>测点 %1 需要点位与高程“z”。</translation>
    </message>
    <message>
        <source>--spacing wants metres above 0.</source>
        <translation>--spacing 需要大于 0 的米数。</translation>
    </message>
    <message>
        <source>There is no place to be lit.</source>
        <translation>没有可受日照的测点。</translation>
    </message>
    <message>
        <source>%1 places, %2 to %3 minutes of sun on %4 between %5 and %6 h true solar time.</source>
        <translation>%1 个测点，%4 真太阳时 %5 至 %6 时之间日照 %2 至 %3 分钟。</translation>
    </message>
</context>
<context>
    <name>loci::formats::PointTransform</name>
    <message>
        <source>There is no way from the coordinates of EPSG:%1 to those of EPSG:%2.</source>
        <translation>无法从 EPSG:%1 转换到 EPSG:%2。</translation>
    </message>
</context>
<context>
    <name>loci::planning::PlanLayer</name>
    <message>
        <source>%1 is not a GeoJSON collection of features.</source>
        <translation>%1 不是 GeoJSON 要素集合。</translation>
    </message>
    <message>
        <source>The geometry of %1 cannot be read; it is left out.</source>
        <translation>无法读取 %1 的几何，已略去。</translation>
    </message>
    <message>
        <source>%1 is there twice; the second is left out.</source>
        <translation>%1 出现两次，第二个已略去。</translation>
    </message>
    <message>
        <source>%1 lies outside the area that EPSG:%2 can show.</source>
        <translation>%1 位于 EPSG:%2 可表示的范围之外。</translation>
    </message>
</context>
<context>
    <name>loci::planning::Proposal</name>
    <message>
        <source>The proposal changes “%1” twice, or adds what is there already.</source>
        <translation>方案对“%1”作了两次更改，或新增了已有的对象。</translation>
    </message>
    <message>
        <source>The proposal changes “%1”, and the model has no such building.</source>
        <translation>方案要更改“%1”，而模型中没有该建筑。</translation>
    </message>
    <message>
        <source>This is no proposal: the member “changes” is missing.</source>
        <translation>这不是方案：缺少成员“changes”。</translation>
    </message>
    <message>
        <source>Change %1 of the proposal cannot be read; it needs an op (add, remove or reshape), an id, and what its op asks for.</source>
        <translation>无法读取方案的第 %1 项更改：需要操作（add、remove 或 reshape）、标识及该操作所需的内容。</translation>
    </message>
    <message>
        <source>“%1” has no outline to be built up from.</source>
        <translation>“%1”没有可供建体的轮廓。</translation>
    </message>
</context>
<context>
    <name>loci::planning::ProtectedView</name>
    <message>
        <source>View %1 cannot be used: it needs an id, eyes and an edge of at least two points, each with three numbers.</source>
        <translation>视廊 %1 无法使用：需要标识、视点以及至少两点的边线，每点三个数。</translation>
    </message>
    <message>
        <source>This is no file of protected views: the member “views” is missing.</source>
        <translation>这不是受保护视廊文件：缺少成员“views”。</translation>
    </message>
    <message>
        <source>View %1 lies outside the area that EPSG:%2 can show.</source>
        <translation>视廊 %1 位于 EPSG:%2 可表示的范围之外。</translation>
    </message>
</context>
<context>
    <name>loci::planning::Rule</name>
    <message>
        <source>The rule pack cannot be used: in %1 the member “%2” is missing or not what it should be.</source>
        <translation>规则包无法使用：%1 中的成员“%2”缺失或不合要求。</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>The rule pack is not JSON: at byte %1 it goes wrong.</source>
        <translation>规则包不是 JSON：第 %1 字节处出错。</translation>
    </message>
    <message>
        <source>the pack itself</source>
        <translation>规则包本身</translation>
    </message>
    <message>
        <source>The rule pack cannot be used: two rules are called “%1”.</source>
        <translation>规则包无法使用：有两条规则都叫“%1”。</translation>
    </message>
</context>
</TS>
