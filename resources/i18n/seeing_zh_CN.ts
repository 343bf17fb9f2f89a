<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CutPopover</name>
    <message>
        <source>Heights shown</source>
        <translation>显示的高度</translation>
    </message>
    <message>
        <source>From</source>
        <comment>height</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>height</comment>
        <translation>到</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剖切</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>what is cut</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>剖面</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>裁剪盒</translation>
    </message>
    <message>
        <source>Look to</source>
        <translation>视向</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深</translation>
    </message>
    <message>
        <source>Around the selection</source>
        <translation>围绕所选对象</translation>
    </message>
    <message>
        <source>Around the middle of the view</source>
        <translation>围绕视图中心</translation>
    </message>
    <message>
        <source>See through the terrain</source>
        <translation>地形透明度</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Lowest height shown</source>
        <translation>显示的最低高度</translation>
    </message>
    <message>
        <source>Highest height shown</source>
        <translation>显示的最高高度</translation>
    </message>
    <message>
        <source>Direction in which one looks at the section</source>
        <translation>观看剖面的方向</translation>
    </message>
    <message>
        <source>Place of the section</source>
        <translation>剖面的位置</translation>
    </message>
</context>
<context>
    <name>SceneControls</name>
    <message>
        <source>Cut</source>
        <translation>剖切</translation>
    </message>
    <message>
        <source>Heights, section and box that are shown</source>
        <translation>显示的高度、剖面和裁剪盒</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>素色</translation>
    </message>
    <message>
        <source>Edges of the buildings</source>
        <translation>建筑轮廓线</translation>
    </message>
</context>
<context>
    <name>SunPopover</name>
    <message>
        <source>Shadows while the view is still</source>
        <translation>视图静止时显示阴影</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>Show or hide the shadows of the sun</source>
        <translation>显示或隐藏日照阴影</translation>
    </message>
    <message>
        <source>Show or hide the edges of the buildings</source>
        <translation>显示或隐藏建筑轮廓线</translation>
    </message>
    <message>
        <source>Cut the 3D view by heights, a section or a box</source>
        <translation>按高度、剖面或裁剪盒剖切三维视图</translation>
    </message>
    <message>
        <source>Show everything that is cut away in 3D</source>
        <translation>恢复三维视图中被剖切的部分</translation>
    </message>
    <message>
        <source>A picture of %1 by %2 pixels is too large; at most %3 million pixels fit into the memory.</source>
        <translation>%1 × %2 像素的图片过大；内存最多容纳 %3 百万像素。</translation>
    </message>
    <message>
        <source>Switch between textures, surface types and plain</source>
        <translation>在纹理、表面类型和素色之间切换</translation>
    </message>
    <message>
        <source>Save the 3D picture</source>
        <translation>保存三维图片</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>--heights wants two heights, the lower one first, for example 0,12.5; &quot;%1&quot; is not that.</source>
        <translation>--heights 需要两个高度，较低者在前，例如 0,12.5；“%1”不符合。</translation>
    </message>
    <message>
        <source>--section wants a place and the direction in which one looks, x,y,degrees; &quot;%1&quot; is not that.</source>
        <translation>--section 需要位置和视向 x,y,度；“%1”不符合。</translation>
    </message>
    <message>
        <source>--clip-box wants six numbers, xmin,ymin,zmin,xmax,ymax,zmax; &quot;%1&quot; is not that.</source>
        <translation>--clip-box 需要六个数 xmin,ymin,zmin,xmax,ymax,zmax；“%1”不符合。</translation>
    </message>
    <message>
        <source>Give either --section or --clip-box, not both.</source>
        <translation>--section 与 --clip-box 只能给出其一。</translation>
    </message>
    <message>
        <source>--terrain-opacity wants a number from 0 to 1; &quot;%1&quot; is not one.</source>
        <translation>--terrain-opacity 需要 0 到 1 之间的数；“%1”不符合。</translation>
    </message>
    <message>
        <source>--%1 wants a number of pictures from 2 to %2; &quot;%3&quot; is not one.</source>
        <translation>--%1 需要 2 到 %2 之间的图片数；“%3”不符合。</translation>
    </message>
    <message>
        <source>--path wants two or more cameras between semicolons, and no --orbit.</source>
        <translation>--path 需要用分号分隔的两个或更多相机，且不能与 --orbit 同用。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>The two versions lie in different reference systems (EPSG:%1 and EPSG:%2) and cannot be compared as they are.</source>
        <translation>两个版本采用不同的坐标参照系（EPSG:%1 与 EPSG:%2），不能直接比较。</translation>
    </message>
</context>
<context>
    <name>ObjectFilter</name>
    <message>
        <source>The expression cannot be read: %1</source>
        <translation>无法解析表达式：%1</translation>
    </message>
    <message>
        <source>The objects have no column &quot;%1&quot;.</source>
        <translation>对象没有名为“%1”的列。</translation>
    </message>
    <message>
        <source>The expression fails at %1: %2</source>
        <translation>表达式在 %1 处出错：%2</translation>
    </message>
</context>
<context>
    <name>ObjectTableModel</name>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>LoDs</source>
        <translation>细节层次</translation>
    </message>
    <message>
        <source>Lowest point (m)</source>
        <translation>最低点（米）</translation>
    </message>
    <message>
        <source>Height (m)</source>
        <translation>高度（米）</translation>
    </message>
    <message>
        <source>In expressions: &quot;%1&quot;</source>
        <translation>表达式中写作：“%1”</translation>
    </message>
</context>
<context>
    <name>ColumnCard</name>
    <message>
        <source>Values</source>
        <translation>有值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>不同的值</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>ObjectTablePanel</name>
    <message>
        <source>Expression, for example &quot;measured_height&quot; &gt; 20</source>
        <translation>表达式，例如 &quot;measured_height&quot; &gt; 20</translation>
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
        <source>Select all rows that are shown</source>
        <translation>选择显示的全部行</translation>
    </message>
    <message>
        <source>Statistics of the column</source>
        <translation>该列的统计</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭表格</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>%1 的表格</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 个对象</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 / %2 个对象</translation>
    </message>
    <message>
        <source>Only the first %1 objects are selected: more cannot be shown at once.</source>
        <translation>只选择了前 %1 个对象：无法同时显示更多。</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Shape changed</source>
        <translation>形状改变</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>属性改变</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>meaning of surfaces</source>
        <translation>表面语义</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>上级对象</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>names of the earlier and the later version</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Compare %1 with %2</source>
        <translation>比较 %1 与 %2</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>全部变化</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Shape changed</source>
        <translation>形状改变</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>属性改变</translation>
    </message>
    <message>
        <source>Both versions are the same: %1 objects.</source>
        <translation>两个版本相同：%1 个对象。</translation>
    </message>
    <message>
        <source>%1 objects are the same in both.</source>
        <translation>两个版本中有 %1 个对象相同。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未改变</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreePanel</name>
    <message>
        <source>Table of the objects</source>
        <translation>对象表格</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与…比较</translation>
    </message>
    <message>
        <source>%1 as the earlier version</source>
        <translation>以 %1 为较早版本</translation>
    </message>
    <message>
        <source>Table of the city model&#x27;s objects</source>
        <translation>城市模型的对象表格</translation>
    </message>
    <message>
        <source>Compare the last two city models</source>
        <translation>比较最后两个城市模型</translation>
    </message>
</context>
<context>
    <name>SceneView</name>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
</context>
<context>
    <name>SceneCanvas</name>
    <message>
        <source>The 3D view has not been drawn yet.</source>
        <translation>三维视图尚未绘制。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save the 3D picture</source>
        <translation>保存三维图片</translation>
    </message>
    <message>
        <source>3D view.png</source>
        <translation>三维视图.png</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
</context>
</TS>
