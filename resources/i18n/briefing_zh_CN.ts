<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Briefing</name>
    <message>
        <source>Prepare a briefing</source>
        <translation>准备汇报</translation>
    </message>
    <message>
        <source>Keep this view as a scene</source>
        <translation>将当前视图保存为场景</translation>
    </message>
    <message>
        <source>Show the briefing</source>
        <translation>放映汇报</translation>
    </message>
    <message>
        <source>Freeze the numbers of the briefing</source>
        <translation>将汇报数值定版</translation>
    </message>
</context>
<context>
    <name>BriefingDesk</name>
    <message>
        <source>The workspace has no briefings.</source>
        <translation>该工作区没有汇报。</translation>
    </message>
    <message>
        <source>There is no briefing “%1”; there are %2.</source>
        <translation>没有汇报“%1”；现有 %2。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Make the briefing “%1”</source>
        <translation>新建汇报“%1”</translation>
    </message>
    <message>
        <source>Remove the briefing “%1”</source>
        <translation>移除汇报“%1”</translation>
    </message>
    <message>
        <source>Add a scene to “%1”</source>
        <translation>向“%1”添加场景</translation>
    </message>
    <message>
        <source>Remove a scene from “%1”</source>
        <translation>从“%1”移除场景</translation>
    </message>
    <message>
        <source>Move scenes of “%1”</source>
        <translation>移动“%1”的场景</translation>
    </message>
</context>
<context>
    <name>BriefingPanel</name>
    <message>
        <source>Freeze the numbers</source>
        <translation>数值定版</translation>
    </message>
    <message>
        <source>Make the numbers live</source>
        <translation>改为实时数值</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>Export as pictures</source>
        <translation>导出为图片</translation>
    </message>
    <message>
        <source>Export as a web page</source>
        <translation>导出为网页</translation>
    </message>
    <message>
        <source>Remove this scene</source>
        <translation>移除此场景</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>New briefing</source>
        <translation>新建汇报</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>放映</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>A briefing is a row of scenes for a large screen: what you see now, with a title and one number.</source>
        <translation>汇报由一组大屏场景组成：当前视图，配一个标题和一个数字。</translation>
    </message>
    <message>
        <source>Make a briefing</source>
        <translation>新建汇报</translation>
    </message>
</context>
<context>
    <name>BriefingRoom</name>
    <message>
        <source>Make the numbers of the briefing live</source>
        <translation>将汇报改为实时数值</translation>
    </message>
    <message>
        <source>New briefing</source>
        <translation>新建汇报</translation>
    </message>
    <message>
        <source>Name of the briefing</source>
        <translation>汇报名称</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>Export the briefing</source>
        <translation>导出汇报</translation>
    </message>
    <message>
        <source>Take the view into a scene</source>
        <translation>将视图用于场景</translation>
    </message>
    <message>
        <source>Compute the numbers of the briefing</source>
        <translation>计算汇报数值</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>The briefing has no scenes yet.</source>
        <translation>该汇报还没有场景。</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
    <message>
        <source>Kept as a scene of “%1”.</source>
        <translation>已保存为“%1”的场景。</translation>
    </message>
    <message>
        <source>The numbers could not be computed, so nothing was frozen.</source>
        <translation>无法计算数值，未作定版。</translation>
    </message>
    <message>
        <source>Freeze the numbers of the briefing</source>
        <translation>将汇报数值定版</translation>
    </message>
    <message>
        <source>%1: %2 was %3</source>
        <translation>%1：现为 %2，原为 %3</translation>
    </message>
    <message>
        <source>The numbers are frozen.</source>
        <translation>数值已定版。</translation>
    </message>
    <message>
        <source>The numbers are frozen. Changed: %1</source>
        <translation>数值已定版。变化：%1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>BriefingShow</name>
    <message>
        <source>A briefing is shown.</source>
        <translation>正在放映汇报。</translation>
    </message>
</context>
<context>
    <name>BriefingStage</name>
    <message>
        <source>The indicator %1 is gone; its number is left out.</source>
        <translation>指标 %1 已不存在，其数值略去。</translation>
    </message>
    <message>
        <source>Map layers of the scene are gone: %1.</source>
        <translation>场景所用的地图图层已不存在：%1。</translation>
    </message>
    <message>
        <source>Objects of the scene are gone: %1.</source>
        <translation>场景中的对象已不存在：%1。</translation>
    </message>
    <message>
        <source>The city model of the scene is gone; what can be shown is shown.</source>
        <translation>场景的城市模型已不存在；其余内容照常显示。</translation>
    </message>
    <message>
        <source>The board “%1” of the scene is gone.</source>
        <translation>场景所用的看板“%1”已不存在。</translation>
    </message>
    <message>
        <source>The numbers of the board are not computed.</source>
        <translation>看板数值尚未计算。</translation>
    </message>
    <message>
        <source>The picture %1 cannot be read.</source>
        <translation>无法读取图片 %1。</translation>
    </message>
</context>
<context>
    <name>OperatorConsole</name>
    <message>
        <source>Briefing console</source>
        <translation>汇报控制台</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Blackout</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>指示点</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>End the show</source>
        <translation>结束放映</translation>
    </message>
    <message>
        <source>Notes for the speaker</source>
        <translation>讲稿备注</translation>
    </message>
    <message>
        <source>Search the scenes</source>
        <translation>搜索场景</translation>
    </message>
    <message>
        <source>Ask the city: a building, a place</source>
        <translation>问城市：输入建筑或地名</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>The first scene is being prepared.</source>
        <translation>正在准备第一个场景。</translation>
    </message>
    <message>
        <source>This is the last scene.</source>
        <translation>这是最后一个场景。</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一页：%1</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is gone: the show is in a window here, and goes back by itself.</source>
        <translation>观众屏幕已断开：放映暂在此处窗口中，恢复后会自动返回。</translation>
    </message>
</context>
<context>
    <name>SceneEditor</name>
    <message>
        <source>Change the words of a scene</source>
        <translation>修改场景文字</translation>
    </message>
    <message>
        <source>Change the layout of a scene</source>
        <translation>修改场景版式</translation>
    </message>
    <message>
        <source>Change the transition of a scene</source>
        <translation>修改场景过渡</translation>
    </message>
    <message>
        <source>Change the time of a scene</source>
        <translation>修改场景时长</translation>
    </message>
    <message>
        <source>Change the key of a scene</source>
        <translation>修改场景按键</translation>
    </message>
    <message>
        <source>Take the present view</source>
        <translation>采用当前视图</translation>
    </message>
    <message>
        <source>Add the number</source>
        <translation>添加数值</translation>
    </message>
    <message>
        <source>Title, Chinese</source>
        <translation>标题（中文）</translation>
    </message>
    <message>
        <source>Title, English</source>
        <translation>标题（英文）</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Text, Chinese</source>
        <translation>正文（中文）</translation>
    </message>
    <message>
        <source>Text, English</source>
        <translation>正文（英文）</translation>
    </message>
    <message>
        <source>Rule, Chinese</source>
        <translation>规定（中文）</translation>
    </message>
    <message>
        <source>Rule, English</source>
        <translation>规定（英文）</translation>
    </message>
    <message>
        <source>Notes, Chinese</source>
        <translation>备注（中文）</translation>
    </message>
    <message>
        <source>Notes, English</source>
        <translation>备注（英文）</translation>
    </message>
    <message>
        <source>Source, Chinese</source>
        <translation>来源（中文）</translation>
    </message>
    <message>
        <source>Source, English</source>
        <translation>来源（英文）</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Time in a loop</source>
        <translation>循环时长</translation>
    </message>
    <message>
        <source>Key of an appendix</source>
        <translation>附页按键</translation>
    </message>
    <message>
        <source>frozen on %1</source>
        <translation>定版于 %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Add a number to a scene</source>
        <translation>为场景添加数值</translation>
    </message>
    <message>
        <source>Take a number out of a scene</source>
        <translation>从场景中去掉数值</translation>
    </message>
</context>
<context>
    <name>SceneStage</name>
    <message>
        <source>Pictures of the city are drawn on an X display, and there is none. Run the command with xvfb-run.</source>
        <translation>城市图片需要 X 显示环境，目前没有。请用 xvfb-run 运行该命令。</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Appendix</source>
        <translation>附页</translation>
    </message>
    <message>
        <source>Scene %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Figures frozen on %1</source>
        <translation>数据定版于 %1</translation>
    </message>
    <message>
        <source>Live figures</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>差</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>暂缺</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>建成</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
</context>
<context>
    <name>loci::app::SampleBriefings</name>
    <message>
        <source>The briefings of the sample city are missing in this program.</source>
        <translation>本程序缺少示例城市的汇报。</translation>
    </message>
    <message>
        <source>Add the briefings of the sample city</source>
        <translation>添加示例城市的汇报</translation>
    </message>
</context>
<context>
    <name>loci::briefing::Briefing</name>
    <message>
        <source>“%1” is no value of “%2” that this version knows.</source>
        <translation>“%1”不是本版本认识的“%2”取值。</translation>
    </message>
    <message>
        <source>“%1” is nothing that this version knows; it is kept out of the show.</source>
        <translation>本版本不认识“%1”，放映时略去。</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>“%1”不是时间。</translation>
    </message>
    <message>
        <source>The scene “%1” is gone.</source>
        <translation>场景“%1”已不存在。</translation>
    </message>
</context>
<context>
    <name>loci::briefing::Wall</name>
    <message>
        <source>“%1” is no wall; write it as “3x3 bezel 8mm height 2.1 distance 6”, with columns first and metres.</source>
        <translation>“%1”不是有效的大屏描述；请写成“3x3 bezel 8mm height 2.1 distance 6”，列在前，单位为米。</translation>
    </message>
    <message>
        <source>The wall cannot be used: %1</source>
        <translation>无法使用该大屏描述：%1</translation>
    </message>
    <message>
        <source>it needs 1 to %1 columns and rows.</source>
        <translation>列数和行数须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>its height must be between 0.1 and 50 metres.</source>
        <translation>高度须在 0.1 到 50 米之间。</translation>
    </message>
    <message>
        <source>the distance to the last row must be between 0.3 and 200 metres.</source>
        <translation>到最后一排的距离须在 0.3 到 200 米之间。</translation>
    </message>
    <message>
        <source>a frame between two panels cannot be wider than a panel.</source>
        <translation>两块屏之间的边框不能宽于一块屏。</translation>
    </message>
</context>
<context>
    <name>loci::cli::BriefVerb</name>
    <message>
        <source>The workspace has no briefings.</source>
        <translation>该工作区没有汇报。</translation>
    </message>
    <message>
        <source>Freeze the numbers of the briefing</source>
        <translation>将汇报数值定版</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers changed since they were frozen last.</source>
        <translation>
            <numerusform>自上次定版以来有 %n 个数值变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>--size wants WIDTHxHEIGHT in pixels, at least 320x180; &quot;%1&quot; is not that.</source>
        <translation>--size 需要以像素表示的“宽x高”，至少 320x180；“%1”不符合。</translation>
    </message>
    <message>
        <source>Say where to: one of --pdf FILE, --png FILE, --web FILE or --film FILE.</source>
        <translation>请说明输出位置：--pdf 文件、--png 文件、--web 文件或 --film 文件中的一个。</translation>
    </message>
    <message>
        <source>The briefing has no scene &quot;%1&quot;.</source>
        <translation>该汇报没有场景“%1”。</translation>
    </message>
    <message>
        <source>Scenes are drawn on an X display, and there is none. Run the command with xvfb-run.</source>
        <translation>绘制场景需要 X 显示环境，目前没有。请用 xvfb-run 运行该命令。</translation>
    </message>
    <message>
        <source>There is no workspace %1.</source>
        <translation>没有工作区 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n files, the first is %1; %2 s.</source>
        <translation>
            <numerusform>共 %n 个文件，第一个为 %1；用时 %2 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what to do: list WORKSPACE, show WORKSPACE NAME, freeze WORKSPACE NAME or export WORKSPACE NAME with --pdf, --png, --web or --film.</source>
        <translation>请说明操作：list 工作区、show 工作区 名称、freeze 工作区 名称，或 export 工作区 名称 并加 --pdf、--png、--web 或 --film。</translation>
    </message>
    <message>
        <source>Lists, freezes and exports briefings</source>
        <translation>列出、定版和导出汇报</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BriefingExport</name>
    <message>
        <source>The briefing cannot be written to %1.</source>
        <translation>无法将汇报写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SceneEditor</name>
    <message>
        <source>3D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Map and 3D</source>
        <translation>地图与三维</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Film strip</source>
        <translation>图片条</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>直接切换</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>淡入淡出</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>飞行</translation>
    </message>
</context>
<context>
    <name>loci::widgets::ShowState</name>
    <message>
        <source>Where the show stands cannot be kept in %1: after a crash it would begin anew.</source>
        <translation>无法在 %1 中记录放映位置：异常退出后将从头开始。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::WallPaint</name>
    <message>
        <source>The words are too many for letters that can be read from %1 m.</source>
        <translation>文字过多，无法以 %1 米外可读的字号显示。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::BriefingPanel</name>
    <message>
        <source>Export as a film (MP4)</source>
        <translation>导出为影片（MP4）</translation>
    </message>
    <message>
        <source>Export as a film (WebM)</source>
        <translation>导出为影片（WebM）</translation>
    </message>
</context>
<context>
    <name>loci::app::BriefingRoom</name>
    <message>
        <source>The film is being made; you can go on working.</source>
        <translation>正在生成影片，您可以继续工作。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FilmWriter</name>
    <message>
        <source>The film cannot be written to %1.</source>
        <translation>无法将影片写入 %1。</translation>
    </message>
    <message>
        <source>A film is a file *.mp4 or *.webm, not %1.</source>
        <translation>影片文件应为 *.mp4 或 *.webm，而不是 %1。</translation>
    </message>
    <message>
        <source>This computer has no encoder for *.%1; try another kind of film.</source>
        <translation>这台计算机没有 *.%1 的编码器，请换一种影片格式。</translation>
    </message>
</context>
</TS>
