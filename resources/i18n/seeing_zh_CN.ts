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
</context>
<context>
    <name>Compare</name>
    <message>
        <source>The two versions lie in different reference systems (EPSG:%1 and EPSG:%2) and cannot be compared as they are.</source>
        <translation>两个版本采用不同的坐标参照系（EPSG:%1 与 EPSG:%2），不能直接比较。</translation>
    </message>
</context>
</TS>
