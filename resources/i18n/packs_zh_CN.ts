<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pack</name>
    <message>
        <source>Show the department packs</source>
        <translation>显示部门包</translation>
    </message>
</context>
<context>
    <name>Workplaces</name>
    <message>
        <source>Packs</source>
        <translation>部门包</translation>
    </message>
</context>
<context>
    <name>loci::app::PackFiles</name>
    <message>
        <source>The layer of the pack cannot be kept beside the workspace.</source>
        <translation>无法在工作区旁保存部门包的图层。</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>does not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Came with the program.</source>
        <translation>随程序提供。</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>由 %1 签名。</translation>
    </message>
    <message>
        <source>Not signed by anybody trusted here; somebody agreed to these files.</source>
        <translation>没有本机信任者的签名；有人同意采用这些文件。</translation>
    </message>
    <message>
        <source>The pack has no file “%1”.</source>
        <translation>部门包中没有文件“%1”。</translation>
    </message>
    <message>
        <source>Permissions: %1</source>
        <translation>权限：%1</translation>
    </message>
    <message>
        <source>Started in %1 ms.</source>
        <translation>启动用时 %1 毫秒。</translation>
    </message>
</context>
<context>
    <name>loci::app::PackRoom</name>
    <message>
        <source>This pack cannot be turned on or off now.</source>
        <translation>此部门包现在不能启用或停用。</translation>
    </message>
    <message>
        <source>Turn on the pack %1</source>
        <translation>启用部门包 %1</translation>
    </message>
    <message>
        <source>Turn off the pack %1</source>
        <translation>停用部门包 %1</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Add the layer %1 of a pack</source>
        <translation>添加部门包的图层 %1</translation>
    </message>
    <message>
        <source>it was opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The panel is empty.</source>
        <translation>面板为空。</translation>
    </message>
</context>
<context>
    <name>loci::app::PackTemplate</name>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不为空。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::cli::PackVerb</name>
    <message>
        <source>No packs.</source>
        <translation>没有部门包。</translation>
    </message>
    <message>
        <source>The signature does not fit the files.</source>
        <translation>签名与文件不符。</translation>
    </message>
    <message>
        <source>%1 cannot be used as it is.</source>
        <translation>%1 现状不可用。</translation>
    </message>
    <message>
        <source>%1 %2 is in order.</source>
        <translation>%1 %2 检查无误。</translation>
    </message>
    <message>
        <source>A pack to begin with is in %1; “loci pack check” tells what it lacks.</source>
        <translation>起步用的部门包已放在 %1；用“loci pack check”查看还缺什么。</translation>
    </message>
    <message>
        <source>Say with --key which secret key signs; “loci pack key FILE” makes one.</source>
        <translation>请用 --key 指明用哪个私钥签名；“loci pack key 文件”可生成一个。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签名。</translation>
    </message>
    <message>
        <source>%1 cannot be written, or is there already.</source>
        <translation>无法写入 %1，或它已存在。</translation>
    </message>
    <message>
        <source>Keep %1 to yourself; give %2 to those who trust your packs.</source>
        <translation>请自行保管 %1；把 %2 交给信任您的部门包的人。</translation>
    </message>
    <message>
        <source>Say which pack: loci pack check|new|sign FOLDER.</source>
        <translation>请指明部门包：loci pack check|new|sign 文件夹。</translation>
    </message>
    <message>
        <source>“%1” is nothing that can be done with packs.</source>
        <translation>“%1”不是部门包的操作。</translation>
    </message>
    <message>
        <source>department packs: what runs, what a pack lacks, a pack to begin with</source>
        <translation>部门包：哪些在运行、缺什么、起步模板</translation>
    </message>
</context>
<context>
    <name>loci::packs::Contents</name>
    <message>
        <source>%1 holds no “%2” that can be read.</source>
        <translation>%1 中没有可读取的“%2”。</translation>
    </message>
    <message>
        <source>“%1” in %2 is no id with an object.</source>
        <translation>%2 中的“%1”不是带对象的标识。</translation>
    </message>
    <message>
        <source>The layer “%1” has no file inside the pack.</source>
        <translation>图层“%1”在部门包内没有文件。</translation>
    </message>
</context>
<context>
    <name>loci::packs::Folders</name>
    <message>
        <source>The pack has no file “%1”.</source>
        <translation>部门包中没有文件“%1”。</translation>
    </message>
    <message>
        <source>The file “%1” of the pack cannot be read.</source>
        <translation>无法读取部门包的文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is a link or can be changed by others; packs are taken only from files that nobody else can change.</source>
        <translation>“%1”是链接或可被他人修改；只采用他人无法修改的文件。</translation>
    </message>
    <message>
        <source>Its signature is not valid.</source>
        <translation>它的签名无效。</translation>
    </message>
    <message>
        <source>“%1” was changed after the pack was signed.</source>
        <translation>签名之后“%1”被改动。</translation>
    </message>
</context>
<context>
    <name>loci::packs::Ledger</name>
    <message>
        <source>“%1” is no id, or it is used twice.</source>
        <translation>“%1”不是有效标识，或被重复使用。</translation>
    </message>
    <message>
        <source>The contribution “%1” holds nothing that can be used.</source>
        <translation>贡献项“%1”没有可用内容。</translation>
    </message>
    <message>
        <source>The indicator cannot be read.</source>
        <translation>无法读取该指标。</translation>
    </message>
</context>
<context>
    <name>loci::packs::Library</name>
    <message>
        <source>It failed while %1: %2.</source>
        <translation>在%1时失败：%2。</translation>
    </message>
    <message>
        <source>It failed while %1.</source>
        <translation>在%1时失败。</translation>
    </message>
    <message>
        <source>Its library “%1” is missing.</source>
        <translation>缺少它的程序库“%1”。</translation>
    </message>
    <message>
        <source>Its library is no library of a pack.</source>
        <translation>它的程序库不是部门包程序库。</translation>
    </message>
    <message>
        <source>Its library is made for another version of the pack interface.</source>
        <translation>它的程序库是为另一版本的部门包接口制作的。</translation>
    </message>
    <message>
        <source>its library was loaded</source>
        <translation>加载程序库</translation>
    </message>
    <message>
        <source>Its library cannot be loaded.</source>
        <translation>无法加载它的程序库。</translation>
    </message>
    <message>
        <source>it was started</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>it was told that all packs run</source>
        <translation>得知全部部门包已运行</translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It did not answer within %1 seconds when it was tried.</source>
        <translation>试运行时 %1 秒内没有响应。</translation>
    </message>
    <message>
        <source>It crashed when it was tried in a process of its own.</source>
        <translation>在独立进程中试运行时崩溃。</translation>
    </message>
</context>
<context>
    <name>loci::packs::Manifest</name>
    <message>
        <source>“%1” is no requirement; write “org.example.pack &gt;= 1.0”.</source>
        <translation>“%1”不是有效的依赖；请写成“org.example.pack &gt;= 1.0”。</translation>
    </message>
    <message>
        <source>The pack names the file “%1”, which is not inside its folder.</source>
        <translation>部门包引用的文件“%1”不在其文件夹内。</translation>
    </message>
    <message>
        <source>“%1” is no pack id; write it like “org.example.schools”.</source>
        <translation>“%1”不是部门包标识；请写成“org.example.schools”。</translation>
    </message>
    <message>
        <source>“%1” of pack %2 is no version; write it like “1.0.0”.</source>
        <translation>部门包 %2 的“%1”不是版本号；请写成“1.0.0”。</translation>
    </message>
    <message>
        <source>Pack %1 does not say its name, department and owner.</source>
        <translation>部门包 %1 没有写明名称、部门和所有者。</translation>
    </message>
    <message>
        <source>“%1” of pack %2 is no name of a library.</source>
        <translation>部门包 %2 的“%1”不是程序库名称。</translation>
    </message>
    <message>
        <source>The manifest says “%1”, which this version of Loci does not know.</source>
        <translation>清单写有“%1”，此版本 Loci 不认识。</translation>
    </message>
    <message>
        <source>The manifest of the pack is no JSON object.</source>
        <translation>部门包的清单不是 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>loci::packs::PackHost</name>
    <message>
        <source>Loci ended while this pack was at work.</source>
        <translation>此部门包工作时 Loci 意外结束。</translation>
    </message>
    <message>
        <source>Nobody whom this computer trusts has signed this pack.</source>
        <translation>此部门包没有本机信任者的签名。</translation>
    </message>
    <message>
        <source>Packs are turned off for this session.</source>
        <translation>本次运行已停用所有部门包。</translation>
    </message>
    <message>
        <source>It requires the pack %1, which cannot run.</source>
        <translation>它需要部门包 %1，而后者无法运行。</translation>
    </message>
    <message>
        <source>Turned off by hand.</source>
        <translation>已手动停用。</translation>
    </message>
    <message>
        <source>The pack %1 does not run.</source>
        <translation>部门包 %1 未在运行。</translation>
    </message>
    <message>
        <source>The pack was turned off.</source>
        <translation>部门包已停用。</translation>
    </message>
    <message>
        <source>it computed</source>
        <translation>计算</translation>
    </message>
</context>
<context>
    <name>loci::packs::Resolution</name>
    <message>
        <source>Two packs have the id %1; remove one of them.</source>
        <translation>两个部门包的标识都是 %1；请移除其中一个。</translation>
    </message>
    <message>
        <source>It is made for version %1 of the pack interface; this program has %2.</source>
        <translation>它适用于部门包接口版本 %1；本程序为 %2。</translation>
    </message>
    <message>
        <source>It requires the pack %1, which is not installed.</source>
        <translation>它需要部门包 %1，但未安装。</translation>
    </message>
    <message>
        <source>It requires the pack %1, which is turned off.</source>
        <translation>它需要部门包 %1，但已停用。</translation>
    </message>
    <message>
        <source>It requires version %1 of the pack %2; version %3 is installed.</source>
        <translation>它需要部门包 %2 的版本 %1；已安装版本 %3。</translation>
    </message>
    <message>
        <source>It and the pack %1 require each other.</source>
        <translation>它与部门包 %1 互相依赖。</translation>
    </message>
    <message>
        <source>It requires the pack %1, which cannot run.</source>
        <translation>它需要部门包 %1，而后者无法运行。</translation>
    </message>
</context>
<context>
    <name>loci::packs::Signature</name>
    <message>
        <source>“%1” in the pack is a link, which a pack may not hold.</source>
        <translation>部门包中的“%1”是链接，不允许。</translation>
    </message>
    <message>
        <source>The file “%1” of the pack cannot be read.</source>
        <translation>无法读取部门包的文件“%1”。</translation>
    </message>
    <message>
        <source>No key could be made.</source>
        <translation>无法生成密钥。</translation>
    </message>
    <message>
        <source>The key is no secret Ed25519 key in PEM.</source>
        <translation>该密钥不是 PEM 格式的 Ed25519 私钥。</translation>
    </message>
    <message>
        <source>The pack could not be signed.</source>
        <translation>无法为部门包签名。</translation>
    </message>
    <message>
        <source>The signature cannot be written into %1.</source>
        <translation>无法把签名写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PackCard</name>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take it as it is</source>
        <translation>按现状采用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>loci::widgets::PackPanel</name>
    <message>
        <source>Department packs</source>
        <translation>部门包</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>全部部门包</translation>
    </message>
    <message>
        <source>Find a pack</source>
        <translation>查找部门包</translation>
    </message>
    <message>
        <source>No packs are installed.</source>
        <translation>没有安装部门包。</translation>
    </message>
    <message>
        <source>No pack is called like that.</source>
        <translation>没有这样名称的部门包。</translation>
    </message>
    <message>
        <source>Brings: %1</source>
        <translation>提供：%1</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>制作：%1</translation>
    </message>
</context>
</TS>
