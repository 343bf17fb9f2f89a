<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::formats</name>
    <message>
        <source>%1 elements of kind %2 have no place in the model and were left out.</source>
        <translation>%1 个 %2 类型的元素在模型中没有对应，已略去。</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1.</source>
        <translation>内存不足，无法读取 %1。</translation>
    </message>
    <message>
        <source>it is no well-formed XML (%1)</source>
        <translation>它不是格式良好的 XML（%1）</translation>
    </message>
    <message>
        <source>The file %1 was refused: %2.</source>
        <translation>文件 %1 被拒绝：%2。</translation>
    </message>
    <message>
        <source>The file is damaged from here on: %1. What came before was kept.</source>
        <translation>文件从此处起已损坏：%1。此前的内容已保留。</translation>
    </message>
    <message>
        <source>%1 elements are nested too deeply and were left out.</source>
        <translation>%1 个元素嵌套过深，已略去。</translation>
    </message>
    <message>
        <source>The document type that the file names was not looked at.</source>
        <translation>文件所指的文档类型未被读取。</translation>
    </message>
    <message>
        <source>The file %1 is XML, but no CityGML.</source>
        <translation>文件 %1 是 XML，但不是 CityGML。</translation>
    </message>
    <message>
        <source>%1 materials or textures are for surfaces that do not exist.</source>
        <translation>有 %1 个材质或纹理指向不存在的表面。</translation>
    </message>
    <message>
        <source>%1 entries of the appearance are of kinds that are not carried over: georeferenced textures, texture coordinates by matrix, back sides.</source>
        <translation>外观中有 %1 项属于不转入的类型：地理参考纹理、由矩阵给出的纹理坐标、背面。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number; it was kept as a text.</source>
        <translation>“%1”不是数字，已作为文本保留。</translation>
    </message>
    <message>
        <source>The code list &quot;%1&quot; is damaged.</source>
        <translation>代码表“%1”已损坏。</translation>
    </message>
    <message>
        <source>The file is in degrees (%1). Its coordinates were projected to EPSG:%2 (%3), so that lengths and heights are in metres.</source>
        <translation>文件以度为单位（%1）。其坐标已投影到 EPSG:%2（%3），使长度和高度均以米为单位。</translation>
    </message>
    <message>
        <source>The coordinates are written with the northing first (%1); they were exchanged.</source>
        <translation>坐标以北坐标在前书写（%1），已交换。</translation>
    </message>
    <message>
        <source>A geometry is in another reference system (%1) than the model, and cannot be transformed; its coordinates are used as they are.</source>
        <translation>有几何体的参考系（%1）与模型不同且无法转换，其坐标按原样使用。</translation>
    </message>
    <message>
        <source>The coordinates are no numbers or are incomplete; they were left out.</source>
        <translation>坐标不是数字或不完整，已略去。</translation>
    </message>
    <message>
        <source>Coordinates without heights are drawn at height 0.</source>
        <translation>没有高程的坐标按高程 0 绘制。</translation>
    </message>
    <message>
        <source>Coordinates have no place in the reference system; they were left out.</source>
        <translation>坐标在参考系中没有位置，已略去。</translation>
    </message>
    <message>
        <source>A ring has no coordinates; it was left out.</source>
        <translation>有一个环没有坐标，已略去。</translation>
    </message>
    <message>
        <source>A ring does not end where it begins.</source>
        <translation>有一个环的终点与起点不一致。</translation>
    </message>
    <message>
        <source>A point lies beyond every map; its ring was left out.</source>
        <translation>有一个点超出任何地图范围，其所在的环已略去。</translation>
    </message>
    <message>
        <source>A polygon has no outer ring; it was left out.</source>
        <translation>有一个多边形没有外环，已略去。</translation>
    </message>
    <message>
        <source>Its shape lies in another file (&quot;%1&quot;), which is not read.</source>
        <translation>其形状在另一个文件（“%1”）中，该文件不被读取。</translation>
    </message>
    <message>
        <source>Its member &quot;%1&quot; does not exist.</source>
        <translation>其成员“%1”不存在。</translation>
    </message>
    <message>
        <source>Level of detail 4 is kept as 3: newer versions have no 4.</source>
        <translation>细节层次 4 作为 3 保留：新版本没有 4。</translation>
    </message>
    <message>
        <source>The geometry &quot;%1&quot;, which it refers to, does not exist.</source>
        <translation>它所引用的几何体“%1”不存在。</translation>
    </message>
    <message>
        <source>Its geometries refer to each other in a circle, or without end; some were left out.</source>
        <translation>其几何体互相循环引用或无穷引用，部分已略去。</translation>
    </message>
    <message>
        <source>it declares XML entities, which could fetch or multiply data; they are not read</source>
        <translation>它声明了可能抓取或成倍放大数据的 XML 实体，这类实体不被读取</translation>
    </message>
    <message>
        <source>the packed data end too early</source>
        <translation>压缩数据过早结束</translation>
    </message>
    <message>
        <source>the packed data are damaged</source>
        <translation>压缩数据已损坏</translation>
    </message>
    <message>
        <source>The reference system %1 cannot be used here; the coordinates are taken as metres, easting first.</source>
        <translation>参考系 %1 在此无法使用；坐标按米处理，东坐标在前。</translation>
    </message>
    <message>
        <source>A geometry holds no polygon, line or point that can be used.</source>
        <translation>有一个几何体不含可用的多边形、线或点。</translation>
    </message>
</context>
</TS>
