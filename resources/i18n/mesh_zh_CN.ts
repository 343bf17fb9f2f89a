<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::formats</name>
    <message>
        <source>The hierarchy of a batch table</source>
        <translation>批次表的层次结构</translation>
    </message>
    <message>
        <source>the values of the property &quot;%1&quot;</source>
        <translation>属性“%1”的值</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an address; Loci does not fetch what a file refers to.</source>
        <translation>“%1”是网络地址；Loci 不会下载文件所引用的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies outside the folder of the opened file and is not opened.</source>
        <translation>“%1”位于所打开文件的文件夹之外，因此未打开。</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is not there or cannot be read.</source>
        <translation>文件“%1”不存在或无法读取。</translation>
    </message>
    <message>
        <source>The glTF file %1 cannot be understood: %2.</source>
        <translation>无法理解 glTF 文件 %1：%2。</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>The file %1 is glTF %2; Loci reads glTF 2.0 only.</source>
        <translation>文件 %1 是 glTF %2；Loci 只读取 glTF 2.0。</translation>
    </message>
    <message>
        <source>the file ends before the length it states</source>
        <translation>文件短于其声明的长度</translation>
    </message>
    <message>
        <source>a buffer is shorter than it states</source>
        <translation>有一个缓冲区短于其声明的长度</translation>
    </message>
    <message>
        <source>The glTF extension %1</source>
        <translation>glTF 扩展 %1</translation>
    </message>
    <message>
        <source>its JSON is no object</source>
        <translation>其 JSON 不是对象</translation>
    </message>
    <message>
        <source>an image has no bytes</source>
        <translation>有一幅图像没有数据</translation>
    </message>
    <message>
        <source>An image that is neither PNG nor JPEG</source>
        <translation>既非 PNG 也非 JPEG 的图像</translation>
    </message>
    <message>
        <source>the positions of a mesh</source>
        <translation>一个网格的坐标</translation>
    </message>
    <message>
        <source>the indices of a mesh</source>
        <translation>一个网格的索引</translation>
    </message>
    <message>
        <source>a mesh of unknown mode %1</source>
        <translation>模式 %1 未知的网格</translation>
    </message>
    <message>
        <source>%1 faces name points that are not there</source>
        <translation>%1 个面引用了不存在的点</translation>
    </message>
    <message>
        <source>a mesh packed with Draco</source>
        <translation>一个用 Draco 压缩的网格</translation>
    </message>
    <message>
        <source>The motion of a glTF model</source>
        <translation>glTF 模型的动画</translation>
    </message>
    <message>
        <source>a node that is missing or comes twice</source>
        <translation>缺失或重复出现的节点</translation>
    </message>
    <message>
        <source>The IFC file %1 cannot be understood.</source>
        <translation>无法理解 IFC 文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 is IFC, but the program that reads IFC (loci-ifc) is not beside Loci.</source>
        <translation>文件 %1 是 IFC，但读取 IFC 的程序（loci-ifc）不在 Loci 旁边。</translation>
    </message>
    <message>
        <source>The program that reads IFC (loci-ifc) does not start.</source>
        <translation>读取 IFC 的程序（loci-ifc）无法启动。</translation>
    </message>
    <message>
        <source>Of an IFC file Loci shows the shells of its products and their properties; spaces, openings, axes and annotations have no faces here.</source>
        <translation>对于 IFC 文件，Loci 显示构件的外壳及其属性；空间、洞口、轴线和注释在此没有面。</translation>
    </message>
    <message>
        <source>The tile %1 ends too early or is damaged.</source>
        <translation>瓦片 %1 过早结束或已损坏。</translation>
    </message>
    <message>
        <source>The header of the LAS file %1 cannot be understood.</source>
        <translation>无法理解 LAS 文件 %1 的文件头。</translation>
    </message>
    <message>
        <source>the file ends at %1 %2 of %3</source>
        <translation>文件在 %1 %2（共 %3）处结束</translation>
    </message>
    <message>
        <source>%1 of %2 points are kept: one of %3.</source>
        <translation>保留了 %2 个点中的 %1 个：每 %3 个取一个。</translation>
    </message>
    <message>
        <source>The file %1 is a LAZ point cloud; compressed point clouds are not supported here. Please unpack it to LAS.</source>
        <translation>文件 %1 是 LAZ 点云；这里不支持压缩点云。请先解压为 LAS。</translation>
    </message>
    <message>
        <source>The coordinates are geocentric (EPSG:4978); they are shown in %1 (%2), with heights above the ellipsoid of WGS 84.</source>
        <translation>坐标是地心坐标（EPSG:4978）；现以 %1（%2）显示，高程为 WGS 84 椭球高。</translation>
    </message>
    <message>
        <source>The file states no coordinate reference system; its numbers are taken as local metres.</source>
        <translation>文件未说明坐标参考系；其数值按本地米制处理。</translation>
    </message>
    <message>
        <source>The model is larger than what fits in memory; the rest of it is left out.</source>
        <translation>模型超出内存可容纳的大小；其余部分已略去。</translation>
    </message>
    <message>
        <source>A part of the file is damaged and left out: %1.</source>
        <translation>文件的一部分已损坏，已略去：%1。</translation>
    </message>
    <message>
        <source>%1 is not supported here; what needs it is left out.</source>
        <translation>这里不支持：%1；依赖它的内容已略去。</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled.</source>
        <translation>已取消读取 %1。</translation>
    </message>
    <message>
        <source>the feature ids of a mesh</source>
        <translation>一个网格的要素编号</translation>
    </message>
    <message>
        <source>Feature ids in a texture</source>
        <translation>存于纹理中的要素编号</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 is larger than Loci can open at once.</source>
        <translation>文件 %1 太大，Loci 无法一次打开。</translation>
    </message>
    <message>
        <source>%1 coordinates are no numbers</source>
        <translation>%1 个坐标不是数值</translation>
    </message>
    <message>
        <source>an instance has no place</source>
        <translation>有一个实例没有位置</translation>
    </message>
    <message>
        <source>The material &quot;%1&quot; is not in the material files.</source>
        <translation>材质文件中没有材质“%1”。</translation>
    </message>
    <message>
        <source>a face names a point that is not there</source>
        <translation>有一个面引用了不存在的点</translation>
    </message>
    <message>
        <source>The file %1 has no faces, lines or points that can be read.</source>
        <translation>文件 %1 中没有可读取的面、线或点。</translation>
    </message>
    <message>
        <source>The header of the PLY file %1 cannot be understood.</source>
        <translation>无法理解 PLY 文件 %1 的文件头。</translation>
    </message>
    <message>
        <source>Metadata in textures</source>
        <translation>存于纹理中的元数据</translation>
    </message>
    <message>
        <source>a point is no three numbers</source>
        <translation>有一个点不是三个数值</translation>
    </message>
    <message>
        <source>the file ends before its last solid does</source>
        <translation>文件在最后一个实体结束之前就结束了</translation>
    </message>
    <message>
        <source>the file states %1 facets and has %2</source>
        <translation>文件声明有 %1 个面片，实有 %2 个</translation>
    </message>
    <message>
        <source>The tile %1 is of a version that Loci does not read.</source>
        <translation>瓦片 %1 的版本是 Loci 不读取的。</translation>
    </message>
    <message>
        <source>The tile %1 is of a kind that is not supported here.</source>
        <translation>这里不支持瓦片 %1 的类型。</translation>
    </message>
    <message>
        <source>The tile %1 is a point cloud packed with Draco, which is not supported here.</source>
        <translation>瓦片 %1 是用 Draco 压缩的点云，这里不支持。</translation>
    </message>
    <message>
        <source>Attributes of each point of a point cloud</source>
        <translation>点云中逐点的属性</translation>
    </message>
    <message>
        <source>The tileset has too many tiles or levels; the rest of it is left out.</source>
        <translation>瓦片集的瓦片或层级过多；其余部分已略去。</translation>
    </message>
    <message>
        <source>The tileset %1 cannot be understood: %2.</source>
        <translation>无法理解瓦片集 %1：%2。</translation>
    </message>
    <message>
        <source>it has no root tile</source>
        <translation>它没有根瓦片</translation>
    </message>
    <message>
        <source>The tileset %1 is of version %2; Loci reads 3D Tiles 1.0 and 1.1.</source>
        <translation>瓦片集 %1 的版本是 %2；Loci 读取 3D Tiles 1.0 和 1.1。</translation>
    </message>
    <message>
        <source>the numbers of an implicit tiling</source>
        <translation>隐式瓦片划分的参数</translation>
    </message>
    <message>
        <source>A finer level is not complete; the coarser tile %1 stays in its place.</source>
        <translation>较细的层级不完整；较粗的瓦片 %1 保留在原处。</translation>
    </message>
    <message>
        <source>The tileset &quot;%1&quot; contains itself.</source>
        <translation>瓦片集“%1”包含它自己。</translation>
    </message>
</context>
</TS>
