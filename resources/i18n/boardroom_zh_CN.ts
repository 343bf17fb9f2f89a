<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Indicator</name>
    <message>
        <source>Columns of the indicator in 3D</source>
        <translation>三维中以柱体显示指标</translation>
    </message>
    <message>
        <source>Join indicators to a composite</source>
        <translation>合成综合指数</translation>
    </message>
    <message>
        <source>Open the problem ledger</source>
        <translation>打开问题台账</translation>
    </message>
    <message>
        <source>Record a problem</source>
        <translation>登记问题</translation>
    </message>
    <message>
        <source>Show the indicator on the map</source>
        <translation>在地图上显示指标</translation>
    </message>
    <message>
        <source>Take the indicator off the map</source>
        <translation>从地图上撤下指标</translation>
    </message>
</context>
<context>
    <name>loci::app::BoardRoom</name>
    <message>
        <source>%1 of %2 rows selected on the map.</source>
        <translation>已在地图上选中 %1 行（共 %2 行）。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Hide columns in 3D</source>
        <translation>隐藏三维柱体</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n rows is on the map.</source>
        <translation><numerusform>这 %n 行都不在地图上。</numerusform></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>Show columns in 3D</source>
        <translation>显示三维柱体</translation>
    </message>
    <message>
        <source>Show “%1” on the map</source>
        <translation>在地图上显示“%1”</translation>
    </message>
    <message>
        <source>Take the indicator off the map</source>
        <translation>从地图上撤下指标</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>On the board “%1” now.</source>
        <translation>已放到看板“%1”上。</translation>
    </message>
</context>
<context>
    <name>loci::app::LedgerRoom</name>
    <message>
        <source>Acknowledge an alert</source>
        <translation>确认警报</translation>
    </message>
    <message>
        <source>Change the problem “%1”</source>
        <translation>修改问题“%1”</translation>
    </message>
    <message>
        <source>Click where the problem is.</source>
        <translation>请点击问题所在的位置。</translation>
    </message>
    <message>
        <source>Delete the problem “%1”</source>
        <translation>删除问题“%1”</translation>
    </message>
    <message>
        <source>Problem ledger</source>
        <translation>问题台账</translation>
    </message>
    <message>
        <source>Record the problem “%1”</source>
        <translation>登记问题“%1”</translation>
    </message>
    <message>
        <source>Take back that an alert was seen</source>
        <translation>撤回警报确认</translation>
    </message>
    <message>
        <source>The problem has no place and no area with an outline.</source>
        <translation>该问题没有位置，所属区域也没有边界。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>done, to be checked</source>
        <translation>已整改，待复查</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
</context>
<context>
    <name>loci::cli::IndicatorVerb</name>
    <message>
        <source>%1  %2  %3 (%4 to %5)</source>
        <translation>%1  %2  %3（%4 至 %5）</translation>
    </message>
    <message>
        <source>%1: mean absolute error %2 %3 (one season before: %4), root mean square %5, bias %6, %7 % in the 90 % band, %8 values from %9 origins</source>
        <translation>%1：平均绝对误差 %2 %3（上一周期：%4），均方根 %5，偏差 %6，%7 % 落在 90 % 区间内，%9 个起点共 %8 个值</translation>
    </message>
    <message>
        <source>-  %1  unknown</source>
        <translation>-  %1  未知</translation>
    </message>
    <message>
        <source>--aggregate needs arithmetic or geometric.</source>
        <translation>--aggregate 须为 arithmetic 或 geometric。</translation>
    </message>
    <message>
        <source>--normalise needs minmax, zscore, rank, percentile or target.</source>
        <translation>--normalise 须为 minmax、zscore、rank、percentile 或 target。</translation>
    </message>
    <message>
        <source>--share needs a number from 0 to 1, and --rounds one from 1 to 100000.</source>
        <translation>--share 须为 0 到 1 的数，--rounds 须为 1 到 100000 的数。</translation>
    </message>
    <message>
        <source>All: mean absolute error %1, one season before %2, over %3 values</source>
        <translation>合计：平均绝对误差 %1，上一周期 %2，共 %3 个值</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>方法：%1</translation>
    </message>
    <message>
        <source>Say what to do: list [WORKSPACE], add WORKSPACE PACK, compute WORKSPACE [CODE], explain WORKSPACE CODE, target WORKSPACE CODE, forecast WORKSPACE STREAM or composite WORKSPACE CODE,CODE.</source>
        <translation>请说明操作：list [工作区]、add 工作区 指标包、compute 工作区 [编码]、explain 工作区 编码、target 工作区 编码、forecast 工作区 数据流 或 composite 工作区 编码,编码。</translation>
    </message>
    <message>
        <source>There is too little of the past for a back-test.</source>
        <translation>历史数据太少，无法回测。</translation>
    </message>
    <message>
        <source>acceptable, at most 0.10</source>
        <translation>可接受，不超过 0.10</translation>
    </message>
    <message>
        <source>consistency ratio %1 (%2)</source>
        <translation>一致性比率 %1（%2）</translation>
    </message>
    <message>
        <source>the judgements contradict each other, above 0.10</source>
        <translation>判断相互矛盾，超过 0.10</translation>
    </message>
    <message>
        <source>weight %1  %2</source>
        <translation>权重 %1  %2</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Alerts</name>
    <message numerus="yes">
        <source>%1: data of %n areas missing</source>
        <translation><numerusform>%1：%n 个区域缺数据</numerusform></translation>
    </message>
    <message>
        <source>%1: no data for %2 h</source>
        <translation>%1：已 %2 小时无数据</translation>
    </message>
    <message>
        <source>%1: target %2 at risk</source>
        <translation>%1：%2 年目标存在风险</translation>
    </message>
    <message>
        <source>%1: target %2 will be missed</source>
        <translation>%1：%2 年目标将无法实现</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>逾期：%1</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Composite</name>
    <message>
        <source>%1 has no baseline and target to measure against.</source>
        <translation>%1 没有可供衡量的基期值和目标值。</translation>
    </message>
    <message>
        <source>%1 is best within a band; only indicators that are better higher or lower can be joined.</source>
        <translation>%1 以区间为优；只有越高越好或越低越好的指标才能合成。</translation>
    </message>
    <message numerus="yes">
        <source>%n weights are needed, none of them negative and not all zero.</source>
        <translation><numerusform>需要 %n 个权重，不得为负，也不得全为零。</numerusform></translation>
    </message>
    <message>
        <source>A composite needs at least two indicators.</source>
        <translation>综合指数至少需要两个指标。</translation>
    </message>
    <message>
        <source>Entropy weights need values from 0 to 1: choose another scale than z-scores.</source>
        <translation>熵权法需要 0 到 1 的值：请选择标准分以外的标准化方法。</translation>
    </message>
    <message>
        <source>The geometric mean needs values from 0 to 1: choose another scale than z-scores.</source>
        <translation>几何平均需要 0 到 1 的值：请选择标准分以外的标准化方法。</translation>
    </message>
    <message>
        <source>The judgements compare %1 indicators, and there are %2.</source>
        <translation>判断矩阵比较了 %1 个指标，而指标有 %2 个。</translation>
    </message>
    <message>
        <source>The workspace has no indicator “%1”.</source>
        <translation>工作区中没有指标“%1”。</translation>
    </message>
    <message>
        <source>There is no level “%1”; there are %2.</source>
        <translation>没有层级“%1”；现有 %2。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Definition</name>
    <message>
        <source>an input with services in reach does not say where they are, how far they reach, or whom.</source>
        <translation>某个可达性输入没有说明设施在哪里、服务半径多大或服务于谁。</translation>
    </message>
</context>
<context>
    <name>loci::indicators::Problem</name>
    <message>
        <source>closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>done, to be checked</source>
        <translation>已整改，待复查</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>整改中</translation>
    </message>
</context>
<context>
    <name>loci::widgets::Board</name>
    <message>
        <source> and %1 more</source>
        <translation>等另外 %1 个</translation>
    </message>
    <message>
        <source>%1 of %2 not live</source>
        <translation>%2 路中 %1 路不在线</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 项未完成</translation>
    </message>
    <message>
        <source>%1 to %2 %3, between sensors an estimate</source>
        <translation>%1 至 %2 %3，测点之间为估计值</translation>
    </message>
    <message>
        <source>%1: %2 %3 is unusual. The same hour of the 28 days before: median %4, %5 to %6 expected; robust z-score %7.</source>
        <translation>%1：%2 %3 属异常。前 28 天同一时刻：中位数 %4，预期 %5 至 %6；稳健 z 分数 %7。</translation>
    </message>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation><numerusform>逾期 %n 天</numerusform></translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>三维视图</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>No picture is chosen.</source>
        <translation>尚未选择图片。</translation>
    </message>
    <message>
        <source>No problem is recorded.</source>
        <translation>尚未登记问题。</translation>
    </message>
    <message>
        <source>Nothing asks for attention.</source>
        <translation>没有需要关注的事项。</translation>
    </message>
    <message>
        <source>Problem ledger</source>
        <translation>问题台账</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>The 3D view has not been drawn yet.</source>
        <translation>三维视图尚未绘制。</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>无法读取图片。</translation>
    </message>
    <message>
        <source>all live</source>
        <translation>全部在线</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>last %1 hours</source>
        <translation>最近 %1 小时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>live</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>number of areas by value, %1</source>
        <translation>按数值的区域数，%1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>过期</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BoardPanel</name>
    <message>
        <source>Join indicators to a composite</source>
        <translation>合成综合指数</translation>
    </message>
    <message>
        <source>Problem ledger</source>
        <translation>问题台账</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BoardView</name>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Distribution of areas</source>
        <translation>区域分布</translation>
    </message>
    <message>
        <source>Heat map of sensors</source>
        <translation>传感器热力图</translation>
    </message>
    <message>
        <source>Map and 3D view below the board</source>
        <translation>在看板下方显示地图和三维视图</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Problem ledger</source>
        <translation>问题台账</translation>
    </message>
    <message>
        <source>Small 3D view</source>
        <translation>小三维视图</translation>
    </message>
    <message>
        <source>Timeline of streams</source>
        <translation>数据流时间线</translation>
    </message>
    <message>
        <source>With map</source>
        <translation>联动地图</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CompositeCard</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Areas by the composite</source>
        <translation>按综合指数排列的区域</translation>
    </message>
    <message>
        <source>Choose two or more indicators to join them.</source>
        <translation>请选择两个或更多指标进行合成。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>综合指数</translation>
    </message>
    <message>
        <source>How much more the row counts than the column: 1 to 9 or 1/9</source>
        <translation>行指标相对列指标的重要程度：1 至 9 或 1/9</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicators of the composite</source>
        <translation>参与合成的指标</translation>
    </message>
    <message>
        <source>Joined by</source>
        <translation>合成方式</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>方法：%1</translation>
    </message>
    <message>
        <source>Only %1 % of the weight is known.</source>
        <translation>仅有 %1 % 的权重有数据。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>赋权</translation>
    </message>
    <message>
        <source>arithmetic mean</source>
        <translation>算术平均</translation>
    </message>
    <message>
        <source>by information (entropy)</source>
        <translation>按信息量（熵权法）</translation>
    </message>
    <message>
        <source>by pairwise judgement (AHP)</source>
        <translation>两两判断（层次分析法）</translation>
    </message>
    <message>
        <source>consistency ratio %1, at most 0.10</source>
        <translation>一致性比率 %1，不超过 0.10</translation>
    </message>
    <message>
        <source>consistency ratio %1: above 0.10, judge again</source>
        <translation>一致性比率 %1：超过 0.10，请重新判断</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>等权</translation>
    </message>
    <message>
        <source>from baseline to target</source>
        <translation>从基期到目标</translation>
    </message>
    <message>
        <source>from lowest to highest</source>
        <translation>极差标准化</translation>
    </message>
    <message>
        <source>geometric mean</source>
        <translation>几何平均</translation>
    </message>
    <message>
        <source>given</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>标准分</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ExplainCard</name>
    <message>
        <source>Select the rows on the map</source>
        <translation>在地图上选中数据行</translation>
    </message>
</context>
<context>
    <name>loci::widgets::IndicatorMap</name>
    <message>
        <source>%1, partial</source>
        <translation>%1，部分数据</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>open frame: no data</source>
        <translation>空心框：无数据</translation>
    </message>
    <message>
        <source>partial data</source>
        <translation>部分数据</translation>
    </message>
    <message>
        <source>striped: partial data</source>
        <translation>条纹：部分数据</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LedgerCard</name>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation><numerusform>逾期 %n 天</numerusform></translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problem ledger</source>
        <translation>问题台账</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Set place on the map</source>
        <translation>在地图上定位</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>the area stands for it</source>
        <translation>以所属区域代替</translation>
    </message>
</context>
</TS>
