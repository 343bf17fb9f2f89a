<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Map</name>
    <message>
        <source>%1 is a shift of degrees, and this source has other coordinates.</source>
        <translation>%1 是对经纬度的偏移，而此数据源使用其他坐标。</translation>
    </message>
    <message>
        <source>Layer %1 has no degrees in China to be corrected.</source>
        <translation>图层 %1 没有可纠正的中国境内经纬度坐标。</translation>
    </message>
    <message>
        <source>%1 is in %2: in China its pictures lie 100 to 700 m beside the truth. Do not draw by it.</source>
        <translation>%1 采用 %2：在中国境内其影像偏离真实位置 100 至 700 米，请勿据此绘制。</translation>
    </message>
    <message>
        <source>%1 is marked as %2: it is shown where it truly lies, within about %3 m. The file stays as it is.</source>
        <translation>%1 已标记为 %2：按真实位置显示，精度约 %3 米。文件保持不变。</translation>
    </message>
</context>
<context>
    <name>Truth</name>
    <message>
        <source>Apply the proposed height correction</source>
        <translation>应用建议的高程改正</translation>
    </message>
    <message>
        <source>Check the city models</source>
        <translation>检查城市模型</translation>
    </message>
    <message>
        <source>Choose the coordinate system of the city model</source>
        <translation>选择城市模型的坐标系</translation>
    </message>
    <message>
        <source>Heights of the model count from sea level</source>
        <translation>模型高程自海平面起算</translation>
    </message>
    <message>
        <source>Heights of the model count from the ellipsoid</source>
        <translation>模型高程自椭球面起算</translation>
    </message>
    <message>
        <source>Heights of the model count from the ground</source>
        <translation>模型高程自地面起算</translation>
    </message>
    <message>
        <source>It is not known what the model&#x27;s heights count from</source>
        <translation>模型高程起算面未知</translation>
    </message>
    <message>
        <source>Mark the layer as BD-09 (Baidu)</source>
        <translation>将图层标记为 BD-09（百度）</translation>
    </message>
    <message>
        <source>Mark the layer as GCJ-02 (Amap, Tencent)</source>
        <translation>将图层标记为 GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>Show the heights of the file</source>
        <translation>显示文件中的高程</translation>
    </message>
    <message>
        <source>Take the layer&#x27;s coordinates as they are</source>
        <translation>按原样采用图层坐标</translation>
    </message>
    <message>
        <source>Take the proposed coordinate system</source>
        <translation>采用建议的坐标系</translation>
    </message>
</context>
<context>
    <name>loci::app::TruthActions</name>
    <message>
        <source>City models take coordinate systems of the EPSG register only.</source>
        <translation>城市模型只接受 EPSG 注册的坐标系。</translation>
    </message>
    <message>
        <source>Show the heights of the file</source>
        <translation>显示文件中的高程</translation>
    </message>
    <message>
        <source>Take %1 to be in %2</source>
        <translation>将 %1 视为采用 %2</translation>
    </message>
</context>
<context>
    <name>loci::city</name>
    <message>
        <source>A colour is no list of three numbers.</source>
        <translation>颜色不是三个数字的列表。</translation>
    </message>
    <message>
        <source>A group must have as many roles as children.</source>
        <translation>组的角色数必须与成员数相同。</translation>
    </message>
    <message>
        <source>A group must have children.</source>
        <translation>组必须有成员。</translation>
    </message>
    <message>
        <source>A height of %1 m cannot be right; a unit or a digit may be wrong.</source>
        <translation>%1 米的高度不可能正确，可能是单位或数字有误。</translation>
    </message>
    <message>
        <source>A hole is turned the same way as its polygon.</source>
        <translation>洞的方向与其多边形相同。</translation>
    </message>
    <message>
        <source>A hole lies outside its polygon.</source>
        <translation>洞位于其多边形之外。</translation>
    </message>
    <message>
        <source>A hole lies within another hole.</source>
        <translation>洞位于另一个洞之内。</translation>
    </message>
    <message>
        <source>A material has no name.</source>
        <translation>有材质没有名称。</translation>
    </message>
    <message>
        <source>A shell goes through itself.</source>
        <translation>壳与自身相穿。</translation>
    </message>
    <message>
        <source>A shell has parts that do not hang together.</source>
        <translation>壳的各部分互不相连。</translation>
    </message>
    <message>
        <source>A solid of a composite does not touch the others.</source>
        <translation>复合体中有一个实体与其他实体不相接。</translation>
    </message>
    <message>
        <source>A texture needs an image of type PNG or JPG.</source>
        <translation>纹理需要 PNG 或 JPG 图像。</translation>
    </message>
    <message>
        <source>A void lies outside its solid.</source>
        <translation>空腔位于其实体之外。</translation>
    </message>
    <message>
        <source>Above sea level (orthometric)</source>
        <translation>海拔（正高）</translation>
    </message>
    <message>
        <source>Above the ellipsoid</source>
        <translation>椭球面以上（大地高）</translation>
    </message>
    <message>
        <source>Above the ground</source>
        <translation>地面以上</translation>
    </message>
    <message>
        <source>All objects stand at height 0, and the ground does not: the heights seem to count from the ground. The ground lies at %1 m in the middle.</source>
        <translation>所有对象都位于高程 0，而地面并非如此：高程似乎自地面起算。地面高程的中位数为 %1 米。</translation>
    </message>
    <message>
        <source>It floats %1 m above the ground; lower it by %1 m.</source>
        <translation>它悬空于地面之上 %1 米；应降低 %1 米。</translation>
    </message>
    <message>
        <source>It has no height.</source>
        <translation>它没有高度。</translation>
    </message>
    <message>
        <source>It is %1 m above the ground, far from it.</source>
        <translation>它在地面之上 %1 米，远离地面。</translation>
    </message>
    <message>
        <source>It is %1 m below the ground, far from it.</source>
        <translation>它在地面之下 %1 米，远离地面。</translation>
    </message>
    <message>
        <source>It is buried %1 m deep; raise it by %1 m.</source>
        <translation>它埋入地下 %1 米；应抬高 %1 米。</translation>
    </message>
    <message>
        <source>Not checked: %1 and the schemas of extensions. Only clear cases are found of: %2.</source>
        <translation>未检查：%1 以及扩展的模式。以下各项仅发现明显情况：%2。</translation>
    </message>
    <message>
        <source>Polygons of a shell meet in an edge or corner where the surface is not one.</source>
        <translation>壳的多边形相交于某条边或某个角点，该处曲面不是单一曲面。</translation>
    </message>
    <message>
        <source>The holes of a polygon cut its inside into pieces.</source>
        <translation>多边形的洞把其内部切成了几块。</translation>
    </message>
    <message>
        <source>The point of contact has no name or no e-mail address.</source>
        <translation>联系人缺少姓名或电子邮件地址。</translation>
    </message>
    <message>
        <source>The reference system &quot;%1&quot; is not written as an OGC address.</source>
        <translation>参考系“%1”未写成 OGC 地址。</translation>
    </message>
    <message>
        <source>The rules of the height check have no usable &quot;%1&quot;.</source>
        <translation>高程检查规则中没有可用的“%1”。</translation>
    </message>
    <message>
        <source>The stated extent is no list of six numbers.</source>
        <translation>声明的范围不是六个数字的列表。</translation>
    </message>
    <message>
        <source>The whole model is %1 m off the ground. Heights above the ellipsoid and above sea level differ by so much: %2.</source>
        <translation>整个模型偏离地面 %1 米。大地高与海拔之间的差值大致如此：%2。</translation>
    </message>
    <message>
        <source>The whole model is %1 m off the ground: %2.</source>
        <translation>整个模型偏离地面 %1 米：%2。</translation>
    </message>
    <message>
        <source>There is no level of detail &quot;%1&quot;.</source>
        <translation>不存在细节层次“%1”。</translation>
    </message>
    <message>
        <source>There is no terrain to compare the heights with.</source>
        <translation>没有可与高程比较的地形。</translation>
    </message>
    <message>
        <source>There is no terrain: each object was compared with its neighbours, and an offset of the whole model cannot be seen.</source>
        <translation>没有地形：每个对象只与邻近对象比较，无法发现整个模型的偏移。</translation>
    </message>
    <message>
        <source>It stands %1 m higher than its neighbours.</source>
        <translation>它比邻近对象高 %1 米。</translation>
    </message>
    <message>
        <source>It stands %1 m lower than its neighbours.</source>
        <translation>它比邻近对象低 %1 米。</translation>
    </message>
    <message>
        <source>Two parts of a building overlap.</source>
        <translation>建筑物的两个部分重叠。</translation>
    </message>
    <message>
        <source>Two rings of a polygon are the same.</source>
        <translation>多边形的两个环相同。</translation>
    </message>
    <message>
        <source>Two rings of a polygon cross or share a line.</source>
        <translation>多边形的两个环相交或共线。</translation>
    </message>
    <message>
        <source>Two shells of a solid are the same.</source>
        <translation>实体的两个壳相同。</translation>
    </message>
    <message>
        <source>Two shells of a solid go through each other.</source>
        <translation>实体的两个壳相互穿过。</translation>
    </message>
    <message>
        <source>Two solids of a composite are the same.</source>
        <translation>复合体的两个实体相同。</translation>
    </message>
    <message>
        <source>Two solids of a composite overlap.</source>
        <translation>复合体的两个实体重叠。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Version %1 has no object type %2.</source>
        <translation>版本 %1 没有对象类型 %2。</translation>
    </message>
    <message>
        <source>What the extension %1 adds was read, but not compared with its schema, which is not fetched from its address.</source>
        <translation>已读取扩展 %1 增加的内容，但未与其模式比对，因为不会从其地址获取模式。</translation>
    </message>
    <message>
        <source>lower it by %1 m</source>
        <translation>应降低 %1 米</translation>
    </message>
    <message>
        <source>raise it by %1 m</source>
        <translation>应抬高 %1 米</translation>
    </message>
</context>
<context>
    <name>loci::formats</name>
    <message>
        <source>A ring has no points.</source>
        <translation>有一个环没有点。</translation>
    </message>
    <message>
        <source>No coordinate system is stated. What may fit: %1.</source>
        <translation>未声明坐标系。可能适用：%1。</translation>
    </message>
    <message>
        <source>No known coordinate system fits; the model may be in local coordinates.</source>
        <translation>没有适用的已知坐标系；模型可能采用局部坐标。</translation>
    </message>
    <message>
        <source>The coordinates lie outside the area of %1, and nothing else fits.</source>
        <translation>坐标位于 %1 的适用范围之外，且没有其他适用的坐标系。</translation>
    </message>
    <message>
        <source>The coordinates lie outside the area of %1. What may fit: %2.</source>
        <translation>坐标位于 %1 的适用范围之外。可能适用：%2。</translation>
    </message>
    <message>
        <source>The register of coordinate systems (proj.db) cannot be opened.</source>
        <translation>无法打开坐标系注册库（proj.db）。</translation>
    </message>
    <message>
        <source>The search for a coordinate system was cancelled.</source>
        <translation>坐标系查找已取消。</translation>
    </message>
    <message>
        <source>This is a feature without the CityJSON object before it: scale, place and reference system are not known.</source>
        <translation>这是一个前面没有 CityJSON 对象的要素：比例、位置和参考系未知。</translation>
    </message>
    <message>
        <source>easting and northing swapped</source>
        <translation>东坐标与北坐标互换</translation>
    </message>
    <message>
        <source>latitude and longitude swapped</source>
        <translation>纬度与经度互换</translation>
    </message>
    <message>
        <source>the coordinates are degrees</source>
        <translation>坐标为度</translation>
    </message>
    <message>
        <source>the coordinates are feet</source>
        <translation>坐标为英尺</translation>
    </message>
    <message>
        <source>the coordinates are kilometres</source>
        <translation>坐标为千米</translation>
    </message>
    <message>
        <source>the coordinates are metres, not feet</source>
        <translation>坐标为米而非英尺</translation>
    </message>
    <message>
        <source>the coordinates are millimetres</source>
        <translation>坐标为毫米</translation>
    </message>
    <message>
        <source>the coordinates as they are</source>
        <translation>坐标按原样</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CityLibrary</name>
    <message>
        <source>Adjust %1</source>
        <translation>调整 %1</translation>
    </message>
    <message>
        <source>Declare what the heights count from</source>
        <translation>声明高程起算面</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DetailsCard</name>
    <message>
        <source>Heights corrected by</source>
        <translation>高程改正</translation>
    </message>
    <message>
        <source>Heights count</source>
        <translation>高程起算</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FindingsPanel</name>
    <message>
        <source>Group by code</source>
        <translation>按代码分组</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ModelCheck</name>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Check of %1</source>
        <translation>%1 的检查</translation>
    </message>
    <message>
        <source>Show %1 with corrected heights</source>
        <translation>以改正后的高程显示 %1</translation>
    </message>
    <message>
        <source>Take %1 to be in %2</source>
        <translation>将 %1 视为采用 %2</translation>
    </message>
</context>
</TS>
