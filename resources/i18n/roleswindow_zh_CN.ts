<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AuditPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>核验审计链</translation>
    </message>
    <message>
        <source>Search for a person, a record, a field or a reason</source>
        <translation>搜索人员、记录、字段或原因</translation>
    </message>
    <message>
        <source>Audit of %1</source>
        <translation>%1 的审计</translation>
    </message>
    <message>
        <source>The newest %1 of %2 entries, which nobody can change or take out unseen.</source>
        <translation>共 %2 条，显示最新 %1 条；任何人都无法在不被察觉的情况下更改或删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, which nobody can change or take out unseen.</source>
        <translation><numerusform>共 %n 条；任何人都无法在不被察觉的情况下更改或删除。</numerusform></translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>the chain holds, up to entry %1</source>
        <translation>审计链完整，至第 %1 条</translation>
    </message>
    <message>
        <source>the chain is broken at entry %1</source>
        <translation>审计链在第 %1 条处断裂</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Only these areas</source>
        <translation>仅限这些区域</translation>
    </message>
    <message>
        <source>Until (year-month-day)</source>
        <translation>截止（年-月-日）</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>This is you.</source>
        <translation>这是您。</translation>
    </message>
    <message>
        <source>“%1” is no day; write it as 2027-12-31, or nothing for without end.</source>
        <translation>“%1”不是日期；请写成 2027-12-31，留空表示无限期。</translation>
    </message>
</context>
<context>
    <name>RoleGrid</name>
    <message>
        <source>%1 · yours</source>
        <translation>%1 · 您的</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>RoleRoom</name>
    <message>
        <source>Read the roles</source>
        <translation>读取角色</translation>
    </message>
    <message>
        <source>Keep the roles</source>
        <translation>保存角色</translation>
    </message>
    <message>
        <source>The roles are kept and hold at once, on every desk.</source>
        <translation>角色已保存，立即在每个终端生效。</translation>
    </message>
    <message>
        <source>Turn roles on?</source>
        <translation>启用角色？</translation>
    </message>
    <message>
        <source>From now on everybody signs in with a login of their own and sees and changes only what their roles allow; who has no role sees nothing. Give the members their roles next. This cannot be taken back in the window.</source>
        <translation>从现在起，每个人用自己的登录名登录，只能查看和修改其角色允许的内容；没有角色的人什么也看不到。接下来请为成员分配角色。此操作无法在窗口中撤销。</translation>
    </message>
    <message>
        <source>Turn roles on</source>
        <translation>启用角色</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Roles are on.</source>
        <translation>角色已启用。</translation>
    </message>
    <message>
        <source>Read the audit</source>
        <translation>读取审计</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>核验审计链</translation>
    </message>
</context>
<context>
    <name>RoleSheet</name>
    <message>
        <source>Turn roles on…</source>
        <translation>启用角色…</translation>
    </message>
    <message>
        <source>Show the audit</source>
        <translation>查看审计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Remove the member</source>
        <translation>移除成员</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>%1 has members; take them out first.</source>
        <translation>“%1”仍有成员；请先移除成员。</translation>
    </message>
    <message>
        <source>Roles are off: whoever may sign in to the database may do everything here. You sign in as %1, who owns the workspace, and can turn them on.</source>
        <translation>角色未启用：能登录数据库的人在此可做任何事。您以工作区所有者 %1 登录，可以启用角色。</translation>
    </message>
    <message>
        <source>Roles are off: whoever may sign in to the database may do everything here. Only its owner can turn them on.</source>
        <translation>角色未启用：能登录数据库的人在此可做任何事。只有所有者可以启用角色。</translation>
    </message>
    <message>
        <source>You sign in as %1, who owns the workspace: you may do everything.</source>
        <translation>您以工作区所有者 %1 登录：您可以做任何事。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>You sign in as %1: %2. You may change: %3. You may only read: %4.</source>
        <translation>您以 %1 登录：%2。您可以修改：%3。您只能读取：%4。</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>没有角色</translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Changes hold for everybody when you keep them.</source>
        <translation>保存后更改对所有人生效。</translation>
    </message>
</context>
<context>
    <name>RoleWords</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>City models</source>
        <translation>城市模型</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Heritage</source>
        <translation>遗产</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Live feeds</source>
        <translation>实时数据</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>汇报</translation>
    </message>
    <message>
        <source>Data catalogue</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>open</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>不公开</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区级</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>province</source>
        <translation>省级</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>可读</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 的 %1</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Show roles and members</source>
        <translation>查看角色与成员</translation>
    </message>
    <message>
        <source>Show the audit</source>
        <translation>查看审计</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Only districts whose code begins with</source>
        <translation>仅限行政区代码以此开头</translation>
    </message>
    <message>
        <source>Only for members of the departments</source>
        <translation>仅限这些部门的成员</translation>
    </message>
    <message>
        <source>Name of the role, English</source>
        <translation>角色名称（英文）</translation>
    </message>
    <message>
        <source>Name of the role, Chinese</source>
        <translation>角色名称（中文）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写</translation>
    </message>
    <message>
        <source>Heritage records up to</source>
        <translation>遗产记录至多为</translation>
    </message>
    <message>
        <source>Only for members at the levels</source>
        <translation>仅限这些层级的成员</translation>
    </message>
    <message>
        <source>empty: everywhere</source>
        <translation>留空：不限区域</translation>
    </message>
    <message>
        <source>empty: of all</source>
        <translation>留空：不限部门</translation>
    </message>
    <message>
        <source>Add another rule for this part</source>
        <translation>为此部分再加一条规则</translation>
    </message>
    <message>
        <source>Remove the role</source>
        <translation>删除角色</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Rule %1 of %2</source>
        <translation>规则 %1 / %2</translation>
    </message>
    <message>
        <source>What no rule allows is refused by the server.</source>
        <translation>没有规则允许的，服务器一律拒绝。</translation>
    </message>
</context>
</TS>
