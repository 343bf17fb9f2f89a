<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::city</name>
    <message>
        <source>The search for outlines was cancelled.</source>
        <translation>轮廓查找已取消。</translation>
    </message>
    <message>
        <source>The preparation of the 3D view was cancelled.</source>
        <translation>三维视图的准备已取消。</translation>
    </message>
    <message>
        <source>A ring has fewer than three points.</source>
        <translation>环的点数少于三个。</translation>
    </message>
    <message>
        <source>Two points of a ring that follow each other are the same.</source>
        <translation>环中有两个相邻的点重合。</translation>
    </message>
    <message>
        <source>A ring crosses or touches itself.</source>
        <translation>环与自身相交或接触。</translation>
    </message>
    <message>
        <source>A point of a polygon lies off its plane.</source>
        <translation>多边形有一个点偏离其平面。</translation>
    </message>
    <message>
        <source>A polygon is folded.</source>
        <translation>多边形发生折叠。</translation>
    </message>
    <message>
        <source>A shell has fewer than four polygons.</source>
        <translation>壳的多边形少于四个。</translation>
    </message>
    <message>
        <source>A shell is not closed.</source>
        <translation>壳未闭合。</translation>
    </message>
    <message>
        <source>More than two polygons of a shell meet in one edge.</source>
        <translation>壳中有两个以上的多边形共用同一条边。</translation>
    </message>
    <message>
        <source>A polygon of a shell is turned the wrong way.</source>
        <translation>壳中有一个多边形的朝向有误。</translation>
    </message>
    <message>
        <source>A shell is turned inside out.</source>
        <translation>壳的内外朝向颠倒。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>检查已取消。</translation>
    </message>
    <message>
        <source>An object of type %1 must not have a geometry of type %2.</source>
        <translation>%1 类型的对象不能有 %2 类型的几何。</translation>
    </message>
    <message>
        <source>There is no semantic surface type &quot;%1&quot;.</source>
        <translation>不存在语义表面类型“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs an extension, and the model declares none.</source>
        <translation>“%1”需要扩展，而模型未声明任何扩展。</translation>
    </message>
    <message>
        <source>%1 vertices are repeated.</source>
        <translation>有 %1 个顶点重复。</translation>
    </message>
    <message>
        <source>%1 vertices are not used.</source>
        <translation>有 %1 个顶点未被使用。</translation>
    </message>
</context>
<context>
    <name>loci::cli</name>
    <message>
        <source>%1 %2, %3
%4 objects: %5
%6 geometries, %7 surfaces, %8 vertices, %9 triangles</source>
        <translation>%1 %2，%3
%4 个对象：%5
%6 个几何，%7 个表面，%8 个顶点，%9 个三角形</translation>
    </message>
    <message>
        <source>no coordinate reference system</source>
        <translation>无坐标参考系</translation>
    </message>
    <message>
        <source>Describe a file: format, coordinate reference system, objects and problems</source>
        <translation>描述文件：格式、坐标参考系、对象与问题</translation>
    </message>
    <message>
        <source>The model is valid (%1 warnings).</source>
        <translation>模型有效（%1 条警告）。</translation>
    </message>
    <message>
        <source>The model is not valid: %1 errors, %2 warnings.</source>
        <translation>模型无效：%1 个错误，%2 条警告。</translation>
    </message>
    <message>
        <source>Not checked: %1.</source>
        <translation>未检查：%1。</translation>
    </message>
    <message>
        <source>Check a city model: structure, links, indices and geometry</source>
        <translation>检查城市模型：结构、关联、索引与几何</translation>
    </message>
</context>
<context>
    <name>loci::formats</name>
    <message>
        <source>The appearance is damaged; what could be read of it was kept.</source>
        <translation>外观数据已损坏；能读取的部分已保留。</translation>
    </message>
    <message>
        <source>A material is no JSON object.</source>
        <translation>有一个材质不是 JSON 对象。</translation>
    </message>
    <message>
        <source>A texture is no JSON object.</source>
        <translation>有一个纹理不是 JSON 对象。</translation>
    </message>
    <message>
        <source>Material %1 does not exist.</source>
        <translation>材质 %1 不存在。</translation>
    </message>
    <message>
        <source>A texture coordinate does not exist.</source>
        <translation>有一个纹理坐标不存在。</translation>
    </message>
    <message>
        <source>Texture %1 does not exist.</source>
        <translation>纹理 %1 不存在。</translation>
    </message>
    <message>
        <source>The semantics of a geometry cannot be read.</source>
        <translation>无法读取几何的语义。</translation>
    </message>
    <message>
        <source>The semantic values do not have the shape of the boundaries.</source>
        <translation>语义值的层次与边界不一致。</translation>
    </message>
    <message>
        <source>A semantic value points to a surface that is not in the list.</source>
        <translation>有一个语义值指向列表中没有的表面。</translation>
    </message>
    <message>
        <source>The parent of a semantic surface is not in the list.</source>
        <translation>语义表面的父表面不在列表中。</translation>
    </message>
    <message>
        <source>A semantic surface has no type.</source>
        <translation>有一个语义表面没有类型。</translation>
    </message>
    <message>
        <source>The materials of a geometry cannot be read.</source>
        <translation>无法读取几何的材质。</translation>
    </message>
    <message>
        <source>The material values do not have the shape of the boundaries.</source>
        <translation>材质值的层次与边界不一致。</translation>
    </message>
    <message>
        <source>The textures of a geometry cannot be read.</source>
        <translation>无法读取几何的纹理。</translation>
    </message>
    <message>
        <source>The texture values do not have the shape of the boundaries.</source>
        <translation>纹理值的层次与边界不一致。</translation>
    </message>
    <message>
        <source>A ring does not have one texture coordinate for each of its vertices.</source>
        <translation>有一个环的纹理坐标与顶点不是一一对应。</translation>
    </message>
    <message>
        <source>This is no JSON object.</source>
        <translation>这不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The text ends before the JSON object does.</source>
        <translation>文本在 JSON 对象结束之前中断。</translation>
    </message>
    <message>
        <source>A member name is expected here.</source>
        <translation>此处应为成员名。</translation>
    </message>
    <message>
        <source>A comma or a closing brace is expected here.</source>
        <translation>此处应为逗号或右花括号。</translation>
    </message>
    <message>
        <source>The list of vertices is damaged.</source>
        <translation>顶点列表已损坏。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is damaged.</source>
        <translation>“%1”的值已损坏。</translation>
    </message>
    <message>
        <source>There is no document type &quot;%1&quot;; it is read as a feature.</source>
        <translation>不存在文档类型“%1”；按要素读取。</translation>
    </message>
    <message>
        <source>The id of a city object is expected here.</source>
        <translation>此处应为城市对象的标识。</translation>
    </message>
    <message>
        <source>The text ends within the city object &quot;%1&quot;.</source>
        <translation>文本在城市对象“%1”内中断。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is damaged and was left out.</source>
        <translation>成员“%1”已损坏，未读入。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is of the wrong kind.</source>
        <translation>成员“%1”的类型有误。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is not part of CityJSON; it is kept.</source>
        <translation>成员“%1”不属于 CityJSON；已保留。</translation>
    </message>
    <message>
        <source>Version %1 is older than the standard; it is read as if it were 1.0.</source>
        <translation>版本 %1 早于标准；按 1.0 读取。</translation>
    </message>
    <message>
        <source>The version &quot;%1&quot; is not known; it is read as if it were 2.0.</source>
        <translation>未知版本“%1”；按 2.0 读取。</translation>
    </message>
    <message>
        <source>The transform is not usable; the vertices are taken as they are.</source>
        <translation>坐标变换不可用；顶点按原值读取。</translation>
    </message>
    <message>
        <source>The geometry templates are damaged; what could be read of them was kept.</source>
        <translation>几何模板已损坏；能读取的部分已保留。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is missing.</source>
        <translation>缺少成员“%1”。</translation>
    </message>
    <message>
        <source>The feature has no id.</source>
        <translation>要素没有标识。</translation>
    </message>
    <message>
        <source>The id of the feature is none of its city objects.</source>
        <translation>要素的标识不属于其任何城市对象。</translation>
    </message>
    <message>
        <source>A feature must not have a version or a transform of its own.</source>
        <translation>要素不得自带版本或坐标变换。</translation>
    </message>
    <message>
        <source>A surface uses a vertex that does not exist; it was left out.</source>
        <translation>有一个表面使用了不存在的顶点；该表面未读入。</translation>
    </message>
    <message>
        <source>It is an instance of a template that does not exist.</source>
        <translation>它引用的模板不存在。</translation>
    </message>
    <message>
        <source>The reference point of an instance does not exist.</source>
        <translation>实例的参考点不存在。</translation>
    </message>
    <message>
        <source>The id is used more than once.</source>
        <translation>该标识被重复使用。</translation>
    </message>
    <message>
        <source>There is no city object type &quot;%1&quot;.</source>
        <translation>不存在城市对象类型“%1”。</translation>
    </message>
    <message>
        <source>An object of type %1 must have a parent.</source>
        <translation>%1 类型的对象必须有父对象。</translation>
    </message>
    <message>
        <source>The first line of the sequence is no CityJSON object.</source>
        <translation>序列的第一行不是 CityJSON 对象。</translation>
    </message>
    <message>
        <source>The model does not state its coordinate reference system.</source>
        <translation>模型未注明坐标参考系。</translation>
    </message>
    <message>
        <source>The coordinate reference system &quot;%1&quot; is not known.</source>
        <translation>未知的坐标参考系“%1”。</translation>
    </message>
    <message>
        <source>A geometry has no type.</source>
        <translation>有一个几何没有类型。</translation>
    </message>
    <message>
        <source>There is no geometry type &quot;%1&quot;.</source>
        <translation>不存在几何类型“%1”。</translation>
    </message>
    <message>
        <source>A geometry of type %1 has no level of detail.</source>
        <translation>%1 类型的几何没有细节层次。</translation>
    </message>
    <message>
        <source>A geometry of type %1 has no boundaries.</source>
        <translation>%1 类型的几何没有边界。</translation>
    </message>
    <message>
        <source>The boundaries of a geometry of type %1 are not lists nested %2 deep of vertex numbers.</source>
        <translation>%1 类型几何的边界不是 %2 层嵌套的顶点编号列表。</translation>
    </message>
    <message>
        <source>A template instance must have exactly one reference point.</source>
        <translation>模板实例必须有且只有一个参考点。</translation>
    </message>
    <message>
        <source>The transformation matrix of a template instance must have 16 numbers.</source>
        <translation>模板实例的变换矩阵必须有 16 个数。</translation>
    </message>
    <message>
        <source>The object is damaged; what could be read of it was kept.</source>
        <translation>对象已损坏；能读取的部分已保留。</translation>
    </message>
    <message>
        <source>The object has no type.</source>
        <translation>对象没有类型。</translation>
    </message>
    <message>
        <source>The attributes are no JSON object.</source>
        <translation>属性不是 JSON 对象。</translation>
    </message>
    <message>
        <source>The attribute &quot;%1&quot; is no number that can be read.</source>
        <translation>属性“%1”不是可读取的数。</translation>
    </message>
    <message>
        <source>The attribute &quot;%1&quot; is damaged and was left out.</source>
        <translation>属性“%1”已损坏，未读入。</translation>
    </message>
    <message>
        <source>Its children or parents are no list of ids.</source>
        <translation>其子对象或父对象不是标识列表。</translation>
    </message>
    <message>
        <source>The geometry is no list.</source>
        <translation>几何不是列表。</translation>
    </message>
    <message>
        <source>The level of detail is a number; this version wants a text.</source>
        <translation>细节层次写成了数字；此版本要求为文本。</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>文件 %1 是空的。</translation>
    </message>
    <message>
        <source>The file %1 is no JSON object, so it is no CityJSON.</source>
        <translation>文件 %1 不是 JSON 对象，因此不是 CityJSON。</translation>
    </message>
    <message>
        <source>There is more text behind the end of the JSON object.</source>
        <translation>JSON 对象结束之后还有多余文本。</translation>
    </message>
    <message>
        <source>This line is no CityJSONFeature.</source>
        <translation>此行不是 CityJSONFeature。</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled.</source>
        <translation>已取消读取 %1。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 is JSON, but no CityJSON.</source>
        <translation>文件 %1 是 JSON，但不是 CityJSON。</translation>
    </message>
    <message>
        <source>The file %1 cannot be understood: %2</source>
        <translation>无法解析文件 %1：%2</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>The file %1 is written in UTF-16; please save it as UTF-8.</source>
        <translation>文件 %1 采用 UTF-16 编码；请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file %1 is no city model that Loci can read.</source>
        <translation>文件 %1 不是 Loci 能读取的城市模型。</translation>
    </message>
    <message>
        <source>Its child &quot;%1&quot; does not exist.</source>
        <translation>其子对象“%1”不存在。</translation>
    </message>
    <message>
        <source>Its parent &quot;%1&quot; does not exist.</source>
        <translation>其父对象“%1”不存在。</translation>
    </message>
    <message>
        <source>It is its own parent or child.</source>
        <translation>它是自身的父对象或子对象。</translation>
    </message>
    <message>
        <source>Its child &quot;%1&quot; does not name it as parent.</source>
        <translation>其子对象“%1”未将它列为父对象。</translation>
    </message>
    <message>
        <source>Its parent &quot;%1&quot; does not name it as child.</source>
        <translation>其父对象“%1”未将它列为子对象。</translation>
    </message>
    <message>
        <source>It is among its own ancestors.</source>
        <translation>它出现在自身的上级之中。</translation>
    </message>
    <message>
        <source>Vertex %1 is no list of three numbers.</source>
        <translation>顶点 %1 不是由三个数组成的列表。</translation>
    </message>
    <message>
        <source>Vertices must be integers when the file has a transform.</source>
        <translation>文件带有坐标变换时，顶点必须为整数。</translation>
    </message>
    <message>
        <source>Vertex %1 lies beyond every map.</source>
        <translation>顶点 %1 超出任何地图的范围。</translation>
    </message>
</context>
</TS>
