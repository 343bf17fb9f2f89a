<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChoiceField</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Heritage</name>
    <message>
        <source>New heritage record</source>
        <translation>新建遗产记录</translation>
    </message>
    <message>
        <source>Search the heritage records</source>
        <translation>检索遗产记录</translation>
    </message>
    <message>
        <source>Colour heritage by condition or by protection</source>
        <translation>按保存状况或保护级别着色</translation>
    </message>
    <message>
        <source>Verify the heritage audit</source>
        <translation>校验遗产审计链</translation>
    </message>
    <message>
        <source>Heritage records</source>
        <translation>遗产记录</translation>
    </message>
</context>
<context>
    <name>HeritageData</name>
    <message>
        <source>en</source>
        <comment>Code of the language that data are shown in: en or zh</comment>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>HeritageWords</name>
    <message>
        <source>not classified</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>not surveyed</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保存状况</translation>
    </message>
    <message>
        <source>Protection level</source>
        <translation>保护级别</translation>
    </message>
    <message>
        <source>District</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感性</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>年代未定</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>county</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>province</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看员</translation>
    </message>
    <message>
        <source>Surveyor</source>
        <translation>调查员</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通过</translation>
    </message>
    <message numerus="yes">
        <source>%n without a photograph</source>
        <translation>
            <numerusform>%n 处没有照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not surveyed for five years</source>
        <translation>
            <numerusform>%n 处超过五年未巡查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a zone</source>
        <translation>
            <numerusform>%n 处没有保护区划</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with incomplete four haves</source>
        <translation>
            <numerusform>%n 处四有档案不完整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a place</source>
        <translation>
            <numerusform>%n 处没有位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undated</source>
        <translation>
            <numerusform>%n 处年代未定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 century</source>
        <translation>%1世纪</translation>
    </message>
    <message>
        <source>%1 century BCE</source>
        <translation>公元前%1世纪</translation>
    </message>
    <message>
        <source>Protection zone</source>
        <translation>保护范围</translation>
    </message>
    <message>
        <source>Construction control zone</source>
        <translation>建设控制地带</translation>
    </message>
    <message>
        <source>Buffer zone</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Historic district</source>
        <translation>历史文化街区</translation>
    </message>
    <message>
        <source>Core of a historic district</source>
        <translation>街区核心保护范围</translation>
    </message>
    <message>
        <source>Purple line</source>
        <translation>城市紫线</translation>
    </message>
    <message>
        <source>Underground relics</source>
        <translation>地下文物埋藏区</translation>
    </message>
    <message>
        <source>Heritage places</source>
        <translation>文物点</translation>
    </message>
    <message>
        <source>Heritage outlines</source>
        <translation>文物本体</translation>
    </message>
    <message>
        <source>Heritage zones</source>
        <translation>保护区划</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>dates of force not known</source>
        <translation>施行日期未知</translation>
    </message>
    <message>
        <source>in force since %1</source>
        <translation>%1 起施行</translation>
    </message>
    <message>
        <source>in force %1 to %2</source>
        <translation>%1 至 %2 施行</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Heritage</source>
        <translation>遗产</translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageActions</name>
    <message numerus="yes">
        <source>%n photographs added</source>
        <translation>
            <numerusform>已添加 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit chain is intact: %n entries.</source>
        <translation>
            <numerusform>审计链完整，共 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit chain is broken: something changed the records beside the program.</source>
        <translation>审计链已断开：有人绕过本程序改动了记录。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BeforeAfter</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BooleanField</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ConceptField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ConceptPicker</name>
    <message>
        <source>Search, also by pinyin initials</source>
        <translation>检索，可用拼音首字母</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DateField</name>
    <message>
        <source>%1 BCE</source>
        <translation>公元前%1年</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>decade</comment>
        <translation>%1年代</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约%1</translation>
    </message>
    <message>
        <source>%1 (uncertain)</source>
        <translation>%1（存疑）</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至%1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>1736/1795, 1420~, 清乾隆三十年</source>
        <translation>清乾隆三十年、1736/1795、1420~</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FacetBar</name>
    <message>
        <source>fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>更多 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::FieldRow</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>建议填写</translation>
    </message>
    <message>
        <source>What belongs here</source>
        <translation>填写说明</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritageDesk</name>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>Add %n photographs</source>
        <translation>
            <numerusform>添加 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in the record already.</source>
        <translation>这些文件已在该记录中。</translation>
    </message>
    <message numerus="yes">
        <source>Add %n photographs to %1</source>
        <translation>
            <numerusform>为%1添加 %n 张照片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritageMap</name>
    <message>
        <source>Protection</source>
        <translation>保护级别</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保存状况</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritagePanel</name>
    <message>
        <source>Keep this search…</source>
        <translation>存为检索…</translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>Heritage</source>
        <translation>遗产</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Name, number or pinyin initials</source>
        <translation>名称、编号或拼音首字母</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存为检索</translation>
    </message>
    <message>
        <source>Heritage records</source>
        <translation>遗产记录</translation>
    </message>
    <message>
        <source>best match</source>
        <translation>按相关度</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>by protection</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>by age</source>
        <translation>按年代</translation>
    </message>
    <message>
        <source>by condition</source>
        <translation>按状况</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>latest changes</source>
        <translation>按最近修改</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>No record fits this search.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Sites, buildings and monuments with their protection, condition and photographs belong here.</source>
        <translation>遗址、建筑与石刻及其级别、保存状况和照片登记在这里。</translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation>显示全部记录</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>已存检索</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>存为检索</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>检索名称</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HistoryView</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>States of the record</source>
        <translation>记录的各个版本</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Bring this state back</source>
        <translation>恢复到此版本</translation>
    </message>
    <message numerus="yes">
        <source>Between the two chosen states: %n differences</source>
        <translation>
            <numerusform>所选两个版本之间有 %n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>What this step changed. Choose a second one with Ctrl to compare.</source>
        <translation>此步修改的内容。按住 Ctrl 再选一个版本即可比较。</translation>
    </message>
    <message>
        <source>Choose a state.</source>
        <translation>请选择一个版本。</translation>
    </message>
    <message>
        <source>Brought back from %1</source>
        <translation>恢复自 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::MapView</name>
    <message>
        <source>Stop drawing</source>
        <translation>停止绘制</translation>
    </message>
</context>
<context>
    <name>loci::widgets::MediaGallery</name>
    <message>
        <source>Photographs and documents</source>
        <translation>照片与文件</translation>
    </message>
    <message>
        <source>Add photographs…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄日期</translation>
    </message>
    <message>
        <source>No picture can be shown of this file.</source>
        <translation>此文件无法显示图像。</translation>
    </message>
    <message>
        <source>Describe a photograph of %1</source>
        <translation>填写%1的照片说明</translation>
    </message>
    <message>
        <source>Add photographs and documents</source>
        <translation>添加照片与文件</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;All files (*)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ReadOnlyField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordCard</name>
    <message numerus="yes">
        <source>%n fields changed</source>
        <translation>
            <numerusform>修改了 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>add</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>共 %1 张</translation>
    </message>
    <message>
        <source>Add photographs</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>级别公布</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>管理使用</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保存状况</translation>
    </message>
    <message>
        <source>Write down a survey</source>
        <translation>登记一次巡查</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>保护区划</translation>
    </message>
    <message>
        <source>Draw a zone</source>
        <translation>绘制区划</translation>
    </message>
    <message>
        <source>No zone is recorded.</source>
        <translation>尚未登记保护区划。</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>保护范围</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>标志说明</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>记录档案</translation>
    </message>
    <message>
        <source>keeper</source>
        <translation>专门机构或专人</translation>
    </message>
    <message>
        <source>Four haves</source>
        <translation>四有</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>齐备</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>缺：%1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes</source>
        <translation>
            <numerusform>%n 个图形</numerusform>
        </translation>
    </message>
    <message>
        <source>Building %1 is gone from the model</source>
        <translation>模型中已没有建筑 %1</translation>
    </message>
    <message>
        <source>Bound to %1</source>
        <translation>已绑定：%1</translation>
    </message>
    <message>
        <source>Show it in 3D</source>
        <translation>在三维中显示</translation>
    </message>
    <message>
        <source>Take the binding off</source>
        <translation>解除绑定</translation>
    </message>
    <message>
        <source>Place on map</source>
        <translation>在图上定位</translation>
    </message>
    <message>
        <source>Draw area</source>
        <translation>绘制范围</translation>
    </message>
    <message>
        <source>Bind to building</source>
        <translation>绑定建筑</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Last changes</source>
        <translation>最近修改</translation>
    </message>
    <message numerus="yes">
        <source>all %n</source>
        <translation>
            <numerusform>全部 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Audit entry %1</source>
        <translation>审计第 %1 条</translation>
    </message>
    <message>
        <source>Every change is chained to the one before; “Verify the heritage audit” checks the chain.</source>
        <translation>每次修改都与前一条相链；用“校验遗产审计链”可检查。</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>reviewer and remark</comment>
        <translation>%1：“%2”</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordForm</name>
    <message>
        <source>Go to a section…</source>
        <translation>转到栏目…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordPlacing</name>
    <message>
        <source>Click the corners of the place; a double click ends, Esc takes back.</source>
        <translation>依次点击范围的角点；双击结束，Esc 退一步。</translation>
    </message>
    <message>
        <source>Click where the place is; Esc gives up.</source>
        <translation>点击所在位置；Esc 取消。</translation>
    </message>
    <message>
        <source>Outline %1</source>
        <translation>绘制%1的范围</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>为%1定位</translation>
    </message>
    <message>
        <source>Click the corners of the zone; a double click ends, Esc takes back.</source>
        <translation>依次点击区划的角点；双击结束，Esc 退一步。</translation>
    </message>
    <message>
        <source>Click the building in 3D or on the map. A click beside it gives up.</source>
        <translation>请在三维或地图中点击建筑；点击空白处取消。</translation>
    </message>
    <message>
        <source>Bind %1 to a building</source>
        <translation>将%1绑定到建筑</translation>
    </message>
    <message>
        <source>Bound to %1.</source>
        <translation>已绑定到 %1。</translation>
    </message>
    <message>
        <source>Take %1 off its building</source>
        <translation>解除%1与建筑的绑定</translation>
    </message>
    <message>
        <source>That is no building. Choose “Bind to building” again and click one.</source>
        <translation>这不是建筑。请再点“绑定建筑”并点击建筑。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordSheet</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>修改原因（可不填）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show on map and in 3D</source>
        <translation>在地图和三维中显示</translation>
    </message>
    <message>
        <source>Add photographs…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>The record needs a name before it can be saved.</source>
        <translation>请先填写名称再保存。</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>登记%1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑%1</translation>
    </message>
    <message>
        <source>What is to be mended?</source>
        <translation>需要修改什么？</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordsPanel</name>
    <message>
        <source>Put the records aside</source>
        <translation>收起记录</translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1（尚未保存）</translation>
    </message>
    <message>
        <source>Save what was edited?</source>
        <translation>是否保存修改？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RoleChooser</name>
    <message>
        <source>Who works here now</source>
        <translation>当前使用者</translation>
    </message>
    <message>
        <source>Nobody has a role yet: whoever sits here may do everything. Add people, and each may do what the role allows.</source>
        <translation>尚未分配角色，任何人都可进行全部操作。添加人员后，各人按角色操作。</translation>
    </message>
    <message>
        <source>What you edit and approve is written down under this name.</source>
        <translation>您的编辑与审核将以此姓名记录。</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>every level</source>
        <translation>各级</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>添加此人</translation>
    </message>
    <message>
        <source>%1 takes part as %2</source>
        <translation>%1担任%2</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SectionBox</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n 处待改</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries come from the card: “Place on map”, “Add photographs”, “Bind to building”.</source>
        <translation>此栏由概览页的“在图上定位”“添加照片”“绑定建筑”填写。</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加一项</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>删除此项</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ZoneForm</name>
    <message>
        <source>Only a sketch, not from a document</source>
        <translation>仅为示意，非文件所载</translation>
    </message>
    <message>
        <source>As a new version; the earlier one stays</source>
        <translation>作为新版本，保留旧版本</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>still in force</source>
        <translation>仍在施行</translation>
    </message>
    <message>
        <source>Save zone</source>
        <translation>保存区划</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>重新绘制</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Decree</source>
        <translation>公布文号</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>公布机关</translation>
    </message>
    <message>
        <source>Highest building (m)</source>
        <translation>限高（米）</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>管控要求</translation>
    </message>
    <message>
        <source>Write days as 2006-07-01; the first one comes before the last one.</source>
        <translation>日期请写作 2006-07-01，起始日应早于截止日。</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>登记%1</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleHeritage</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Add the heritage records of the sample city</source>
        <translation>添加示例城市的遗产记录</translation>
    </message>
</context>
</TS>
