<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loci::widgets::CharacterCard</name>
    <message numerus="yes">
        <source>Show the %n that fit badly</source>
        <translation>
            <numerusform>显示不契合的 %n 栋</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buildings</source>
        <translation>
            <numerusform>%n 栋建筑</numerusform>
        </translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>roof</source>
        <translation>屋顶</translation>
    </message>
    <message>
        <source>material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>size</source>
        <translation>体量</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 % built over</source>
        <translation>建筑密度 %1 %</translation>
    </message>
    <message>
        <source>floor area ratio %1</source>
        <translation>容积率 %1</translation>
    </message>
    <message>
        <source>walls agree by %1 %</source>
        <translation>墙向一致度 %1 %</translation>
    </message>
    <message>
        <source>Fits by %1 %</source>
        <translation>契合度 %1 %</translation>
    </message>
    <message>
        <source>Fit not known</source>
        <translation>契合度未知</translation>
    </message>
    <message>
        <source>Each building held against the area itself</source>
        <translation>每栋建筑与本片区自身比较</translation>
    </message>
    <message>
        <source>Method, to be confirmed: %1</source>
        <translation>方法（待核实）：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Character of an area</source>
        <translation>片区风貌</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Keep as reference</source>
        <translation>留作基准</translation>
    </message>
    <message>
        <source>What the area is like today becomes what it is held against later</source>
        <translation>把片区今天的样子留作日后比较的基准</translation>
    </message>
    <message>
        <source>Fits least</source>
        <translation>最不契合</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>契合度</translation>
    </message>
    <message>
        <source>Foreign in</source>
        <translation>不合之处</translation>
    </message>
    <message>
        <source>Buildings, those that fit least first</source>
        <translation>建筑，最不契合的在前</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CharacterFigure</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>其他 %n 种</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 年以前</translation>
    </message>
    <message>
        <source>%1 and later</source>
        <translation>%1 年及以后</translation>
    </message>
    <message>
        <source>%1 of %2 not known</source>
        <translation>%2 栋中 %1 栋未知</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Eaves</source>
        <translation>檐口</translation>
    </message>
    <message>
        <source>Ground covered by a building</source>
        <translation>单栋占地</translation>
    </message>
    <message>
        <source>Roof pitch</source>
        <translation>屋顶坡度</translation>
    </message>
    <message>
        <source>Gap to the next building</source>
        <translation>与邻栋间距</translation>
    </message>
    <message>
        <source>Roofs</source>
        <translation>屋顶形式</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>建成年代</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>基准 %1</translation>
    </message>
</context>
<context>
    <name>loci::app::CharacterRoom</name>
    <message>
        <source>The area is no longer there.</source>
        <translation>该片区已不存在。</translation>
    </message>
    <message>
        <source>A profile needs a city model and areas of the planning case.</source>
        <translation>风貌画像需要城市模型和规划方案中的片区。</translation>
    </message>
    <message>
        <source>With “%1”, held against the town without it</source>
        <translation>含“%1”，与不含它的现状比较</translation>
    </message>
    <message>
        <source>Held against the reference of %1</source>
        <translation>与 %1 的基准比较</translation>
    </message>
    <message>
        <source>Profile the area</source>
        <translation>计算片区风貌</translation>
    </message>
    <message>
        <source>Keep the character of %1 as reference</source>
        <translation>将 %1 的风貌留作基准</translation>
    </message>
    <message>
        <source>The reference of %1 is kept.</source>
        <translation>已留存 %1 的基准。</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Show the character of an area</source>
        <translation>显示片区风貌</translation>
    </message>
</context>
<context>
    <name>loci::analysis::CharacterProfile</name>
    <message>
        <source>The area “%1” crosses itself or has no size: it has no profile.</source>
        <translation>片区“%1”自相交或没有面积，无法画像。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::CharacterRule</name>
    <message>
        <source>The rule of character profiles cannot be used: it needs weights, a source, and age classes in order.</source>
        <translation>风貌画像规则不可用：需要权重、来源和按序排列的年代分级。</translation>
    </message>
    <message>
        <source>The rule of character profiles is missing in this program.</source>
        <translation>本程序缺少风貌画像规则。</translation>
    </message>
</context>
<context>
    <name>loci::cli::PlanVerb</name>
    <message numerus="yes">
        <source>%n areas profiled.</source>
        <translation>
            <numerusform>已画像 %n 个片区。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no area with an outline to profile.</source>
        <translation>没有可画像的带轮廓片区。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanningPanel</name>
    <message>
        <source>Character</source>
        <translation>风貌</translation>
    </message>
    <message>
        <source>What an area is like, and what fits it least</source>
        <translation>片区的特征，以及与之最不契合的建筑</translation>
    </message>
</context>
</TS>
