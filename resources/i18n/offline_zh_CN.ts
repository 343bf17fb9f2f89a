<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loci::workspace::DeskDatabase</name>
    <message>
        <source>The server does not answer; a copy can be made when it is back.</source>
        <translation>服务器没有应答；恢复后才能制作副本。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::CacheCopy</name>
    <message>
        <source>The cache of the workspace was not finished.</source>
        <translation>工作区的缓存没有完成。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::OfflineDesk</name>
    <message>
        <source>This step may be on the server already; it can be taken back when the server answers.</source>
        <translation>这一步可能已在服务器上；服务器恢复后才能撤销。</translation>
    </message>
    <message>
        <source>The server does not answer; this can be done when it is back.</source>
        <translation>服务器没有应答；恢复后才能这样做。</translation>
    </message>
    <message>
        <source>Another workspace is at this address now; the steps that were made offline wait until the old one is back.</source>
        <translation>这个地址上现在是另一个工作区；离线时的步骤将保留，直到原来的工作区恢复。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Replay</name>
    <message>
        <source>away at %1 since %2</source>
        <translation>在 %1 离线，始于 %2</translation>
    </message>
    <message>
        <source>made offline at %1</source>
        <translation>离线做于 %1</translation>
    </message>
</context>
<context>
    <name>loci::workspace::KeptConflicts</name>
    <message>
        <source>This conflict was decided already.</source>
        <translation>这个冲突已经决定过了。</translation>
    </message>
    <message>
        <source>Decide a conflict of “%1”</source>
        <translation>决定“%1”的冲突</translation>
    </message>
</context>
<context>
    <name>loci::app::OfflineRoom</name>
    <message>
        <source>Sending, %1 left</source>
        <translation>正在发送，还剩 %1 步</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>离线，始于 %1</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1，%2 步待发送</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 步被拒绝</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>%1 处待决定</translation>
    </message>
    <message>
        <source>The server does not answer. What you do is kept on this computer and goes to the server when it is back.</source>
        <translation>服务器没有应答。您所做的保存在本机，服务器恢复后会发送过去。</translation>
    </message>
    <message>
        <source>The server did not take these steps. They are kept here and are sent again when it comes back.</source>
        <translation>服务器没有接受这些步骤。它们保留在本机，下次恢复连接时再发送。</translation>
    </message>
    <message>
        <source>Others changed the same while this desk was offline. Nothing is overwritten until you decide.</source>
        <translation>本机离线期间，其他人改了同样的内容。在您决定之前不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>The server does not answer; you go on offline.</source>
        <translation>服务器没有应答；您可以离线继续工作。</translation>
    </message>
    <message>
        <source>Decide what both sides changed</source>
        <translation>决定双方都改动的内容</translation>
    </message>
    <message>
        <source>Discard this step</source>
        <translation>丢弃这一步</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Steps made offline that are on the server now: %1</source>
        <translation>离线时的步骤已送到服务器：%1 步</translation>
    </message>
    <message>
        <source>; merged with changes of others: %1</source>
        <translation>；与他人的改动合并：%1</translation>
    </message>
    <message>
        <source>; to be decided by you: %1</source>
        <translation>；待您决定：%1</translation>
    </message>
    <message>
        <source>; refused by the server: %1</source>
        <translation>；被服务器拒绝：%1</translation>
    </message>
</context>
</TS>
