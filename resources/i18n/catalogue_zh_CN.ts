<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Catalogue</name>
    <message>
        <source>Show the data catalogue</source>
        <translation>显示数据目录</translation>
    </message>
    <message>
        <source>Find where the next one should go</source>
        <translation>为下一处设施选址</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Catalogue</source>
        <translation>数据目录</translation>
    </message>
</context>
<context>
    <name>loci::analysis::Location</name>
    <message>
        <source>Say how many may be built, or what they may cost.</source>
        <translation>请说明最多新建几处，或总费用上限。</translation>
    </message>
    <message>
        <source>Number and budget cannot be negative.</source>
        <translation>数量和预算不能为负。</translation>
    </message>
    <message>
        <source>Say how far people can go to such a place.</source>
        <translation>请说明可达距离。</translation>
    </message>
    <message>
        <source>A place without coordinates, a negative cost or a negative number of people cannot be weighed.</source>
        <translation>没有坐标、费用为负或人口为负的地点无法计算。</translation>
    </message>
    <message>
        <source>The search for places was cancelled.</source>
        <translation>选址已取消。</translation>
    </message>
    <message>
        <source>%1 candidates are too many at once.</source>
        <translation>候选地 %1 处过多，无法一次计算。</translation>
    </message>
    <message>
        <source>No plan was found in the time that was given.</source>
        <translation>在给定时间内未找到方案。</translation>
    </message>
</context>
<context>
    <name>loci::app::CatalogueExport</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>loci::app::CatalogueRoom</name>
    <message>
        <source>Read what the data tell about themselves</source>
        <translation>读取数据自身信息</translation>
    </message>
    <message>
        <source>Edited in the catalogue</source>
        <translation>在数据目录中编辑</translation>
    </message>
    <message>
        <source>What you said is kept.</source>
        <translation>编目已保存。</translation>
    </message>
    <message>
        <source>Ask the owner</source>
        <translation>向提供单位申请</translation>
    </message>
    <message>
        <source>What are the data asked for?</source>
        <translation>申请数据的用途是什么？</translation>
    </message>
    <message>
        <source>Your request waits for the owner.</source>
        <translation>申请已提交，等待提供单位答复。</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Until which day?</source>
        <translation>授权至哪一天？</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Reason and conditions</source>
        <translation>理由与条件</translation>
    </message>
    <message>
        <source>The request is %1 now; the audit keeps it.</source>
        <translation>申请状态：%1，已记入审计。</translation>
    </message>
    <message>
        <source>Who works where</source>
        <translation>人员与单位</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>人员姓名</translation>
    </message>
    <message>
        <source>Department of %1</source>
        <translation>%1 所在单位</translation>
    </message>
    <message>
        <source>%1 works for %2</source>
        <translation>%1 属于%2</translation>
    </message>
    <message>
        <source>the public</source>
        <translation>公众</translation>
    </message>
    <message>
        <source>For whom? Only what they may see leaves.</source>
        <translation>导出给谁？只导出对方有权查看的内容。</translation>
    </message>
    <message>
        <source>The end point is off.</source>
        <translation>数据接口已停用。</translation>
    </message>
    <message>
        <source>End point</source>
        <translation>数据接口</translation>
    </message>
    <message>
        <source>%1 answers programs on this computer for %2 with the token %3</source>
        <translation>%1 以%2的权限向本机程序提供数据，令牌为 %3</translation>
    </message>
    <message>
        <source>Export the catalogue</source>
        <translation>导出数据目录</translation>
    </message>
    <message>
        <source>Folder for the ISO 19115 records</source>
        <translation>ISO 19115 记录的文件夹</translation>
    </message>
    <message>
        <source>Export DCAT</source>
        <translation>导出 DCAT</translation>
    </message>
    <message>
        <source>DCAT (*.jsonld)</source>
        <translation>DCAT (*.jsonld)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries for %1 are in %2.</source>
        <translation><numerusform>已为%1导出 %n 条目录，位于 %2。</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::app::DeliveryRoom</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation><numerusform>%n 行</numerusform></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Add a contract</source>
        <translation>添加契约</translation>
    </message>
    <message>
        <source>Contracts (*.json)</source>
        <translation>契约 (*.json)</translation>
    </message>
    <message>
        <source>Take a delivery</source>
        <translation>接收交付</translation>
    </message>
    <message>
        <source>Tables and layers (*.csv *.geojson *.json *.gpkg *.xlsx *.ods *.shp)</source>
        <translation>表与图层 (*.csv *.geojson *.json *.gpkg *.xlsx *.ods *.shp)</translation>
    </message>
    <message>
        <source>Check a delivery of “%1”</source>
        <translation>检查“%1”的交付</translation>
    </message>
    <message>
        <source>%1 keeps its contract and is loaded.</source>
        <translation>%1 符合契约，已入库。</translation>
    </message>
    <message>
        <source>%1 is loaded already; nothing was changed.</source>
        <translation>%1 已入库，未作更改。</translation>
    </message>
    <message>
        <source>%1 breaks its contract and was not loaded.</source>
        <translation>%1 违反契约，未入库。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::app::LocationRoom</name>
    <message>
        <source>Find where the next one goes</source>
        <translation>为下一处设施选址</translation>
    </message>
    <message>
        <source>Where the next one goes</source>
        <translation>下一处选址</translation>
    </message>
</context>
<context>
    <name>loci::app::LocationRun</name>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Add the scenario “%1”</source>
        <translation>添加方案“%1”</translation>
    </message>
    <message>
        <source>Nobody says where the places of %1 are.</source>
        <translation>%1 中的地点没有位置。</translation>
    </message>
    <message>
        <source>“%1” is no condition; write field=value or field=one|other.</source>
        <translation>“%1”不是条件；请写 字段=值 或 字段=值一|值二。</translation>
    </message>
    <message>
        <source>A candidate has no cost in “%1”; a budget cannot be kept without it.</source>
        <translation>有候选地的“%1”没有费用，无法控制预算。</translation>
    </message>
    <message>
        <source>There is nobody to serve in these rows.</source>
        <translation>这些行中没有需要服务的地点。</translation>
    </message>
    <message>
        <source>There is no candidate in these rows.</source>
        <translation>这些行中没有候选地。</translation>
    </message>
    <message numerus="yes">
        <source>%n new places.</source>
        <translation><numerusform>新建 %n 处。</numerusform></translation>
    </message>
    <message>
        <source>%1 of %2 people within %3 m; before %4.</source>
        <translation>%3 米内覆盖 %2 人中的 %1 人；原为 %4 人。</translation>
    </message>
    <message>
        <source>Mean way %1 m; before %2 m.</source>
        <translation>平均距离 %1 米；原为 %2 米。</translation>
    </message>
    <message>
        <source>Mean way %1 m.</source>
        <translation>平均距离 %1 米。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n places nobody knows how many people live there; they are not weighed.</source>
        <translation><numerusform>%n 处地点人口未知，未计入。</numerusform></translation>
    </message>
    <message>
        <source>Places nearer than about %1 m were taken as one to choose.</source>
        <translation>选址时相距约 %1 米以内的地点合并计算。</translation>
    </message>
    <message>
        <source>No better choice exists.</source>
        <translation>没有更优的方案。</translation>
    </message>
    <message>
        <source>The time was over: a better choice may exist.</source>
        <translation>时间已到，可能还有更优方案。</translation>
    </message>
</context>
<context>
    <name>loci::app::ShareServer</name>
    <message>
        <source>The end point cannot listen on port %1.</source>
        <translation>数据接口无法使用端口 %1。</translation>
    </message>
</context>
<context>
    <name>loci::catalogue::Cadence</name>
    <message>
        <source>every year</source>
        <translation>每年</translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation><numerusform>每 %n 年</numerusform></translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation><numerusform>每 %n 个月</numerusform></translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每日</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation><numerusform>每 %n 天</numerusform></translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation><numerusform>%n 天</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation><numerusform>%n 小时</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation><numerusform>%n 分钟</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation><numerusform>%n 秒</numerusform></translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>%1前更新</translation>
    </message>
    <message>
        <source>Nobody knows when it was updated</source>
        <translation>更新时间未知</translation>
    </message>
    <message>
        <source>%1, nothing is promised</source>
        <translation>%1，未承诺更新频率</translation>
    </message>
    <message>
        <source>%1, promised %2</source>
        <translation>%1，承诺%2更新</translation>
    </message>
    <message>
        <source>%1: %2 late</source>
        <translation>%1：逾期 %2</translation>
    </message>
</context>
<context>
    <name>loci::catalogue::Entry</name>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>city model</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>not decided yet, kept back</source>
        <translation>尚未确定，暂不共享</translation>
    </message>
    <message>
        <source>shared unconditionally</source>
        <translation>无条件共享</translation>
    </message>
    <message>
        <source>shared on conditions</source>
        <translation>有条件共享</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>不予共享</translation>
    </message>
    <message>
        <source>“%1” is no sharing class.</source>
        <translation>“%1”不是共享属性。</translation>
    </message>
    <message>
        <source>“%1” is no distance in time; write P1D for a day, P1M for a month, P1Y for a year.</source>
        <translation>“%1”不是时间间隔；请写 P1D（日）、P1M（月）或 P1Y（年）。</translation>
    </message>
    <message>
        <source>What is not shared needs its basis in law.</source>
        <translation>不予共享的数据须注明法律依据。</translation>
    </message>
</context>
<context>
    <name>loci::catalogue::Request</name>
    <message>
        <source>requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The request %1 cannot be read.</source>
        <translation>无法读取申请 %1。</translation>
    </message>
    <message>
        <source>A request that is %1 cannot become %2.</source>
        <translation>状态为“%1”的申请不能变为“%2”。</translation>
    </message>
    <message>
        <source>Say what the data are asked for.</source>
        <translation>请说明申请数据的用途。</translation>
    </message>
    <message>
        <source>Give the reason of this answer.</source>
        <translation>请说明答复理由。</translation>
    </message>
    <message>
        <source>A grant needs a day to come on which it ends.</source>
        <translation>授权须有今后的截止日期。</translation>
    </message>
</context>
<context>
    <name>loci::cli::AnalyseVerb</name>
    <message>
        <source>--%1 takes a number, not “%2”.</source>
        <translation>--%1 应为数字，而不是“%2”。</translation>
    </message>
    <message>
        <source>--demand, --people and --sites are needed.</source>
        <translation>需要 --demand、--people 和 --sites。</translation>
    </message>
    <message>
        <source>--goal is cover or median, not “%1”.</source>
        <translation>--goal 应为 cover 或 median，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no “analyse %1”.</source>
        <translation>没有“analyse %1”。</translation>
    </message>
    <message>
        <source>Where the next one goes</source>
        <translation>下一处选址</translation>
    </message>
    <message>
        <source>Finds where the next schools, clinics, shelters or parks should go, and who gains</source>
        <translation>为学校、诊所、避难场所或公园选址，并说明谁受益</translation>
    </message>
</context>
<context>
    <name>loci::cli::CatalogueVerb</name>
    <message>
        <source>The option --%1 is needed.</source>
        <translation>缺少选项 --%1。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 不是 JSON 对象。</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>无提供单位</translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>没有可显示的内容。</translation>
    </message>
    <message>
        <source>The catalogue has no entry “%1”.</source>
        <translation>目录中没有条目“%1”。</translation>
    </message>
    <message>
        <source>Request %1 waits for the owner.</source>
        <translation>申请 %1 等待提供单位答复。</translation>
    </message>
    <message>
        <source>“%1” is no state of a request.</source>
        <translation>“%1”不是申请状态。</translation>
    </message>
    <message>
        <source>The request is %1 now.</source>
        <translation>申请状态：%1。</translation>
    </message>
    <message>
        <source>A catalogue goes out as dcat or iso, not as “%1”.</source>
        <translation>目录可导出为 dcat 或 iso，不能导出为“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are in %1.</source>
        <translation><numerusform>%n 条目录已写入 %1。</numerusform></translation>
    </message>
    <message>
        <source>That cannot be done with a catalogue: %1</source>
        <translation>数据目录不支持此操作：%1</translation>
    </message>
    <message>
        <source>Data catalogue: what there is, whose, how fresh, and who may have it</source>
        <translation>数据目录：有什么、归谁、是否及时、谁可使用</translation>
    </message>
</context>
<context>
    <name>loci::cli::ContractVerb</name>
    <message numerus="yes">
        <source>%n rows keep the contract “%1”.</source>
        <translation><numerusform>%n 行均符合契约“%1”。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The delivery breaks the contract “%1” in %n places.</source>
        <translation><numerusform>该交付有 %n 处违反契约“%1”。</numerusform></translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>There is no contract “%1”.</source>
        <translation>没有契约“%1”。</translation>
    </message>
    <message>
        <source>%1: delivery %2 with %3 rows</source>
        <translation>%1：第 %2 次交付，%3 行</translation>
    </message>
    <message>
        <source>%1: nothing delivered yet</source>
        <translation>%1：尚未交付</translation>
    </message>
    <message>
        <source>No contract is agreed on.</source>
        <translation>尚未约定契约。</translation>
    </message>
    <message>
        <source>This delivery of “%1” is loaded already; nothing was changed.</source>
        <translation>“%1”的此次交付已入库，未作更改。</translation>
    </message>
    <message>
        <source>%1 It is loaded.</source>
        <translation>%1已入库。</translation>
    </message>
    <message>
        <source>That cannot be done with contracts: %1</source>
        <translation>契约不支持此操作：%1</translation>
    </message>
    <message>
        <source>Checks deliveries against their contract and loads those that keep it</source>
        <translation>按契约检查交付的数据，合格者入库</translation>
    </message>
</context>
<context>
    <name>loci::cli::ShareVerb</name>
    <message>
        <source>--%1 takes a number up to %2.</source>
        <translation>--%1 应为不超过 %2 的数字。</translation>
    </message>
    <message>
        <source>%1 answers with the token %2</source>
        <translation>%1 已启用，令牌为 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n collections were shared at %1.</source>
        <translation><numerusform>%1 共享了 %n 个数据集。</numerusform></translation>
    </message>
    <message>
        <source>Answers programs on this computer by OGC API - Features and SensorThings, read-only</source>
        <translation>以 OGC API - Features 和 SensorThings 向本机程序提供只读数据</translation>
    </message>
</context>
<context>
    <name>loci::contracts::Contract</name>
    <message>
        <source>Nothing here knows “%1”.</source>
        <translation>无法识别“%1”。</translation>
    </message>
    <message>
        <source>A field of the contract has no name.</source>
        <translation>契约中有字段没有名称。</translation>
    </message>
    <message>
        <source>The field “%1” has a type that nobody knows: “%2”.</source>
        <translation>字段“%1”的类型“%2”未知。</translation>
    </message>
    <message>
        <source>The pattern of the field “%1” cannot be read.</source>
        <translation>字段“%1”的格式表达式无法读取。</translation>
    </message>
    <message>
        <source>The limits of the field “%1” contradict themselves.</source>
        <translation>字段“%1”的限值自相矛盾。</translation>
    </message>
    <message>
        <source>A contract names between one and %1 fields.</source>
        <translation>契约应有 1 至 %1 个字段。</translation>
    </message>
    <message>
        <source>The field “%1” is there twice.</source>
        <translation>字段“%1”重复。</translation>
    </message>
    <message>
        <source>A contract has at most %1 keys.</source>
        <translation>契约最多有 %1 个键。</translation>
    </message>
    <message>
        <source>A key names the field “%1”, which the contract has not.</source>
        <translation>键引用了契约中没有的字段“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no kind of shape.</source>
        <translation>“%1”不是几何类型。</translation>
    </message>
    <message>
        <source>Where there are shapes, the contract has to name their reference system.</source>
        <translation>有几何时，契约须注明坐标系。</translation>
    </message>
    <message>
        <source>The extent of the contract is no box of west, south, east and north.</source>
        <translation>契约的范围不是由西、南、东、北组成的矩形。</translation>
    </message>
    <message>
        <source>Two fields for a place need both names and points as shape.</source>
        <translation>位置字段须同时给出两个名称，且几何类型为点。</translation>
    </message>
    <message>
        <source>The number of rows contradicts itself.</source>
        <translation>行数限制自相矛盾。</translation>
    </message>
    <message>
        <source>This is no contract: it is no JSON object.</source>
        <translation>这不是契约：不是 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” is no id of a contract: letters, digits, - and _ only.</source>
        <translation>“%1”不是契约标识：只能用字母、数字、- 和 _。</translation>
    </message>
</context>
<context>
    <name>loci::contracts::ContractCheck</name>
    <message>
        <source>The field “%1” is missing.</source>
        <translation>缺少字段“%1”。</translation>
    </message>
    <message>
        <source>“%1” is delivered in “%2”; agreed is “%3”.</source>
        <translation>“%1”以“%2”为单位交付；约定单位为“%3”。</translation>
    </message>
    <message>
        <source>The field “%1” is not agreed.</source>
        <translation>字段“%1”未在约定中。</translation>
    </message>
    <message>
        <source>The shapes stand in %1; agreed is %2.</source>
        <translation>几何的坐标系为%1；约定为 %2。</translation>
    </message>
    <message>
        <source>no reference system</source>
        <translation>无坐标系</translation>
    </message>
    <message>
        <source>There are %1 rows; agreed are at least %2.</source>
        <translation>共 %1 行；约定至少 %2 行。</translation>
    </message>
    <message>
        <source>There are %1 rows; agreed are at most %2.</source>
        <translation>共 %1 行；约定至多 %2 行。</translation>
    </message>
    <message>
        <source>“%1” is there in %2 % of the rows; agreed are %3 %.</source>
        <translation>“%1”在 %2 % 的行中有值；约定为 %3 %。</translation>
    </message>
    <message>
        <source>%1 is outside of %2 to %3.</source>
        <translation>%1 超出 %2 至 %3。</translation>
    </message>
    <message>
        <source>“%1” is none of the agreed values.</source>
        <translation>“%1”不是约定的取值。</translation>
    </message>
    <message>
        <source>“%1” is not written as agreed.</source>
        <translation>“%1”不符合约定的格式。</translation>
    </message>
    <message>
        <source>“%1” has no value.</source>
        <translation>“%1”没有值。</translation>
    </message>
    <message>
        <source>“%1” is not of the type “%2”.</source>
        <translation>“%1”不是“%2”类型。</translation>
    </message>
    <message>
        <source>The row has no shape.</source>
        <translation>该行没有几何。</translation>
    </message>
    <message>
        <source>The shape of the row cannot be read or is empty.</source>
        <translation>该行的几何无法读取或为空。</translation>
    </message>
    <message>
        <source>The shape of the row is no %1.</source>
        <translation>该行的几何不是 %1。</translation>
    </message>
    <message>
        <source>The shape of the row lies outside of the agreed extent.</source>
        <translation>该行的几何超出约定范围。</translation>
    </message>
    <message>
        <source>The key “%1” has no value.</source>
        <translation>键“%1”没有值。</translation>
    </message>
    <message>
        <source>“%1” names row %2 already.</source>
        <translation>“%1”与第 %2 行重复。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>检查已取消。</translation>
    </message>
</context>
<context>
    <name>loci::formats::DeliveryReader</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>loci::formats::DeliveryWriter</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>入库已取消。</translation>
    </message>
</context>
<context>
    <name>loci::formats::FeaturePage</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>loci::formats::SourceFacts</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 has no table “%2”.</source>
        <translation>%1 中没有表“%2”。</translation>
    </message>
</context>
<context>
    <name>loci::map::LocationLayer</name>
    <message>
        <source>The plan is no layer of places.</source>
        <translation>该方案不是地点图层。</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>与以前相同</translation>
    </message>
    <message>
        <source>gains</source>
        <translation>受益</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CataloguePanel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>数据交付</translation>
    </message>
    <message>
        <source>Where next</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>以 %1 的身份</translation>
    </message>
    <message>
        <source>As the public sees it</source>
        <translation>以公众的身份</translation>
    </message>
    <message>
        <source>Stop the end point</source>
        <translation>停用数据接口</translation>
    </message>
    <message>
        <source>End point…</source>
        <translation>数据接口…</translation>
    </message>
    <message>
        <source>Programs on this computer that bring the token can read what the chosen receiver may see</source>
        <translation>本机程序凭令牌可读取所选对象有权查看的数据</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Search: words, 中文, pinyin</source>
        <translation>搜索：词语、English、拼音</translation>
    </message>
    <message>
        <source>Who looks: what others may not see is not shown to them and not exported for them</source>
        <translation>查看者：他人无权查看的内容既不显示也不导出</translation>
    </message>
    <message>
        <source>Layers, tables, streams, indicators and city models of this workspace appear here.</source>
        <translation>此处列出工作区的图层、表、数据流、指标和城市模型。</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>编目…</translation>
    </message>
    <message>
        <source>Ask the owner…</source>
        <translation>向提供单位申请…</translation>
    </message>
    <message>
        <source>Export DCAT…</source>
        <translation>导出 DCAT…</translation>
    </message>
    <message>
        <source>Export ISO 19115…</source>
        <translation>导出 ISO 19115…</translation>
    </message>
    <message>
        <source>Who works where…</source>
        <translation>人员与单位…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DeliveriesPage</name>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Contracts say what a delivery has to be: fields, units, system, ranges and keys. Add the first one from its file.</source>
        <translation>契约规定交付数据的字段、单位、坐标系、取值范围和键。请从文件添加第一份契约。</translation>
    </message>
    <message>
        <source>Add a contract…</source>
        <translation>添加契约…</translation>
    </message>
    <message>
        <source>Take a delivery…</source>
        <translation>接收交付…</translation>
    </message>
    <message>
        <source>Save the report to send back…</source>
        <translation>保存退回报告…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DescriptionForm</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Owner department</source>
        <translation>提供单位</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量说明</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Conditions of sharing</source>
        <translation>共享条件</translation>
    </message>
    <message>
        <source>Sharing class</source>
        <translation>共享属性</translation>
    </message>
    <message>
        <source>Basis in law, where it is not shared</source>
        <translation>不予共享的法律依据</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Promised update (P1D a day, P1M a month, P1Y a year)</source>
        <translation>承诺更新频率（P1D 每日，P1M 每月，P1Y 每年）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>loci::widgets::EntryDetails</name>
    <message>
        <source>on time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>no promise</source>
        <translation>未承诺</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>提供单位</translation>
    </message>
    <message>
        <source>nobody has taken it on</source>
        <translation>尚无单位认领</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>更新情况</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享属性</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>共享条件</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>System</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>空间范围</translation>
    </message>
    <message>
        <source>%1 to %2 east, %3 to %4 north</source>
        <translation>东经 %1 至 %2，北纬 %3 至 %4</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量说明</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>不予显示</translation>
    </message>
    <message>
        <source>Place, fields and origin of the data are shown once the owner has granted them.</source>
        <translation>提供单位授权后方可查看数据位置、数据项和来源。</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>数据项</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LocationPage</name>
    <message>
        <source>none are there</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>the same for each</source>
        <translation>各处相同</translation>
    </message>
    <message>
        <source>Where should the next one go? Sites are chosen so that most people gain; existing ones stay.</source>
        <translation>下一处建在哪里？选址使受益人口最多；现有设施保留。</translation>
    </message>
    <message>
        <source>People to serve</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Field with their number</source>
        <translation>人数字段</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选地</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>现有设施</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Reach in metres</source>
        <translation>可达距离（米）</translation>
    </message>
    <message>
        <source>New ones at most (0: no limit)</source>
        <translation>最多新建（0：不限）</translation>
    </message>
    <message>
        <source>Budget (0: no limit)</source>
        <translation>预算（0：不限）</translation>
    </message>
    <message>
        <source>Cost of a candidate</source>
        <translation>候选地费用</translation>
    </message>
    <message>
        <source>Find places</source>
        <translation>开始选址</translation>
    </message>
    <message>
        <source>all rows, or field=value|value</source>
        <translation>全部行，或 字段=值|值</translation>
    </message>
    <message>
        <source>as many people as possible within reach</source>
        <translation>可达范围内人口最多</translation>
    </message>
    <message>
        <source>ways as short as possible</source>
        <translation>平均距离最短</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RequestList</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>共享申请</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>同意…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>再次申请…</translation>
    </message>
</context>
<context>
    <name>loci::workspace::DataCatalogue</name>
    <message>
        <source>The catalogue has no entry “%1”.</source>
        <translation>目录中没有条目“%1”。</translation>
    </message>
    <message>
        <source>%1 does not keep the catalogue and cannot say who works where.</source>
        <translation>%1 不是目录管理员，不能设置人员与单位。</translation>
    </message>
    <message>
        <source>Say who works for which department</source>
        <translation>设置人员与单位</translation>
    </message>
    <message>
        <source>“%1” belongs to %2; only its owner describes it.</source>
        <translation>“%1”属于%2，只有提供单位可以编目。</translation>
    </message>
    <message>
        <source>Describe “%1”</source>
        <translation>为“%1”编目</translation>
    </message>
    <message>
        <source>A department asks for data: say first for which one %1 works.</source>
        <translation>数据由单位申请：请先说明 %1 所在单位。</translation>
    </message>
    <message>
        <source>“%1” is open to %2 already.</source>
        <translation>“%1”已对%2开放。</translation>
    </message>
    <message>
        <source>Ask for “%1”</source>
        <translation>申请“%1”</translation>
    </message>
    <message>
        <source>There is no request “%1” for %2.</source>
        <translation>没有 %2 可处理的申请“%1”。</translation>
    </message>
    <message>
        <source>Only the owner of “%1” can answer this request.</source>
        <translation>只有“%1”的提供单位可以答复此申请。</translation>
    </message>
    <message>
        <source>“%1” is not shared; it cannot be granted.</source>
        <translation>“%1”不予共享，不能授权。</translation>
    </message>
    <message>
        <source>Request of %1 for “%2”: %3</source>
        <translation>%1申请“%2”：%3</translation>
    </message>
    <message>
        <source>Only %1 can take this step of sharing back.</source>
        <translation>只有 %1 可以撤回这一共享操作。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::DeliveryStore</name>
    <message>
        <source>Agree on the contract “%1”</source>
        <translation>约定契约“%1”</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>There are too many deliveries of “%1”.</source>
        <translation>“%1”的交付次数过多。</translation>
    </message>
    <message>
        <source>Load delivery %1 of “%2”</source>
        <translation>入库“%2”的第 %1 次交付</translation>
    </message>
</context>
</TS>
