<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::formats</name>
    <message>
        <source>The model could not be kept for quick opening: %1.</source>
        <translation>无法保存模型以便快速打开：%1。</translation>
    </message>
    <message>
        <source>The model is too large to be kept for quick opening.</source>
        <translation>模型太大，无法保存以便快速打开。</translation>
    </message>
    <message>
        <source>Keeping the model for quick opening was cancelled.</source>
        <translation>保存模型以便快速打开的操作已取消。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>无法写入文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::CityLibrary</name>
    <message>
        <source>Prepare %1 for quick opening</source>
        <translation>为快速打开准备 %1</translation>
    </message>
</context>
</TS>
