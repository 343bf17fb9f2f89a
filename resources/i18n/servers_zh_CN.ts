<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CrsChooser</name>
    <message>
        <source>EPSG code or name</source>
        <translation>EPSG 代码或名称</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>The folder “%1” has no files that Loci opens.</source>
        <translation>文件夹“%1”中没有 Loci 能打开的文件。</translation>
    </message>
</context>
<context>
    <name>LayerTreePanel</name>
    <message>
        <source>Connect again…</source>
        <translation>重新连接…</translation>
    </message>
</context>
<context>
    <name>LegendCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>还有 %n 项</numerusform></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>%1 could not be opened. Check the address and the name of the layer.</source>
        <translation>无法打开 %1。请检查地址和图层名称。</translation>
    </message>
    <message>
        <source>%1 has no columns with coordinates: it was opened as a table.</source>
        <translation>%1 没有坐标列：已作为表格打开。</translation>
    </message>
    <message>
        <source>%1 has no features.</source>
        <translation>%1 没有要素。</translation>
    </message>
    <message>
        <source>%1 is damaged or no map file: nothing in it can be shown.</source>
        <translation>%1 已损坏或不是地图文件：其中没有可显示的内容。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>%1 is no sound project file and was not opened.</source>
        <translation>%1 不是完好的项目文件，未打开。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: it was read as %2.</source>
        <translation>%1 不是 UTF-8 编码：已按 %2 读取。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不在那里。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 may not be read by you.</source>
        <translation>您无权读取 %1。</translation>
    </message>
    <message>
        <source>%1 states %2 features, but only %3 can be read: the file is incomplete or damaged.</source>
        <translation>%1 声明有 %2 个要素，但只能读取 %3 个：文件不完整或已损坏。</translation>
    </message>
    <message>
        <source>%1 states no coordinate system and may lie in a wrong place. Choose one in the layer's properties.</source>
        <translation>%1 没有说明坐标系，位置可能不对。请在图层属性中选择坐标系。</translation>
    </message>
    <message>
        <source>%1 states no coordinate system. It lies on the map with that of the map (%2), which is assumed.</source>
        <translation>%1 没有说明坐标系。按地图的坐标系（%2）它落在地图上，因此采用此坐标系。</translation>
    </message>
    <message>
        <source>%1 states no coordinate system. Its coordinates look like degrees: WGS 84 is assumed.</source>
        <translation>%1 没有说明坐标系。其坐标看起来是度：采用 WGS 84。</translation>
    </message>
    <message>
        <source>%n feature(s) of %1 have no geometry and are not on the map.</source>
        <translation>%1 中有 %n 个要素没有几何，不在地图上。</translation>
    </message>
    <message>
        <source>A layer of this workspace is damaged and was left out.</source>
        <translation>此工作区有一个图层已损坏，未载入。</translation>
    </message>
    <message>
        <source>Layer %1 cannot be opened: its file is damaged or no longer holds it.</source>
        <translation>无法打开图层 %1：其文件已损坏或不再包含它。</translation>
    </message>
    <message>
        <source>Layer %1 comes from a server. It is hidden, and nothing is fetched, until you show it.</source>
        <translation>图层 %1 来自服务器。在您显示它之前，它是隐藏的，不会获取任何数据。</translation>
    </message>
    <message>
        <source>Opening was cancelled.</source>
        <translation>已取消打开。</translation>
    </message>
    <message>
        <source>Pictures of symbols that lie on servers were left out.</source>
        <translation>位于服务器上的符号图片未载入。</translation>
    </message>
    <message>
        <source>Some texts of %1 are in another encoding than the file states.</source>
        <translation>%1 中有些文本的编码与文件所声明的不同。</translation>
    </message>
    <message>
        <source>The file of layer %1 is not there: %2. Point to its new place to repair the layer.</source>
        <translation>图层 %1 的文件不存在：%2。请指出它的新位置以修复图层。</translation>
    </message>
    <message>
        <source>The server of %1 asks for a name and password, or refuses the ones given.</source>
        <translation>%1 的服务器要求用户名和密码，或拒绝了所给的用户名和密码。</translation>
    </message>
    <message>
        <source>The server of layer %1 asks for a password. Choose “Connect again” in the layer's menu to type it.</source>
        <translation>图层 %1 的服务器要求密码。请在图层菜单中选择“重新连接”输入密码。</translation>
    </message>
    <message>
        <source>The server of layer %1 does not answer; the layer is left out until it does.</source>
        <translation>图层 %1 的服务器没有响应；在它响应之前不显示该图层。</translation>
    </message>
    <message>
        <source>The source could not be opened.</source>
        <translation>无法打开数据源。</translation>
    </message>
    <message>
        <source>This layer is not there any more.</source>
        <translation>此图层已不存在。</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Layer %1 could not be drawn now: its source does not answer. What was there before is shown as long as it can be.</source>
        <translation>图层 %1 现在无法绘制：其数据源没有响应。在可能的情况下仍显示先前的内容。</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Change the coordinate system of the map</source>
        <translation>更改地图的坐标系</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>North is up</source>
        <translation>上为北</translation>
    </message>
    <message>
        <source>Own system</source>
        <translation>自有坐标系</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>ScaleCard</name>
    <message>
        <source>%1. Click to choose another coordinate system.</source>
        <translation>%1。点击可选择其他坐标系。</translation>
    </message>
    <message>
        <source>Choose the coordinate system of the map</source>
        <translation>选择地图的坐标系</translation>
    </message>
    <message>
        <source>Coordinate system of the map</source>
        <translation>地图的坐标系</translation>
    </message>
    <message>
        <source>No coordinate system</source>
        <translation>无坐标系</translation>
    </message>
</context>
<context>
    <name>SourceWatch</name>
    <message>
        <source>%1 was changed by another program. What was read before is shown until you reload it.</source>
        <translation>%1 已被其他程序更改。在您重新载入之前，显示的是先前读取的内容。</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 已被其他程序更改。</translation>
    </message>
    <message>
        <source>%1 was removed or renamed by another program. What was read of it stays until Loci is closed; it can be pointed to its new place then.</source>
        <translation>%1 已被其他程序删除或改名。已读取的内容保留到 Loci 关闭为止；之后可以指出它的新位置。</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>User name for the server of this layer</source>
        <translation>此图层所在服务器的用户名</translation>
    </message>
    <message>
        <source>Password of “%1”. It is kept until Loci is closed and stored nowhere.</source>
        <translation>“%1”的密码。它只保留到 Loci 关闭为止，不会存到任何地方。</translation>
    </message>
</context>
</TS>
