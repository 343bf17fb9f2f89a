<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ClassHistogram</name>
    <message>
        <source>%1 to %2: %3</source>
        <comment>least and most of a class, how many are in it</comment>
        <translation>%1 至 %2：%3</translation>
    </message>
</context>
<context>
    <name>ColourPopover</name>
    <message>
        <source>Blue to red</source>
        <comment>colour ramp</comment>
        <translation>蓝到红</translation>
    </message>
    <message>
        <source>Cividis</source>
        <comment>colour ramp</comment>
        <translation>蓝黄（Cividis）</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Colour ramp</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Cut into</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Equal counts</source>
        <translation>等数量</translation>
    </message>
    <message>
        <source>Equal steps</source>
        <translation>等间距</translation>
    </message>
    <message>
        <source>Greens</source>
        <comment>colour ramp</comment>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Magma</source>
        <comment>colour ramp</comment>
        <translation>岩浆（Magma）</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>分级数</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>色带</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Viridis</source>
        <comment>colour ramp</comment>
        <translation>翠绿（Viridis）</translation>
    </message>
    <message>
        <source>Yellow to red</source>
        <comment>colour ramp</comment>
        <translation>黄到红</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>%1, shown corrected</source>
        <translation>%1，显示时已校正</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>The coordinates are written as the model has them, in %1: they are corrected for what is shown only.</source>
        <translation>坐标按模型原样以 %1 写出：仅在显示时校正。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A flight needs two bookmarks or more; it goes through them in the order of the list.</source>
        <translation>飞行至少需要两个书签，并按列表顺序经过它们。</translation>
    </message>
    <message>
        <source>Flight.png</source>
        <translation>飞行.png</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>Orbit.png</source>
        <translation>环绕.png</translation>
    </message>
    <message>
        <source>Save a flight</source>
        <translation>保存飞行动画</translation>
    </message>
    <message>
        <source>Save an orbit</source>
        <translation>保存环绕动画</translation>
    </message>
    <message>
        <source>The number of pictures is between 2 and %1, not &quot;%2&quot;.</source>
        <translation>图片数量应在 2 到 %1 之间，而不是“%2”。</translation>
    </message>
    <message>
        <source>Written: %1 pictures, from %2</source>
        <translation>已写出 %1 张图片，第一张为 %2</translation>
    </message>
</context>
<context>
    <name>ModelCheck</name>
    <message>
        <source>A model that is marked as %1 is corrected for what is shown only; nothing of that is written.</source>
        <translation>标记为 %1 的模型仅在显示时校正，不会写出校正结果。</translation>
    </message>
    <message>
        <source>The corrected copy needs another name than the model&#x27;s own file.</source>
        <translation>校正副本的文件名不能与模型原文件相同。</translation>
    </message>
    <message>
        <source>The name %1 does not tell a format; let it end in .city.json.</source>
        <translation>文件名 %1 看不出格式；请以 .city.json 结尾。</translation>
    </message>
    <message>
        <source>Write a corrected copy of %1</source>
        <translation>写出 %1 的校正副本</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>Choose ramp and classes of the colours in 3D</source>
        <translation>选择三维着色的色带与分级</translation>
    </message>
    <message>
        <source>Pictures and frames are drawn beside the window on an X display, and there is none.</source>
        <translation>图片和帧需要在窗口之外的 X 显示上绘制，而这里没有。</translation>
    </message>
    <message>
        <source>Save a flight through the bookmarks as numbered pictures…</source>
        <translation>将经过书签的飞行保存为编号图片…</translation>
    </message>
    <message>
        <source>Save an orbit as numbered pictures…</source>
        <translation>将环绕动画保存为编号图片…</translation>
    </message>
</context>
<context>
    <name>SceneControls</name>
    <message>
        <source>Ramp and classes…</source>
        <translation>色带与分级…</translation>
    </message>
</context>
<context>
    <name>SceneRecorder</name>
    <message>
        <source>Another picture or film of the 3D view is still being drawn.</source>
        <translation>三维视图的另一张图片或动画仍在绘制中。</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
</context>
<context>
    <name>SceneView</name>
    <message>
        <source>Save a flight</source>
        <translation>保存飞行动画</translation>
    </message>
    <message>
        <source>Save an orbit</source>
        <translation>保存环绕动画</translation>
    </message>
    <message>
        <source>Save the 3D picture</source>
        <translation>保存三维图片</translation>
    </message>
</context>
<context>
    <name>Truth</name>
    <message>
        <source>Mark the city model as BD-09 (Baidu)</source>
        <translation>将城市模型标记为 BD-09（百度）</translation>
    </message>
    <message>
        <source>Mark the city model as GCJ-02 (Amap, Tencent)</source>
        <translation>将城市模型标记为 GCJ-02（高德、腾讯）</translation>
    </message>
    <message>
        <source>Take the city model&#x27;s coordinates as they are</source>
        <translation>按原样采用城市模型的坐标</translation>
    </message>
    <message>
        <source>Write a corrected copy of the model…</source>
        <translation>写出高程已校正的模型副本…</translation>
    </message>
</context>
<context>
    <name>TruthActions</name>
    <message>
        <source>%1 corrected.city.json</source>
        <translation>%1 已校正.city.json</translation>
    </message>
    <message>
        <source>CityJSON (*.city.json *.json);;CityJSON sequence (*.city.jsonl)</source>
        <translation>CityJSON (*.city.json *.json);;CityJSON 序列 (*.city.jsonl)</translation>
    </message>
    <message>
        <source>Write a corrected copy</source>
        <translation>写出校正副本</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>The coordinates cannot be moved back from %1: the model does not say which coordinate system it is in.</source>
        <translation>无法从 %1 还原坐标：模型没有说明所用的坐标系。</translation>
    </message>
</context>
</TS>
