<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::heritage::RecordMaker</name>
    <message>
        <source>This is no mapping of columns to a heritage record.</source>
        <translation>这不是把列对应到遗产记录的映射。</translation>
    </message>
    <message>
        <source>The mapping was made by a newer version of Loci.</source>
        <translation>该映射由更新版本的 Loci 生成。</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>there is no “scheme”</source>
        <translation>缺少“scheme”</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>There is no value, and the record needs one.</source>
        <translation>没有值，而记录必须有。</translation>
    </message>
    <message>
        <source>The row states no place.</source>
        <translation>该行没有位置。</translation>
    </message>
    <message>
        <source>The row has no number to tell its record by.</source>
        <translation>该行没有可识别记录的编号。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageExport</name>
    <message>
        <source>--format is one of csv, gpkg, geojson, jsonld, skos and bagit, not “%1”.</source>
        <translation>--format 只能是 csv、gpkg、geojson、jsonld、skos 或 bagit，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 terms in %2.</source>
        <translation>%2 中有 %1 个术语。</translation>
    </message>
    <message>
        <source>%1 records and %2 files in %3.</source>
        <translation>%3 中有 %1 条记录和 %2 个文件。</translation>
    </message>
    <message>
        <source>%1 files, %2 bytes: the package is whole and unaltered.</source>
        <translation>%1 个文件，%2 字节：数据包完整，未被改动。</translation>
    </message>
    <message>
        <source>The package is not what its manifests say.</source>
        <translation>数据包与其清单不符。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageImport</name>
    <message>
        <source>Imported from %1</source>
        <translation>从 %1 导入</translation>
    </message>
    <message>
        <source>%1 rows (%2, %3): %4 new, %5 changed, %6 unchanged, %7 rejected.</source>
        <translation>%1 行（%2，%3）：新建 %4，更新 %5，未变 %6，拒绝 %7。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1 records and %2 files were read from the package.</source>
        <translation>从数据包读入了 %1 条记录和 %2 个文件。</translation>
    </message>
    <message>
        <source>A thesaurus with %1 terms is in the workspace now.</source>
        <translation>含 %1 个术语的叙词表已存入工作区。</translation>
    </message>
    <message>
        <source>A table needs --mapping: the name of a file, or one of %1.</source>
        <translation>导入表格需要 --mapping：文件名，或 %1 之一。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageReport</name>
    <message>
        <source>A file of the record is missing; the sheet is printed without it.</source>
        <translation>该记录有一个文件缺失；打印时略去。</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read.</source>
        <translation>%1 不是可读取的图片。</translation>
    </message>
    <message>
        <source>There is no record with the id “%1”.</source>
        <translation>没有标识为“%1”的记录。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::formats::BagIt</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The work on the package was cancelled.</source>
        <translation>对数据包的处理已取消。</translation>
    </message>
    <message>
        <source>%1 is a link or no plain file; it is not followed.</source>
        <translation>%1 是链接或不是普通文件；未予跟随。</translation>
    </message>
    <message>
        <source>bagit.txt is missing or does not state the version; this is no BagIt package.</source>
        <translation>bagit.txt 缺失或未写明版本；这不是 BagIt 数据包。</translation>
    </message>
    <message>
        <source>bag-info.txt states %1 files with %2 bytes; there are %3 with %4.</source>
        <translation>bag-info.txt 写明 %1 个文件、%2 字节；实际为 %3 个、%4 字节。</translation>
    </message>
    <message>
        <source>The manifest names %1, which is not inside of the package.</source>
        <translation>清单列出的 %1 不在数据包内。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 缺失。</translation>
    </message>
    <message>
        <source>%1 was altered: its content is not the one of the manifest.</source>
        <translation>%1 被改动：内容与清单不符。</translation>
    </message>
    <message>
        <source>The manifest %1 has a line that cannot be read: %2</source>
        <translation>清单 %1 有一行无法读取：%2</translation>
    </message>
    <message>
        <source>%1 is not in the manifest.</source>
        <translation>%1 不在清单中。</translation>
    </message>
    <message>
        <source>%1 is no folder that can be read.</source>
        <translation>%1 不是可读取的文件夹。</translation>
    </message>
    <message>
        <source>The package has no manifest that can be read here.</source>
        <translation>数据包没有可读取的清单。</translation>
    </message>
    <message>
        <source>The package has no manifest of its own descriptions; changes of them would not be seen.</source>
        <translation>数据包没有说明文件的清单；其改动无法察觉。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>the name cannot be used in a package, or is used twice</source>
        <translation>该名称不能用于数据包，或重复使用</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>无法建立其文件夹</translation>
    </message>
    <message>
        <source>there is something with this name already</source>
        <translation>已有同名内容</translation>
    </message>
    <message>
        <source>it cannot be put under its name</source>
        <translation>无法以该名称存放</translation>
    </message>
</context>
<context>
    <name>loci::formats::JsonLd</name>
    <message>
        <source>%1 holds no records of a Loci catalogue.</source>
        <translation>%1 中没有 Loci 名录的记录。</translation>
    </message>
</context>
<context>
    <name>loci::formats::MappingFiles</name>
    <message>
        <source>There is no mapping “%1”: it is neither a file nor one of %2.</source>
        <translation>没有映射“%1”：既不是文件，也不是 %2 之一。</translation>
    </message>
    <message>
        <source>%1 is too large for a mapping.</source>
        <translation>%1 太大，不像是映射。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>loci::formats::RowPlaces</name>
    <message>
        <source>The mapping takes the place from the column “%1”, which is not there.</source>
        <translation>映射从“%1”列取位置，但没有该列。</translation>
    </message>
    <message>
        <source>Neither the file nor the mapping states a reference system; longitude and latitude were taken for WGS 84.</source>
        <translation>文件和映射都未写明坐标系；经纬度按 WGS 84 处理。</translation>
    </message>
    <message>
        <source>The reference system “%1” is not known.</source>
        <translation>未知的坐标系“%1”。</translation>
    </message>
    <message>
        <source>There is no way from the reference system “%1” to WGS 84.</source>
        <translation>无法从坐标系“%1”转换到 WGS 84。</translation>
    </message>
    <message>
        <source>“%1” is no coordinate.</source>
        <translation>“%1”不是坐标。</translation>
    </message>
    <message>
        <source>“%1” is no shape in WKT.</source>
        <translation>“%1”不是 WKT 图形。</translation>
    </message>
    <message>
        <source>The coordinates lie outside of the Earth; longitude and latitude may be swapped.</source>
        <translation>坐标超出地球范围；经纬度可能颠倒。</translation>
    </message>
    <message>
        <source>The coordinates lie outside of the Earth in the reference system %1.</source>
        <translation>按坐标系 %1，坐标超出地球范围。</translation>
    </message>
    <message>
        <source>The coordinates do not fit the reference system %1.</source>
        <translation>坐标与坐标系 %1 不符。</translation>
    </message>
    <message>
        <source>%1 places were given in %2 and were moved to WGS 84 by an approximate formula (about %3 m); the coordinates of the file are kept in the records.</source>
        <translation>%1 个位置为 %2 坐标，已用近似公式（约 %3 米）转换到 WGS 84；文件中的原坐标保留在记录里。</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The coordinates are both zero, which stands for “unknown”; the record gets no place.</source>
        <translation>两个坐标都是零，表示“未知”；记录没有位置。</translation>
    </message>
    <message>
        <source>%1 rows state no place.</source>
        <translation>%1 行没有位置。</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
</context>
<context>
    <name>loci::formats::RowReader</name>
    <message>
        <source>The resource model %1 of these Arches data is not known; put its file beside them.</source>
        <translation>不知道这些 Arches 数据的资源模型 %1；请把模型文件放在旁边。</translation>
    </message>
    <message>
        <source>%1 has no resources of “%2”.</source>
        <translation>%1 中没有“%2”的资源。</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>%1 values refer to terms of thesauri that were not given; their ids were kept instead.</source>
        <translation>%1 个值引用了未提供的叙词表术语；保留了其标识。</translation>
    </message>
    <message>
        <source>%1 nodes are not in the resource model “%2”; their values were left out.</source>
        <translation>%1 个节点不在资源模型“%2”中；其值被略去。</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>The column has no name of its own; it is called “%1” here.</source>
        <translation>该列没有自己的名称；这里称为“%1”。</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The row has %1 values, the header %2; the last ones were left out.</source>
        <translation>该行有 %1 个值，表头有 %2 个；多余的被略去。</translation>
    </message>
    <message>
        <source>The row has %1 values, the header %2; the last columns are empty.</source>
        <translation>该行有 %1 个值，表头有 %2 个；最后几列为空。</translation>
    </message>
    <message>
        <source>%1 holds no table: it has no line with columns.</source>
        <translation>%1 中没有表格：没有列名行。</translation>
    </message>
    <message>
        <source>A quoted text does not end; everything after it was taken as part of it.</source>
        <translation>有一处引号没有结束；其后内容都归入该文本。</translation>
    </message>
    <message>
        <source>The entry of the list is no object; it was left out.</source>
        <translation>列表中的该项不是对象；已略去。</translation>
    </message>
    <message>
        <source>%1 holds no table.</source>
        <translation>%1 中没有表格。</translation>
    </message>
    <message>
        <source>as its .cpg file says</source>
        <translation>按其 .cpg 文件</translation>
    </message>
    <message>
        <source>%1 cannot be read as %2.</source>
        <translation>无法按 %2 读取 %1。</translation>
    </message>
    <message>
        <source>%1 has no table “%2”; it has: %3.</source>
        <translation>%1 没有表“%2”；它有：%3。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 GiB; cut it into parts.</source>
        <translation>%1 超过 1 GiB；请分成几部分。</translation>
    </message>
    <message>
        <source>%1 is no table that can be read here.</source>
        <translation>%1 不是这里能读取的表格。</translation>
    </message>
    <message>
        <source>%1 bytes are no characters in %2; they are shown as “%3”.</source>
        <translation>%1 个字节在 %2 中不是字符；显示为“%3”。</translation>
    </message>
    <message>
        <source>%1 is no valid JSON: %2 at byte %3.</source>
        <translation>%1 不是有效的 JSON：%2，第 %3 字节。</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>文件不存在</translation>
    </message>
    <message>
        <source>There is no text encoding “%1”.</source>
        <translation>没有文本编码“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::formats::RowWriter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Writing was cancelled.</source>
        <translation>写入已取消。</translation>
    </message>
    <message>
        <source>it cannot be put under its name</source>
        <translation>无法以该名称存放</translation>
    </message>
</context>
<context>
    <name>loci::formats::SkosReader</name>
    <message>
        <source>%1 declares XML entities, which could fetch or multiply data; it is not read.</source>
        <translation>%1 声明了可能取用或倍增数据的 XML 实体；不予读取。</translation>
    </message>
    <message>
        <source>The file holds several schemes; all terms were put into the first.</source>
        <translation>文件含多个体系；术语都归入第一个。</translation>
    </message>
    <message>
        <source>A term without an identifier was left out.</source>
        <translation>略去了一个没有标识的术语。</translation>
    </message>
    <message>
        <source>A term is referred to, but the file does not describe it.</source>
        <translation>引用了一个文件中没有的术语。</translation>
    </message>
    <message>
        <source>A term has no label.</source>
        <translation>有一个术语没有名称。</translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>%1 is not well-formed XML: line %2, %3</source>
        <translation>%1 不是格式正确的 XML：第 %2 行，%3</translation>
    </message>
    <message>
        <source>%1 holds no thesaurus in SKOS.</source>
        <translation>%1 中没有 SKOS 叙词表。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large for a thesaurus.</source>
        <translation>%1 太大，不像是叙词表。</translation>
    </message>
</context>
<context>
    <name>loci::formats::SkosWriter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>loci::heritage::ImportMapping</name>
    <message>
        <source>The mapping was made by a newer version of Loci.</source>
        <translation>该映射由更新版本的 Loci 生成。</translation>
    </message>
    <message>
        <source>This is no mapping of columns to a heritage record.</source>
        <translation>这不是把列对应到遗产记录的映射。</translation>
    </message>
    <message>
        <source>there is no “scheme”</source>
        <translation>缺少“scheme”</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>“%1” is no part of a rule</source>
        <translation>“%1”不是规则的组成部分</translation>
    </message>
    <message>
        <source>it needs either columns or a value</source>
        <translation>需要列或固定值之一</translation>
    </message>
    <message>
        <source>a place comes from “columns”, “wkt” or “shape”, not from “%1”</source>
        <translation>位置来自“columns”“wkt”或“shape”，不能来自“%1”</translation>
    </message>
    <message>
        <source>a place from columns needs “longitude” and “latitude”</source>
        <translation>取自列的位置需要“longitude”和“latitude”</translation>
    </message>
    <message>
        <source>a place from WKT needs “column”</source>
        <translation>取自 WKT 的位置需要“column”</translation>
    </message>
    <message>
        <source>its target “%1” is no pointer like /names/0/text</source>
        <translation>目标“%1”不是 /names/0/text 这样的路径</translation>
    </message>
    <message>
        <source>the target “%1” cannot be imported</source>
        <translation>目标“%1”不能导入</translation>
    </message>
    <message>
        <source>“otherwise” is reject, skip, keep or a value, not “%1”</source>
        <translation>“otherwise”只能是 reject、skip、keep 或一个值，不能是“%1”</translation>
    </message>
    <message>
        <source>“%1” is no regular expression</source>
        <translation>“%1”不是正则表达式</translation>
    </message>
    <message>
        <source>there is no kind of value “%1”</source>
        <translation>没有“%1”这种值</translation>
    </message>
    <message>
        <source>“%1” cannot become “%2”</source>
        <translation>“%1”不能换算成“%2”</translation>
    </message>
    <message>
        <source>The mapping cannot be used: in %1 %2.</source>
        <translation>映射不能使用：%1 中，%2。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::ImportPlan</name>
    <message>
        <source>The file lacks the column “%1”, by which the mapping “%2” tells records apart.</source>
        <translation>文件缺少“%1”列，而映射“%2”靠它区分记录。</translation>
    </message>
    <message>
        <source>The mapping asks for a column that the file does not have.</source>
        <translation>映射要用的列在文件中没有。</translation>
    </message>
    <message>
        <source>Several records carry the number %1.</source>
        <translation>有多条记录使用编号 %1。</translation>
    </message>
    <message>
        <source>The record with this number is in the trash.</source>
        <translation>该编号的记录在回收站中。</translation>
    </message>
    <message>
        <source>An earlier row has the same number, %1.</source>
        <translation>前面已有一行使用相同编号 %1。</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was written.</source>
        <translation>导入已取消；没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::RuleRunner</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“%1” is no date that can be read.</source>
        <translation>“%1”不是可识别的日期。</translation>
    </message>
    <message>
        <source>“%1” is not in the table of values.</source>
        <translation>“%1”不在取值表中。</translation>
    </message>
</context>
<context>
    <name>loci::map::DocumentPages</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 cannot be written as a text document.</source>
        <translation>无法把 %1 写成文字文档。</translation>
    </message>
</context>
<context>
    <name>loci::map::RecordSheet</name>
    <message>
        <source>Printed %1</source>
        <translation>打印于 %1</translation>
    </message>
    <message>
        <source>%1, printed %2</source>
        <translation>%1，打印于 %2</translation>
    </message>
    <message>
        <source>Photographs and documents</source>
        <translation>照片与资料</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>尚未记录</translation>
    </message>
    <message>
        <source>Heritage records</source>
        <translation>遗产记录</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation><numerusform>%n 条记录</numerusform></translation>
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
        <source>Level or grade</source>
        <translation>级别或等级</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>年代</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保存状况</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>A sheet is written as .pdf or .odt, not as “%1”.</source>
        <translation>登记表写成 .pdf 或 .odt，不能写成“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::map::RecordText</name>
    <message>
        <source>point at %1, %2</source>
        <translation>点：%1，%2</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面</translation>
    </message>
    <message>
        <source>line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>several shapes</source>
        <translation>多个图形</translation>
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
    <name>loci::workspace::HeritageExport</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>A file of the record “%1” is missing; the package holds the record without it.</source>
        <translation>记录“%1”有一个文件缺失；数据包中的该记录不含它。</translation>
    </message>
    <message>
        <source>The package was refused, and nothing was written: %1</source>
        <translation>数据包被拒绝，没有写入任何内容：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Read %1 records of a package</source>
        <translation>读入数据包的 %1 条记录</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>Import the thesaurus “%1”</source>
        <translation>导入叙词表“%1”</translation>
    </message>
</context>
<context>
    <name>loci::workspace::HeritageImport</name>
    <message>
        <source>The import was cancelled; nothing was written.</source>
        <translation>导入已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The record “%1” was changed since the preview; nothing was written. Make the preview again.</source>
        <translation>预览之后记录“%1”被改动；没有写入任何内容。请重新预览。</translation>
    </message>
    <message>
        <source>Import %1 records</source>
        <translation>导入 %1 条记录</translation>
    </message>
</context>
<context>
    <name>ImportMapping</name>
    <message>
        <source>The mapping was made by a newer version of Loci.</source>
        <translation>该映射由更新版本的 Loci 生成。</translation>
    </message>
    <message>
        <source>This is no mapping of columns to a heritage record.</source>
        <translation>这不是把列对应到遗产记录的映射。</translation>
    </message>
    <message>
        <source>there is no “scheme”</source>
        <translation>缺少“scheme”</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>内容为空</translation>
    </message>
</context>
</TS>
