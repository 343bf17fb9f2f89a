<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Planning</name>
    <message>
        <source>Show the proposal on the map and in 3D</source>
        <translation>在地图和三维中显示方案</translation>
    </message>
    <message>
        <source>Colour buildings and parcels by their verdicts</source>
        <translation>按核查结论为建筑和地块着色</translation>
    </message>
    <message>
        <source>Put the proposal into a site photograph</source>
        <translation>将方案叠加到现场照片</translation>
    </message>
    <message>
        <source>Propose a building from a model file</source>
        <translation>从模型文件提出建筑方案</translation>
    </message>
    <message>
        <source>Reshape the selected building</source>
        <translation>改建所选建筑</translation>
    </message>
    <message>
        <source>Compare two scenarios</source>
        <translation>比较两个方案</translation>
    </message>
</context>
<context>
    <name>loci::analysis::PhotoLayer</name>
    <message>
        <source>The picture for the photograph was cancelled.</source>
        <translation>照片叠加图的计算已取消。</translation>
    </message>
</context>
<context>
    <name>loci::analysis::SolvedCamera</name>
    <message numerus="yes">
        <source>The camera needs at least six points; there are %n.</source>
        <translation><numerusform>求解相机至少需要六个控制点，现有 %n 个。</numerusform></translation>
    </message>
    <message>
        <source>These points do not decide where the camera stood; spread them over the picture, near and far, high and low.</source>
        <translation>这些控制点无法确定拍摄位置；请让它们在画面中远近、高低分散布置。</translation>
    </message>
    <message>
        <source>No camera shows these points where they were clicked; at least one of them must belong to another place.</source>
        <translation>没有相机能在点选处看到这些控制点；其中至少有一个点对应的位置不对。</translation>
    </message>
</context>
<context>
    <name>loci::planning::SitePhoto</name>
    <message>
        <source>The photograph “%1” of the workspace cannot be read.</source>
        <translation>无法读取工作区中的照片“%1”。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanScene</name>
    <message>
        <source>Buildings by the rules</source>
        <translation>建筑核查结论</translation>
    </message>
    <message>
        <source>Changes of the scenario</source>
        <translation>方案的改动</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>拆除</translation>
    </message>
    <message>
        <source>Built anew</source>
        <translation>改建</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanningPanel</name>
    <message>
        <source>Verdicts</source>
        <translation>核查结论</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>现场照片</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>现有建筑</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>比较方案</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ProposalCard</name>
    <message>
        <source>Show on the map and in 3D</source>
        <translation>在地图和三维中显示</translation>
    </message>
    <message>
        <source>Turn, °</source>
        <translation>旋转（°）</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RuleTable</name>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictDesk</name>
    <message>
        <source>Judge every building by the rules</source>
        <translation>按规则核查所有建筑</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictModel</name>
    <message>
        <source>Building or parcel, governing rule</source>
        <translation>建筑或地块、控制性规则</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictPainter</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>loci::widgets::VerdictPanel</name>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>The rules are being asked about every building.</source>
        <translation>正在核查所有建筑。</translation>
    </message>
    <message>
        <source>There is nothing to judge yet.</source>
        <translation>尚无可核查的内容。</translation>
    </message>
    <message>
        <source>By the governing rule of each, as of %1. Click one to see it on the map and in 3D.</source>
        <translation>以各自的控制性规则为准，规则日期 %1。点选一项可在地图和三维中查看。</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>word of a verdict, and how many</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>核查结论</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Buildings and parcels with their verdicts</source>
        <translation>建筑和地块的核查结论</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PhotoDesk</name>
    <message>
        <source>The photograph %1 cannot be read: %2.</source>
        <translation>无法读取照片 %1：%2。</translation>
    </message>
    <message>
        <source>Add the photograph “%1”</source>
        <translation>添加照片“%1”</translation>
    </message>
    <message>
        <source>Remove the photograph “%1”</source>
        <translation>移除照片“%1”</translation>
    </message>
    <message>
        <source>Say where the photograph “%1” was taken from</source>
        <translation>说明照片“%1”的拍摄视点</translation>
    </message>
    <message>
        <source>Add control point %1</source>
        <translation>添加控制点 %1</translation>
    </message>
    <message>
        <source>Change control point %1</source>
        <translation>修改控制点 %1</translation>
    </message>
    <message>
        <source>Remove control point %1</source>
        <translation>删除控制点 %1</translation>
    </message>
    <message>
        <source>See the proposal in the photograph</source>
        <translation>将方案叠加到照片</translation>
    </message>
    <message>
        <source>There is no picture to write before the camera has been found.</source>
        <translation>求得相机之后才能保存叠加图。</translation>
    </message>
    <message>
        <source>%1, in the photograph %2. The camera was found from %3 control points with a mean error of %4 pixels; what stands before the proposal hides it. Rules as of %5.</source>
        <translation>%1，叠加于照片 %2。相机由 %3 个控制点求得，平均误差 %4 像素；方案前方的建筑对其形成遮挡。规则日期 %5。</translation>
    </message>
    <message>
        <source>Photomontage: %1</source>
        <translation>照片叠加图：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PhotoPanel</name>
    <message>
        <source>%1 of at least %2 points</source>
        <translation>已有 %1 个，至少需要 %2 个控制点</translation>
    </message>
    <message>
        <source>No stored view</source>
        <translation>不属于已存视点</translation>
    </message>
    <message>
        <source>Open a photograph of the site. Then click a corner in it and the same corner in 3D, six times or more.</source>
        <translation>打开一张现场照片，然后依次点选照片中的角点和三维中的同一角点，至少六组。</translation>
    </message>
    <message>
        <source>Spread them over the picture, near and far, high and low.</source>
        <translation>请让控制点在画面中远近、高低分散布置。</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>未能求得相机</translation>
    </message>
    <message>
        <source>Mean error %1 px</source>
        <translation>平均误差 %1 像素</translation>
    </message>
    <message>
        <source>Largest: point %1, %2 px. The eye stands at %3 m, known to ±%4 m; the lens sees %5°.</source>
        <translation>最大误差：控制点 %1，%2 像素。视点高程 %3 米，精度 ±%4 米；镜头视角 %5°。</translation>
    </message>
    <message>
        <source>The pictures are being computed.</source>
        <translation>正在计算叠加图。</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Site photograph</source>
        <translation>现场照片</translation>
    </message>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>拍摄视点</translation>
    </message>
    <message>
        <source>Control points</source>
        <translation>控制点</translation>
    </message>
    <message>
        <source>Remove point</source>
        <translation>删除控制点</translation>
    </message>
    <message>
        <source>Stand there in 3D</source>
        <translation>在三维中站到此处</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Save for the report…</source>
        <translation>保存用于报告…</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Fade between photograph, now and proposal</source>
        <translation>在照片、现状和方案之间过渡</translation>
    </message>
    <message>
        <source>x, px</source>
        <translation>x（像素）</translation>
    </message>
    <message>
        <source>y, px</source>
        <translation>y（像素）</translation>
    </message>
    <message>
        <source>East</source>
        <translation>东</translation>
    </message>
    <message>
        <source>North</source>
        <translation>北</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高程</translation>
    </message>
    <message>
        <source>Error, px</source>
        <translation>误差（像素）</translation>
    </message>
</context>
<context>
    <name>loci::app::PhotoRoom</name>
    <message>
        <source>Open a site photograph</source>
        <translation>打开现场照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Click the corner in the photograph first, then the same corner in 3D.</source>
        <translation>请先点选照片中的角点，再点选三维中的同一角点。</translation>
    </message>
    <message>
        <source>No photograph is open.</source>
        <translation>尚未打开照片。</translation>
    </message>
    <message>
        <source>Now click the same corner in 3D.</source>
        <translation>现在点选三维中的同一角点。</translation>
    </message>
    <message>
        <source>Click a corner in the photograph.</source>
        <translation>点选照片中的一个角点。</translation>
    </message>
    <message>
        <source>Save the photomontage</source>
        <translation>保存照片叠加图</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>loci::planning::PlanBody</name>
    <message>
        <source>The shape of a proposal cannot be read.</source>
        <translation>无法读取方案的形体。</translation>
    </message>
    <message>
        <source>%1 holds nothing that stands up.</source>
        <translation>%1 中没有立起的形体。</translation>
    </message>
    <message>
        <source>%1 is %2 m across: no building is. Its numbers may be millimetres or degrees; write it in metres.</source>
        <translation>%1 的尺寸达 %2 米，不可能是一座建筑；其数值可能是毫米或度，请以米为单位写出。</translation>
    </message>
</context>
<context>
    <name>loci::planning::Proposal</name>
    <message>
        <source>The shape of “%1” is not at hand.</source>
        <translation>缺少“%1”的形体。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PlanDesk</name>
    <message>
        <source>Propose the building of %1</source>
        <translation>提出 %1 中的建筑</translation>
    </message>
    <message>
        <source>There is no scenario to change; propose a building first.</source>
        <translation>没有可修改的方案，请先提出一座建筑。</translation>
    </message>
    <message>
        <source>Remove the building “%1” in the scenario</source>
        <translation>在方案中拆除建筑“%1”</translation>
    </message>
    <message>
        <source>Reshape the building “%1” to %2 storeys</source>
        <translation>将建筑“%1”改建为 %2 层</translation>
    </message>
    <message>
        <source>Leave the building “%1” as it is</source>
        <translation>保留建筑“%1”</translation>
    </message>
</context>
<context>
    <name>loci::app::PlanningRoom</name>
    <message>
        <source>Propose a building from a model file</source>
        <translation>从模型文件提出建筑方案</translation>
    </message>
    <message>
        <source>Models (*.json *.jsonl *.cityjson *.gml *.xml *.gltf *.glb *.obj *.ply *.stl *.dae *.fbx *.3ds);;All (*)</source>
        <translation>模型 (*.json *.jsonl *.cityjson *.gml *.xml *.gltf *.glb *.obj *.ply *.stl *.dae *.fbx *.3ds);;全部 (*)</translation>
    </message>
    <message>
        <source>Read the building</source>
        <translation>读取建筑</translation>
    </message>
    <message>
        <source>A building is proposed into a city model; open one first.</source>
        <translation>建筑方案需放入城市模型，请先打开一个模型。</translation>
    </message>
    <message>
        <source>Click where the middle of the building stands.</source>
        <translation>点选建筑中心所在的位置。</translation>
    </message>
    <message>
        <source>Click a building in 3D or on the map first.</source>
        <translation>请先在三维或地图中点选一座建筑。</translation>
    </message>
    <message>
        <source>Reshape “%1”</source>
        <translation>改建“%1”</translation>
    </message>
    <message>
        <source>Storeys</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>“%1” is no number of storeys.</source>
        <translation>“%1”不是层数。</translation>
    </message>
    <message>
        <source>Remove it in the scenario</source>
        <translation>在方案中拆除</translation>
    </message>
    <message>
        <source>Reshape it…</source>
        <translation>改建…</translation>
    </message>
    <message>
        <source>Leave “%1” as it is</source>
        <translation>保留“%1”</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ScenarioDifference</name>
    <message>
        <source>Rules that fail</source>
        <translation>不合格的规则</translation>
    </message>
    <message>
        <source>Rules that are unknown</source>
        <translation>未知的规则</translation>
    </message>
    <message>
        <source>Height of the proposal</source>
        <translation>方案高度</translation>
    </message>
    <message>
        <source>Floor area of the town</source>
        <translation>全域建筑面积</translation>
    </message>
    <message>
        <source>Built ground of the town</source>
        <translation>全域建筑占地</translation>
    </message>
    <message>
        <source>Highest building</source>
        <translation>最高建筑</translation>
    </message>
    <message>
        <source>Dwellings</source>
        <translation>住宅套数</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ScenarioCompare</name>
    <message>
        <source>Figure or rule</source>
        <translation>指标或规则</translation>
    </message>
    <message>
        <source>There is no other scenario; branch one first.</source>
        <translation>没有其他方案，请先派生一个。</translation>
    </message>
    <message>
        <source>The rules are being asked.</source>
        <translation>正在核查规则。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the lines differ.</source>
        <translation><numerusform>有 %n 行不同。</numerusform></translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>比较方案</translation>
    </message>
    <message>
        <source>Back to the proposal</source>
        <translation>返回方案</translation>
    </message>
    <message>
        <source>With</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并列</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>Other scenario</source>
        <translation>另一方案</translation>
    </message>
    <message>
        <source>Differences of two scenarios</source>
        <translation>两个方案的差异</translation>
    </message>
</context>
</TS>
