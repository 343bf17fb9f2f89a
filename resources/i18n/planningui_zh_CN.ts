<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Planning</name>
    <message>
        <source>Show planning</source>
        <translation>显示规划工作区</translation>
    </message>
    <message>
        <source>Propose a building on the map</source>
        <translation>在地图上绘制建筑方案</translation>
    </message>
    <message>
        <source>Show the ceiling of the views</source>
        <translation>显示视廊限高面</translation>
    </message>
    <message>
        <source>Cut the proposal to the ceiling</source>
        <translation>将方案降至限高面</translation>
    </message>
    <message>
        <source>Propose a building by numbers</source>
        <translation>按数值提出建筑方案</translation>
    </message>
    <message>
        <source>Save the table of rules as CSV</source>
        <translation>将规则表保存为 CSV</translation>
    </message>
    <message>
        <source>Choose rule packs</source>
        <translation>选择规则包</translation>
    </message>
    <message>
        <source>List buildings above the ceiling</source>
        <translation>列出超出限高面的建筑</translation>
    </message>
    <message>
        <source>Approve the scenario</source>
        <translation>批准方案</translation>
    </message>
    <message>
        <source>Study sunlight and skyline</source>
        <translation>研究日照与天际线</translation>
    </message>
    <message>
        <source>Write the evidence dossier</source>
        <translation>编写论证报告</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>What is proposed</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Ground, m</source>
        <translation>底层标高（米）</translation>
    </message>
    <message>
        <source>Top, m</source>
        <translation>顶部标高（米）</translation>
    </message>
    <message>
        <source>Ceiling, m</source>
        <translation>限高（米）</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Footprint, m²</source>
        <translation>基底面积（平方米）</translation>
    </message>
    <message>
        <source>Floor area, m²</source>
        <translation>建筑面积（平方米）</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>日照</translation>
    </message>
    <message>
        <source>No building stands within reach of the shadow, or where the city lies is not known.</source>
        <translation>阴影范围内没有建筑，或城市所在位置未知。</translation>
    </message>
    <message>
        <source>%1 buildings looked at, %2 lose at least a minute. Day %3, %4 to %5 h true solar time, places every %6 m on the walls, %7 m above the ground; minutes of sun.</source>
        <translation>共核查 %1 栋建筑，其中 %2 栋减少一分钟以上。计算日 %3，真太阳时 %4 至 %5 时，墙面每 %6 米取一点，高出地面 %7 米；单位为日照分钟。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>取点数</translation>
    </message>
    <message>
        <source>Darkest before</source>
        <translation>最不利点（前）</translation>
    </message>
    <message>
        <source>Darkest after</source>
        <translation>最不利点（后）</translation>
    </message>
    <message>
        <source>Most lost</source>
        <translation>最多减少</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>遮挡建筑</translation>
    </message>
    <message>
        <source>The %1 that lose most are listed.</source>
        <translation>仅列出减少最多的 %1 栋。</translation>
    </message>
    <message>
        <source>Skyline from view %1</source>
        <translation>视廊 %1 的天际线</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Mean angle, degrees</source>
        <translation>平均仰角（度）</translation>
    </message>
    <message>
        <source>Sum of steps, degrees</source>
        <translation>起伏总量（度）</translation>
    </message>
    <message>
        <source>Landmark that is seen</source>
        <translation>标志物可见比例</translation>
    </message>
    <message>
        <source>Share of the outline that changes</source>
        <translation>轮廓变化比例</translation>
    </message>
    <message>
        <source>Indicators of the city</source>
        <translation>城市指标</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑数</translation>
    </message>
    <message>
        <source>Built area, m²</source>
        <translation>建筑占地（平方米）</translation>
    </message>
    <message>
        <source>Highest building, m</source>
        <translation>最高建筑（米）</translation>
    </message>
    <message>
        <source>Mean height, m</source>
        <translation>平均高度（米）</translation>
    </message>
    <message>
        <source>Sources and calculation</source>
        <translation>数据来源与计算</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>City model %1, %2</source>
        <translation>城市模型 %1，%2</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Height system</source>
        <translation>高程系统</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算编号</translation>
    </message>
</context>
<context>
    <name>loci::app::Dossier</name>
    <message>
        <source>What is proposed</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Ground, m</source>
        <translation>底层标高（米）</translation>
    </message>
    <message>
        <source>Top, m</source>
        <translation>顶部标高（米）</translation>
    </message>
    <message>
        <source>Ceiling, m</source>
        <translation>限高（米）</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Footprint, m²</source>
        <translation>基底面积（平方米）</translation>
    </message>
    <message>
        <source>Floor area, m²</source>
        <translation>建筑面积（平方米）</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>日照</translation>
    </message>
    <message>
        <source>No building stands within reach of the shadow, or where the city lies is not known.</source>
        <translation>阴影范围内没有建筑，或城市所在位置未知。</translation>
    </message>
    <message>
        <source>%1 buildings looked at, %2 lose at least a minute. Day %3, %4 to %5 h true solar time, places every %6 m on the walls, %7 m above the ground; minutes of sun.</source>
        <translation>共核查 %1 栋建筑，其中 %2 栋减少一分钟以上。计算日 %3，真太阳时 %4 至 %5 时，墙面每 %6 米取一点，高出地面 %7 米；单位为日照分钟。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>取点数</translation>
    </message>
    <message>
        <source>Darkest before</source>
        <translation>最不利点（前）</translation>
    </message>
    <message>
        <source>Darkest after</source>
        <translation>最不利点（后）</translation>
    </message>
    <message>
        <source>Most lost</source>
        <translation>最多减少</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>遮挡建筑</translation>
    </message>
    <message>
        <source>The %1 that lose most are listed.</source>
        <translation>仅列出减少最多的 %1 栋。</translation>
    </message>
    <message>
        <source>Skyline from view %1</source>
        <translation>视廊 %1 的天际线</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Mean angle, degrees</source>
        <translation>平均仰角（度）</translation>
    </message>
    <message>
        <source>Sum of steps, degrees</source>
        <translation>起伏总量（度）</translation>
    </message>
    <message>
        <source>Landmark that is seen</source>
        <translation>标志物可见比例</translation>
    </message>
    <message>
        <source>Share of the outline that changes</source>
        <translation>轮廓变化比例</translation>
    </message>
    <message>
        <source>Indicators of the city</source>
        <translation>城市指标</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑数</translation>
    </message>
    <message>
        <source>Built area, m²</source>
        <translation>建筑占地（平方米）</translation>
    </message>
    <message>
        <source>Highest building, m</source>
        <translation>最高建筑（米）</translation>
    </message>
    <message>
        <source>Mean height, m</source>
        <translation>平均高度（米）</translation>
    </message>
    <message>
        <source>Sources and calculation</source>
        <translation>数据来源与计算</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>City model %1, %2</source>
        <translation>城市模型 %1，%2</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Height system</source>
        <translation>高程系统</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算编号</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
</context>
<context>
    <name>loci::analysis::PlanEffects</name>
    <message>
        <source>The study of sun and skyline was cancelled.</source>
        <translation>日照与天际线研究已取消。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::PlanStudy</name>
    <message>
        <source>The check of the proposal was cancelled.</source>
        <translation>方案核查已取消。</translation>
    </message>
    <message>
        <source>The comparison with the ceiling was cancelled.</source>
        <translation>与限高面的比对已取消。</translation>
    </message>
</context>
<context>
    <name>loci::app::Dossier</name>
    <message>
        <source>No rule speaks about this proposal.</source>
        <translation>没有规则涉及本方案。</translation>
    </message>
    <message numerus="yes">
        <source>%n rules fail. The governing one is %1: it fails by %2 %3.</source>
        <translation>
            <numerusform>%n 条规则不合格。控制性规则为“%1”，超限 %2 %3。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No rule fails, and %n cannot be judged. The governing one is %1.</source>
        <translation>
            <numerusform>没有不合格的规则，%n 条无法判定。控制性规则为“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n rules pass. The closest one is %1.</source>
        <translation>
            <numerusform>%n 条规则全部合格。最接近限值的为“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Skyline from view %1, elevation angle by azimuth.</source>
        <translation>视廊 %1 的天际线，各方位的仰角。</translation>
    </message>
    <message>
        <source>There is no view “%1”.</source>
        <translation>没有视廊“%1”。</translation>
    </message>
    <message>
        <source>Evidence dossier · %1 · scenario %2</source>
        <translation>论证报告 · %1 · 方案 %2</translation>
    </message>
    <message>
        <source>Plan of the place, north up, %1.</source>
        <translation>位置平面图，上北下南，%1。</translation>
    </message>
    <message>
        <source>coordinate system not stated</source>
        <translation>坐标系未说明</translation>
    </message>
    <message>
        <source>Approved by %1 on %2. %3</source>
        <translation>%1 于 %2 批准。%3</translation>
    </message>
    <message>
        <source>Prepared by %1  Date %2</source>
        <translation>编制：%1  日期：%2</translation>
    </message>
    <message>
        <source>Reviewed by %1  Date %2</source>
        <translation>审核：%1  日期：%2</translation>
    </message>
</context>
<context>
    <name>loci::app::PlanningRoom</name>
    <message>
        <source>Propose a building</source>
        <translation>提出建筑方案</translation>
    </message>
    <message>
        <source>Middle east, north, length, width, direction in degrees, storeys; or four and more corners</source>
        <translation>中心东坐标、北坐标、长、宽、方向（度）、层数；或四个以上角点</translation>
    </message>
    <message>
        <source>“%1” does not say where a building stands: six numbers, or four and more corners.</source>
        <translation>“%1”不能确定建筑位置：需要六个数，或四个以上角点。</translation>
    </message>
    <message>
        <source>Save the table of rules</source>
        <translation>保存规则表</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>派生</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Show on the map and in 3D</source>
        <translation>在地图和三维中查看</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Approve “%1”</source>
        <translation>批准“%1”</translation>
    </message>
    <message>
        <source>Name of the person who approves</source>
        <translation>批准人姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Choose the rules “%1”</source>
        <translation>采用规则“%1”</translation>
    </message>
    <message>
        <source>Leave the rules “%1”</source>
        <translation>停用规则“%1”</translation>
    </message>
    <message>
        <source>Compare the city with the ceiling</source>
        <translation>将城市与限高面比对</translation>
    </message>
    <message>
        <source>%1 rises %2 above the ceiling of view %3 (%4).</source>
        <translation>%1 高出视廊 %3 的限高面（%4）%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n buildings rise above the ceiling.</source>
        <translation>
            <numerusform>有 %n 栋建筑超出限高面。</numerusform>
        </translation>
    </message>
    <message>
        <source>Study sunlight and skyline</source>
        <translation>研究日照与天际线</translation>
    </message>
    <message>
        <source>Write the evidence dossier</source>
        <translation>编写论证报告</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.odt)</source>
        <translation>文档 (*.pdf *.odt)</translation>
    </message>
    <message>
        <source>Compute the evidence dossier</source>
        <translation>计算论证报告</translation>
    </message>
    <message>
        <source>Today, from view %1.</source>
        <translation>现状，自视廊 %1。</translation>
    </message>
    <message>
        <source>With the proposal, from view %1.</source>
        <translation>加入方案后，自视廊 %1。</translation>
    </message>
    <message>
        <source>Click where a person stands.</source>
        <translation>点击人所站立的位置。</translation>
    </message>
    <message>
        <source>Click the landmark in 3D or on the map first.</source>
        <translation>请先在三维或地图中点击标志物。</translation>
    </message>
</context>
<context>
    <name>loci::app::SamplePlanning</name>
    <message>
        <source>The sample&apos;s planning case is missing.</source>
        <translation>缺少示例城市的规划案例。</translation>
    </message>
    <message>
        <source>Add the planning case of the sample city</source>
        <translation>加入示例城市的规划案例</translation>
    </message>
</context>
<context>
    <name>loci::cli::PlanVerb</name>
    <message numerus="yes">
        <source>%1  %2, %n change(s)%3</source>
        <translation>
            <numerusform>%1  %2，%n 项变更%3</numerusform>
        </translation>
    </message>
    <message>
        <source>, locked</source>
        <translation>，已锁定</translation>
    </message>
    <message>
        <source>Taken back, the scenario leaves the town as it was.</source>
        <translation>撤回方案后，城市与原状一致。</translation>
    </message>
    <message>
        <source>Taken back, the scenario does not leave the town as it was.</source>
        <translation>撤回方案后，城市与原状不一致。</translation>
    </message>
    <message>
        <source>The workspace has no scenarios.</source>
        <translation>工作区没有方案。</translation>
    </message>
    <message>
        <source>The model has no object “%1”.</source>
        <translation>模型中没有对象“%1”。</translation>
    </message>
    <message>
        <source>There is no view “%1”.</source>
        <translation>没有视廊“%1”。</translation>
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
        <source>The 3D picture could not be drawn.</source>
        <translation>无法绘制三维图片。</translation>
    </message>
    <message>
        <source>Today, from view %1.</source>
        <translation>现状，自视廊 %1。</translation>
    </message>
    <message>
        <source>With the proposal, from view %1.</source>
        <translation>加入方案后，自视廊 %1。</translation>
    </message>
    <message>
        <source>The dossier has no 3D pictures: %1</source>
        <translation>论证报告没有三维图片：%1</translation>
    </message>
    <message>
        <source>%1 was written, content %2.</source>
        <translation>已写入 %1，内容编号 %2。</translation>
    </message>
</context>
<context>
    <name>loci::formats::PlanPlacing</name>
    <message>
        <source>The coordinate systems of %1 and of the model cannot be compared: one of them is not stated.</source>
        <translation>无法比较 %1 与模型的坐标系：其中之一未说明。</translation>
    </message>
    <message>
        <source>the areas of the workspace</source>
        <translation>工作区的分区</translation>
    </message>
    <message>
        <source>the views of the workspace</source>
        <translation>工作区的视廊</translation>
    </message>
</context>
<context>
    <name>loci::map::PlanPictures</name>
    <message>
        <source>azimuth from north; grey: today, red: added</source>
        <translation>方位角（自正北起）；灰色为现状，红色为新增</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>标志物</translation>
    </message>
</context>
<context>
    <name>loci::map::PlanReport</name>
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
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules in force on %1. A negative margin says by how much a rule fails.</source>
        <translation>%1 有效的规则。余量为负表示超限的数值。</translation>
    </message>
    <message>
        <source> (governing)</source>
        <translation>（控制性）</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款原文</translation>
    </message>
    <message>
        <source> (secondary source, to be confirmed)</source>
        <translation>（二手资料，须核对）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>From the protected view</source>
        <translation>自保护视廊所见</translation>
    </message>
    <message>
        <source>Skyline</source>
        <translation>天际线</translation>
    </message>
    <message>
        <source>Content: %1</source>
        <translation>内容编号：%1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Evidence dossier, rules as of %1, content %2</source>
        <translation>论证报告，规则日期 %1，内容编号 %2</translation>
    </message>
</context>
<context>
    <name>loci::planning::Scenario</name>
    <message>
        <source>Change %1 of the scenario “%2” cannot be read.</source>
        <translation>方案“%2”的第 %1 项变更无法读取。</translation>
    </message>
    <message>
        <source>There is no scenario “%1”.</source>
        <translation>没有方案“%1”。</translation>
    </message>
    <message>
        <source>The scenario “%1” is its own ancestor.</source>
        <translation>方案“%1”是它自己的上级。</translation>
    </message>
    <message>
        <source>Both scenarios change %1 in different ways; decide there first.</source>
        <translation>两个方案对 %1 的变更不同；请先取舍。</translation>
    </message>
    <message>
        <source>The scenario “%1” is locked.</source>
        <translation>方案“%1”已锁定。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::GoverningBox</name>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanDesk</name>
    <message>
        <source>Prepare the planning rules</source>
        <translation>准备规划规则</translation>
    </message>
    <message>
        <source>How high the ground is there is not known; give the height of the ground floor as a number.</source>
        <translation>该处地面高程未知；请以数字给出底层标高。</translation>
    </message>
    <message>
        <source>Proposal %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>These corners make no area to build on.</source>
        <translation>这些角点围不成可建设的范围。</translation>
    </message>
    <message>
        <source>Propose a building: %1</source>
        <translation>提出建筑方案：%1</translation>
    </message>
    <message>
        <source>%1, variant %2</source>
        <translation>%1，比选%2</translation>
    </message>
    <message>
        <source>Branch the scenario “%1”</source>
        <translation>由方案“%1”派生</translation>
    </message>
    <message>
        <source>Remove the scenario “%1”</source>
        <translation>删除方案“%1”</translation>
    </message>
    <message>
        <source>Lock the scenario “%1”</source>
        <translation>锁定方案“%1”</translation>
    </message>
    <message>
        <source>Unlock the scenario “%1”</source>
        <translation>解锁方案“%1”</translation>
    </message>
    <message>
        <source>Merge “%1” into “%2”</source>
        <translation>将“%1”并入“%2”</translation>
    </message>
    <message>
        <source>Cut “%1” to %2 storeys</source>
        <translation>将“%1”降至 %2 层</translation>
    </message>
    <message>
        <source>The view needs a number.</source>
        <translation>视廊须有编号。</translation>
    </message>
    <message>
        <source>Save the view “%1”</source>
        <translation>保存视廊“%1”</translation>
    </message>
    <message>
        <source>Remove the view “%1”</source>
        <translation>删除视廊“%1”</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanMap</name>
    <message>
        <source>Move “%1” by %2 m</source>
        <translation>将“%1”移动 %2 米</translation>
    </message>
    <message>
        <source>Click the corners of the building; a double click ends it.</source>
        <translation>依次点击建筑各角点，双击结束。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanWords</name>
    <message>
        <source>en</source>
        <comment>code of the language that texts of rule packs are shown in</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>临界</translation>
    </message>
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
    <message>
        <source>Governing: %1 – unknown. %2</source>
        <translation>控制性规则：%1——未知。%2</translation>
    </message>
    <message>
        <source>Governing: %1 – %2</source>
        <translation>控制性规则：%1——%2</translation>
    </message>
    <message>
        <source>Governing: %1 – fails by %2</source>
        <translation>控制性规则：%1——超限 %2</translation>
    </message>
    <message>
        <source>Governing: %1 – %2 to spare</source>
        <translation>控制性规则：%1——尚余 %2</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanningPanel</name>
    <message>
        <source>The rules are being prepared.</source>
        <translation>正在准备规则。</translation>
    </message>
    <message>
        <source>Shown live; let go to keep it.</source>
        <translation>实时预览；松开鼠标即保存。</translation>
    </message>
    <message numerus="yes">
        <source>Checked against %n rules.</source>
        <translation>
            <numerusform>已按 %n 条规则核查。</numerusform>
        </translation>
    </message>
    <message>
        <source>m² floor</source>
        <translation>平方米建筑面积</translation>
    </message>
    <message numerus="yes">
        <source>%n storeys</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
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
    <message>
        <source>All packs</source>
        <translation>全部规则包</translation>
    </message>
    <message>
        <source>not concerned</source>
        <translation>不涉及</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Rule packs</source>
        <translation>规则包</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Protected views</source>
        <translation>保护视廊</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Draw massing</source>
        <translation>绘制体块</translation>
    </message>
    <message>
        <source>By numbers</source>
        <translation>按数值</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>限高面</translation>
    </message>
    <message>
        <source>Overshoots</source>
        <translation>超限建筑</translation>
    </message>
    <message>
        <source>Rules as of</source>
        <translation>规则日期</translation>
    </message>
    <message>
        <source>Propose a building</source>
        <translation>提出建筑方案</translation>
    </message>
    <message>
        <source>Branch the scenario</source>
        <translation>派生方案</translation>
    </message>
    <message>
        <source>Rules, protected views and proposals of the city appear here.</source>
        <translation>这里显示城市的规划规则、保护视廊和建设方案。</translation>
    </message>
    <message>
        <source>Choose a rule pack</source>
        <translation>选择规则包</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ProposalCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>修改“%1”</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Top, elevation</source>
        <translation>顶部标高</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>限高面</translation>
    </message>
    <message>
        <source>Floor area</source>
        <translation>建筑面积</translation>
    </message>
    <message numerus="yes">
        <source>Cutting removes %n storeys and %1 of floor area.</source>
        <translation>
            <numerusform>降低后减少 %n 层、%1建筑面积。</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>No proposal</source>
        <translation>没有方案</translation>
    </message>
    <message>
        <source>Approved by %1 on %2</source>
        <translation>%1 于 %2 批准</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Rules as of %1</source>
        <translation>规则日期：%1</translation>
    </message>
    <message>
        <source>No rule speaks about it.</source>
        <translation>没有规则涉及该方案。</translation>
    </message>
    <message>
        <source>The rules are being asked.</source>
        <translation>正在核查规则。</translation>
    </message>
    <message>
        <source>Taken from a secondary source: to be confirmed.</source>
        <translation>取自二手资料，须核对原文。</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Storey, m</source>
        <translation>层高（米）</translation>
    </message>
    <message>
        <source>Ground, m</source>
        <translation>底层标高（米）</translation>
    </message>
    <message>
        <source>East, m</source>
        <translation>东（米）</translation>
    </message>
    <message>
        <source>North, m</source>
        <translation>北（米）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Cut to ceiling</source>
        <translation>降至限高</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>日照、天际线</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>论证报告…</translation>
    </message>
    <message>
        <source>Save the table of rules as CSV</source>
        <translation>将规则表保存为 CSV</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RuleTable</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Rules of the proposal</source>
        <translation>方案的规则</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StudiesCard</name>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>Sunlight and skyline</source>
        <translation>日照与天际线</translation>
    </message>
    <message>
        <source>Skyline from view %1</source>
        <translation>视廊 %1 的天际线</translation>
    </message>
    <message>
        <source>Skyline</source>
        <translation>天际线</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>日照</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Before, min</source>
        <translation>前（分钟）</translation>
    </message>
    <message>
        <source>After, min</source>
        <translation>后（分钟）</translation>
    </message>
    <message>
        <source>Lost, because of</source>
        <translation>减少，遮挡建筑</translation>
    </message>
    <message>
        <source>Sunlight that is lost</source>
        <translation>减少的日照</translation>
    </message>
    <message>
        <source>%1 of the outline changes. Of the landmark %2 is seen now, %3 afterwards.</source>
        <translation>轮廓变化 %1。标志物现可见 %2，建成后可见 %3。</translation>
    </message>
    <message>
        <source>There is no protected view to look from.</source>
        <translation>没有可供观察的保护视廊。</translation>
    </message>
    <message>
        <source>On the great cold day, %1 to %2 h true solar time, at window sills: %3 of %4 buildings near lose sun.</source>
        <translation>大寒日真太阳时 %1 至 %2 时，窗台高度：附近 %4 栋建筑中有 %3 栋日照减少。</translation>
    </message>
    <message>
        <source>%1 min, %2</source>
        <translation>%1 分钟，%2</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ViewEditor</name>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>新建视廊</translation>
    </message>
    <message>
        <source>Protected view</source>
        <translation>保护视廊</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Eye points: east north height, one a line</source>
        <translation>视点：东 北 高，每行一个</translation>
    </message>
    <message>
        <source>Landmark, object of the city model</source>
        <translation>标志物（城市模型对象）</translation>
    </message>
    <message>
        <source>Lower edge that stays visible: east north height</source>
        <translation>须保持可见的下缘：东 北 高</translation>
    </message>
    <message>
        <source>Wider consultation area, m to either side</source>
        <translation>协调区，两侧各若干米</translation>
    </message>
    <message>
        <source>Background kept free, m behind</source>
        <translation>背景控制，后方若干米</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Pick an eye point on the map</source>
        <translation>在地图上选取视点</translation>
    </message>
    <message>
        <source>Take the selected object</source>
        <translation>采用所选对象</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>保存视廊</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>loci::workspace::PlanStore</name>
    <message>
        <source>Loci has no rule pack “%1”.</source>
        <translation>Loci 没有规则包“%1”。</translation>
    </message>
    <message>
        <source>The scenario “%1” is locked; branch from it to go on.</source>
        <translation>方案“%1”已锁定；请派生新方案后继续。</translation>
    </message>
    <message>
        <source>The scenario “%1” branches from it; remove that one first.</source>
        <translation>方案“%1”由它派生；请先删除该方案。</translation>
    </message>
    <message>
        <source>There is no scenario “%1”.</source>
        <translation>没有方案“%1”。</translation>
    </message>
    <message>
        <source>An approval needs the name of the person who gives it.</source>
        <translation>批准须写明批准人姓名。</translation>
    </message>
    <message>
        <source>Approve the scenario “%1”, by %2</source>
        <translation>%2 批准方案“%1”</translation>
    </message>
    <message>
        <source>Check rules as of %1</source>
        <translation>按 %1 的规则核查</translation>
    </message>
</context>
</TS>
