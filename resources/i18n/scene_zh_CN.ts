<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cli</name>
    <message>
        <source>--size wants WIDTHxHEIGHT in pixels, for example 1600x1000; &quot;%1&quot; is not that.</source>
        <translation>--size 需要以像素为单位的“宽x高”，例如 1600x1000；“%1”不符合。</translation>
    </message>
    <message>
        <source>--camera wants six numbers: the position and the focus, px,py,pz,fx,fy,fz; &quot;%1&quot; is not that.</source>
        <translation>--camera 需要六个数：位置和焦点 px,py,pz,fx,fy,fz；“%1”不符合。</translation>
    </message>
    <message>
        <source>--sun wants a time such as 2026-03-21T12:00:00Z; &quot;%1&quot; is not one.</source>
        <translation>--sun 需要形如 2026-03-21T12:00:00Z 的时间；“%1”不是。</translation>
    </message>
    <message>
        <source>--theme is light or dark, not &quot;%1&quot;.</source>
        <translation>--theme 只能是 light 或 dark，不能是“%1”。</translation>
    </message>
    <message>
        <source>Read %1...</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>No object has an attribute &quot;%1&quot; to colour by.</source>
        <translation>没有对象具有可用于着色的属性“%1”。</translation>
    </message>
    <message>
        <source>%1: %2 objects, %3 triangles, %4 s</source>
        <translation>%1：%2 个对象，%3 个三角形，%4 秒</translation>
    </message>
    <message>
        <source>Draws workspaces and city models in 3D into a PNG file.</source>
        <translation>把工作区和城市模型的三维视图绘制成 PNG 文件。</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>The 3D picture could not be drawn.</source>
        <translation>无法绘制三维图像。</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be written: %2.</source>
        <translation>无法写入图片“%1”：%2。</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; could not be written completely: %2.</source>
        <translation>图片“%1”未能完整写入：%2。</translation>
    </message>
    <message>
        <source>Drawing the 3D view needs an X display, and there is none. Run the command with xvfb-run.</source>
        <translation>绘制三维视图需要 X 显示，而当前没有。请用 xvfb-run 运行此命令。</translation>
    </message>
    <message>
        <source>The model does not say where on the earth it lies, so the sun of that time cannot be computed.</source>
        <translation>模型没有说明它在地球上的位置，因此无法计算该时刻的太阳位置。</translation>
    </message>
    <message>
        <source>The texture image &quot;%1&quot; is not there or cannot be read; the surfaces that use it are drawn plain.</source>
        <translation>纹理图像“%1”不存在或无法读取；使用它的表面以纯色绘制。</translation>
    </message>
    <message>
        <source>Show everything in 3D</source>
        <translation>三维视图显示全部</translation>
    </message>
    <message>
        <source>Turn the 3D view to the north</source>
        <translation>三维视图转向正北</translation>
    </message>
    <message>
        <source>Fly to the selected object</source>
        <translation>飞到所选对象</translation>
    </message>
    <message>
        <source>Hide the selected objects in 3D</source>
        <translation>在三维视图中隐藏所选对象</translation>
    </message>
    <message>
        <source>Show only the selected objects in 3D</source>
        <translation>三维视图中只显示所选对象</translation>
    </message>
    <message>
        <source>Show all hidden objects in 3D again</source>
        <translation>重新显示三维视图中隐藏的对象</translation>
    </message>
    <message>
        <source>Set date and time of the sun</source>
        <translation>设置太阳的日期和时间</translation>
    </message>
    <message>
        <source>Copy the 3D picture</source>
        <translation>复制三维图像</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SceneLegend</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>其他值</translation>
    </message>
    <message>
        <source>Unfold the legend</source>
        <translation>展开图例</translation>
    </message>
    <message>
        <source>Fold the legend</source>
        <translation>收起图例</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SceneCanvas</name>
    <message>
        <source>The 3D view needs OpenGL 3.2; this computer offers %1.%2. The map and everything else work without it.</source>
        <translation>三维视图需要 OpenGL 3.2，而这台计算机只提供 %1.%2。地图和其他功能不受影响。</translation>
    </message>
    <message>
        <source>The 3D view needs OpenGL, which this computer or display does not offer. The map and everything else work without it.</source>
        <translation>三维视图需要 OpenGL，而这台计算机或显示环境不提供。地图和其他功能不受影响。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SceneControls</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>LoD %1</source>
        <translation>LoD %1</translation>
    </message>
    <message>
        <source>Surface type</source>
        <translation>表面类型</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>LoD automatic</source>
        <translation>LoD 自动</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <comment>date and time of the sun</comment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>标准光照</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Turn north to the top</source>
        <translation>转向正北</translation>
    </message>
    <message>
        <source>Level of detail</source>
        <translation>细节层次</translation>
    </message>
    <message>
        <source>Date and time of the sun</source>
        <translation>太阳的日期和时间</translation>
    </message>
    <message>
        <source>Colours of the buildings</source>
        <translation>建筑颜色</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SceneView</name>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到此处</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>只显示此对象</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>重新显示全部</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>The 3D picture is on the clipboard.</source>
        <translation>三维图像已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Texture images that are missing: %1. Their surfaces are drawn plain.</source>
        <translation>缺少 %1 个纹理图像，相关表面以纯色绘制。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::SunPopover</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>一天中的时间</translation>
    </message>
    <message>
        <source>The sun stands %1° above the horizon, in the direction %2°.</source>
        <translation>太阳高度 %1°，方位 %2°。</translation>
    </message>
    <message>
        <source>The sun is %1° below the horizon.</source>
        <translation>太阳在地平线以下 %1°。</translation>
    </message>
</context>
</TS>
