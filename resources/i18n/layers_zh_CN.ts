<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Map</name>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>Actions of layers were left out.</source>
        <translation>已略去图层中的动作。</translation>
    </message>
    <message>
        <source>Code of attribute forms was left out.</source>
        <translation>已略去属性表单中的代码。</translation>
    </message>
    <message>
        <source>Expression functions of the project were left out.</source>
        <translation>已略去工程中的表达式函数。</translation>
    </message>
    <message>
        <source>Macros of the project were left out.</source>
        <translation>已略去工程中的宏。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The layer description is damaged.</source>
        <translation>图层描述已损坏。</translation>
    </message>
    <message>
        <source>The map library is incomplete: its resources are not in %1. Install Loci again or run ./run.</source>
        <translation>地图库不完整：%1 中缺少其资源。请重新安装 Loci，或运行 ./run。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未在限定时间内响应。</translation>
    </message>
    <message>
        <source>The server of %1 does not answer. Check the address and the network.</source>
        <translation>%1 的服务器没有响应，请检查地址和网络。</translation>
    </message>
</context>
<context>
    <name>SampleWriter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The number of buildings goes from 1 to 1,000,000.</source>
        <translation>建筑数量应在 1 到 1,000,000 之间。</translation>
    </message>
    <message>
        <source>Writing the sample was cancelled.</source>
        <translation>已取消写出示例数据。</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
</TS>
