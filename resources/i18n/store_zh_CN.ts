<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>%1: schema %2, %3 map layers, %4 city models, %5 steps in the history, %6.</source>
        <translation>%1：数据结构版本 %2，地图图层 %3 个，城市模型 %4 个，历史记录 %5 步，%6。</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>%1: %2 files, %3 bytes.</source>
        <translation>%1：%2 个文件，%3 字节。</translation>
    </message>
    <message>
        <source>The option --template goes with “workspace new” only.</source>
        <translation>选项 --template 只能用于“workspace new”。</translation>
    </message>
    <message>
        <source>“workspace %1” needs two names: what to take and where to put it.</source>
        <translation>“workspace %1”需要两个名称：来源和目标。</translation>
    </message>
    <message>
        <source>“workspace %1” needs the name of one file.</source>
        <translation>“workspace %1”需要一个文件名。</translation>
    </message>
    <message>
        <source>Makes, describes, checks, packs, unpacks, backs up and moves workspaces</source>
        <translation>新建、查看、检查、打包、解包、备份和移动工作区</translation>
    </message>
</context>
<context>
    <name>loci::storage::FileLock</name>
    <message>
        <source>Another program is working on this workspace, so it opens read-only.</source>
        <translation>另一个程序正在编辑此工作区，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 of %2 on the computer %3 (process %4) has been working on this workspace since %5, so it opens read-only.</source>
        <translation>计算机 %3 上用户 %2 的 %1（进程 %4）自 %5 起正在编辑此工作区，因此以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>loci::storage::FileOps</name>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>The disk is full: %1 was not written.</source>
        <translation>磁盘已满：%1 未写入。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is write-protected.</source>
        <translation>无法写入 %1：文件夹有写保护。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::storage::HistoryStore</name>
    <message>
        <source>Step %1 of the history is damaged and cannot be undone.</source>
        <translation>历史记录中的第 %1 步已损坏，无法撤销。</translation>
    </message>
</context>
<context>
    <name>loci::storage::Schema</name>
    <message>
        <source>%1 was made by a newer version of Loci (schema %2, this program knows %3). Update Loci to open it.</source>
        <translation>%1 由更新版本的 Loci 创建（数据结构版本 %2，本程序支持到 %3）。请更新 Loci 后再打开。</translation>
    </message>
    <message>
        <source>The spatial tables could not be made.</source>
        <translation>未能创建空间数据表。</translation>
    </message>
    <message>
        <source>%1 is a database, but not a Loci workspace.</source>
        <translation>%1 是数据库，但不是 Loci 工作区。</translation>
    </message>
</context>
<context>
    <name>loci::storage::SpatiaLiteDatabase</name>
    <message>
        <source>%1 was deleted or moved while it was open. Save the workspace under a new name to keep it.</source>
        <translation>%1 在打开期间被删除或移动。请将工作区另存为新名称以保留内容。</translation>
    </message>
    <message>
        <source>%1 was replaced by another program while it was open. Save the workspace under a new name to keep it.</source>
        <translation>%1 在打开期间被其他程序替换。请将工作区另存为新名称以保留内容。</translation>
    </message>
    <message>
        <source>The database is damaged: %1.</source>
        <translation>数据库已损坏：%1。</translation>
    </message>
    <message>
        <source>A row of table %1 refers to a row of %2 that does not exist.</source>
        <translation>表 %1 中有一行引用了表 %2 中不存在的行。</translation>
    </message>
</context>
<context>
    <name>loci::storage::SqliteError</name>
    <message>
        <source>The disk is full: %1 could not be written and stays as it was.</source>
        <translation>磁盘已满：无法写入 %1，其内容保持不变。</translation>
    </message>
    <message>
        <source>%1 is write-protected.</source>
        <translation>%1 有写保护。</translation>
    </message>
    <message>
        <source>%1 is being written by another program; try again in a moment.</source>
        <translation>另一个程序正在写入 %1，请稍后重试。</translation>
    </message>
    <message>
        <source>%1 could not be read or written: the disk reports an error.</source>
        <translation>无法读写 %1：磁盘报告错误。</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
    <message>
        <source>%1 is damaged; open a backup of it instead.</source>
        <translation>%1 已损坏，请改用其备份。</translation>
    </message>
    <message>
        <source>%1 is not a Loci workspace.</source>
        <translation>%1 不是 Loci 工作区。</translation>
    </message>
    <message>
        <source>There is not enough memory to work with %1.</source>
        <translation>内存不足，无法处理 %1。</translation>
    </message>
    <message>
        <source>The database %1 refused an operation.</source>
        <translation>数据库 %1 拒绝了一项操作。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::PackageContents</name>
    <message>
        <source>%1 is not there or cannot be read, so it is not in the package.</source>
        <translation>%1 不存在或无法读取，因此未放入包中。</translation>
    </message>
    <message>
        <source>%1 refers to further files, which are not in the package.</source>
        <translation>%1 还引用了其他文件，这些文件未放入包中。</translation>
    </message>
    <message>
        <source>%1 is not in the package: another file has its place there.</source>
        <translation>%1 未放入包中：包内同名位置已有另一个文件。</translation>
    </message>
    <message>
        <source>The texture %1 lies too far from its model to be taken along.</source>
        <translation>纹理 %1 离其模型所在文件夹过远，无法一并打包。</translation>
    </message>
    <message>
        <source>The texture %1 is missing.</source>
        <translation>缺少纹理 %1。</translation>
    </message>
    <message>
        <source>%1 is a remote source; the package keeps the reference only.</source>
        <translation>%1 是远程数据源，包中仅保留引用。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Packaging</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The file is a zip archive, but not a Loci package.</source>
        <translation>该文件是 zip 压缩包，但不是 Loci 包。</translation>
    </message>
    <message>
        <source>The package was made by a newer version of Loci.</source>
        <translation>该包由更新版本的 Loci 创建。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is write-protected or absent.</source>
        <translation>无法写入 %1：文件夹有写保护或不存在。</translation>
    </message>
    <message>
        <source>The package needs another name than the workspace.</source>
        <translation>包的名称不能与工作区相同。</translation>
    </message>
    <message>
        <source>%1 is not empty; choose an empty or a new folder.</source>
        <translation>%1 不为空，请选择空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>无法创建 %1。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::TaskRunner</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The task stopped because of an internal error.</source>
        <translation>任务因内部错误而中止。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Template</name>
    <message>
        <source>There is no workspace template “%1”; the templates are %2.</source>
        <translation>没有工作区模板“%1”；可用模板为 %2。</translation>
    </message>
    <message>
        <source>The workspace template “%1” cannot be read.</source>
        <translation>无法读取工作区模板“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Workspace</name>
    <message>
        <source>The workspace is open read-only.</source>
        <translation>工作区以只读方式打开。</translation>
    </message>
    <message>
        <source>Step %1 is not in the history.</source>
        <translation>历史记录中没有第 %1 步。</translation>
    </message>
    <message>
        <source>Untitled workspace</source>
        <translation>未命名工作区</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>%1 is open in another program; choose another name.</source>
        <translation>%1 已在其他程序中打开，请换一个名称。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is write-protected or absent.</source>
        <translation>无法写入 %1：文件夹有写保护或不存在。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::WorkspaceCheck</name>
    <message>
        <source>The stored item %1 cannot be read: %2.</source>
        <translation>无法读取存储的项目 %1：%2。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::WorkspaceFile</name>
    <message>
        <source>%1 was made by an older version of Loci and is brought up to date when it is opened, but it cannot be written now.</source>
        <translation>%1 由旧版本的 Loci 创建，打开时需要升级，但目前无法写入。</translation>
    </message>
    <message>
        <source>%1 could not be brought up to date and stays as it was; a copy is in %2.</source>
        <translation>未能升级 %1，其内容保持不变；副本位于 %2。</translation>
    </message>
    <message>
        <source>The file is write-protected, so it opens read-only.</source>
        <translation>文件有写保护，因此以只读方式打开。</translation>
    </message>
    <message>
        <source>The folder is write-protected, so the workspace opens read-only.</source>
        <translation>文件夹有写保护，因此工作区以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a workspace.</source>
        <translation>%1 是文件夹，不是工作区。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 is not a Loci workspace.</source>
        <translation>%1 不是 Loci 工作区。</translation>
    </message>
    <message>
        <source>%1 is incomplete: its end is missing. Open a backup of it instead.</source>
        <translation>%1 不完整：文件末尾缺失。请改用其备份。</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 cannot be made: the folder is write-protected.</source>
        <translation>无法创建 %1：文件夹有写保护。</translation>
    </message>
    <message>
        <source>%1 cannot be made: there is no such folder.</source>
        <translation>无法创建 %1：文件夹不存在。</translation>
    </message>
    <message>
        <source>The disk is full: %1 was not written.</source>
        <translation>磁盘已满：%1 未写入。</translation>
    </message>
    <message>
        <source>%1 could not be made. %2</source>
        <translation>未能创建 %1。%2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ZipReader</name>
    <message>
        <source>%1 is not a readable package.</source>
        <translation>%1 不是可读取的包。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The package is refused and nothing was unpacked: the entry “%1” %2.</source>
        <translation>已拒绝该包，未解包任何内容：条目“%1”%2。</translation>
    </message>
    <message>
        <source>would lie outside of the folder</source>
        <translation>会落到目标文件夹之外</translation>
    </message>
    <message>
        <source>is a link or a special file</source>
        <translation>是链接或特殊文件</translation>
    </message>
    <message>
        <source>is encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>The package is refused: it has more than %1 entries.</source>
        <translation>已拒绝该包：条目超过 %1 个。</translation>
    </message>
    <message>
        <source>The package is refused: it would unpack to far more than it should hold.</source>
        <translation>已拒绝该包：解包后的数据量远超合理范围。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>The package is damaged: “%1” cannot be unpacked.</source>
        <translation>包已损坏：无法解包“%1”。</translation>
    </message>
    <message>
        <source>%1 cannot be written; perhaps the disk is full.</source>
        <translation>无法写入 %1，磁盘可能已满。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ZipWriter</name>
    <message>
        <source>The disk is full: %1 was not written.</source>
        <translation>磁盘已满：%1 未写入。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 changed while it was read; try again.</source>
        <translation>读取期间 %1 发生了变化，请重试。</translation>
    </message>
</context>
</TS>
