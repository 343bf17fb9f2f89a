<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loci::app::SampleFeeds</name>
    <message>
        <source>The live streams of the sample city are missing in this program.</source>
        <translation>本程序缺少示例城市的实时数据流。</translation>
    </message>
    <message>
        <source>Add the live streams of the sample city</source>
        <translation>添加示例城市的实时数据流</translation>
    </message>
</context>
<context>
    <name>loci::feeds::Alert</name>
    <message>
        <source>unknown severity</source>
        <translation>级别未知</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>特别严重</translation>
    </message>
</context>
<context>
    <name>loci::feeds::FeedDescription</name>
    <message>
        <source>A limit of the feed needs a stream and a number “above” or “below”.</source>
        <translation>数据源的限值需要一个数据流以及“above”或“below”数值。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::PostgresQuery</name>
    <message>
        <source>%1 refuses the name or the password of this feed.</source>
        <translation>%1 拒绝此数据源的用户名或密码。</translation>
    </message>
    <message>
        <source>%1 does not answer; Loci tries again.</source>
        <translation>%1 没有应答；Loci 将重试。</translation>
    </message>
    <message>
        <source>The query of the feed takes too long or gives too much.</source>
        <translation>数据源的查询耗时过长或结果过多。</translation>
    </message>
    <message>
        <source>The query of the feed is no single reading query that %1 understands.</source>
        <translation>数据源的查询不是 %1 能理解的单个只读查询。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::SecretKeeper</name>
    <message>
        <source>This computer has no key store that can be used: the password holds until Loci is closed.</source>
        <translation>本机没有可用的密钥库：密码仅在 Loci 关闭前有效。</translation>
    </message>
</context>
<context>
    <name>loci::storage::FeedObservations</name>
    <message>
        <source>No feed has a stream “%1”.</source>
        <translation>没有数据源包含数据流“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::AlertList</name>
    <message>
        <source>%1: %2 above %3 %4</source>
        <translation>%1：%2，高于 %3 %4</translation>
    </message>
    <message>
        <source>%1: %2 below %3 %4</source>
        <translation>%1：%2，低于 %3 %4</translation>
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
        <source>seen by %1</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>No alert. Warnings of feeds and values beyond a limit are kept here with their history.</source>
        <translation>没有告警。数据源的预警和超限数值连同历史都保存在这里。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedForm</name>
    <message>
        <source>User name (empty: the password is a token)</source>
        <translation>用户名（留空则密码为令牌）</translation>
    </message>
    <message>
        <source>Password, kept by the key store of this computer only</source>
        <translation>密码，仅由本机的密钥库保存</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>告警（%1）</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ObjectTableModel</name>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StreamCard</name>
    <message>
        <source>arrived late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>clock of the source is wrong</source>
        <translation>来源时钟有误</translation>
    </message>
    <message>
        <source>time of arrival</source>
        <translation>以到达时间代替</translation>
    </message>
    <message>
        <source>kept by the broker</source>
        <translation>由代理保留</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>doubtful, says the source</source>
        <translation>来源标记为可疑</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>inside the administration</source>
        <translation>政务内部</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>This stream is not here any more.</source>
        <translation>此数据流已不存在。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Simulated: invented inside this program, not measured.</source>
        <translation>模拟数据：由本程序生成，并非实测。</translation>
    </message>
    <message>
        <source>As it was at %1.</source>
        <translation>%1 时的状态。</translation>
    </message>
    <message>
        <source>Time of the value</source>
        <translation>数值时间</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Expected every</source>
        <translation>预期间隔</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Came, stored, twice, refused</source>
        <translation>收到、存储、重复、拒绝</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>谁可以查看</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause feed</source>
        <translation>暂停数据源</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Put on board</source>
        <translation>放到看板</translation>
    </message>
    <message>
        <source>A tile with value, state and age on the board that was shown last</source>
        <translation>在最近显示的看板上添加一个带数值、状态和时效的图块</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StreamChart</name>
    <message>
        <source>no values yet</source>
        <translation>尚无数值</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StreamListModel</name>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StreamViews</name>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>loci::widgets::TimeBar</name>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
</context>
</TS>
