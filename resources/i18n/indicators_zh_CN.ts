<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Indicator</name>
    <message>
        <source>Add a pack of indicators</source>
        <translation>添加指标包</translation>
    </message>
    <message>
        <source>Compute all indicators</source>
        <translation>计算全部指标</translation>
    </message>
    <message>
        <source>Export the board as PDF</source>
        <translation>将看板导出为 PDF</translation>
    </message>
    <message>
        <source>Export the board as a picture</source>
        <translation>将看板导出为图片</translation>
    </message>
    <message>
        <source>Export the numbers of the board as a table</source>
        <translation>将看板数值导出为表格</translation>
    </message>
    <message>
        <source>Show the indicator boards</source>
        <translation>显示指标看板</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>building</source>
        <translation>栋</translation>
    </message>
    <message>
        <source>home</source>
        <translation>套</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>place</source>
        <translation>处</translation>
    </message>
    <message>
        <source>point</source>
        <translation>处</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>个</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>株</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>vehicles</source>
        <translation>辆</translation>
    </message>
    <message>
        <source>bikes</source>
        <translation>辆</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>loci::app::BoardRoom</name>
    <message numerus="yes">
        <source>%n indicators added.</source>
        <translation><numerusform>已添加 %n 项指标。</numerusform></translation>
    </message>
    <message>
        <source>Arrange the board “%1”</source>
        <translation>调整看板“%1”</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Compute indicators</source>
        <translation>计算指标</translation>
    </message>
    <message>
        <source>Export the board</source>
        <translation>导出看板</translation>
    </message>
    <message>
        <source>Make the board “%1”</source>
        <translation>新建看板“%1”</translation>
    </message>
    <message>
        <source>Name of the board</source>
        <translation>看板名称</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建看板</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>loci::app::IndicatorRun</name>
    <message>
        <source>Add the indicators of “%1”</source>
        <translation>添加“%1”的指标</translation>
    </message>
    <message>
        <source>The input “%1” has no source of its own.</source>
        <translation>输入项“%1”没有自己的数据来源。</translation>
    </message>
    <message>
        <source>The pack holds no indicator.</source>
        <translation>该指标包中没有指标。</translation>
    </message>
    <message>
        <source>The rules of air quality are missing in this program.</source>
        <translation>程序中缺少空气质量规则。</translation>
    </message>
    <message>
        <source>The workspace has no city model “%1”.</source>
        <translation>工作区中没有城市模型“%1”。</translation>
    </message>
    <message>
        <source>The workspace has no streams.</source>
        <translation>工作区中没有监测数据流。</translation>
    </message>
    <message>
        <source>There is no indicator pack “%1”; Loci brings %2.</source>
        <translation>没有名为“%1”的指标包；Loci 自带 %2。</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleIndicators</name>
    <message>
        <source>Add the indicators of the sample city</source>
        <translation>添加示范城市的指标</translation>
    </message>
    <message>
        <source>The boards of the sample city are missing in this program.</source>
        <translation>程序中缺少示范城市的看板。</translation>
    </message>
</context>
<context>
    <name>loci::cli::IndicatorVerb</name>
    <message numerus="yes">
        <source>%1: %2, %n indicators</source>
        <translation><numerusform>%1：%2，共 %n 项指标</numerusform></translation>
    </message>
    <message>
        <source>%1: next value %2 %3 (90 % between %4 and %5). Method: %6. Back-test over %7 values: mean absolute error %8, one season before %9. %10 anomalies.</source>
        <translation>%1：下一值 %2 %3（90 % 区间 %4 至 %5）。方法：%6。以 %7 个历史值回测：平均绝对误差 %8，以上一周期值预测为 %9。异常 %10 处。</translation>
    </message>
    <message numerus="yes">
        <source>%n indicators added.</source>
        <translation><numerusform>已添加 %n 项指标。</numerusform></translation>
    </message>
    <message>
        <source>--%1 needs a whole number from 1 to 10000.</source>
        <translation>--%1 需要 1 到 10000 的整数。</translation>
    </message>
    <message>
        <source>Computes, explains and follows indicators</source>
        <translation>计算、解释并跟踪指标</translation>
    </message>
    <message>
        <source>Computing indicators: %1 %</source>
        <translation>正在计算指标：%1 %</translation>
    </message>
    <message>
        <source>Needed: %1 a year.</source>
        <translation>每年需提高 %1。</translation>
    </message>
    <message>
        <source>Say what to do: list [WORKSPACE], add WORKSPACE PACK, compute WORKSPACE [CODE], explain WORKSPACE CODE, target WORKSPACE CODE or forecast WORKSPACE STREAM.</source>
        <translation>请说明要做什么：list [工作区]、add 工作区 指标包、compute 工作区 [编码]、explain 工作区 编码、target 工作区 编码 或 forecast 工作区 数据流。</translation>
    </message>
    <message>
        <source>Set the targets of %1</source>
        <translation>设定 %1 的目标</translation>
    </message>
    <message>
        <source>The workspace has no indicator “%1”.</source>
        <translation>工作区中没有指标“%1”。</translation>
    </message>
    <message>
        <source>The workspace has no indicators.</source>
        <translation>工作区中没有指标。</translation>
    </message>
    <message>
        <source>The workspace has no stream “%1”; it has %2.</source>
        <translation>工作区中没有数据流“%1”；现有 %2。</translation>
    </message>
    <message>
        <source>There is no area “%1”.</source>
        <translation>没有区域“%1”。</translation>
    </message>
    <message>
        <source>There is no target for %1.</source>
        <translation>%1 没有目标。</translation>
    </message>
    <message>
        <source>There is no value for this area and period.</source>
        <translation>该区域和时期没有数值。</translation>
    </message>
    <message>
        <source>“%1” is no year with a value, such as 2027=75.</source>
        <translation>“%1”不是“年份=数值”的形式，例如 2027=75。</translation>
    </message>
    <message>
        <source>“indicator add” needs a workspace and a pack.</source>
        <translation>“indicator add”需要一个工作区和一个指标包。</translation>
    </message>
</context>
<context>
    <name>loci::formats::CsvObservations</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 has no column with a known unit.</source>
        <translation>%1 没有单位已知的列。</translation>
    </message>
    <message>
        <source>%1 has no column “time”, and none for year, month, day and hour.</source>
        <translation>%1 没有“time”列，也没有年、月、日、时各列。</translation>
    </message>
    <message>
        <source>%1 is too large for a table of observations.</source>
        <translation>%1 过大，不能作为监测数据表。</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>The time cannot be read; the row is left out.</source>
        <translation>无法识别时间，该行已略过。</translation>
    </message>
    <message>
        <source>The time lies more than a century from the others; the row is left out.</source>
        <translation>时间与其他行相差一百年以上，该行已略过。</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>没有数据流“%1”。</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>loci::indicators::AirQuality</name>
    <message>
        <source>%1 is measured in %2; %3 needs %4.</source>
        <translation>%1 的单位为 %2；%3 需要 %4。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::AirQualityRules</name>
    <message>
        <source>The air-quality rule “%1” cannot be read.</source>
        <translation>无法读取空气质量规则“%1”。</translation>
    </message>
    <message>
        <source>The air-quality rules are empty or cannot be read.</source>
        <translation>空气质量规则为空或无法读取。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Calculation</name>
    <message>
        <source>%1 of %2 parts</source>
        <translation>%2 个组成部分的 %1</translation>
    </message>
    <message>
        <source>%1 of %2 parts are unknown.</source>
        <translation>%2 个组成部分中有 %1 个未知。</translation>
    </message>
    <message>
        <source>%1 rows of “%2” lie in no area and are counted nowhere.</source>
        <translation>“%2”中有 %1 行不在任何区域内，未予计入。</translation>
    </message>
    <message>
        <source>An input is not connected to a source yet.</source>
        <translation>有输入项尚未接入数据来源。</translation>
    </message>
    <message>
        <source>No part is known.</source>
        <translation>各组成部分均未知。</translation>
    </message>
    <message>
        <source>Only %1 of %2 parts are known; %3 % are needed.</source>
        <translation>%2 个组成部分中仅有 %1 个已知；至少需要 %3 %。</translation>
    </message>
    <message>
        <source>Some rows lack the value.</source>
        <translation>部分行缺少该值。</translation>
    </message>
    <message>
        <source>The calculation was cancelled.</source>
        <translation>计算已取消。</translation>
    </message>
    <message>
        <source>The formula has no result for these numbers.</source>
        <translation>公式对这些数值没有结果。</translation>
    </message>
    <message>
        <source>The result %1 lies outside what is possible.</source>
        <translation>结果 %1 超出可能范围。</translation>
    </message>
    <message>
        <source>These indicators are computed from each other: %1.</source>
        <translation>以下指标互相引用，无法计算：%1。</translation>
    </message>
    <message>
        <source>This indicator has no value for larger areas.</source>
        <translation>该指标不汇总到更大区域。</translation>
    </message>
    <message>
        <source>Unknown: %1.</source>
        <translation>未知：%1。</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>partial (%1 of %2)</source>
        <translation>部分（%1/%2）</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown (%1 of %2)</source>
        <translation>未知（%1/%2）</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Composite</name>
    <message>
        <source>Column %1 has too few values for a weight.</source>
        <translation>第 %1 列的值太少，无法赋权。</translation>
    </message>
    <message>
        <source>Judgement %1 against %2 is not the inverse of %2 against %1.</source>
        <translation>判断 %1 对 %2 不是 %2 对 %1 的倒数。</translation>
    </message>
    <message>
        <source>Pairwise judgements need 1 to 10 criteria.</source>
        <translation>两两比较需要 1 到 10 个准则。</translation>
    </message>
    <message>
        <source>The columns do not differ between areas; entropy gives no weights.</source>
        <translation>各列在区域间没有差异，熵权法无法赋权。</translation>
    </message>
    <message>
        <source>The table of judgements is not square.</source>
        <translation>判断矩阵不是方阵。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Definition</name>
    <message>
        <source>%1 holds no indicators that can be read.</source>
        <translation>%1 中没有可读取的指标。</translation>
    </message>
    <message>
        <source>The indicator %1 cannot be used: %2</source>
        <translation>指标 %1 不能使用：%2</translation>
    </message>
    <message>
        <source>a target band needs its two ends.</source>
        <translation>目标区间需要上下限。</translation>
    </message>
    <message>
        <source>a value in “%1” is a rate, and a rate is never summed.</source>
        <translation>以“%1”计的值是比率，比率不能求和。</translation>
    </message>
    <message>
        <source>a weighted mean needs an input as weight.</source>
        <translation>加权平均需要一个输入项作为权重。</translation>
    </message>
    <message>
        <source>an input does not say its source or its field.</source>
        <translation>有输入项未说明来源或字段。</translation>
    </message>
    <message>
        <source>an input has an unknown kind of source or measure.</source>
        <translation>有输入项的来源类型或统计方式不明。</translation>
    </message>
    <message>
        <source>an input has no name, or the name of another one.</source>
        <translation>有输入项没有名称或名称重复。</translation>
    </message>
    <message>
        <source>it has no code.</source>
        <translation>没有编码。</translation>
    </message>
    <message>
        <source>it has no name.</source>
        <translation>没有名称。</translation>
    </message>
    <message>
        <source>its direction or its rule for larger areas is unknown.</source>
        <translation>方向或汇总规则不明。</translation>
    </message>
    <message>
        <source>the formula gives %1, but the unit is “%2”.</source>
        <translation>公式结果的单位为 %1，而声明的单位是“%2”。</translation>
    </message>
    <message>
        <source>the formula uses “%1”, which is no input.</source>
        <translation>公式使用了“%1”，但它不是输入项。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Explanation</name>
    <message>
        <source> and %1 more</source>
        <translation> 等，另有 %1 行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation><numerusform>%n 行</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n without the value</source>
        <translation><numerusform>%n 行缺值</numerusform></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows without the value</source>
        <translation>缺值的行</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Expression</name>
    <message>
        <source>A logarithm or exponential of %1 has no meaning.</source>
        <translation>对 %1 取对数或指数没有意义。</translation>
    </message>
    <message>
        <source>Only whole powers can be taken of a value in %1.</source>
        <translation>以 %1 计的值只能取整数次幂。</translation>
    </message>
    <message>
        <source>The formula adds or compares %1 and %2.</source>
        <translation>公式将 %1 与 %2 相加或比较。</translation>
    </message>
    <message>
        <source>The formula cannot be read at character %1: %2.</source>
        <translation>公式在第 %1 个字符处无法识别：%2。</translation>
    </message>
    <message>
        <source>The formula is longer than %1 characters.</source>
        <translation>公式超过 %1 个字符。</translation>
    </message>
    <message>
        <source>a closing bracket is missing</source>
        <translation>缺少右括号</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少一个值</translation>
    </message>
    <message>
        <source>something is left over</source>
        <translation>有多余内容</translation>
    </message>
    <message>
        <source>the formula has too many parts</source>
        <translation>公式的组成过多</translation>
    </message>
    <message>
        <source>the formula is nested too deeply</source>
        <translation>公式嵌套过深</translation>
    </message>
    <message>
        <source>the number of arguments of “%1” is wrong</source>
        <translation>“%1”的参数个数不对</translation>
    </message>
    <message>
        <source>there is no function “%1”</source>
        <translation>没有函数“%1”</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>“%1” does not belong here</source>
        <translation>“%1”不应出现在此处</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Forecast</name>
    <message>
        <source>The forecast was cancelled.</source>
        <translation>预测已取消。</translation>
    </message>
    <message>
        <source>There are too few values for a forecast of %1 steps.</source>
        <translation>数值太少，无法预测 %1 步。</translation>
    </message>
    <message>
        <source>There are too few values for a forecast: two seasons of %1 are needed.</source>
        <translation>数值太少，无法预测：需要两个长度为 %1 的周期。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Streams</name>
    <message>
        <source>The stream %1 is in %2, the input in %3.</source>
        <translation>数据流 %1 的单位为 %2，输入项为 %3。</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>没有数据流“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Target</name>
    <message>
        <source>Behind the path to the target for %1.</source>
        <translation>落后于 %1 年目标的进度。</translation>
    </message>
    <message>
        <source>Far behind the path to the target for %1.</source>
        <translation>明显落后于 %1 年目标的进度。</translation>
    </message>
    <message>
        <source>Moving away from the target for %1.</source>
        <translation>正在偏离 %1 年目标。</translation>
    </message>
    <message>
        <source>On the way to the target for %1.</source>
        <translation>按进度可达成 %1 年目标。</translation>
    </message>
    <message>
        <source>The target for %1 is met.</source>
        <translation>%1 年目标已达成。</translation>
    </message>
    <message>
        <source>The target for %1 was met before and is not any more.</source>
        <translation>%1 年目标此前已达成，现已回落。</translation>
    </message>
    <message>
        <source>Too little is known to judge the target for %1.</source>
        <translation>数据不足，无法判断 %1 年目标。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Unit</name>
    <message>
        <source>“%1” is no unit of measure.</source>
        <translation>“%1”不是计量单位。</translation>
    </message>
</context>
<context>
    <name>loci::map::OgrTable</name>
    <message>
        <source>%1 cannot be read to its end.</source>
        <translation>%1 无法读到末尾。</translation>
    </message>
    <message>
        <source>%1 has no table “%2”.</source>
        <translation>%1 中没有表“%2”。</translation>
    </message>
    <message>
        <source>%1 is no table that can be read.</source>
        <translation>%1 不是可读取的表。</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>The table %1 is not there.</source>
        <translation>表 %1 不存在。</translation>
    </message>
    <message>
        <source>“%1” is no reference system.</source>
        <translation>“%1”不是坐标参考系。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::Board</name>
    <message>
        <source>%1 and over</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>%1 by area</source>
        <translation>%1，按区域</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, as known on %2</source>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>The areas have no outlines.</source>
        <translation>区域没有边界。</translation>
    </message>
    <message>
        <source>The board cannot be written to %1.</source>
        <translation>无法将看板写入 %1。</translation>
    </message>
    <message>
        <source>There is no board to export.</source>
        <translation>没有可导出的看板。</translation>
    </message>
    <message>
        <source>There is no such indicator.</source>
        <translation>没有此指标。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>city %1</source>
        <translation>全市 %1</translation>
    </message>
    <message>
        <source>dashed: forecast by Holt-Winters, 90 % band, mean error %1</source>
        <translation>虚线：Holt-Winters 预测，90 % 区间，平均误差 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>no earlier value</source>
        <translation>无更早数值</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>较 %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>%1 of %2 streams not live</source>
        <translation>%2 路数据流中 %1 路不实时</translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>测于 %1</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>尚无测量值</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>There is no such live stream.</source>
        <translation>没有这一实时数据流。</translation>
    </message>
    <message>
        <source>over the limit of %1</source>
        <translation>超过限值 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BoardPanel</name>
    <message numerus="yes">
        <source>%n tiles</source>
        <translation><numerusform>%n 个图块</numerusform></translation>
    </message>
    <message>
        <source>Add a pack of indicators</source>
        <translation>添加指标包</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicators of a workspace appear here: definition, value, target and source of each.</source>
        <translation>工作区的指标显示在此处：定义、数值、目标和来源。</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建看板</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BoardView</name>
    <message>
        <source>%1: back to the city</source>
        <translation>%1：返回全市</translation>
    </message>
    <message>
        <source>Add tile</source>
        <translation>添加图块</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Edit board</source>
        <translation>编辑看板</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>仪表</translation>
    </message>
    <message>
        <source>Ranking by area</source>
        <translation>区域排名</translation>
    </message>
    <message>
        <source>Small map</source>
        <translation>小地图</translation>
    </message>
    <message>
        <source>Table of indicators</source>
        <translation>指标表</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Time series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Value with target</source>
        <translation>数值与目标</translation>
    </message>
    <message>
        <source>as known on %1</source>
        <translation>截至 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ExplainCard</name>
    <message>
        <source>%1
%2, period %3
method version %4, for larger areas: %5</source>
        <translation>%1
%2，时期 %3
方法版本 %4，汇总规则：%5</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4</source>
        <translation>%1：%2 %3，%4</translation>
    </message>
    <message>
        <source>At the present pace (%1): %2.</source>
        <translation>按目前速度（%1）：%2。</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Choose an indicator to see where its number comes from.</source>
        <translation>请选择一项指标，查看其数值的来源。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入项</translation>
    </message>
    <message>
        <source>Needed from now: %1 a year.</source>
        <translation>今后每年需提高 %1。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The data are partial.</source>
        <translation>数据不完整。</translation>
    </message>
    <message>
        <source>Way down to the rows</source>
        <translation>下钻至数据行</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
</TS>
