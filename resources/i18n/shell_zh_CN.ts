<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionPlace</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>City models</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Workplaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Measure length</source>
        <translation>量测距离</translation>
    </message>
    <message>
        <source>Measure area</source>
        <translation>量测面积</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Map &amp; layers</source>
        <translation>地图与图层</translation>
    </message>
    <message>
        <source>Heritage</source>
        <translation>遗产</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>Data &amp; packs</source>
        <translation>数据与插件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Status</name>
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
        <translation>不良</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 个错误</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 个警告</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 条提示</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>%1 BC</source>
        <translation>公元前%1年</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Workplaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Each job has its place here. Choosing one swaps the list at the left; map, 3D and what you have selected stay.</source>
        <translation>每项工作在这里都有自己的位置。切换工作区只更换左侧列表，地图、三维和所选对象保持不变。</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找一切</translation>
    </message>
    <message>
        <source>Press Ctrl+K and type a place, a layer, a coordinate or a command. Chinese names are found by pinyin initials too.</source>
        <translation>按 Ctrl+K，输入地点、图层、坐标或命令；中文名称也可用拼音首字母查找。</translation>
    </message>
    <message>
        <source>Map and 3D</source>
        <translation>地图与三维</translation>
    </message>
    <message>
        <source>Two views of the same city. Click a building in one, and it is selected in the other.</source>
        <translation>同一座城市的两种视图。在一处点选建筑，另一处也随之选中。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What you have selected is explained here, with the few actions that make sense for it.</source>
        <translation>这里说明所选的对象，并列出适用的操作。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Drag the knob to see the city at another moment. The sun and all data follow.</source>
        <translation>拖动滑块查看城市的另一时刻，日照和所有数据随之变化。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What is wrong in the data collects here instead of interrupting you. Each finding takes you to its place.</source>
        <translation>数据中的问题集中列在这里，不会打断您的工作；点击任一问题即可定位。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CommandPalette</name>
    <message>
        <source>Type a command, a layer, a place or a coordinate</source>
        <translation>输入命令、图层、地点或坐标</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>未找到“%1”</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FindingsButton</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Nothing is wrong in the inputs</source>
        <translation>输入数据没有问题</translation>
    </message>
</context>
<context>
    <name>loci::widgets::FindingsPanel</name>
    <message>
        <source>Nothing is wrong in what you have opened.</source>
        <translation>打开的数据没有问题。</translation>
    </message>
    <message>
        <source>No finding fits the filter.</source>
        <translation>没有符合筛选条件的问题。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Export the findings shown</source>
        <translation>导出当前显示的问题</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>导出问题</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>表格 (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The findings could not be written to %1: %2.</source>
        <translation>无法将问题写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HeaderBar</name>
    <message>
        <source>No workspace</source>
        <translation>未打开工作区</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Search places, layers, records, or run a command</source>
        <translation>搜索地点、图层、记录，或执行命令</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Switch to the light theme</source>
        <translation>切换到浅色主题</translation>
    </message>
    <message>
        <source>Switch to the dark theme</source>
        <translation>切换到深色主题</translation>
    </message>
</context>
<context>
    <name>loci::widgets::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What you change appears here, and a click takes you back to any step.</source>
        <translation>您的每一步修改都会列在这里，点击即可回到任意一步。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>初始状态</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PropertyList</name>
    <message>
        <source>Copy %1</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>复制全部</translation>
    </message>
</context>
<context>
    <name>loci::widgets::TaskButton</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 个正在运行</translation>
    </message>
    <message>
        <source>%1 running, %2 %</source>
        <translation>%1 个正在运行，已完成 %2%</translation>
    </message>
</context>
<context>
    <name>loci::widgets::TaskPopover</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消“%1”</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在运行的任务。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::TimeAxis</name>
    <message>
        <source>gap</source>
        <translation>缺测</translation>
    </message>
</context>
<context>
    <name>loci::widgets::TimeBar</name>
    <message>
        <source>real time</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 min/s</source>
        <translation>%1 分钟/秒</translation>
    </message>
    <message>
        <source>%1 h/s</source>
        <translation>%1 小时/秒</translation>
    </message>
    <message>
        <source>%1 d/s</source>
        <translation>%1 天/秒</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 个事件</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 个事件</translation>
    </message>
    <message>
        <source>Replay, %1</source>
        <translation>回放，%1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Chosen time</source>
        <translation>所选时刻</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>回放速度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>loci::widgets::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>loci::widgets::Tour</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>退出导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>loci::widgets::WelcomePage</name>
    <message>
        <source>The file is not there any more</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Welcome to Loci</source>
        <translation>欢迎使用 Loci</translation>
    </message>
    <message>
        <source>See a city on a map and in 3D, and decide about it together.</source>
        <translation>在地图与三维中看清一座城市，共同作出决定。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Open the sample city</source>
        <translation>打开示例城市</translation>
    </message>
    <message>
        <source>A river town with 3,000 buildings</source>
        <translation>一座有 3,000 栋建筑的沿江古城</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>City models, layers, QGIS projects</source>
        <translation>城市模型、图层、QGIS 工程</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>观看导览</translation>
    </message>
    <message>
        <source>Two minutes; leave at any point</source>
        <translation>两分钟，可随时退出</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Proposals, rules, height zones</source>
        <translation>方案、规则、限高分区</translation>
    </message>
    <message>
        <source>Heritage</source>
        <translation>遗产</translation>
    </message>
    <message>
        <source>Monuments, protection zones, condition</source>
        <translation>文物、保护区划、保存状况</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>Scenes for the wall, figures, statements</source>
        <translation>大屏场景、数据与结论</translation>
    </message>
</context>
</TS>
