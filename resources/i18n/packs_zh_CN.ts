<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Level</name>
    <message>
        <source>Show packages between levels</source>
        <translation>显示上下级报送</translation>
    </message>
</context>
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
    <message>
        <source>Levels</source>
        <translation>上下级</translation>
    </message>
</context>
<context>
    <name>loci::app::LevelRoom</name>
    <message>
        <source>Level packages (*.locilevel)</source>
        <translation>层级包 (*.locilevel)</translation>
    </message>
    <message>
        <source>Remarks (*.json)</source>
        <translation>意见 (*.json)</translation>
    </message>
    <message>
        <source>The key for sealing cannot be kept.</source>
        <translation>无法保存签封用的密钥。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Send a package to the next level</source>
        <translation>向上级报送层级包</translation>
    </message>
    <message>
        <source>Version %1 with %2 values and %3 documents is in %4.</source>
        <translation>第 %1 版（%2 个数值、%3 个文档）已写入 %4。</translation>
    </message>
    <message>
        <source>Receive a package</source>
        <translation>接收层级包</translation>
    </message>
    <message>
        <source>This package of %1 is not sealed by anybody whom this computer trusts. Take it all the same?</source>
        <translation>%1 的层级包没有本机信任者的签封。仍要接收吗？</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不接收</translation>
    </message>
    <message>
        <source>Version %1 of %2 is here: %3 differences.</source>
        <translation>已收到 %2 第 %1 版：%3 处不同。</translation>
    </message>
    <message>
        <source>This content is here already; nothing was changed.</source>
        <translation>这些内容已收到；没有改动。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>What is to be corrected in “%1”?</source>
        <translation>“%1”需要更正什么？</translation>
    </message>
    <message>
        <source>Proposed value (may be empty)</source>
        <translation>建议值（可为空）</translation>
    </message>
    <message>
        <source>Send remarks back</source>
        <translation>返回意见</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Take remarks</source>
        <translation>接收意见</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n new remarks.</source>
        <translation>
            <numerusform>%n 条新意见。</numerusform>
        </translation>
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
    <name>loci::cli::LevelVerb</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>The option --%1 is needed.</source>
        <translation>需要选项 --%1。</translation>
    </message>
    <message>
        <source>The package is not sealed with the key that is trusted.</source>
        <translation>层级包没有用受信任的密钥签封。</translation>
    </message>
    <message>
        <source>Version %1 of %2: %3 values, %4 documents.</source>
        <translation>%2 第 %1 版：%3 个数值，%4 个文档。</translation>
    </message>
    <message>
        <source>There is nothing to send: no value of these indicators, no record.</source>
        <translation>没有可发送的内容：这些指标没有数值，也没有记录。</translation>
    </message>
    <message>
        <source>%1 %2 differences to what was here.</source>
        <translation>%1 与原有内容有 %2 处不同。</translation>
    </message>
    <message>
        <source>This content of %1 is here already; nothing was changed.</source>
        <translation>%1 的这些内容已收到；没有改动。</translation>
    </message>
    <message>
        <source>%1 version %2: %3 values, %4 remarks</source>
        <translation>%1 第 %2 版：%3 个数值，%4 条意见</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>尚未收到任何层级包。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n new remarks.</source>
        <translation>
            <numerusform>%n 条新意见。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is nothing that can be done with level packages.</source>
        <translation>“%1”不是层级包的操作。</translation>
    </message>
    <message>
        <source>packages of indicators and records for the next level, and corrections back</source>
        <translation>向上级报送指标与记录的层级包，以及返回的更正</translation>
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
    <message>
        <source>The pack %1 does not run.</source>
        <translation>部门包 %1 未在运行。</translation>
    </message>
    <message>
        <source>Turn on the pack %1</source>
        <translation>启用部门包 %1</translation>
    </message>
    <message>
        <source>Turn off the pack %1</source>
        <translation>停用部门包 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n documents.</source>
        <translation><numerusform>%n 个文档。</numerusform></translation>
    </message>
</context>
<context>
    <name>loci::formats::Seal</name>
    <message>
        <source>“%1” is a link, which may not be in a sealed folder.</source>
        <translation>“%1”是链接，不得放在签封的文件夹中。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>无法读取文件“%1”。</translation>
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
        <source>The folder could not be signed.</source>
        <translation>无法为文件夹签名。</translation>
    </message>
    <message>
        <source>The signature cannot be written into %1.</source>
        <translation>无法把签名写入 %1。</translation>
    </message>
</context>
<context>
    <name>loci::levels::LevelPackage</name>
    <message>
        <source>The package has no column “%1”.</source>
        <translation>层级包缺少列“%1”。</translation>
    </message>
    <message>
        <source>Row %1 of the package is no value and no document.</source>
        <translation>层级包第 %1 行既不是数值也不是文档。</translation>
    </message>
    <message>
        <source>This is no level package that this version of Loci reads.</source>
        <translation>这不是此版本 Loci 能读取的层级包。</translation>
    </message>
    <message>
        <source>The package of %1 does not hold what its manifest says; ask for it again.</source>
        <translation>%1 的层级包内容与清单不符；请对方重新发送。</translation>
    </message>
    <message>
        <source>A remark does not say what it is about.</source>
        <translation>有一条意见没有说明针对什么。</translation>
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
    <name>loci::widgets::LevelPanel</name>
    <message>
        <source>Remarks of the level above</source>
        <translation>上级意见</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Made on %1, content %2</source>
        <translation>制作于 %1，内容 %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 处</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>上下级</translation>
    </message>
    <message>
        <source>Send up…</source>
        <translation>报送上级…</translation>
    </message>
    <message>
        <source>Receive…</source>
        <translation>接收…</translation>
    </message>
    <message>
        <source>Take remarks…</source>
        <translation>接收意见…</translation>
    </message>
    <message>
        <source>Send remarks back…</source>
        <translation>返回意见…</translation>
    </message>
    <message>
        <source>Remark on the chosen value…</source>
        <translation>对所选数值提意见…</translation>
    </message>
    <message>
        <source>Packages from the level below, and remarks from the level above, appear here.</source>
        <translation>下级报送的层级包和上级返回的意见显示在这里。</translation>
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
<context>
    <name>loci::workspace::LevelExchange</name>
    <message>
        <source>Send level package %1</source>
        <translation>发送第 %1 版层级包</translation>
    </message>
    <message>
        <source>Version %1 of %2 is older than version %3, which is here already.</source>
        <translation>%2 的第 %1 版早于已收到的第 %3 版。</translation>
    </message>
    <message>
        <source>Receive level package %1 of %2</source>
        <translation>接收 %2 的第 %1 版层级包</translation>
    </message>
    <message>
        <source>Nothing called “%1” was received from %2.</source>
        <translation>没有从 %2 收到“%1”。</translation>
    </message>
    <message>
        <source>Say what is to be corrected.</source>
        <translation>请说明需要更正什么。</translation>
    </message>
    <message>
        <source>Remark on %1</source>
        <translation>对 %1 提出意见</translation>
    </message>
    <message>
        <source>The file holds no remarks on a level package.</source>
        <translation>文件中没有对层级包的意见。</translation>
    </message>
    <message>
        <source>Take remarks of the level above</source>
        <translation>接收上级意见</translation>
    </message>
</context>
<context>
    <name>loci::workspace::LevelFile</name>
    <message>
        <source>There is no room for temporary files.</source>
        <translation>没有空间存放临时文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>The package %1 was changed after it was sealed; ask for it again.</source>
        <translation>层级包 %1 在签封之后被改动；请对方重新发送。</translation>
    </message>
    <message>
        <source>%1 is no level package.</source>
        <translation>%1 不是层级包。</translation>
    </message>
</context>
</TS>
