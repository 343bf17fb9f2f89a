<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Window</name>
    <message>
        <source>Open workspace on a server</source>
        <translation>打开服务器上的工作区</translation>
    </message>
</context>
<context>
    <name>loci::app::ServerRoom</name>
    <message>
        <source>The server answers again.</source>
        <translation>服务器已恢复响应。</translation>
    </message>
    <message>
        <source>The connection to the server was lost; nothing can be changed until it is back.</source>
        <translation>与服务器的连接已断开；恢复之前无法修改任何内容。</translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>%1 rows, %2 media and %3 observations went along and were read back equal. The old workspace is still there.</source>
        <translation>已带走 %1 行、%2 个媒体文件和 %3 个观测值，读回核对一致。原工作区仍然保留。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisAddress</name>
    <message>
        <source>This is no address of a workspace on a server; it looks like postgresql://host/database?schema=name.</source>
        <translation>这不是服务器工作区的地址；地址的形式是 postgresql://主机/数据库?schema=名称。</translation>
    </message>
    <message>
        <source>Leave the password out of the address; Loci asks for it, or takes it from the key store of this computer.</source>
        <translation>请不要把密码写进地址；Loci 会询问密码，或从本机的密钥库读取。</translation>
    </message>
    <message>
        <source>%1 on this computer</source>
        <translation>本机的 %1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>“%1” is no name for a schema: small letters, digits and _ only, at most 63, not beginning with a digit or pg_.</source>
        <translation>“%1”不能作为模式名：只能用小写字母、数字和 _，最多 63 个字符，且不能以数字或 pg_ 开头。</translation>
    </message>
    <message>
        <source>The address of a workspace on a server has no option “%1”.</source>
        <translation>服务器工作区的地址没有“%1”这个选项。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisDatabase</name>
    <message>
        <source>There is no workspace “%1” in %2.</source>
        <translation>%2 中没有工作区“%1”。</translation>
    </message>
    <message>
        <source>%1 has no PostGIS; its administrator adds it with “CREATE EXTENSION postgis”.</source>
        <translation>%1 没有 PostGIS；可由管理员用“CREATE EXTENSION postgis”添加。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost while a step was being kept: look in the history whether it arrived.</source>
        <translation>保存一步操作时与 %1 的连接断开：请在历史记录中查看它是否已保存。</translation>
    </message>
    <message>
        <source>A workspace on a server is copied with “loci workspace move”, and backed up by its administrator.</source>
        <translation>服务器上的工作区用“loci workspace move”复制，并由其管理员备份。</translation>
    </message>
    <message>
        <source>The index or rule %1 of the database does not hold.</source>
        <translation>数据库的索引或规则 %1 无效。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisError</name>
    <message>
        <source>%1 is being written by another desk; try again in a moment.</source>
        <translation>%1 正由另一台工作站写入；请稍后再试。</translation>
    </message>
    <message>
        <source>The disk of the server is full: %1 could not be written and stays as it was.</source>
        <translation>服务器磁盘已满：%1 未能写入，保持原样。</translation>
    </message>
    <message>
        <source>The server has no room for one more desk: %1 cannot be reached now; try again later.</source>
        <translation>服务器的连接数已满：现在无法连接 %1；请稍后再试。</translation>
    </message>
    <message>
        <source>%1 took too long to answer; the operation was given up.</source>
        <translation>%1 响应时间过长；操作已放弃。</translation>
    </message>
    <message>
        <source>The server of %1 is being stopped or started; try again in a moment.</source>
        <translation>%1 的服务器正在停止或启动；请稍后再试。</translation>
    </message>
    <message>
        <source>You have no right to do this in %1.</source>
        <translation>您在 %1 中没有执行此操作的权限。</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>%1 以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 is not a Loci workspace.</source>
        <translation>%1 不是 Loci 工作区。</translation>
    </message>
    <message>
        <source>A text has a character that %1 cannot keep.</source>
        <translation>文本中有 %1 无法保存的字符。</translation>
    </message>
    <message>
        <source>%1 was changed by another desk at the same moment; try again.</source>
        <translation>%1 同时被另一台工作站修改；请再试一次。</translation>
    </message>
    <message>
        <source>The server could not read or write %1: its disk reports an error.</source>
        <translation>服务器无法读写 %1：其磁盘报告错误。</translation>
    </message>
    <message>
        <source>%1 is damaged; ask the administrator for its backup.</source>
        <translation>%1 已损坏；请向管理员索取备份。</translation>
    </message>
    <message>
        <source>The database %1 refused an operation.</source>
        <translation>数据库 %1 拒绝了一项操作。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost; what was not finished was not kept.</source>
        <translation>与 %1 的连接已断开；未完成的内容没有保存。</translation>
    </message>
    <message>
        <source>%1 asks for a password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>%1 refuses the name or the password.</source>
        <translation>%1 拒绝了该用户名或密码。</translation>
    </message>
    <message>
        <source>There is no database %1.</source>
        <translation>没有数据库 %1。</translation>
    </message>
    <message>
        <source>The server of %1 does not answer; look whether the address is right and the network up.</source>
        <translation>%1 的服务器没有响应；请检查地址是否正确、网络是否连通。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisStatement</name>
    <message>
        <source>The database refused an operation.</source>
        <translation>数据库拒绝了一项操作。</translation>
    </message>
    <message>
        <source>A text holds the character NUL, which a server cannot keep.</source>
        <translation>文本中含有 NUL 字符，服务器无法保存。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::DeskLine</name>
    <message>
        <source>%1 changed the workspace in the meantime; look at it, and then go on.</source>
        <translation>%1 在此期间修改了工作区；请先查看，然后继续。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Moving</name>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>The copy is not equal to the workspace in this: %1. Go on with the old one.</source>
        <translation>副本与原工作区在此处不一致：%1。请继续使用原来的工作区。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ServerHome</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Loci; who may write brings it up to date by opening it.</source>
        <translation>%1 由较旧版本的 Loci 建立；由有写入权限的人打开即可更新。</translation>
    </message>
    <message>
        <source>There is a workspace “%1” in %2 already; choose another schema.</source>
        <translation>%2 中已有工作区“%1”；请选择其他模式名。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ServerMedia</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::TableCopy</name>
    <message>
        <source>The move was cancelled; nothing was changed.</source>
        <translation>移动已取消；没有任何更改。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Workspace</name>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
</TS>
