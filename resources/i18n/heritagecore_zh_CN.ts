<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::cli::HeritageRead</name>
    <message>
        <source>--%1 needs a whole number, not “%2”.</source>
        <translation>--%1 需要整数，而不是“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no facet; write for example level=1|2.</source>
        <translation>“%1”不是分面；请写成如 level=1|2。</translation>
    </message>
    <message>
        <source>“%1” is nothing that can be missing; there are photograph, recent-survey, zone, four-haves, place and date.</source>
        <translation>“%1”不是可缺项；可用 photograph、recent-survey、zone、four-haves、place 和 date。</translation>
    </message>
    <message>
        <source>%1 of %2 records.</source>
        <translation>%1 条，共 %2 条记录。</translation>
    </message>
    <message>
        <source>There is no record “%1”.</source>
        <translation>没有记录“%1”。</translation>
    </message>
    <message>
        <source>“%1” fits %2 records; give the id.</source>
        <translation>“%1”符合 %2 条记录；请给出标识。</translation>
    </message>
    <message>
        <source>--on needs a day such as 2019-05-01, not “%1”.</source>
        <translation>--on 需要如 2019-05-01 的日期，而不是“%1”。</translation>
    </message>
    <message>
        <source>%1 zones applied on %2.</source>
        <translation>在 %2 有 %1 个区划生效。</translation>
    </message>
    <message>
        <source>--compare needs two numbers of entries such as 3:17, not “%1”.</source>
        <translation>--compare 需要两个条目号，如 3:17，而不是“%1”。</translation>
    </message>
    <message>
        <source>%1 fields differ.</source>
        <translation>%1 个字段不同。</translation>
    </message>
    <message>
        <source>%1 entries, head %2.</source>
        <translation>%1 条，末端 %2。</translation>
    </message>
    <message>
        <source>The first broken entry is %1.</source>
        <translation>第一条损坏的条目是 %1。</translation>
    </message>
    <message>
        <source>The audit is intact, and every row and file fits it.</source>
        <translation>审计记录完好，所有行和文件均与之相符。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageVerb</name>
    <message>
        <source>There is no “heritage %1”; there are %2.</source>
        <translation>没有“heritage %1”；可用 %2。</translation>
    </message>
    <message>
        <source>It is used so: loci heritage %1</source>
        <translation>用法：loci heritage %1</translation>
    </message>
    <message>
        <source>The option --%1 does not go with “heritage %2”.</source>
        <translation>选项 --%1 不适用于“heritage %2”。</translation>
    </message>
    <message>
        <source>Lists, shows, verifies, imports, exports and prints the heritage catalogue of a workspace</source>
        <translation>列出、显示并核验工作区的遗产名录</translation>
    </message>
</context>
<context>
    <name>loci::heritage::Edtf</name>
    <message>
        <source>“%1” is no date of the form EDTF: %2.</source>
        <translation>“%1”不是 EDTF 格式的日期：%2。</translation>
    </message>
    <message>
        <source>the year 0 has no sign</source>
        <translation>0 年没有正负号</translation>
    </message>
    <message>
        <source>%1 is no month and no season</source>
        <translation>%1 不是月份也不是季节</translation>
    </message>
    <message>
        <source>a day needs a month and a year</source>
        <translation>日期须有月和年</translation>
    </message>
    <message>
        <source>the month has no day %1</source>
        <translation>该月没有 %1 日</translation>
    </message>
    <message>
        <source>a year has four digits, as in 1420, 142X, 1420-05 or -0221</source>
        <translation>年份为四位，如 1420、142X、1420-05 或 -0221</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>an interval has two ends</source>
        <translation>时间段只有两端</translation>
    </message>
    <message>
        <source>one end has to be known</source>
        <translation>至少一端须已知</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
</context>
<context>
    <name>loci::heritage::Profile</name>
    <message>
        <source>The record profile cannot be used: %1.</source>
        <translation>记录规范无法使用：%1。</translation>
    </message>
    <message>
        <source>the field %1 has no known type or no path</source>
        <translation>字段 %1 没有已知类型或路径</translation>
    </message>
    <message>
        <source>the field %1 has no label or a broken pattern</source>
        <translation>字段 %1 没有标签或格式表达式有误</translation>
    </message>
    <message>
        <source>a section has no id or no label</source>
        <translation>有一节没有标识或标签</translation>
    </message>
    <message>
        <source>the field %1 names a vocabulary that is not there</source>
        <translation>字段 %1 引用的词表不存在</translation>
    </message>
    <message>
        <source>it has no id or no sections</source>
        <translation>没有标识或没有分节</translation>
    </message>
</context>
<context>
    <name>loci::heritage::Record</name>
    <message>
        <source>The record cannot be read: it is no JSON object.</source>
        <translation>记录无法读取：它不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The record cannot be kept: its id “%1” is no UUID.</source>
        <translation>记录无法保存：其标识“%1”不是 UUID。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::ReignReader</name>
    <message>
        <source>“%1” is no dynasty, era or year that is known here; write a date such as 清乾隆三十年 or 1765.</source>
        <translation>“%1”不是已知的朝代、年号或年份；请写成如“清乾隆三十年”或 1765。</translation>
    </message>
    <message>
        <source>“%1” ends before it begins.</source>
        <translation>“%1”的结束早于开始。</translation>
    </message>
    <message>
        <source>“%1” contradicts itself: %2 is not in %3.</source>
        <translation>“%1”前后矛盾：%2 不在 %3 之内。</translation>
    </message>
    <message>
        <source>“%1” is the name of several eras: %2. Write the dynasty before it.</source>
        <translation>“%1”是多个年号的名称：%2。请在前面写明朝代。</translation>
    </message>
    <message>
        <source>“%1” is the name of several eras: %2. Write the ruler before it.</source>
        <translation>“%1”是多个年号的名称：%2。请在前面写明帝王。</translation>
    </message>
    <message>
        <source>%1 has no year %2: it lasted %3 years.</source>
        <translation>%1没有第 %2 年：共 %3 年。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::ReignTable</name>
    <message>
        <source>The table of dynasties and era names is damaged.</source>
        <translation>朝代年号表已损坏。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::ReviewPolicy</name>
    <message>
        <source>“%1” is approved at every level already.</source>
        <translation>“%1”已通过所有层级。</translation>
    </message>
    <message>
        <source>“%1” does not wait for a review.</source>
        <translation>“%1”不在待审状态。</translation>
    </message>
    <message>
        <source>The rules of review cannot be read: levels or roles are missing.</source>
        <translation>审核规则无法读取：缺少层级或角色。</translation>
    </message>
    <message>
        <source>“%1” was submitted by %2; somebody else has to approve it.</source>
        <translation>“%1”由 %2 提交，须由他人批准。</translation>
    </message>
    <message>
        <source>%1 has no role to review “%2” at the level “%3”.</source>
        <translation>%1 没有在“%3”层级审核“%2”的角色。</translation>
    </message>
    <message>
        <source>%1 has no role with the right “%2” for “%3”.</source>
        <translation>%1 没有对“%3”拥有“%2”权限的角色。</translation>
    </message>
    <message>
        <source>“%1” is submitted already.</source>
        <translation>“%1”已提交。</translation>
    </message>
    <message>
        <source>Say what has to be changed in “%1”.</source>
        <translation>请说明“%1”需要修改的内容。</translation>
    </message>
</context>
<context>
    <name>loci::heritage::Validation</name>
    <message>
        <source>“%1” needs at least %2 entries and has %3.</source>
        <translation>“%1”至少需要 %2 项，现有 %3 项。</translation>
    </message>
    <message>
        <source>“%1” is required and empty.</source>
        <translation>“%1”为必填项，尚未填写。</translation>
    </message>
    <message>
        <source>“%1” is recommended and empty.</source>
        <translation>“%1”建议填写，尚未填写。</translation>
    </message>
    <message>
        <source>“%1” has to be yes or no.</source>
        <translation>“%1”须为是或否。</translation>
    </message>
    <message>
        <source>“%1” is no shape in well-known text.</source>
        <translation>“%1”不是 WKT 图形。</translation>
    </message>
    <message>
        <source>“%1” does not look right: “%2”.</source>
        <translation>“%1”的格式不对：“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no day: “%2”. Write it as 2019-05-01.</source>
        <translation>“%1”不是日期：“%2”。请写成 2019-05-01。</translation>
    </message>
    <message>
        <source>“%1” has to be a whole number.</source>
        <translation>“%1”须为整数。</translation>
    </message>
    <message>
        <source>“%1” has to be a number.</source>
        <translation>“%1”须为数字。</translation>
    </message>
    <message>
        <source>“%1” is %2, outside of %3 to %4.</source>
        <translation>“%1”为 %2，超出 %3 至 %4 的范围。</translation>
    </message>
    <message>
        <source>“%1” is “%2”, which the list “%3” does not have.</source>
        <translation>“%1”为“%2”，词表“%3”中没有。</translation>
    </message>
    <message>
        <source>“%1” is before the beginning.</source>
        <translation>“%1”早于开始时间。</translation>
    </message>
    <message>
        <source>Two entries have the same id %1.</source>
        <translation>两项的标识相同：%1。</translation>
    </message>
    <message>
        <source>The record has no name.</source>
        <translation>记录没有名称。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::AuditLog</name>
    <message>
        <source>Entry %1 of the audit is missing.</source>
        <translation>审计第 %1 条缺失。</translation>
    </message>
    <message>
        <source>Entry %1 of the audit was changed after it was written.</source>
        <translation>审计第 %1 条写入后被更改。</translation>
    </message>
    <message>
        <source>The audit of %1 is damaged.</source>
        <translation>%1 的审计记录已损坏。</translation>
    </message>
    <message>
        <source>The audit ends with entry %1, but its head says %2: entries were cut off, added or changed.</source>
        <translation>审计记录止于第 %1 条，而其末端记为第 %2 条：有条目被截去、添加或更改。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::HeritageData</name>
    <message>
        <source>Loci has no heritage data with the name %1.</source>
        <translation>Loci 没有名为 %1 的遗产数据。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::HeritageStore</name>
    <message>
        <source>%1 cannot be kept: the record in it has the id “%2”.</source>
        <translation>%1 无法保存：其中记录的标识为“%2”。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::MediaFolder</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 无法写入。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>The file of medium %1 is missing.</source>
        <translation>媒体 %1 的文件缺失。</translation>
    </message>
    <message>
        <source>The file of medium %1 was altered.</source>
        <translation>媒体 %1 的文件已被改动。</translation>
    </message>
    <message>
        <source>Medium %1 is not in the trash any more.</source>
        <translation>媒体 %1 已不在回收站中。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::StoreHistory</name>
    <message>
        <source>The audit of %1 does not give the state that it names: it or the record was changed by hand.</source>
        <translation>%1 的审计记录不能还原其所述状态：审计或记录被手工改动过。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::Verifier</name>
    <message>
        <source>Row %1 does not fit the record that it was made from: it was changed by hand.</source>
        <translation>%1 行与其来源记录不符：它被手工改动过。</translation>
    </message>
    <message>
        <source>%1 is there, but the audit does not know it.</source>
        <translation>%1 存在，但审计记录中没有。</translation>
    </message>
    <message>
        <source>%1 was changed by hand: it is not what entry %2 of the audit says.</source>
        <translation>%1 被手工改动过：与审计第 %2 条不符。</translation>
    </message>
    <message>
        <source>%1 is missing: entry %2 of the audit says that it is there.</source>
        <translation>%1 缺失：审计第 %2 条表明它应存在。</translation>
    </message>
    <message>
        <source>Step %1 of the history holds a state of %2 that never was.</source>
        <translation>历史第 %1 步含有 %2 从未有过的状态。</translation>
    </message>
    <message>
        <source>Step %1 of the history is not in the audit as it stands there.</source>
        <translation>历史第 %1 步与审计记录不一致。</translation>
    </message>
    <message>
        <source>The spatial index %1 is damaged.</source>
        <translation>空间索引 %1 已损坏。</translation>
    </message>
    <message>
        <source>The full-text index is damaged.</source>
        <translation>全文索引已损坏。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Catalogue</name>
    <message>
        <source>%1 has no role that may change roles and levels.</source>
        <translation>%1 没有可以更改角色和层级的角色。</translation>
    </message>
    <message>
        <source>Change roles of the review</source>
        <translation>更改审核角色</translation>
    </message>
    <message>
        <source>Change the record profile</source>
        <translation>更改记录规范</translation>
    </message>
    <message>
        <source>The history of this record tells its exact place, which %1 may not see.</source>
        <translation>此记录的历史含有精确位置，%1 无权查看。</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Edit a zone</source>
        <translation>编辑区划</translation>
    </message>
    <message>
        <source>“%1” is shown without its exact place and cannot be changed.</source>
        <translation>“%1”未显示精确位置，不能修改。</translation>
    </message>
    <message>
        <source>Keep the search “%1”</source>
        <translation>保存搜索“%1”</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>没有记录 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Submit %n records</source>
        <translation><numerusform>提交 %n 条记录</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Return %n records</source>
        <translation><numerusform>退回 %n 条记录</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Approve %n records</source>
        <translation><numerusform>批准 %n 条记录</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Put %n records into the trash</source>
        <translation><numerusform>将 %n 条记录移入回收站</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n records out of the trash</source>
        <translation><numerusform>从回收站取回 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>The record did not exist then.</source>
        <translation>当时还没有此记录。</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>恢复“%1”</translation>
    </message>
</context>
</TS>
