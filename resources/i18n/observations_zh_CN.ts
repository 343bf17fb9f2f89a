<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::storage::FeedLease</name>
    <message>
        <source>Another desk records the feeds of this workspace now.</source>
        <translation>现在由另一个工位记录此工作区的数据源。</translation>
    </message>
</context>
<context>
    <name>loci::storage::ObservationHome</name>
    <message>
        <source>%1 is a copy for reading; it records no feeds.</source>
        <translation>%1 是只读副本，不记录数据源。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ServerHome</name>
    <message>
        <source>The server of %1 is a copy for reading, which follows the one that is written; changes are made there.</source>
        <translation>%1 的服务器是只读副本，跟随可写入的服务器；请在那里修改。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedSession</name>
    <message>
        <source>No desk records the feeds</source>
        <translation>没有工位在记录数据源</translation>
    </message>
    <message>
        <source>This desk records the feeds</source>
        <translation>本工位记录数据源</translation>
    </message>
    <message>
        <source>%1 at %2 records the feeds</source>
        <translation>%2 上的 %1 记录数据源</translation>
    </message>
</context>
<context>
    <name>loci::cli::FeedVerb</name>
    <message>
        <source>No feed has stored anything in %1 yet.</source>
        <translation>%1 中还没有任何数据源存储过数据。</translation>
    </message>
    <message>
        <source>The server did not say in time which desk records the feeds; try again.</source>
        <translation>服务器没有及时说明由哪个工位记录数据源；请再试一次。</translation>
    </message>
    <message>
        <source>%1 at %2 records the feeds of this workspace.</source>
        <translation>%2 上的 %1 正在记录此工作区的数据源。</translation>
    </message>
</context>
</TS>
