<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>Not everything was drawn within two minutes.</source>
        <translation>两分钟内未能绘制完全部内容。</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; could not be written; check the folder and the free disk space.</source>
        <translation>无法写入图片“%1”；请检查文件夹和磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Loci, a desktop GIS for planners, heritage officers and councils.</source>
        <translation>Loci，面向规划、文物保护与议事汇报的桌面 GIS。</translation>
    </message>
    <message>
        <source>Usage: loci [WORKSPACE|FILE...]      open the window</source>
        <translation>用法：loci [工作区|文件...]      打开窗口</translation>
    </message>
    <message>
        <source>       loci VERB ... [--json] [--lang en|zh_CN]</source>
        <translation>      loci 命令 ... [--json] [--lang en|zh_CN]</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>窗口选项：</translation>
    </message>
    <message>
        <source>  --lang en|zh_CN, --theme light|dark, --layout map|3d|split|inset, --workplace NAME</source>
        <translation>  --lang en|zh_CN, --theme light|dark, --layout map|3d|split|inset, --workplace 名称</translation>
    </message>
    <message>
        <source>  --screenshot FILE.png [--size WxH]   writes a picture of the window when everything is drawn, and ends</source>
        <translation>  --screenshot 文件.png [--size 宽x高]   全部绘制完成后写出窗口图片并退出</translation>
    </message>
    <message>
        <source>  --exit-after-startup, --exit-after-first-paint   for checks and measurements</source>
        <translation>  --exit-after-startup, --exit-after-first-paint   用于检查和测量</translation>
    </message>
    <message>
        <source>Exit status: 0 done; 1 done with findings of severity error; 2 wrong usage; 3 cannot read or write; 4 cancelled; 70 internal error.</source>
        <translation>退出状态：0 完成；1 完成但有错误级问题；2 用法错误；3 无法读写；4 已取消；70 内部错误。</translation>
    </message>
    <message>
        <source>The option --%1 needs a value. Usage: loci %2</source>
        <translation>选项 --%1 需要一个值。用法：loci %2</translation>
    </message>
    <message>
        <source>There is no option --%1 here. Usage: loci %2</source>
        <translation>这里没有选项 --%1。用法：loci %2</translation>
    </message>
    <message>
        <source>Wrong number of arguments. Usage: loci %1</source>
        <translation>参数个数不对。用法：loci %1</translation>
    </message>
    <message>
        <source>... and %1 more findings; --json lists them all.</source>
        <translation>……另有 %1 个问题；--json 会全部列出。</translation>
    </message>
    <message>
        <source>&quot;loci %1&quot; draws with OpenGL and needs an X display; start it with &quot;xvfb-run loci %1 ...&quot; where there is none.</source>
        <translation>“loci %1”使用 OpenGL 绘图，需要 X 显示；没有显示时请用“xvfb-run loci %1 ...”启动。</translation>
    </message>
    <message>
        <source>There is no verb or option &quot;%1&quot;. &quot;loci --help&quot; lists them all.</source>
        <translation>没有命令或选项“%1”。“loci --help”会列出全部。</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>选项 %1 需要一个值。</translation>
    </message>
    <message>
        <source>--size takes WIDTHxHEIGHT, at least 400x300.</source>
        <translation>--size 的格式为 宽x高，至少 400x300。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Buildings and other objects</source>
        <translation>建筑及其他对象</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>In the layers</source>
        <translation>图层内容</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往 %1</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>City.loci</source>
        <translation>城市.loci</translation>
    </message>
    <message>
        <source>Workspaces (*.loci)</source>
        <translation>工作区 (*.loci)</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Show the welcome page</source>
        <translation>显示欢迎页</translation>
    </message>
    <message>
        <source>Quit Loci</source>
        <translation>退出 Loci</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Show the map only</source>
        <translation>只显示地图</translation>
    </message>
    <message>
        <source>Show 3D only</source>
        <translation>只显示三维</translation>
    </message>
    <message>
        <source>Show map and 3D side by side</source>
        <translation>地图与三维并排</translation>
    </message>
    <message>
        <source>Show 3D with a small map</source>
        <translation>三维加小地图</translation>
    </message>
    <message>
        <source>Switch between Chinese and English</source>
        <translation>切换中文与英文</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Map &amp; layers</source>
        <translation>地图与图层</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>loci::app::FileOpener</name>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Everything Loci opens (*)</source>
        <translation>Loci 能打开的所有文件 (*)</translation>
    </message>
    <message>
        <source>Workspaces (*.loci *.locipack)</source>
        <translation>工作区 (*.loci *.locipack)</translation>
    </message>
    <message>
        <source>City models (*.json *.jsonl *.gml *.xml *.gz *.gltf *.glb *.b3dm *.i3dm *.cmpt *.pnts *.obj *.ply *.stl *.ifc *.las)</source>
        <translation>城市模型 (*.json *.jsonl *.gml *.xml *.gz *.gltf *.glb *.b3dm *.i3dm *.cmpt *.pnts *.obj *.ply *.stl *.ifc *.las)</translation>
    </message>
    <message>
        <source>Map layers (*.gpkg *.geojson *.json *.shp *.csv *.sqlite *.tif *.tiff)</source>
        <translation>地图图层 (*.gpkg *.geojson *.json *.shp *.csv *.sqlite *.tif *.tiff)</translation>
    </message>
    <message>
        <source>QGIS projects (*.qgs *.qgz)</source>
        <translation>QGIS 项目 (*.qgs *.qgz)</translation>
    </message>
</context>
<context>
    <name>loci::app::MainWindow</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Loci</source>
        <translation>Loci</translation>
    </message>
    <message>
        <source>Untitled workspace</source>
        <translation>未命名工作区</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>City.loci</source>
        <translation>城市.loci</translation>
    </message>
    <message>
        <source>Workspaces (*.loci)</source>
        <translation>工作区 (*.loci)</translation>
    </message>
    <message>
        <source>Make the sample city</source>
        <translation>生成示例城市</translation>
    </message>
    <message>
        <source>Unpack into an empty folder</source>
        <translation>解包到空文件夹</translation>
    </message>
    <message>
        <source>Unpack %1</source>
        <translation>解包 %1</translation>
    </message>
    <message>
        <source>This finding concerns the whole file and has no place.</source>
        <translation>此问题涉及整个文件，没有具体位置。</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleWorkspace</name>
    <message>
        <source>Open the sample city</source>
        <translation>打开示例城市</translation>
    </message>
</context>
<context>
    <name>loci::app::Workplaces</name>
    <message>
        <source>Where is this city model now?</source>
        <translation>这个城市模型现在在哪里？</translation>
    </message>
</context>
<context>
    <name>loci::app::WorkspaceHost</name>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
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
        <translation>模型有效（%1 个警告）。</translation>
    </message>
    <message>
        <source>The model is not valid: %1 errors, %2 warnings.</source>
        <translation>模型无效：%1 个错误，%2 个警告。</translation>
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
    <name>loci::cli::SampleVerb</name>
    <message>
        <source>--seed needs a whole number that is not negative.</source>
        <translation>--seed 需要非负整数。</translation>
    </message>
    <message>
        <source>--buildings needs a whole number from 1 to 1000000.</source>
        <translation>--buildings 需要 1 到 1000000 的整数。</translation>
    </message>
    <message>
        <source>--seq goes with --buildings.</source>
        <translation>--seq 须与 --buildings 同用。</translation>
    </message>
    <message>
        <source>Linjiang</source>
        <translation>临江</translation>
    </message>
    <message>
        <source>Add the sample city</source>
        <translation>添加示例城市</translation>
    </message>
    <message>
        <source>Writing the sample city: %1 %</source>
        <translation>正在写出示例城市：%1 %</translation>
    </message>
    <message>
        <source>%1 buildings and %2 heritage places in %3</source>
        <translation>%3 中有 %1 栋建筑和 %2 处文物</translation>
    </message>
    <message>
        <source>Writes the sample city, or a model of N buildings for measurements</source>
        <translation>写出示例城市，或用于测量的 N 栋建筑模型</translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>%1: schema %2, %3 map layers, %4 city models, %5 steps in the history, %6.</source>
        <translation>%1：结构版本 %2，地图图层 %3 个，城市模型 %4 个，历史 %5 步，%6。</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>%1: %2 files, %3 bytes.</source>
        <translation>%1：%2 个文件，%3 字节。</translation>
    </message>
    <message>
        <source>The option --template goes with “workspace new” only.</source>
        <translation>选项 --template 只能用于“workspace new”。</translation>
    </message>
    <message>
        <source>“workspace %1” needs two names: what to take and where to put it.</source>
        <translation>“workspace %1”需要两个名称：源文件和目标位置。</translation>
    </message>
    <message>
        <source>“workspace %1” needs the name of one file.</source>
        <translation>“workspace %1”需要一个文件名。</translation>
    </message>
    <message>
        <source>Makes, describes, checks, packs, unpacks, backs up and moves workspaces</source>
        <translation>新建、描述、检查、打包、解包、备份和移动工作区</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CityLibrary</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Add city model %1</source>
        <translation>添加城市模型 %1</translation>
    </message>
    <message>
        <source>Remove city model %1</source>
        <translation>移除城市模型 %1</translation>
    </message>
    <message>
        <source>Rename city model to %1</source>
        <translation>将城市模型重命名为 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Change opacity</source>
        <translation>调整不透明度</translation>
    </message>
    <message>
        <source>Change how the model is drawn</source>
        <translation>更改模型的显示方式</translation>
    </message>
    <message>
        <source>Repair the path of a city model</source>
        <translation>修复城市模型的路径</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DetailsCard</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何对象</translation>
    </message>
    <message>
        <source>Click a building on the map or in 3D. What the data says about it appears here.</source>
        <translation>在地图或三维视图中点击一栋建筑，数据中关于它的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选对象</translation>
    </message>
    <message numerus="yes">
        <source>%n things selected</source>
        <translation><numerusform>已选 %n 个对象</numerusform></translation>
    </message>
    <message>
        <source>Map features</source>
        <translation>地图要素</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>City object</source>
        <translation>城市对象</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>The model that it belongs to is not loaded.</source>
        <translation>它所属的模型尚未载入。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>地面</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>顶部</translation>
    </message>
    <message>
        <source>Ground area</source>
        <translation>占地面积</translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation>细节层级</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>表面</translation>
    </message>
    <message>
        <source>Surface pointed at</source>
        <translation>所指表面</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The model carries no attributes for this object.</source>
        <translation>模型中没有该对象的属性。</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Semantic surfaces</source>
        <translation>语义表面</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Map feature</source>
        <translation>地图要素</translation>
    </message>
    <message>
        <source>The layer or the feature is gone.</source>
        <translation>图层或要素已不存在。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>另有 %n 个</numerusform></translation>
    </message>
    <message>
        <source>Show on map and in 3D</source>
        <translation>在地图和三维中显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>单独显示</translation>
    </message>
</context>
</TS>
