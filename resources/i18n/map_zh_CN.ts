<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>--extent wants four numbers, xmin,ymin,xmax,ymax; &quot;%1&quot; is not that.</source>
        <translation>--extent 需要四个数：xmin,ymin,xmax,ymax；“%1”不符合。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>%1: %2 layers, %3 s</source>
        <translation>%1：%2 个图层，%3 秒</translation>
    </message>
    <message>
        <source>Draws the map of workspaces, layers and city models into a PNG file.</source>
        <translation>把工作区、图层和城市模型的地图绘制成 PNG 文件。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CrsChooser</name>
    <message>
        <source>EPSG code or name</source>
        <translation>EPSG 代码或名称</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LegendCard</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>另有 %n 项</numerusform></translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Water</source>
        <translation>水体</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>土地</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿地与植被</translation>
    </message>
    <message>
        <source>Streets and railways</source>
        <translation>道路与铁路</translation>
    </message>
    <message>
        <source>Buildings and structures</source>
        <translation>建筑与构筑物</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>显示整幅地图</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到所选对象</translation>
    </message>
    <message>
        <source>Copy the map as a picture</source>
        <translation>将地图复制为图片</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Choose the coordinate system of the map</source>
        <translation>选择地图的坐标系</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Select by a click</source>
        <translation>点击选择</translation>
    </message>
    <message>
        <source>Select by a rectangle</source>
        <translation>矩形选择</translation>
    </message>
    <message>
        <source>Select by a polygon</source>
        <translation>多边形选择</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>测量长度</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>测量面积</translation>
    </message>
    <message>
        <source>Layer %1 cannot be opened.</source>
        <translation>无法打开图层 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no known coordinate system. Write it as EPSG:28992.</source>
        <translation>“%1”不是已知的坐标系。请写成 EPSG:28992 的形式。</translation>
    </message>
    <message>
        <source>There is nothing to draw: no layer has a place.</source>
        <translation>没有可绘制的内容：所有图层都没有位置。</translation>
    </message>
    <message>
        <source>The map library was stopped; start Loci again.</source>
        <translation>地图库已停止；请重新启动 Loci。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>loci::widgets::MapView</name>
    <message>
        <source>Change the coordinate system of the map</source>
        <translation>更改地图坐标系</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>North is up</source>
        <translation>北方朝上</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Own system</source>
        <translation>自定义坐标系</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>not measurable here</source>
        <translation>此处无法测量</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 千米</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方千米</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ScaleCard</name>
    <message>
        <source>No coordinate system</source>
        <translation>无坐标系</translation>
    </message>
    <message>
        <source>Choose the coordinate system of the map</source>
        <translation>选择地图的坐标系</translation>
    </message>
    <message>
        <source>%1. Click to choose another coordinate system.</source>
        <translation>%1。点击可选择其他坐标系。</translation>
    </message>
    <message>
        <source>Coordinate system of the map</source>
        <translation>地图坐标系</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleWorkspace</name>
    <message>
        <source>Linjiang</source>
        <translation>临江</translation>
    </message>
    <message>
        <source>Add the sample city</source>
        <translation>添加示例城市</translation>
    </message>
    <message>
        <source>Land use</source>
        <translation>土地利用</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水系</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>城区</translation>
    </message>
    <message>
        <source>Neighbourhoods</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Historic areas</source>
        <translation>历史地段</translation>
    </message>
    <message>
        <source>Trees</source>
        <translation>树木</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>公交站点</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>监测传感器</translation>
    </message>
</context>
</TS>
