<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>“loci %1” works on files; %2 is a workspace on a server, which “loci workspace info” describes.</source>
        <translation>“loci %1”处理文件；%2 是服务器上的工作区，可用“loci workspace info”查看。</translation>
    </message>
</context>
<context>
    <name>SaveAs</name>
    <message>
        <source>Save a copy as %1</source>
        <translation>把副本保存为 %1</translation>
    </message>
    <message>
        <source>A copy is in %1; you go on working on the server.</source>
        <translation>副本已存到 %1；您继续在服务器上工作。</translation>
    </message>
    <message>
        <source>Save a copy as a file</source>
        <translation>把副本保存为文件</translation>
    </message>
    <message>
        <source>Save workspace as</source>
        <translation>工作区另存为</translation>
    </message>
    <message>
        <source>Workspaces (*.loci)</source>
        <translation>工作区 (*.loci)</translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>The option --%1 goes with “workspace %2” only.</source>
        <translation>选项 --%1 只能用于“workspace %2”。</translation>
    </message>
    <message>
        <source>” and “workspace </source>
        <translation>”和“workspace </translation>
    </message>
    <message>
        <source>--%1 puts models onto a server; this goes to a file.</source>
        <translation>--%1 把模型存到服务器上；而这里的目标是文件。</translation>
    </message>
    <message>
        <source>“workspace %1” writes a file; “workspace move FROM ADDRESS” and “workspace unpack PACKAGE FOLDER --to ADDRESS” put a workspace onto a server.</source>
        <translation>“workspace %1”写出的是文件；要把工作区放到服务器上，请用“workspace move FROM ADDRESS”或“workspace unpack PACKAGE FOLDER --to ADDRESS”。</translation>
    </message>
    <message>
        <source>“workspace %1” needs the name of one workspace.</source>
        <translation>“workspace %1”需要一个工作区的名称。</translation>
    </message>
    <message>
        <source>%1 files, %2 bytes on the server</source>
        <translation>服务器上有 %1 个文件、%2 字节</translation>
    </message>
    <message>
        <source>by reference only</source>
        <translation>仅引用</translation>
    </message>
    <message>
        <source>can be read here</source>
        <translation>本机可读</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>不在本机</translation>
    </message>
    <message>
        <source>The workspace has no city models.</source>
        <translation>工作区中没有城市模型。</translation>
    </message>
    <message>
        <source>--store and --forget are two things; choose one.</source>
        <translation>--store 与 --forget 是两件事；请选其一。</translation>
    </message>
    <message>
        <source>%1 models were taken off the server; the references stay.</source>
        <translation>已从服务器移除 %1 个模型；引用保留。</translation>
    </message>
    <message>
        <source>%1 models in %2 files, %3 bytes, are on the server; %4 bytes were sent.</source>
        <translation>服务器上有 %1 个模型、%2 个文件、%3 字节；本次发送 %4 字节。</translation>
    </message>
    <message>
        <source>There is no “workspace %1”; there are new, info, check, models, roles, pack, unpack, backup and move.</source>
        <translation>没有“workspace %1”；有 new、info、check、models、roles、pack、unpack、backup 和 move。</translation>
    </message>
</context>
<context>
    <name>loci::storage::Schema</name>
    <message>
        <source>The workspace “%1” is being moved there, or its move was broken off; if nobody is moving it, its administrator drops the schema, and it is moved again.</source>
        <translation>工作区“%1”正在移到那里，或移动已中断；如果没有人在移动，请管理员删除该 schema，然后重新移动。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ModelFetch</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The server names a file of a model “%1”, which leaves its folder.</source>
        <translation>服务器把模型的一个文件命名为“%1”，超出了模型的文件夹。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The server has not the whole of %1, or something else in its place; who has the file puts it there again with “loci workspace models ADDRESS --store”.</source>
        <translation>服务器上的 %1 不完整，或已被别的内容替换；请持有该文件的人用“loci workspace models ADDRESS --store”重新存入。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Moving</name>
    <message>
        <source>%1 cannot be written: the folder is write-protected or absent.</source>
        <translation>无法写入 %1：文件夹写保护或不存在。</translation>
    </message>
    <message>
        <source>%1 is open in another program; choose another name.</source>
        <translation>%1 已在另一个程序中打开；请换一个名称。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ServerModels</name>
    <message>
        <source>Cancelled; what has been sent is not sent again next time.</source>
        <translation>已取消；已发送的内容下次不再发送。</translation>
    </message>
    <message>
        <source>%1 was changed while it was read; try again.</source>
        <translation>读取 %1 时它被改动了；请重试。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not there or cannot be read, so it was not put onto the server.</source>
        <translation>%1 不存在或无法读取，因此没有存到服务器上。</translation>
    </message>
    <message>
        <source>The models of a workspace in a file stay where they are; “loci workspace pack” takes them along.</source>
        <translation>文件工作区的模型留在原处；“loci workspace pack”会把它们一起带走。</translation>
    </message>
    <message>
        <source>A workspace in a file holds no models that could be taken away.</source>
        <translation>文件工作区中没有可移除的模型。</translation>
    </message>
</context>
</TS>
