<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ServerRoom</name>
    <message>
        <source>Test the connection to %1</source>
        <translation>测试与 %1 的连接</translation>
    </message>
    <message>
        <source>%1 lets you in as %2, and the workspace is there.</source>
        <translation>%1 允许您以 %2 登录，工作区存在。</translation>
    </message>
    <message>
        <source>%1 shows a valid certificate (%2) and lets you in as %3, and the workspace is there.</source>
        <translation>%1 出示了有效证书（%2），允许您以 %3 登录，工作区存在。</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>登录 %1</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Address of the workspace</source>
        <translation>工作区地址</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Workspace in it (schema)</source>
        <translation>其中的工作区（模式）</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>empty: this computer</source>
        <translation>留空：本机</translation>
    </message>
    <message>
        <source>Your login</source>
        <translation>您的登录名</translation>
    </message>
    <message>
        <source>How you sign in</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Password (SCRAM)</source>
        <translation>密码（SCRAM）</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Password of the directory (LDAP)</source>
        <translation>目录密码（LDAP）</translation>
    </message>
    <message>
        <source>Kerberos ticket</source>
        <translation>Kerberos 票据</translation>
    </message>
    <message>
        <source>Keep it in the key store of this computer</source>
        <translation>保存到本机密钥库</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Who vouches for the server</source>
        <translation>服务器由谁担保</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>吊销列表</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>您的证书</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>证书私钥</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>empty: the authorities of this computer</source>
        <translation>留空：使用本机信任的机构</translation>
    </message>
    <message>
        <source>empty: not looked at</source>
        <translation>留空：不检查</translation>
    </message>
    <message>
        <source>Certificates and keys (*.crt *.cer *.pem *.key *.crl)</source>
        <translation>证书与私钥 (*.crt *.cer *.pem *.key *.crl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Passphrase of the key, if it has one</source>
        <translation>私钥口令（如有）</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>known already: leave it empty</source>
        <translation>已知，可留空</translation>
    </message>
    <message>
        <source>The server must show a valid certificate over TLS 1.2 or newer, or nothing is sent.</source>
        <translation>服务器须通过 TLS 1.2 或更高版本出示有效证书，否则不发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, so no certificate is asked for.</source>
        <translation>数据不离开本机，因此不要求证书。</translation>
    </message>
</context>
<context>
    <name>SignInSheet</name>
    <message>
        <source>Open workspace on a server</source>
        <translation>打开服务器上的工作区</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Servers used before</source>
        <translation>用过的服务器</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1 in %2, as %3</source>
        <translation>%2 上的 %1，以 %3 登录</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>已允许</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisAddress</name>
    <message>
        <source>“%1” is no way to sign in: password, certificate, ldap or kerberos.</source>
        <translation>“%1”不是登录方式：可用 password、certificate、ldap 或 kerberos。</translation>
    </message>
    <message>
        <source>A client certificate and its key go together: sslcert=FILE and sslkey=FILE.</source>
        <translation>客户端证书与其私钥须一并给出：sslcert=文件 和 sslkey=文件。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisConnection</name>
    <message>
        <source>The file %1 of the address is not there or cannot be read.</source>
        <translation>地址中的文件 %1 不存在或无法读取。</translation>
    </message>
    <message>
        <source>Other people of this computer can read the key %1; it is not used before only you can (chmod 600).</source>
        <translation>本机其他用户也能读取私钥 %1；改为仅您可读（chmod 600）之前不会使用它。</translation>
    </message>
</context>
<context>
    <name>loci::storage::PostGisError</name>
    <message>
        <source>The server of %1 does not sign in with SCRAM but wants your password in a form that can be stolen; nothing was sent. Its administrator sets scram-sha-256.</source>
        <translation>%1 的服务器不用 SCRAM 登录，而是以可被窃取的形式索要密码；未发送任何内容。请其管理员设置 scram-sha-256。</translation>
    </message>
    <message>
        <source>%1 lets you in without your password, so it does not prove that it knows you; if you sign in with a certificate or a ticket, choose that.</source>
        <translation>%1 不要密码就让您登录，因而没有证明它认识您；若您用证书或票据登录，请选择相应方式。</translation>
    </message>
    <message>
        <source>%1 asks for a client certificate; choose yours and its key.</source>
        <translation>%1 要求客户端证书；请选择您的证书及其私钥。</translation>
    </message>
    <message>
        <source>%1 does not accept your client certificate for this name; look whether it is the right one and still valid.</source>
        <translation>%1 不接受您用于此用户名的客户端证书；请检查证书是否正确、是否仍然有效。</translation>
    </message>
    <message>
        <source>%1 asks for a password, though the address says another way to sign in; none was sent.</source>
        <translation>%1 索要密码，但地址指定了其他登录方式；未发送密码。</translation>
    </message>
    <message>
        <source>The key of your client certificate for %1 does not open; it needs its passphrase.</source>
        <translation>无法打开您用于 %1 的客户端证书私钥；需要其口令。</translation>
    </message>
    <message>
        <source>The certificate file or the key for %1 is damaged, or they do not belong together.</source>
        <translation>用于 %1 的证书文件或私钥已损坏，或二者不配套。</translation>
    </message>
</context>
<context>
    <name>loci::storage::TlsProbe</name>
    <message>
        <source>The server of %1 speaks no TLS, so no certificate shows who it is; nothing was sent to it.</source>
        <translation>%1 的服务器不支持 TLS，没有证书能证明其身份；未向它发送任何内容。</translation>
    </message>
    <message>
        <source>The server of %1 speaks only old versions of TLS; its administrator allows 1.2 or newer.</source>
        <translation>%1 的服务器只支持旧版 TLS；请其管理员启用 1.2 或更高版本。</translation>
    </message>
    <message>
        <source>The certificate of the server of %1 has expired; its administrator renews it.</source>
        <translation>%1 的服务器证书已过期；请其管理员更新。</translation>
    </message>
    <message>
        <source>The certificate of the server of %1 is not valid yet; look at the clocks of both computers.</source>
        <translation>%1 的服务器证书尚未生效；请检查两台计算机的时钟。</translation>
    </message>
    <message>
        <source>Nobody but itself vouches for the certificate of the server of %1; ask its administrator for the file and choose it under “Who vouches for the server”.</source>
        <translation>%1 的服务器证书是自签名的；请向其管理员索取证书文件，并在“服务器由谁担保”处选择。</translation>
    </message>
    <message>
        <source>An authority that you do not trust made the certificate of the server of %1; ask the administrator for the authority's file and choose it under “Who vouches for the server”.</source>
        <translation>%1 的服务器证书由您未信任的机构签发；请向管理员索取该机构的证书文件，并在“服务器由谁担保”处选择。</translation>
    </message>
    <message>
        <source>The certificate of the server of %1 was made for another name than %2; look whether the address is right.</source>
        <translation>%1 的服务器证书不是为 %2 签发的；请检查地址是否正确。</translation>
    </message>
    <message>
        <source>The certificate of the server of %1 was revoked; do not use this server before its administrator has a new one.</source>
        <translation>%1 的服务器证书已被吊销；在管理员换上新证书之前请勿使用该服务器。</translation>
    </message>
    <message>
        <source>The list of revoked certificates does not fit the server of %1 or is out of date; get a new one.</source>
        <translation>吊销列表与 %1 的服务器不符或已过期；请获取新的列表。</translation>
    </message>
    <message>
        <source>The server of %1 cannot prove with a valid certificate who it is; nothing was sent to it.</source>
        <translation>%1 的服务器无法用有效证书证明其身份；未向它发送任何内容。</translation>
    </message>
</context>
</TS>
