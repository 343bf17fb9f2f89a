<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>HelpDesk</name>
    <message>
        <source>About Loci</source>
        <translation>关于 Loci</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>显示诊断信息</translation>
    </message>
</context>
<context>
    <name>loci::app::HelpDesk</name>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
</context>
<context>
    <name>loci::widgets::AboutSheet</name>
    <message>
        <source>See a city on a map and in 3D, and decide about it together.</source>
        <translation>在地图和三维中看城市，一起作决定。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, by the Loci authors. It comes without any warranty.</source>
        <translation>自由软件，作者为 Loci 作者群，采用 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>程序库</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>诊断信息…</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>loci::widgets::DiagnosticSheet</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What helps to find a fault, without your name, your files and your passwords. Nothing is sent by itself: copy it or save it.</source>
        <translation>有助于查找故障的信息，不含您的姓名、文件和密码。不会自动发送：请复制或保存。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
</context>
</TS>
