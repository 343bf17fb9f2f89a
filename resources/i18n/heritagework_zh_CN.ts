<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ColumnMatch</name>
    <message>
        <source>Number of the record</source>
        <translation>记录编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in another language</source>
        <translation>其他语言的名称</translation>
    </message>
    <message>
        <source>Longitude or easting</source>
        <translation>经度或东坐标</translation>
    </message>
    <message>
        <source>Latitude or northing</source>
        <translation>纬度或北坐标</translation>
    </message>
</context>
<context>
    <name>Heritage</name>
    <message>
        <source>Print the sheets of the open records</source>
        <translation>打印已打开记录的登记表</translation>
    </message>
    <message>
        <source>Print the list of heritage records</source>
        <translation>打印遗产记录清单</translation>
    </message>
    <message>
        <source>Import heritage records</source>
        <translation>导入遗产记录</translation>
    </message>
    <message>
        <source>Load a thesaurus (SKOS)</source>
        <translation>载入叙词表（SKOS）</translation>
    </message>
    <message>
        <source>Show what is missing in the heritage records</source>
        <translation>查看遗产记录缺少的内容</translation>
    </message>
    <message>
        <source>Approve all records of the list</source>
        <translation>审核清单中的全部记录</translation>
    </message>
    <message>
        <source>Change a field of all records of the list</source>
        <translation>修改清单中全部记录的一个字段</translation>
    </message>
    <message>
        <source>Find heritage records that are there twice</source>
        <translation>查找重复的遗产记录</translation>
    </message>
    <message>
        <source>Show what stood in a year</source>
        <translation>查看某年的遗存</translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageJobs</name>
    <message numerus="yes">
        <source>%n records were imported</source>
        <translation><numerusform>已导入 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Heritage records</source>
        <translation>遗产记录</translation>
    </message>
    <message>
        <source>Print to a file</source>
        <translation>打印到文件</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Text document (*.odt)</source>
        <translation>PDF (*.pdf);;文本文档 (*.odt)</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>打印 %1</translation>
    </message>
    <message numerus="yes">
        <source>Written: %1, %n pages</source>
        <translation><numerusform>已写入：%1，共 %n 页</numerusform></translation>
    </message>
    <message>
        <source>Load thesauri</source>
        <translation>载入叙词表</translation>
    </message>
    <message>
        <source>Thesauri in SKOS (*.xml *.rdf *.skos);;All files (*)</source>
        <translation>SKOS 叙词表 (*.xml *.rdf *.skos);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1 thesauri with %n terms can be chosen from now.</source>
        <translation><numerusform>已载入 %1 部叙词表，可选用 %n 个词。</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::app::HeritagePapers</name>
    <message>
        <source>dates not recorded</source>
        <translation>日期未记录</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source> (sketch)</source>
        <translation>（示意）</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>A file of the record is missing; the sheet is printed without it.</source>
        <translation>记录的一个文件缺失，登记表未包含它。</translation>
    </message>
    <message>
        <source>There is no record with the id “%1”.</source>
        <translation>没有标识为“%1”的记录。</translation>
    </message>
    <message>
        <source>No record is chosen for printing.</source>
        <translation>没有选定要打印的记录。</translation>
    </message>
    <message>
        <source>Printing was cancelled.</source>
        <translation>已取消打印。</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleHeritage</name>
    <message>
        <source>Main front</source>
        <translation>正立面</translation>
    </message>
    <message>
        <source>Main front before the repair</source>
        <translation>修缮前正立面</translation>
    </message>
    <message>
        <source>From the lane</source>
        <translation>自巷口看</translation>
    </message>
    <message>
        <source>Plan, without scale</source>
        <translation>平面图（不按比例）</translation>
    </message>
    <message>
        <source>Invented drawing, CC0</source>
        <translation>虚构绘图，CC0</translation>
    </message>
    <message>
        <source>The pictures of the sample city were not finished.</source>
        <translation>示例城市的图片没有画完。</translation>
    </message>
    <message>
        <source>Add the pictures of the sample city</source>
        <translation>加入示例城市的图片</translation>
    </message>
    <message>
        <source>Add the vocabularies of the sample city</source>
        <translation>加入示例城市的词表</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleWorkspace</name>
    <message>
        <source>Draw the pictures of the sample city</source>
        <translation>绘制示例城市的图片</translation>
    </message>
</context>
<context>
    <name>loci::map::Paper</name>
    <message>
        <source>Protection zone drawn</source>
        <translation>已划定保护范围</translation>
    </message>
    <message>
        <source>Sign erected</source>
        <translation>已设置标志说明</translation>
    </message>
    <message>
        <source>Record archive kept</source>
        <translation>已建立记录档案</translation>
    </message>
    <message>
        <source>Institution or person appointed</source>
        <translation>已有专门机构或专人管理</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>No survey is recorded.</source>
        <translation>没有调查记录。</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保存状况</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Surveyor</source>
        <translation>调查人</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>loci::map::PaperTemplate</name>
    <message>
        <source>“%1” is no piece of a paper.</source>
        <translation>“%1”不是文书的组成部分。</translation>
    </message>
    <message>
        <source>There is no paper “%1”; there are: %2.</source>
        <translation>没有文书“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>A template of a paper needs an id, a name and its pieces.</source>
        <translation>文书模板须有标识、名称和内容。</translation>
    </message>
</context>
<context>
    <name>loci::map::RecordSheet</name>
    <message>
        <source>Zones</source>
        <translation>保护区划</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Greatest height</source>
        <translation>限高</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation><numerusform>%n 条记录</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::widgets::BeforeAfter</name>
    <message>
        <source>Overlay of two photographs</source>
        <translation>两张照片叠合</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ConceptField</name>
    <message>
        <source>This term is no longer used.</source>
        <translation>该词已停用。</translation>
    </message>
    <message>
        <source>This term is no longer used; instead: %1</source>
        <translation>该词已停用，改用：%1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ConceptPicker</name>
    <message>
        <source>Instead: %1</source>
        <translation>改用：%1</translation>
    </message>
    <message>
        <source>%1 (no longer used)</source>
        <translation>%1（已停用）</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritageDesk</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeritagePanel</name>
    <message>
        <source>Import records…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Load a thesaurus…</source>
        <translation>载入叙词表…</translation>
    </message>
    <message>
        <source>Print this list…</source>
        <translation>打印此清单…</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的内容</translation>
    </message>
    <message>
        <source>Approve this list…</source>
        <translation>审核此清单…</translation>
    </message>
    <message>
        <source>Change a field of this list…</source>
        <translation>修改此清单的字段…</translation>
    </message>
    <message>
        <source>Find doubles</source>
        <translation>查找疑似重复</translation>
    </message>
    <message>
        <source>What stood when</source>
        <translation>历年遗存</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Known to stand in %1</source>
        <comment>year</comment>
        <translation>%1 年时已知的遗存</translation>
    </message>
    <message>
        <source>Records without a date are left out.</source>
        <translation>没有年代的记录不显示。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ImportPanel</name>
    <message>
        <source>Import records</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>对照方案</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>保存对照方案…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>CSV, XLSX, GeoPackage, Shapefile, GeoJSON, or business data of Arches. Nothing is written before you have seen what becomes of every row.</source>
        <translation>支持 CSV、XLSX、GeoPackage、Shapefile、GeoJSON 和 Arches 业务数据。写入之前，先看到每一行将如何处理。</translation>
    </message>
    <message>
        <source>Import heritage records</source>
        <translation>导入遗产记录</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.ods *.gpkg *.shp *.geojson *.json *.xml);;All files (*)</source>
        <translation>数据表 (*.csv *.tsv *.txt *.xlsx *.ods *.gpkg *.shp *.geojson *.json *.xml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation><numerusform>%n 行</numerusform></translation>
    </message>
    <message>
        <source>as the file states</source>
        <translation>以文件为准</translation>
    </message>
    <message>
        <source>recognised: %1</source>
        <translation>识别为：%1</translation>
    </message>
    <message>
        <source>Match the columns here</source>
        <translation>在此匹配各列</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Coordinates in</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Looking at every row…</source>
        <translation>正在逐行检查…</translation>
    </message>
    <message>
        <source>Preview of the import</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 unchanged, %5 rejected. Nothing is written yet.</source>
        <translation>共 %1 行：新建 %2，更新 %3，不变 %4，拒收 %5。尚未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Import %n records</source>
        <translation><numerusform>导入 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n records were written. Undo takes all of them back.</source>
        <translation><numerusform>已写入 %n 条记录，撤销一次即可全部收回。</numerusform></translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>保存对照方案</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>对照方案 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1; the command line takes it with --mapping.</source>
        <translation>已保存为 %1；命令行可用 --mapping 调用。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::MediaGallery</name>
    <message>
        <source>Overlay</source>
        <translation>叠合</translation>
    </message>
    <message>
        <source>Lays both over one another: the bar says how much of the later one is seen</source>
        <translation>将两张照片叠在一起，滑杆决定后一张显示多少</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanModel</name>
    <message>
        <source>create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field and reason</source>
        <translation>字段与原因</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordCard</name>
    <message>
        <source>1 shape</source>
        <translation>1 个图形</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordSheet</name>
    <message>
        <source>Print sheet</source>
        <translation>打印登记表</translation>
    </message>
    <message>
        <source>Report or letter</source>
        <translation>报告与函件</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SheetMaps</name>
    <message>
        <source>Map 1 : %1, EPSG:%2</source>
        <translation>地图 1 : %1，EPSG:%2</translation>
    </message>
</context>
<context>
    <name>loci::widgets::WorkPanel</name>
    <message>
        <source>no photograph</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>no survey for five years</source>
        <translation>五年未巡查</translation>
    </message>
    <message>
        <source>no zone</source>
        <translation>未划区划</translation>
    </message>
    <message>
        <source>four haves incomplete</source>
        <translation>四有不全</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无位置</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无年代</translation>
    </message>
    <message>
        <source>Many records</source>
        <translation>批量工作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Doubles</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>原因（可不填）</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>选择字段…</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作区。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的内容</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺少的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n records are incomplete, the worst first.</source>
        <translation><numerusform>%n 条记录不完整，缺得最多的排在前面。</numerusform></translation>
    </message>
    <message>
        <source>is approved</source>
        <translation>将通过</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Of what the list shows, %1 would be approved; %2 cannot be.</source>
        <translation>清单所列记录中，%1 条将通过，%2 条不能通过。</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n records</source>
        <translation><numerusform>通过 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>Choose what is to be the same in the %n records of the list.</source>
        <translation><numerusform>选择要在清单的 %n 条记录中统一的字段。</numerusform></translation>
    </message>
    <message>
        <source>You may not edit this record.</source>
        <translation>你无权编辑此记录。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>修改前后</translation>
    </message>
    <message>
        <source>%1 of %2 records change.</source>
        <translation>%2 条记录中 %1 条会改变。</translation>
    </message>
    <message numerus="yes">
        <source>Change %n records</source>
        <translation><numerusform>修改 %n 条记录</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records were approved</source>
        <translation><numerusform>已通过 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Change “%1” of %2 records</source>
        <translation>修改 %2 条记录的“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n records were changed</source>
        <translation><numerusform>已修改 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Looking for records with like names at the same place…</source>
        <translation>正在查找名称和位置相近的记录…</translation>
    </message>
    <message>
        <source>Look for doubles</source>
        <translation>查找疑似重复</translation>
    </message>
    <message>
        <source>distance not known</source>
        <translation>距离不明</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 % alike, %2</source>
        <translation>相似 %1%，相距 %2</translation>
    </message>
    <message>
        <source>and this one</source>
        <translation>与此记录</translation>
    </message>
    <message>
        <source>Name and distance</source>
        <translation>名称与距离</translation>
    </message>
    <message>
        <source>No two records look alike.</source>
        <translation>没有相似的记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs may be the same place. A click opens both.</source>
        <translation><numerusform>%n 对记录可能是同一处。点击可同时打开。</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::widgets::YearBar</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ColumnMatch</name>
    <message>
        <source>Choose the columns that hold the number and the name of each record.</source>
        <translation>请选择编号列和名称列。</translation>
    </message>
</context>
</TS>
