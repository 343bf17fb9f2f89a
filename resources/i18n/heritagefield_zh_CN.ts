<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::widgets::ConflictPanel</name>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>Fields that wait for a decision</source>
        <translation>等待决定的字段</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>保留此处的值</translation>
    </message>
    <message>
        <source>Take the other version</source>
        <translation>采用另一版本</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>没有等待决定的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n fields were changed here and elsewhere. Nothing is overwritten until you decide.</source>
        <translation><numerusform>%n 个字段在这里和别处都改过。在您决定之前不会覆盖任何内容。</numerusform></translation>
    </message>
</context>
<context>
    <name>Heritage</name>
    <message>
        <source>Take records along as a bundle…</source>
        <translation>把记录打成外业数据包…</translation>
    </message>
    <message>
        <source>Merge a bundle that came back…</source>
        <translation>合并带回的数据包…</translation>
    </message>
    <message>
        <source>Decide the conflicts of merged bundles</source>
        <translation>处理数据包合并的冲突</translation>
    </message>
    <message>
        <source>Check the files of the heritage records</source>
        <translation>检查遗产记录的文件</translation>
    </message>
    <message>
        <source>Empty the trash of the heritage records</source>
        <translation>清空遗产记录的回收站</translation>
    </message>
</context>
<context>
    <name>loci::app::HeritageFieldwork</name>
    <message>
        <source>Take records along</source>
        <translation>带走记录</translation>
    </message>
    <message>
        <source>Fieldwork.gpkg</source>
        <translation>外业.gpkg</translation>
    </message>
    <message>
        <source>Bundles (*.gpkg)</source>
        <translation>数据包 (*.gpkg)</translation>
    </message>
    <message numerus="yes">
        <source>%n records are in the bundle</source>
        <translation><numerusform>数据包中有 %n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Merge a bundle</source>
        <translation>合并数据包</translation>
    </message>
    <message>
        <source>Merged: %1 new, %2 changed, %3 as before</source>
        <translation>已合并：新增 %1，修改 %2，未变 %3</translation>
    </message>
    <message>
        <source>Check the files of the heritage records</source>
        <translation>检查遗产记录的文件</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message numerus="yes">
        <source>%n files of the heritage records are as they were</source>
        <translation><numerusform>遗产记录的 %n 个文件完好无变</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files of the heritage records are missing or altered</source>
        <translation><numerusform>遗产记录有 %n 个文件丢失或被改动</numerusform></translation>
    </message>
    <message>
        <source>%1 records went from the trash, %2 wait for their time.</source>
        <translation>回收站中 %1 条记录已清除，%2 条未到期限。</translation>
    </message>
    <message>
        <source>Look for the buildings of the heritage records</source>
        <translation>查找遗产记录所绑定的建筑</translation>
    </message>
    <message>
        <source>The city model was read anew</source>
        <translation>城市模型已重新读取</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageCapture</name>
    <message>
        <source>--take is theirs, ours or ask, not “%1”.</source>
        <translation>--take 只能是 theirs、ours 或 ask，不能是“%1”。</translation>
    </message>
    <message>
        <source>Say with --out what the bundle is to be called, such as B.gpkg.</source>
        <translation>请用 --out 指明数据包的名称，例如 B.gpkg。</translation>
    </message>
    <message>
        <source>%1 records, %2 zones and %3 files go out in %4.</source>
        <translation>%4 带出 %1 条记录、%2 个区划和 %3 个文件。</translation>
    </message>
    <message>
        <source>Came back with %1</source>
        <translation>随 %1 带回</translation>
    </message>
    <message>
        <source>%1 new, %2 taken, %3 merged, %4 unchanged; %5 fields wait for a decision.</source>
        <translation>新增 %1，采用 %2，合并 %3，未变 %4；%5 个字段等待决定。</translation>
    </message>
    <message>
        <source>%1 fields wait for a decision.</source>
        <translation>%1 个字段等待决定。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritagePreservation</name>
    <message>
        <source>%1 files checked, %2 missing or altered, %3 brought back from the trash.</source>
        <translation>已检查 %1 个文件，%2 个丢失或被改动，%3 个从回收站取回。</translation>
    </message>
    <message>
        <source>The trash keeps for %1 days.</source>
        <translation>回收站保留 %1 天。</translation>
    </message>
    <message>
        <source>%1 records went, %2 wait; %3 files moved aside, %4 removed.</source>
        <translation>清除 %1 条记录，%2 条等待；移开 %3 个文件，删除 %4 个。</translation>
    </message>
</context>
<context>
    <name>loci::cli::HeritageRebind</name>
    <message>
        <source>The workspace has no city model “%1”.</source>
        <translation>工作区中没有城市模型“%1”。</translation>
    </message>
    <message>
        <source>--overlap is a share above 0 and up to 1, not “%1”.</source>
        <translation>--overlap 是大于 0 且不超过 1 的比例，不能是“%1”。</translation>
    </message>
    <message>
        <source>The city model was replaced by %1</source>
        <translation>城市模型已替换为 %1</translation>
    </message>
    <message>
        <source>%1 bindings kept by id, %2 bound again by their ground, %3 unbound.</source>
        <translation>%1 个绑定按标识保留，%2 个按占地重新绑定，%3 个未绑定。</translation>
    </message>
</context>
<context>
    <name>loci::formats::CaptureBundle</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 无法写入：%2</translation>
    </message>
    <message>
        <source>The bundle was cancelled.</source>
        <translation>数据包已取消。</translation>
    </message>
    <message>
        <source>the file could not be copied</source>
        <translation>文件无法复制</translation>
    </message>
    <message>
        <source>it cannot be put under its name</source>
        <translation>无法以其名称保存</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is no bundle of Loci.</source>
        <translation>%1 不是 Loci 的数据包。</translation>
    </message>
    <message>
        <source>The bundle %1 is damaged; nothing was read from it.</source>
        <translation>数据包 %1 已损坏，没有读取任何内容。</translation>
    </message>
    <message>
        <source>The bundle %1 was made by a newer Loci; this one cannot read it.</source>
        <translation>数据包 %1 由更新版本的 Loci 生成，此版本无法读取。</translation>
    </message>
    <message>
        <source>Reading the bundle was cancelled.</source>
        <translation>读取数据包已取消。</translation>
    </message>
    <message>
        <source>The file %1 of a photograph did not come back with the bundle.</source>
        <translation>照片文件 %1 没有随数据包带回。</translation>
    </message>
    <message>
        <source>The file %1 does not lie beside the bundle and was not read.</source>
        <translation>文件 %1 不在数据包旁边，未读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows of the table %1 belong to no record of the bundle and were not read.</source>
        <translation><numerusform>表 %1 中有 %n 行不属于数据包的任何记录，未读取。</numerusform></translation>
    </message>
    <message>
        <source>A place was removed in the bundle; the record stays. Put it into the trash if that is what is meant.</source>
        <translation>数据包中删除了一处遗产；记录仍保留。如确需删除，请放入回收站。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::HeritageCapture</name>
    <message>
        <source>The bundle was cancelled.</source>
        <translation>数据包已取消。</translation>
    </message>
    <message>
        <source>A file of the record “%1” is missing; the bundle goes out without it.</source>
        <translation>记录“%1”的一个文件丢失；数据包不含该文件。</translation>
    </message>
    <message>
        <source>No record fits that %1 may take along.</source>
        <translation>没有 %1 可以带走的符合条件的记录。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 无法删除。</translation>
    </message>
    <message>
        <source>A record went out without its exact place and was changed there; that is not taken back.</source>
        <translation>一条记录带出时不含准确位置且在外业中被改动；该改动不予收回。</translation>
    </message>
    <message>
        <source>“%1” comes back approved; %2 may not approve it, so its review stays as it is here.</source>
        <translation>“%1”带回时为已批准；%2 无权批准，因此审核状态保持此处的值。</translation>
    </message>
    <message>
        <source>A photograph is named by a record, but its file is neither here nor in the bundle: %1.</source>
        <translation>记录引用了一张照片，但此处和数据包中都没有其文件：%1。</translation>
    </message>
    <message>
        <source>The file %1 of the bundle is not the one that went out.</source>
        <translation>数据包中的文件 %1 与带出时不一致。</translation>
    </message>
    <message>
        <source>%1 was made from another catalogue; nothing was merged.</source>
        <translation>%1 来自另一个名录，未作合并。</translation>
    </message>
    <message>
        <source>Merge the bundle “%1”</source>
        <translation>合并数据包“%1”</translation>
    </message>
    <message>
        <source>The merge was cancelled; nothing was written.</source>
        <translation>合并已取消，没有写入任何内容。</translation>
    </message>
    <message>
        <source>This conflict was decided already.</source>
        <translation>此冲突已有决定。</translation>
    </message>
    <message>
        <source>Decide a conflict of “%1”</source>
        <translation>处理“%1”的冲突</translation>
    </message>
</context>
<context>
    <name>loci::workspace::HeritagePreservation</name>
    <message>
        <source>The trash keeps for at least one day.</source>
        <translation>回收站至少保留一天。</translation>
    </message>
    <message>
        <source>Change how long the trash keeps</source>
        <translation>更改回收站保留时间</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::HeritageRebinding</name>
    <message>
        <source>“%1”: the surface of %2 that it was bound to is not there any more; it is bound to the whole of it now.</source>
        <translation>“%1”：所绑定的 %2 的表面已不存在，现绑定到其整体。</translation>
    </message>
    <message>
        <source>“%1”: the building with the id %2 stands somewhere else now; look whether it is the same.</source>
        <translation>“%1”：标识为 %2 的建筑现位于别处，请核对是否为同一建筑。</translation>
    </message>
    <message>
        <source>“%1”: %2 is not in the model any more; it is bound to %3 now, which shares %4 % of the ground.</source>
        <translation>“%1”：%2 已不在模型中，现绑定到占地重叠 %4 % 的 %3。</translation>
    </message>
    <message>
        <source>“%1” is unbound since %2: nothing in the model has the id %3 or enough of its ground (at most %4 %).</source>
        <translation>“%1”自 %2 起未绑定：模型中没有标识 %3，也没有足够重叠的占地（最多 %4 %）。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message numerus="yes">
        <source>Bind %n records again</source>
        <translation><numerusform>重新绑定 %n 条记录</numerusform></translation>
    </message>
</context>
</TS>
