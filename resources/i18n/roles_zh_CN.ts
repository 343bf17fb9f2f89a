<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>loci::roles::RoleMatrix</name>
    <message>
        <source>The role “%1” is there twice, or has no name.</source>
        <translation>角色“%1”重复，或没有名称。</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>没有角色“%1”。</translation>
    </message>
    <message>
        <source>There is no part “%1”; there are: %2.</source>
        <translation>没有部分“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>A level of role “%1” is none of: %2.</source>
        <translation>角色“%1”的层级不在以下之列：%2。</translation>
    </message>
    <message>
        <source>The sensitivity “%1” of role “%2” is none of: %3.</source>
        <translation>角色“%2”的敏感度“%1”不在以下之列：%3。</translation>
    </message>
    <message>
        <source>This is no list of roles.</source>
        <translation>这不是角色列表。</translation>
    </message>
</context>
<context>
    <name>loci::storage::heritage::Verifier</name>
    <message>
        <source>Your roles show you only a part of the audit; an auditor or the administrator can verify it.</source>
        <translation>您的角色只能看到审计记录的一部分；审计员或管理员可以校验。</translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceRoles</name>
    <message>
        <source>“%1” is no day; write it like 2026-12-31.</source>
        <translation>“%1”不是日期；请写成 2026-12-31 的形式。</translation>
    </message>
    <message>
        <source>“--member” needs a role, or “--remove”.</source>
        <translation>“--member”需要一个角色，或“--remove”。</translation>
    </message>
    <message>
        <source>%1 has no such role.</source>
        <translation>%1 没有这个角色。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>Roles are on: %1 roles, %2 members.</source>
        <translation>角色已启用：%1 个角色，%2 个成员。</translation>
    </message>
    <message>
        <source>Roles are off: only the owner uses this workspace.</source>
        <translation>角色未启用：只有所有者使用此工作区。</translation>
    </message>
    <message>
        <source>“workspace roles” needs the address of a workspace on a server.</source>
        <translation>“workspace roles”需要服务器上工作区的地址。</translation>
    </message>
    <message>
        <source>“--%1” goes with “--member” only.</source>
        <translation>“--%1”只能与“--member”一起使用。</translation>
    </message>
</context>
<context>
    <name>loci::cli::WorkspaceVerb</name>
    <message>
        <source>Roles and members stay on the server.</source>
        <translation>角色和成员留在服务器上。</translation>
    </message>
    <message>
        <source>The options of roles and members go with “workspace roles” only.</source>
        <translation>角色和成员的选项只能用于“workspace roles”。</translation>
    </message>
    <message>
        <source>Makes, describes, checks, packs, unpacks, backs up and moves workspaces, and gives roles</source>
        <translation>新建、描述、检查、打包、解包、备份和移动工作区，并分配角色</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisError</name>
    <message>
        <source>The audit of %1 is only added to, entry after entry; nothing was kept.</source>
        <translation>%1 的审计记录只能逐条追加；未保存任何内容。</translation>
    </message>
    <message>
        <source>A record of %1 was changed without its entry in the audit; nothing was kept.</source>
        <translation>%1 中有一条记录的更改没有对应的审计记录；未保存任何内容。</translation>
    </message>
    <message>
        <source>A member has no login on the server of %1; its administrator makes the login first.</source>
        <translation>有成员在 %1 的服务器上没有登录名；请先由其管理员创建。</translation>
    </message>
    <message>
        <source>Who owns the workspace may make no roles on the server of %1; its administrator allows it with “ALTER ROLE … CREATEROLE”.</source>
        <translation>工作区的所有者无权在 %1 的服务器上创建角色；请其管理员用“ALTER ROLE … CREATEROLE”授权。</translation>
    </message>
    <message>
        <source>With this you would shut yourself out of the roles of %1; nothing was changed.</source>
        <translation>这样会使您自己失去管理 %1 角色的权限；未做任何更改。</translation>
    </message>
    <message>
        <source>A role that has members in %1 cannot go; take the members out first.</source>
        <translation>%1 中仍有成员的角色不能删除；请先移出成员。</translation>
    </message>
    <message>
        <source>Your roles do not allow this change in %1; its administrator can allow it.</source>
        <translation>您的角色不允许在 %1 中做此更改；其管理员可以授权。</translation>
    </message>
</context>
<context>
    <name>loci::storage::RoleStore</name>
    <message>
        <source>Only a workspace on a server has roles; move it there with “loci workspace move”.</source>
        <translation>只有服务器上的工作区才有角色；请用“loci workspace move”把它移到服务器。</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>没有角色“%1”。</translation>
    </message>
    <message>
        <source>A member of role “%1” has no login.</source>
        <translation>角色“%1”有一个成员没有登录名。</translation>
    </message>
    <message>
        <source>The level “%1” of %2 is none of: %3.</source>
        <translation>%2 的层级“%1”不在以下之列：%3。</translation>
    </message>
    <message>
        <source>Your roles do not allow this change; the administrator of the workspace can allow it.</source>
        <translation>您的角色不允许此更改；工作区管理员可以授权。</translation>
    </message>
    <message>
        <source>The roles that come with Loci are missing.</source>
        <translation>缺少随 Loci 提供的角色。</translation>
    </message>
    <message>
        <source>Only the owner of the workspace turns its roles on.</source>
        <translation>只有工作区的所有者才能启用角色。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::Moving</name>
    <message>
        <source>Roles show you only a part of the workspace; its owner can move the whole.</source>
        <translation>角色只让您看到工作区的一部分；其所有者可以移动整个工作区。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::RoleGate</name>
    <message>
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>city models</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>heritage catalogue</source>
        <translation>文化遗产名录</translation>
    </message>
    <message>
        <source>indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>feeds</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>data catalogue</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>roles and rules</source>
        <translation>角色与规则</translation>
    </message>
    <message>
        <source>You may not change heritage records without a district, or of this sensitivity; the administrator of the workspace can allow it.</source>
        <translation>您不能更改没有区划或此敏感度的遗产记录；工作区管理员可以授权。</translation>
    </message>
    <message>
        <source>You may not change heritage records of district %1, or of this sensitivity; the administrator of the workspace can allow it.</source>
        <translation>您不能更改区划 %1 或此敏感度的遗产记录；工作区管理员可以授权。</translation>
    </message>
    <message>
        <source>You may not change this part of the workspace: %1; its administrator can allow it.</source>
        <translation>您不能更改工作区的这一部分：%1；其管理员可以授权。</translation>
    </message>
    <message>
        <source>The step “%1” of %2 also changed what you may not read; who may do so can take it back.</source>
        <translation>%2 的步骤“%1”还更改了您不能读取的内容；有权限的人可以撤销它。</translation>
    </message>
    <message>
        <source>%1 has no role in the workspace “%2”, or it has ended; its administrator gives one.</source>
        <translation>%1 在工作区“%2”中没有角色，或角色已到期；请其管理员分配。</translation>
    </message>
    <message>
        <source>The roles of %1 in the workspace “%2” are for reading only.</source>
        <translation>%1 在工作区“%2”中的角色只允许读取。</translation>
    </message>
</context>
<context>
    <name>loci::workspace::ServerHome</name>
    <message>
        <source>You have no role in the workspace “%1”; its administrator gives one.</source>
        <translation>您在工作区“%1”中没有角色；请其管理员分配。</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Loci; its owner brings it up to date by opening it.</source>
        <translation>%1 由较早版本的 Loci 创建；其所有者打开后即可升级。</translation>
    </message>
</context>
</TS>
