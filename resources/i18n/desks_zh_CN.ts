<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::workspace::DeskLine</name>
    <message>
        <source>“%1” was not kept: the same was changed in the meantime. Nothing was overwritten; look at both versions and decide.</source>
        <translation>“%1”未保存：同一内容在此期间已被更改。没有覆盖任何内容；请查看两个版本后决定。</translation>
    </message>
    <message>
        <source>“%1” was not kept: %2 changed the same in the meantime. Nothing was overwritten; look at both versions and decide.</source>
        <translation>“%1”未保存：%2 在此期间更改了同一内容。没有覆盖任何内容；请查看两个版本后决定。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PeopleBar</name>
    <message>
        <source>%1 at %2, since %3</source>
        <translation>%1，在 %2，自 %3 起</translation>
    </message>
    <message>
        <source>%1 at %2, since %3, is changing %4</source>
        <translation>%1，在 %2，自 %3 起，正在修改 %4</translation>
    </message>
    <message numerus="yes">
        <source>Other people in this workspace: %n</source>
        <translation>
            <numerusform>此工作区中的其他人：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loci::widgets::MergeWords</name>
    <message>
        <source>Map layer</source>
        <translation>地图图层</translation>
    </message>
    <message>
        <source>Order of the layers</source>
        <translation>图层顺序</translation>
    </message>
    <message>
        <source>Settings of the map</source>
        <translation>地图设置</translation>
    </message>
    <message>
        <source>City model</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>无</translation>
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
</context>
<context>
    <name>loci::widgets::MergePanel</name>
    <message>
        <source>Changed at two desks</source>
        <translation>两个席位同时修改</translation>
    </message>
    <message>
        <source>Give mine up</source>
        <translation>放弃我的修改</translation>
    </message>
    <message>
        <source>Keep merged version</source>
        <translation>保存合并结果</translation>
    </message>
    <message>
        <source>Both desks changed other fields. Nothing was overwritten; keep both changes?</source>
        <translation>两个席位修改了不同字段，没有覆盖任何内容。是否保留双方的修改？</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Now in the workspace</source>
        <translation>工作区中现有</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Their whole version, %1 bytes</source>
        <translation>对方的整个版本，%1 字节</translation>
    </message>
    <message>
        <source>Your whole version, %1 bytes</source>
        <translation>您的整个版本，%1 字节</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>It has no fields to merge: one version stands.</source>
        <translation>没有可合并的字段：只能保留一个版本。</translation>
    </message>
    <message>
        <source>Merged without a question</source>
        <translation>已自动合并</translation>
    </message>
    <message>
        <source>%1: %2 → %3 (%4)</source>
        <translation>%1：%2 → %3（%4）</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Your step was not kept yet, and nothing was overwritten. Changed at both desks: %1. Choose what stands.</source>
        <translation>您的修改尚未保存，也没有覆盖任何内容。两个席位同时修改的有 %1 处，请选择保留哪一个。</translation>
    </message>
</context>
<context>
    <name>loci::app::DeskRoom</name>
    <message>
        <source>Both changes were kept: %1</source>
        <translation>双方的修改均已保存：%1</translation>
    </message>
    <message>
        <source>%1 changed: %2</source>
        <translation>%1 修改了：%2</translation>
    </message>
    <message>
        <source>%1 changed: %2 and %3 more</source>
        <translation>%1 修改了：%2 等，另有 %3 项</translation>
    </message>
</context>
<context>
    <name>loci::widgets::RecordSheet</name>
    <message>
        <source>%1 changed the same field meanwhile. When you save, both versions are shown; nothing is overwritten.</source>
        <translation>%1 同时修改了同一字段。保存时将显示两个版本，不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>%1 is changing this record at another desk.</source>
        <translation>%1 正在另一席位修改此档案。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Workspace</name>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>“%1” is a step of %2; undo takes back your own steps, one by one.</source>
        <translation>“%1”是 %2 的操作；撤销只能逐步撤回您自己的操作。</translation>
    </message>
</context>
</TS>
