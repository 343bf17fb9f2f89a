<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>SampleWriter</name>
    <message>
        <source>The number of buildings goes from 1 to 1,000,000.</source>
        <translation>建筑数量的范围是 1 至 1 000 000。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Writing the sample was cancelled.</source>
        <translation>已取消写出示例城市。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>loci::cli::SampleVerb</name>
    <message>
        <source>--seed needs a whole number that is not negative.</source>
        <translation>--seed 需要一个非负整数。</translation>
    </message>
    <message>
        <source>--buildings needs a whole number from 1 to 1000000.</source>
        <translation>--buildings 需要 1 至 1000000 之间的整数。</translation>
    </message>
    <message>
        <source>--seq goes with --buildings.</source>
        <translation>--seq 须与 --buildings 一起使用。</translation>
    </message>
    <message>
        <source>Writing the sample city: %1 %</source>
        <translation>正在写出示例城市：%1 %</translation>
    </message>
    <message>
        <source>%1 buildings and %2 heritage places in %3</source>
        <translation>%3 中有 %1 栋建筑、%2 处文物</translation>
    </message>
    <message>
        <source>Writes the sample city, or a model of N buildings for measurements</source>
        <translation>写出示例城市，或用于测试性能的 N 栋建筑的模型</translation>
    </message>
</context>
</TS>
