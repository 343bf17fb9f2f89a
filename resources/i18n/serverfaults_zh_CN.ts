<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::storage::PostGisDatabase</name>
    <message>
        <source>%1 was brought up to date by a newer Loci at another desk; nothing was written here. Update Loci, and open it again.</source>
        <translation>%1 已被另一台工作站上较新的 Loci 升级；本次没有写入任何内容。请更新 Loci 后重新打开。</translation>
    </message>
    <message>
        <source>A part of the step had failed in %1; nothing of it was kept.</source>
        <translation>这一步操作的一部分在 %1 中失败；其中任何内容都没有保存。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisError</name>
    <message>
        <source>This desk stood still for too long in the middle of a step, and the server gave it up: %1 stays as it was.</source>
        <translation>本工作站在一步操作中途停顿过久，服务器已放弃该操作：%1 保持原样。</translation>
    </message>
    <message>
        <source>The server has no memory or room left for this: %1 stays as it was.</source>
        <translation>服务器的内存或空间不足以完成此操作：%1 保持原样。</translation>
    </message>
    <message>
        <source>The server of %1 met an error of its own, which its log names; what was not finished was not kept. A full disk or quota is the usual reason.</source>
        <translation>%1 的服务器自身出现错误（详见其日志）；未完成的内容没有保存。常见原因是磁盘已满或配额用尽。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Workspace</name>
    <message>
        <source>%1 could not be read a moment ago; nothing was overwritten. Look at it and decide.</source>
        <translation>刚才未能读取 %1；没有覆盖任何内容。请查看后再决定。</translation>
    </message>
</context>
<context>
    <name>ObjectFilter</name>
    <message>
        <source>A filter of objects asks about each object alone; %1 reaches beyond it.</source>
        <translation>对象筛选只针对每个对象本身；%1 超出了该对象。</translation>
    </message>
</context>
</TS>
