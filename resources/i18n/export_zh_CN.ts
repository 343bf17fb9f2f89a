<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Window</name>
    <message>
        <source>Export a city model</source>
        <translation>导出城市模型</translation>
    </message>
</context>
<context>
    <name>loci::app</name>
    <message>
        <source>objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object without an outline</source>
        <translation>没有轮廓的对象</translation>
    </message>
    <message>
        <source>a part: its shape went into the outline, its attributes where all parts agree</source>
        <translation>部件：其形状已并入轮廓，各部件一致的属性也已并入</translation>
    </message>
    <message>
        <source>geometries</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>a shape in three dimensions: its outline and its heights are kept</source>
        <translation>三维形状：保留其轮廓和高度</translation>
    </message>
</context>
<context>
    <name>loci::city</name>
    <message>
        <source>Choosing a part of the model was cancelled.</source>
        <translation>选取模型的一部分已取消。</translation>
    </message>
</context>
<context>
    <name>loci::cli</name>
    <message>
        <source>The name %1 does not tell a format; say --to with one of %2.</source>
        <translation>文件名 %1 看不出格式；请用 --to 指定其中一种：%2。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;; there are %2.</source>
        <translation>没有格式“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>--bbox is west,south,east,north in the model&#x27;s coordinates, not &quot;%1&quot;.</source>
        <translation>--bbox 为模型坐标的 西,南,东,北，而不是“%1”。</translation>
    </message>
    <message>
        <source>The model has no object &quot;%1&quot;.</source>
        <translation>模型中没有对象“%1”。</translation>
    </message>
    <message>
        <source>%1: %2 objects</source>
        <translation>%1：%2 个对象</translation>
    </message>
    <message>
        <source>not written: %1, %2 (%3)</source>
        <translation>未写出：%1，%2（%3）</translation>
    </message>
    <message>
        <source>Convert a city model, or a part of it, to %1</source>
        <translation>将城市模型或其一部分转换为 %1</translation>
    </message>
</context>
<context>
    <name>loci::formats</name>
    <message>
        <source>the point of an address, which a sequence counts by lines, is not known here any more</source>
        <translation>地址的点位（序列按行编号）在此已无法得知</translation>
    </message>
    <message>
        <source>an instance without template or point</source>
        <translation>没有模板或参考点的实例</translation>
    </message>
    <message>
        <source>a surface without vertices</source>
        <translation>没有顶点的表面</translation>
    </message>
    <message>
        <source>damaged attributes of a surface</source>
        <translation>表面的属性已损坏</translation>
    </message>
    <message>
        <source>reference system</source>
        <translation>坐标参考系</translation>
    </message>
    <message>
        <source>of a compound reference system only EPSG:%1 is written</source>
        <translation>复合坐标参考系只写出 EPSG:%1</translation>
    </message>
    <message>
        <source>CityJSON sequence 2.0</source>
        <translation>CityJSON 序列 2.0</translation>
    </message>
    <message>
        <source>glTF 2.0, one file</source>
        <translation>glTF 2.0（单个文件）</translation>
    </message>
    <message>
        <source>glTF 2.0 with files beside it</source>
        <translation>glTF 2.0（附带文件）</translation>
    </message>
    <message>
        <source>3D Tiles 1.1, a folder for the web</source>
        <translation>3D Tiles 1.1（网页用文件夹）</translation>
    </message>
    <message>
        <source>GeoPackage of footprints</source>
        <translation>轮廓 GeoPackage</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Writing %1 was cancelled.</source>
        <translation>写入 %1 已取消。</translation>
    </message>
    <message>
        <source>Footprints cannot be written here.</source>
        <translation>此处无法写出轮廓。</translation>
    </message>
    <message>
        <source>it is the file that is being read</source>
        <translation>这正是正在读取的文件</translation>
    </message>
    <message>
        <source>No object fulfils the criteria.</source>
        <translation>没有对象符合条件。</translation>
    </message>
    <message>
        <source>No geometry is of the chosen level of detail.</source>
        <translation>没有所选细节层次的几何。</translation>
    </message>
    <message>
        <source>surfaces</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>it lies outside of the reference system</source>
        <translation>位于坐标参考系的范围之外</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object without faces, with its attributes</source>
        <translation>没有面的对象及其属性</translation>
    </message>
    <message>
        <source>a GLB file ends at 4 GiB; choose a smaller part or 3D Tiles</source>
        <translation>GLB 文件上限为 4 GiB；请选择较小的部分或 3D Tiles</translation>
    </message>
    <message>
        <source>textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>the image is not there; its path is written as it was</source>
        <translation>图像不存在；路径按原样写出</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>the image is not there, or neither PNG nor JPEG</source>
        <translation>图像不存在，或既非 PNG 也非 JPEG</translation>
    </message>
    <message>
        <source>something else is there; choose a new or empty folder</source>
        <translation>该处已有其他内容；请选择新的或空的文件夹</translation>
    </message>
    <message>
        <source>the folder around it does not exist</source>
        <translation>上级文件夹不存在</translation>
    </message>
    <message>
        <source>what is there cannot be replaced</source>
        <translation>无法替换已有内容</translation>
    </message>
    <message>
        <source>the folder cannot be named</source>
        <translation>无法为文件夹命名</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>OBJ has no attributes</source>
        <translation>OBJ 没有属性</translation>
    </message>
    <message>
        <source>a geometry of another level of detail</source>
        <translation>其他细节层次的几何</translation>
    </message>
    <message>
        <source>a geometry of points or lines</source>
        <translation>点或线几何</translation>
    </message>
    <message>
        <source>a surface without area</source>
        <translation>没有面积的表面</translation>
    </message>
    <message>
        <source>an instance, written as geometry of its own</source>
        <translation>实例，写为独立的几何</translation>
    </message>
    <message>
        <source>the attributes of a surface</source>
        <translation>表面的属性</translation>
    </message>
    <message>
        <source>an address or another member beside the attributes</source>
        <translation>属性之外的地址或其他成员</translation>
    </message>
    <message>
        <source>materials</source>
        <translation>材质</translation>
    </message>
    <message>
        <source>a theme beside the first</source>
        <translation>第一个之外的主题</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the metadata beside the reference system</source>
        <translation>坐标参考系之外的元数据</translation>
    </message>
    <message>
        <source>extensions and other members of the file</source>
        <translation>扩展和文件的其他成员</translation>
    </message>
    <message>
        <source>The model has no surfaces that 3D Tiles could show.</source>
        <translation>模型中没有 3D Tiles 可以显示的表面。</translation>
    </message>
    <message>
        <source>The coordinates do not lie within their coordinate reference system.</source>
        <translation>坐标不在其坐标参考系范围内。</translation>
    </message>
    <message>
        <source>one object is larger than 4 GiB</source>
        <translation>某个对象大于 4 GiB</translation>
    </message>
    <message>
        <source>Heights are written as if they stood on the ellipsoid: the reference system has none, or its geoid is not on this computer. The city may float or sink.</source>
        <translation>高度按椭球高写出：坐标参考系没有高程，或本机没有相应的大地水准面。城市可能悬空或下沉。</translation>
    </message>
    <message>
        <source>3D Tiles stand on the globe, but the model states no known coordinate reference system.</source>
        <translation>3D Tiles 位于地球上，但模型没有说明已知的坐标参考系。</translation>
    </message>
</context>
<context>
    <name>loci::map</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Writing %1 was cancelled.</source>
        <translation>写入 %1 已取消。</translation>
    </message>
    <message>
        <source>GDAL has no GeoPackage driver here</source>
        <translation>此处的 GDAL 没有 GeoPackage 驱动</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DetailsCard</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ExportSheet</name>
    <message>
        <source>City model</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind of object</source>
        <translation>对象种类</translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation>细节层次</translation>
    </message>
    <message>
        <source>Export a city model</source>
        <translation>导出城市模型</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All (or the highest)</source>
        <translation>全部（或最高）</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>整个模型</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>地图所示范围</translation>
    </message>
    <message>
        <source>The selection (%1)</source>
        <translation>所选对象（%1）</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>新文件夹的名称</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Not written: %1, %2</source>
        <translation>未写出：%1，%2</translation>
    </message>
    <message>
        <source>%1 has been written.</source>
        <translation>%1 已写出。</translation>
    </message>
    <message>
        <source>%1 has been written. The findings name what it does not hold.</source>
        <translation>%1 已写出。未包含的内容列在检查结果中。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::LayerTreePanel</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
</TS>
