<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FeatureScan</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The layer has no field “%1” any more.</source>
        <translation>图层中已没有字段“%1”。</translation>
    </message>
    <message>
        <source>This expression cannot be read: %1</source>
        <translation>无法解析此表达式：%1</translation>
    </message>
    <message>
        <source>The layer has no field “%1”.</source>
        <translation>图层中没有字段“%1”。</translation>
    </message>
    <message>
        <source>This expression cannot be evaluated: %1</source>
        <translation>无法计算此表达式：%1</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
    <message>
        <source>“%1” could not be written completely.</source>
        <translation>“%1”未能完整写入。</translation>
    </message>
</context>
<context>
    <name>LayerStyle</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他值</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size. Choose a lower resolution.</source>
        <translation>内存不足，无法生成这么大的图片。请降低分辨率。</translation>
    </message>
    <message>
        <source>The map could not be written to “%1”.</source>
        <translation>地图无法写入“%1”。</translation>
    </message>
    <message>
        <source>“%1” is none of the formats a map can be written to: PDF, SVG, PNG, JPG, TIF.</source>
        <translation>“%1”不是可导出的格式；可用格式为 PDF、SVG、PNG、JPG、TIF。</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>文件夹“%1”不存在。</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “%1”.</source>
        <translation>无法写入文件夹“%1”。</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>资料来源：%1</translation>
    </message>
    <message>
        <source>Scale 1:%1</source>
        <translation>比例尺 1:%1</translation>
    </message>
    <message>
        <source>There is no map to print.</source>
        <translation>没有可打印的地图。</translation>
    </message>
    <message>
        <source>The paper must be between 50 mm and 5 000 mm on each side.</source>
        <translation>纸张每边须在 50 至 5 000 毫米之间。</translation>
    </message>
    <message>
        <source>The scale must be between 1:1 and 1:100 000 000.</source>
        <translation>比例尺须在 1:1 与 1:100 000 000 之间。</translation>
    </message>
    <message>
        <source>The resolution must be between 30 and 1 200 dots per inch.</source>
        <translation>分辨率须在 30 至 1 200 点/英寸之间。</translation>
    </message>
    <message>
        <source>The margins leave no room for the map. Choose a larger paper or a smaller margin.</source>
        <translation>页边距过大，放不下地图。请选更大的纸张或减小边距。</translation>
    </message>
    <message>
        <source>A picture of this paper at %1 dots per inch would be too large. Choose a lower resolution.</source>
        <translation>此纸张在 %1 点/英寸下图片过大。请降低分辨率。</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>The server answered, but not with the description of a map service. Check the address.</source>
        <translation>服务器有应答，但不是地图服务的说明。请检查地址。</translation>
    </message>
    <message>
        <source>The service refuses the request: %1</source>
        <translation>服务拒绝了请求：%1</translation>
    </message>
    <message>
        <source>The service is there, but offers no layers.</source>
        <translation>服务可用，但没有提供图层。</translation>
    </message>
    <message>
        <source>The address of map tiles must contain {x}, {y} and {z}.</source>
        <translation>瓦片地址须含有 {x}、{y} 和 {z}。</translation>
    </message>
    <message>
        <source>The file “%1” does not exist.</source>
        <translation>文件“%1”不存在。</translation>
    </message>
    <message>
        <source>This program was installed without support for this kind of database.</source>
        <translation>当前安装不支持此类数据库。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check name, user and password, and that the database is reachable.</source>
        <translation>无法打开“%1”。请检查名称、用户和密码，以及数据库是否可达。</translation>
    </message>
    <message>
        <source>“%1” has no tables with geometry.</source>
        <translation>“%1”中没有带几何的表。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::AddSourcePanel</name>
    <message>
        <source>Add layer</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Web map</source>
        <translation>网络地图</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>GeoPackage, GeoJSON, Shapefile, CSV with coordinates, SpatiaLite, GeoTIFF, QGIS projects, city models. Files can also be dropped on the window.</source>
        <translation>可打开 GeoPackage、GeoJSON、Shapefile、带坐标的 CSV、SpatiaLite、GeoTIFF、QGIS 工程和城市模型，也可以把文件直接拖到窗口里。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Base maps</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Beside the workspace, needs no network</source>
        <translation>与工作区在同一文件夹，无需联网</translation>
    </message>
    <message>
        <source>Online. %1</source>
        <translation>在线。%1</translation>
    </message>
    <message>
        <source>Add layers from files</source>
        <translation>从文件添加图层</translation>
    </message>
    <message>
        <source>All that can be read (*.gpkg *.geojson *.json *.jsonl *.shp *.csv *.tif *.tiff *.vrt *.mbtiles *.sqlite *.kml *.gml *.qgs *.qgz);;All files (*)</source>
        <translation>可读取的文件 (*.gpkg *.geojson *.json *.jsonl *.shp *.csv *.tif *.tiff *.vrt *.mbtiles *.sqlite *.kml *.gml *.qgs *.qgz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Add layer %1</source>
        <translation>添加图层“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Add %n layers</source>
        <translation><numerusform>添加 %n 个图层</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::widgets::AttributeTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
</context>
<context>
    <name>loci::widgets::AttributeTablePanel</name>
    <message>
        <source>Expression, for example "height" &gt; 20</source>
        <translation>表达式，例如 "height" &gt; 20</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Filter by an expression</source>
        <translation>按表达式筛选</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Export the rows as CSV</source>
        <translation>将各行导出为 CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Choose a layer with features to see its attributes here.</source>
        <translation>选择一个要素图层，即可在此查看其属性。</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>将属性表导出为 CSV</translation>
    </message>
    <message>
        <source>Copy the selected table rows</source>
        <translation>复制属性表所选行</translation>
    </message>
    <message>
        <source>Read the table of %1</source>
        <translation>读取“%1”的属性表</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
    <message>
        <source>Choose columns of %1</source>
        <translation>选择“%1”的列</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the table of %1</source>
        <translation>导出“%1”的属性表</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BookmarksPanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>收藏当前视图</translation>
    </message>
    <message>
        <source>A bookmark keeps the view you see now, so that you can come back to it.</source>
        <translation>书签记住现在看到的视图，以便随时回到这里。</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>视图 %1</translation>
    </message>
    <message>
        <source>Add bookmark %1</source>
        <translation>添加书签“%1”</translation>
    </message>
    <message>
        <source>Rename bookmark to %1</source>
        <translation>书签改名为“%1”</translation>
    </message>
    <message>
        <source>Remove bookmark %1</source>
        <translation>删除书签“%1”</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ClassList</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他值</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ColourButton</name>
    <message>
        <source>Colour code</source>
        <translation>颜色代码</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FrameOverlay</name>
    <message>
        <source>Drag to move the frame; arrow keys move it in small steps</source>
        <translation>拖动以移动图框；方向键可微调</translation>
    </message>
    <message>
        <source>Move the print frame</source>
        <translation>移动打印图框</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerPropertiesPanel</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Rename layer %1</source>
        <translation>重命名图层“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>要素数</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Load a style from a QML file</source>
        <translation>从 QML 文件载入样式</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the style as a QML file</source>
        <translation>将样式保存为 QML 文件</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Change style of %1</source>
        <translation>更改“%1”的样式</translation>
    </message>
    <message>
        <source>This file holds no QGIS layer style.</source>
        <translation>此文件中没有 QGIS 图层样式。</translation>
    </message>
    <message>
        <source>This style does not fit the layer “%1”.</source>
        <translation>此样式不适用于图层“%1”。</translation>
    </message>
    <message>
        <source>Load a style</source>
        <translation>载入样式</translation>
    </message>
    <message>
        <source>QGIS layer style (*.qml)</source>
        <translation>QGIS 图层样式 (*.qml)</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Save the style</source>
        <translation>保存样式</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreeDelegate</name>
    <message>
        <source>The source of this layer is gone. Click to choose where it is now.</source>
        <translation>此图层的数据源已不存在。点击以指定它现在的位置。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreeFilter</name>
    <message>
        <source>Rename group %1</source>
        <translation>重命名图层组“%1”</translation>
    </message>
    <message>
        <source>Rename layer %1</source>
        <translation>重命名图层“%1”</translation>
    </message>
    <message>
        <source>Show group %1</source>
        <translation>显示图层组“%1”</translation>
    </message>
    <message>
        <source>Hide group %1</source>
        <translation>隐藏图层组“%1”</translation>
    </message>
    <message>
        <source>Show class %1</source>
        <translation>显示分类“%1”</translation>
    </message>
    <message>
        <source>Hide class %1</source>
        <translation>隐藏分类“%1”</translation>
    </message>
    <message>
        <source>Show layer %1</source>
        <translation>显示图层“%1”</translation>
    </message>
    <message>
        <source>Hide layer %1</source>
        <translation>隐藏图层“%1”</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreePanel</name>
    <message>
        <source>Show only %1</source>
        <translation>只显示“%1”</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建组</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>添加图层组</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Duplicate layer %1</source>
        <translation>复制图层“%1”</translation>
    </message>
    <message>
        <source>Remove group %1</source>
        <translation>移除图层组“%1”</translation>
    </message>
    <message>
        <source>Remove layer %1</source>
        <translation>移除图层“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n layers</source>
        <translation><numerusform>移除 %n 个图层</numerusform></translation>
    </message>
    <message>
        <source>The extent of “%1” does not exist in the coordinate system of the map.</source>
        <translation>“%1”的范围在地图的坐标系中不存在。</translation>
    </message>
    <message>
        <source>Change opacity of %1</source>
        <translation>更改“%1”的不透明度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Where is “%1” now?</source>
        <translation>“%1”现在在哪里？</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Repair layer %1</source>
        <translation>修复图层“%1”</translation>
    </message>
    <message>
        <source>City models</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>添加图层</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Layers are maps, images and city models of this place. Add a file or a map service, or drop a file here.</source>
        <translation>图层是此地的地图、影像和城市模型。请添加文件或地图服务，也可把文件拖到这里。</translation>
    </message>
    <message>
        <source>Reorder layers</source>
        <translation>调整图层顺序</translation>
    </message>
    <message>
        <source>Group layers</source>
        <translation>图层成组</translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation>缩放至图层</translation>
    </message>
    <message>
        <source>Layer properties and style</source>
        <translation>图层属性与样式</translation>
    </message>
    <message>
        <source>Open attribute table</source>
        <translation>打开属性表</translation>
    </message>
    <message>
        <source>Show only this layer</source>
        <translation>只显示此图层</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>复制图层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>移除图层</translation>
    </message>
    <message>
        <source>Repair path…</source>
        <translation>修复路径…</translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation>缩放至此</translation>
    </message>
    <message>
        <source>Properties and style</source>
        <translation>属性与样式</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Opacity…</source>
        <translation>不透明度…</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>只显示此图层</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>成组</translation>
    </message>
    <message>
        <source>Show legend</source>
        <translation>显示图例</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PrintPanel</name>
    <message>
        <source>The map is in the clipboard.</source>
        <translation>地图已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Print and export</source>
        <translation>打印与导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义尺寸</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Fit the view</source>
        <translation>适合视图</translation>
    </message>
    <message>
        <source>%1 dots per inch</source>
        <translation>%1 点/英寸</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>制图人</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>资料来源</translation>
    </message>
    <message>
        <source>Title block</source>
        <translation>图签</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>North arrow</source>
        <translation>指北针</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>比例尺条</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the map in the frame to the clipboard</source>
        <translation>将图框内的地图复制到剪贴板</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>导出地图</translation>
    </message>
    <message>
        <source>Copy the map to the clipboard</source>
        <translation>将地图复制到剪贴板</translation>
    </message>
    <message>
        <source>Change print texts</source>
        <translation>更改图签文字</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PDF 文档 (*.pdf);;PNG 图片 (*.png);;SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ServiceTab</name>
    <message>
        <source>There is no server named “%1”. Check the address and the network.</source>
        <translation>找不到服务器“%1”。请检查地址和网络。</translation>
    </message>
    <message>
        <source>The server “%1” does not answer.</source>
        <translation>服务器“%1”没有应答。</translation>
    </message>
    <message>
        <source>The server “%1” took too long to answer.</source>
        <translation>服务器“%1”应答超时。</translation>
    </message>
    <message>
        <source>The server “%1” asks for a name and password.</source>
        <translation>服务器“%1”要求用户名和密码。</translation>
    </message>
    <message>
        <source>The server “%1” has nothing at this address.</source>
        <translation>服务器“%1”在此地址没有内容。</translation>
    </message>
    <message>
        <source>The certificate of “%1” cannot be trusted.</source>
        <translation>“%1”的证书不可信。</translation>
    </message>
    <message>
        <source>The server “%1” cannot be used: %2</source>
        <translation>无法使用服务器“%1”：%2</translation>
    </message>
    <message>
        <source>Search in what is offered</source>
        <translation>在可用图层中搜索</translation>
    </message>
    <message>
        <source>Offered layers</source>
        <translation>可用图层</translation>
    </message>
    <message>
        <source>Add to the map</source>
        <translation>添加到地图</translation>
    </message>
    <message>
        <source>Address of a WMS, WMTS or tile service (XYZ)</source>
        <translation>WMS、WMTS 或瓦片服务（XYZ）的地址</translation>
    </message>
    <message>
        <source>Address of a feature service (WFS)</source>
        <translation>要素服务（WFS）的地址</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Choose a SpatiaLite database</source>
        <translation>选择 SpatiaLite 数据库</translation>
    </message>
    <message>
        <source>SpatiaLite database (*.sqlite *.db);;All files (*)</source>
        <translation>SpatiaLite 数据库 (*.sqlite *.db);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Path of the database</source>
        <translation>数据库路径</translation>
    </message>
    <message>
        <source>Type the address of the service first.</source>
        <translation>请先输入服务地址。</translation>
    </message>
    <message>
        <source>Map tiles</source>
        <translation>地图瓦片</translation>
    </message>
    <message>
        <source>Type the name of the database first.</source>
        <translation>请先输入数据库名称。</translation>
    </message>
    <message>
        <source>Choose a database file first.</source>
        <translation>请先选择数据库文件。</translation>
    </message>
    <message>
        <source>List the layers of %1</source>
        <translation>列出“%1”的图层</translation>
    </message>
    <message>
        <source>“%1” is not an address.</source>
        <translation>“%1”不是有效地址。</translation>
    </message>
    <message>
        <source>Read the description of %1</source>
        <translation>读取“%1”的服务说明</translation>
    </message>
    <message numerus="yes">
        <source>%n layers are offered here.</source>
        <translation><numerusform>这里有 %n 个可用图层。</numerusform></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Nothing is fetched before you connect.</source>
        <translation>连接之前不会读取任何内容。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::StyleEditor</name>
    <message>
        <source>Draw by</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单一颜色</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>分级方法</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Reverse colours</source>
        <translation>反转颜色</translation>
    </message>
    <message>
        <source>Equal counts</source>
        <translation>等数量</translation>
    </message>
    <message>
        <source>Equal steps</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整数断点</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Halo</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Shown at</source>
        <translation>显示比例</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>any scale</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Read the values of %1</source>
        <translation>读取“%1”的值</translation>
    </message>
    <message>
        <source>The field “%1” has no numbers; draw it by categories.</source>
        <translation>字段“%1”中没有数值，请按分类绘制。</translation>
    </message>
    <message>
        <source>The field “%1” is empty everywhere.</source>
        <translation>字段“%1”全部为空。</translation>
    </message>
</context>
</TS>
