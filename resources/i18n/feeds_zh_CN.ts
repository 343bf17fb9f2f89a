<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loci::cli::FeedVerb</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is no valid JSON (at byte %2).</source>
        <translation>%1 不是有效的 JSON（第 %2 字节处）。</translation>
    </message>
    <message>
        <source>There is no feed to run: name a description or a workspace with feeds.</source>
        <translation>没有可运行的数据源：请指定数据源说明文件或包含数据源的工作区。</translation>
    </message>
    <message>
        <source>--seconds needs a number above zero.</source>
        <translation>--seconds 需要一个大于零的数。</translation>
    </message>
    <message>
        <source>%1: %2, %3 received, %4 stored</source>
        <translation>%1：%2，收到 %3 条，存储 %4 条</translation>
    </message>
    <message>
        <source>Nothing came within %1 seconds.</source>
        <translation>%1 秒内没有收到任何数据。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>“feed %1” needs the name of a file.</source>
        <translation>“feed %1”需要一个文件名。</translation>
    </message>
    <message>
        <source>There is no “feed %1”; there are test, run, status and replay.</source>
        <translation>没有“feed %1”；可用的有 test、run、status 和 replay。</translation>
    </message>
    <message>
        <source>Tests, runs and replays live feeds and tells the state of their streams</source>
        <translation>测试、运行和回放实时数据源，并报告各数据流的状态</translation>
    </message>
    <message>
        <source>--to needs a broker (mqtt://host) or a file that can be written.</source>
        <translation>--to 需要一个消息服务器（mqtt://主机）或可写的文件。</translation>
    </message>
    <message>
        <source>The messages cannot be written.</source>
        <translation>无法写入消息。</translation>
    </message>
    <message>
        <source>Line %1 of the messages has no topic.</source>
        <translation>消息文件第 %1 行没有主题。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>%1 messages sent.</source>
        <translation>已发送 %1 条消息。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::FeedDescription</name>
    <message>
        <source>“%1” is no %2 of a feed; there are %3.</source>
        <translation>“%1”不是数据源的有效 %2；可用的有 %3。</translation>
    </message>
    <message>
        <source>“%1” of a feed must be seconds between 0 and a year.</source>
        <translation>数据源的“%1”必须是 0 到一年之间的秒数。</translation>
    </message>
    <message>
        <source>The feed has no valid address.</source>
        <translation>数据源没有有效的地址。</translation>
    </message>
    <message>
        <source>The address of a feed must not hold a password or key: name it under “credentials” and keep it in the key store of this computer.</source>
        <translation>数据源的地址中不得包含密码或密钥：请在“credentials”中写明其名称，并把它保存在本机的密钥库中。</translation>
    </message>
    <message>
        <source>The feed has no id.</source>
        <translation>数据源没有标识。</translation>
    </message>
    <message>
        <source>A feed by MQTT needs at least one topic.</source>
        <translation>MQTT 数据源至少需要一个主题。</translation>
    </message>
    <message>
        <source>A feed from a database needs a query.</source>
        <translation>数据库数据源需要一条查询语句。</translation>
    </message>
    <message>
        <source>The mapping of the feed must say where the value is.</source>
        <translation>数据源的映射必须指明数值所在的位置。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::FeedRunner</name>
    <message>
        <source>The key store of this computer does not know “%1”, which this feed needs.</source>
        <translation>本机的密钥库中没有此数据源所需的“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::FileWatch</name>
    <message>
        <source>%1 is not there or cannot be read.</source>
        <translation>%1 不存在或无法读取。</translation>
    </message>
    <message>
        <source>A file of %1 is too large or cannot be read.</source>
        <translation>%1 中有文件过大或无法读取。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::HttpPoller</name>
    <message>
        <source>%1 refuses the name or the password of this feed.</source>
        <translation>%1 拒绝了此数据源的用户名或密码。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid for it: expired, of another server, or of an unknown authority. Nothing was read.</source>
        <translation>%1 的证书无效：已过期、属于其他服务器，或签发机构未知。未读取任何数据。</translation>
    </message>
    <message>
        <source>%1 answers with an error (%2); Loci tries again.</source>
        <translation>%1 返回错误（%2）；Loci 将重试。</translation>
    </message>
    <message>
        <source>%1 does not answer; Loci tries again.</source>
        <translation>%1 没有响应；Loci 将重试。</translation>
    </message>
    <message>
        <source>%1 sends more than this feed may hold.</source>
        <translation>%1 发送的数据超过了此数据源的上限。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::JsonPointer</name>
    <message>
        <source>“%1” is no JSON pointer: it must begin with a slash, as in /data/0/value.</source>
        <translation>“%1”不是 JSON 指针：它必须以斜杠开头，例如 /data/0/value。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::MqttConnector</name>
    <message>
        <source>The connection to %1 cannot be prepared: check the certificate file.</source>
        <translation>无法准备与 %1 的连接：请检查证书文件。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid for it: expired, of another server, or of an unknown authority. Nothing was read.</source>
        <translation>%1 的证书无效：已过期、属于其他服务器，或签发机构未知。未读取任何数据。</translation>
    </message>
    <message>
        <source>%1 does not answer; Loci tries again.</source>
        <translation>%1 没有响应；Loci 将重试。</translation>
    </message>
    <message>
        <source>%1 refuses the name or the password of this feed.</source>
        <translation>%1 拒绝了此数据源的用户名或密码。</translation>
    </message>
    <message>
        <source>%1 turned the connection down; Loci tries again.</source>
        <translation>%1 拒绝了连接；Loci 将重试。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::SqliteQuery</name>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation>无法打开数据库 %1。</translation>
    </message>
    <message>
        <source>The query of the feed takes too long or gives too much.</source>
        <translation>数据源的查询耗时过长或结果过多。</translation>
    </message>
    <message>
        <source>The query of the feed is no single reading query that %1 understands.</source>
        <translation>数据源的查询不是 %1 能理解的单条 SELECT 语句。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::StreamPublisher</name>
    <message>
        <source>The broker %1 does not take the connection.</source>
        <translation>消息服务器 %1 不接受连接。</translation>
    </message>
    <message>
        <source>The broker %1 does not answer any more.</source>
        <translation>消息服务器 %1 不再响应。</translation>
    </message>
    <message>
        <source>The broker %1 did not confirm all messages.</source>
        <translation>消息服务器 %1 没有确认全部消息。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::StreamState</name>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>陈旧</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>loci::feeds::Units</name>
    <message>
        <source>The table of units (UDUNITS) is not installed.</source>
        <translation>未安装单位表（UDUNITS）。</translation>
    </message>
    <message>
        <source>“%1” is no unit that Loci knows.</source>
        <translation>Loci 不认识单位“%1”。</translation>
    </message>
    <message>
        <source>Values in “%1” cannot be shown in “%2”.</source>
        <translation>以“%1”为单位的数值无法换算为“%2”。</translation>
    </message>
</context>
<context>
    <name>loci::feeds::WebSocketStream</name>
    <message>
        <source>The certificate of %1 is not valid for it. Nothing was read.</source>
        <translation>%1 的证书无效。未读取任何数据。</translation>
    </message>
    <message>
        <source>%1 does not answer; Loci tries again.</source>
        <translation>%1 没有响应；Loci 将重试。</translation>
    </message>
</context>
<context>
    <name>loci::formats::FeedPayload</name>
    <message>
        <source>The alert lacks its element %1, which the protocol demands.</source>
        <translation>预警缺少协议要求的元素 %1。</translation>
    </message>
    <message>
        <source>A polygon or circle of the alert cannot be read and is left out.</source>
        <translation>预警中有多边形或圆无法读取，已略去。</translation>
    </message>
    <message>
        <source>The payload is XML, but holds no alert.</source>
        <translation>数据是 XML，但不含预警。</translation>
    </message>
    <message>
        <source>The payload declares XML entities, which could fetch or multiply data.</source>
        <translation>数据声明了 XML 实体，可能会抓取或成倍放大数据。</translation>
    </message>
    <message>
        <source>The payload is too large.</source>
        <translation>数据过大。</translation>
    </message>
    <message>
        <source>The payload is no valid XML (line %1).</source>
        <translation>数据不是有效的 XML（第 %1 行）。</translation>
    </message>
    <message>
        <source>The payload nests too deep.</source>
        <translation>数据嵌套过深。</translation>
    </message>
    <message>
        <source>The payload holds an alert within an alert, or too many.</source>
        <translation>数据中预警嵌套预警，或预警过多。</translation>
    </message>
    <message>
        <source>The payload holds more values than can be taken at once; the rest is left out.</source>
        <translation>数据包含的数值超过一次可接收的数量；其余部分已略去。</translation>
    </message>
    <message>
        <source>A value has no time of its own; the time of its arrival stands for it.</source>
        <translation>有数值没有自己的时间；以到达时间代替。</translation>
    </message>
    <message>
        <source>The payload is no valid JSON (at byte %1).</source>
        <translation>数据不是有效的 JSON（第 %1 字节处）。</translation>
    </message>
    <message>
        <source>The payload has %1 bytes, more than the %2 that this feed may send.</source>
        <translation>数据有 %1 字节，超过此数据源允许的 %2 字节。</translation>
    </message>
    <message>
        <source>A station has no id and is not taken.</source>
        <translation>有站点没有标识，未予接收。</translation>
    </message>
    <message>
        <source>A station has neither a place nor numbers.</source>
        <translation>有站点既没有位置也没有数值。</translation>
    </message>
    <message>
        <source>The payload is no file of GBFS: it has no data.</source>
        <translation>数据不是 GBFS 文件：其中没有 data。</translation>
    </message>
    <message>
        <source>The payload is no message of GTFS-Realtime.</source>
        <translation>数据不是 GTFS-Realtime 消息。</translation>
    </message>
    <message>
        <source>An item has no value at the place that the mapping names.</source>
        <translation>有条目在映射指定的位置没有数值。</translation>
    </message>
    <message>
        <source>“%1” is no time; the value is not taken.</source>
        <translation>“%1”不是时间；该数值未予接收。</translation>
    </message>
    <message>
        <source>The value of an item is no number or text.</source>
        <translation>有条目的值既不是数字也不是文本。</translation>
    </message>
    <message>
        <source>The payload has nothing at %1, where the mapping looks for its items.</source>
        <translation>数据在映射查找条目的位置 %1 处没有内容。</translation>
    </message>
    <message>
        <source>The payload is no GeoJSON: it has no features.</source>
        <translation>数据不是 GeoJSON：其中没有要素。</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>表格为空。</translation>
    </message>
    <message>
        <source>The table has no column “%1”.</source>
        <translation>表格没有“%1”列。</translation>
    </message>
    <message>
        <source>A row has no value or no time and is not taken.</source>
        <translation>有一行没有数值或时间，未予接收。</translation>
    </message>
    <message>
        <source>An entity has no id and is not taken.</source>
        <translation>有实体没有标识，未予接收。</translation>
    </message>
    <message>
        <source>The payload is no entity of NGSI.</source>
        <translation>数据不是 NGSI 实体。</translation>
    </message>
    <message>
        <source>The payload is no answer of SensorThings.</source>
        <translation>数据不是 SensorThings 的应答。</translation>
    </message>
    <message>
        <source>An entity is no thing, datastream or observation of SensorThings.</source>
        <translation>有实体不是 SensorThings 的事物、数据流或观测。</translation>
    </message>
    <message>
        <source>A datastream has no id.</source>
        <translation>有数据流没有标识。</translation>
    </message>
    <message>
        <source>An observation has no readable time or result and is not taken.</source>
        <translation>有观测没有可读的时间或结果，未予接收。</translation>
    </message>
    <message>
        <source>The time of the message is not in seconds since 1970.</source>
        <translation>消息的时间不是自 1970 年起的秒数。</translation>
    </message>
    <message>
        <source>“%1” is no time of a day.</source>
        <translation>“%1”不是一天中的时刻。</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>The trip “%1” is not in the timetable.</source>
        <translation>时刻表中没有班次“%1”。</translation>
    </message>
    <message>
        <source>The route “%1” is not in the timetable.</source>
        <translation>时刻表中没有线路“%1”。</translation>
    </message>
    <message>
        <source>The stops of a trip are not in their order.</source>
        <translation>班次的站点顺序不正确。</translation>
    </message>
    <message>
        <source>A stop is named neither by its id nor by its number.</source>
        <translation>有站点既没有标识也没有序号。</translation>
    </message>
    <message>
        <source>An arrival or departure has neither a time nor a delay.</source>
        <translation>有到达或出发既没有时间也没有延误值。</translation>
    </message>
    <message>
        <source>The stop “%1” is not in the timetable.</source>
        <translation>时刻表中没有站点“%1”。</translation>
    </message>
    <message>
        <source>A time is not in seconds since 1970.</source>
        <translation>有时间不是自 1970 年起的秒数。</translation>
    </message>
    <message>
        <source>The times of a trip go back.</source>
        <translation>班次的时间倒退。</translation>
    </message>
    <message>
        <source>The position of a vehicle is not on Earth.</source>
        <translation>有车辆的位置不在地球上。</translation>
    </message>
    <message>
        <source>A vehicle is more than %1 m away from its way.</source>
        <translation>有车辆偏离其线路超过 %1 米。</translation>
    </message>
</context>
<context>
    <name>loci::storage::ObservationStore</name>
    <message>
        <source>%1 is no store of observations.</source>
        <translation>%1 不是观测数据库。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Loci.</source>
        <translation>%1 由更新版本的 Loci 创建。</translation>
    </message>
    <message>
        <source>The store of observations %1 cannot be written.</source>
        <translation>无法写入观测数据库 %1。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedForm</name>
    <message>
        <source>Short name</source>
        <translation>短名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>接入方式</translation>
    </message>
    <message>
        <source>Form of the data</source>
        <translation>数据格式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Topics, separated by spaces</source>
        <translation>主题，以空格分隔</translation>
    </message>
    <message>
        <source>Query (one SELECT)</source>
        <translation>查询（单条 SELECT）</translation>
    </message>
    <message>
        <source>Where the list is (JSON pointer; empty: the whole)</source>
        <translation>列表所在位置（JSON 指针；留空表示全部）</translation>
    </message>
    <message>
        <source>Stream (pointer or column)</source>
        <translation>数据流（指针或列名）</translation>
    </message>
    <message>
        <source>Time (pointer or column)</source>
        <translation>时间（指针或列名）</translation>
    </message>
    <message>
        <source>Value (pointer or column)</source>
        <translation>数值（指针或列名）</translation>
    </message>
    <message>
        <source>Id of the value (pointer or column)</source>
        <translation>数值标识（指针或列名）</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>A new value is expected every (seconds)</source>
        <translation>预期更新间隔（秒）</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>共享范围</translation>
    </message>
    <message>
        <source>Name of the password in the key store</source>
        <translation>密钥库中密码的名称</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedSession</name>
    <message>
        <source>Open a workspace first: its feeds are kept in it.</source>
        <translation>请先打开一个工作区：数据源保存在其中。</translation>
    </message>
    <message>
        <source>Feed “%1”</source>
        <translation>数据源“%1”</translation>
    </message>
    <message>
        <source>Remove feed “%1”</source>
        <translation>移除数据源“%1”</translation>
    </message>
    <message>
        <source>Pause feed “%1”</source>
        <translation>暂停数据源“%1”</translation>
    </message>
    <message>
        <source>Go on with feed “%1”</source>
        <translation>继续数据源“%1”</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>%1 streams. %2: %3 %4</source>
        <translation>%1 个数据流。%2：%3 %4</translation>
    </message>
    <message>
        <source>Nothing came within %1 seconds.</source>
        <translation>%1 秒内没有收到任何数据。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FeedsPanel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 个%2</translation>
    </message>
    <message>
        <source>Live feeds</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>Change the feed of this stream</source>
        <translation>修改此数据流的数据源</translation>
    </message>
    <message>
        <source>Pause the feed of this stream, or go on</source>
        <translation>暂停或继续此数据流的数据源</translation>
    </message>
    <message>
        <source>Remove the feed of this stream</source>
        <translation>移除此数据流的数据源</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a stream</source>
        <translation>查找数据流</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>Sensors, vehicles and warnings of the city appear here, each with its state and age.</source>
        <translation>城市的传感器、车辆和预警显示在这里，并标明各自的状态和数据时效。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StreamListModel</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Live feeds</source>
        <translation>实时数据</translation>
    </message>
</context>
</TS>
