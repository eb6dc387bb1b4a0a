import { alphabets } from '@tacet/core'
import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../packages/scanner/src/detect/detector.ts'

const random = seededRandom(20_261_124)
const drawn = (length: number): string =>
  `r${Array.from({ length: length - 2 }, () => alphabets.alnum.charAt(Math.floor(random() * 62))).join('')}7`

const key = drawn(32)
const password = drawn(12)
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const detector = createDetector({
  rules,
  threshold: 'medium',
  decodeDepth: 1,
  fingerprint: () => '',
  showValues: true,
})

function found(text: string, path: string): (string | undefined)[] {
  const blob = detector.blob(path, path)
  blob.push(Buffer.from(text))
  blob.end()
  return blob.findings.map(({ value }) => value)
}

type Case = readonly [text: string, path: string]

describe('a password is found', () => {
  const places: Record<string, readonly Case[]> = {
    'in prose and comments': [
      [`The password is ${password}.`, 'notes.txt'],
      [`use password "${password}" to log in`, 'notes.txt'],
      [`# password is '${password}'`, 'app.py'],
      [`// pwd: ${password}`, 'app.js'],
      [`The password for the staging database was ${password}`, 'notes.txt'],
      [`Use the following password to go on:\n\n${password}\n`, 'setup.log'],
      [`Login: bob / ${password}`, 'notes.txt'],
      [`creds: bob / ${password}`, 'notes.txt'],
      [`id/pw: bob / ${password}`, 'notes.txt'],
      [`pw: ${password}`, 'notes.txt'],
      [`Login bob Password ${password}`, 'notes.txt'],
      [`10.0.0.7 root ${password}`, 'hosts.txt'],
      [`log in as bob with password ${password}`, 'notes.txt'],
      [`Passwort ist ${password}`, 'notiz.txt'],
      [`| user | password |\n|------|:---------|\n| bob | \`${password}\` |\n`, 'wiki.md'],
      [`log in with bob:${password}`, 'notes.txt'],
      [`**Password:** ${password}`, 'wiki.html'],
      [`| password | ${password} |`, 'wiki'],
      [`Passwort: ${password}`, 'notiz'],
      [`contraseña: ${password}`, 'notas'],
      [`mot de passe: ${password}`, 'notes'],
      [`密码：${password}`, 'notes'],
      [`パスワード: ${password}`, 'notes'],
      [`Пароль: ${password}`, 'notes'],
    ],
    'in SQL': [
      [`EXEC sp_addlogin 'bob', '${password}'`, 'a.sql'],
      [`ALTER LOGIN sa WITH PASSWORD = '${password}';`, 'a.sql'],
      [`CREATE USER 'a'@'%' IDENTIFIED WITH caching_sha2_password BY '${password}'`, 'a.sql'],
      [`INSERT INTO users (id, name, password) VALUES (1, 'bob', '${password}');`, 'a.sql'],
      [`insert into "users" ("password", "id")\nvalues ('', 1),\n ('${password}', 2);`, 'a.sql'],
      [`INSERT INTO t (a, api_pass, b) VALUES (f(1, 2), '${password}', 'it''s');`, 'a.sql'],
    ],
    'on command lines': [
      [`mysql -u root -p${password} app`, 'run.sh'],
      [`redis-cli -h cache -a ${password} ping`, 'run.sh'],
      [`echo "root:${password}" | chpasswd`, 'Dockerfile'],
      [`echo ${password} | sudo -S reboot`, 'run.sh'],
      [`net user bob ${password} /add`, 'run.bat'],
      [`net use z: \\\\srv\\x /user:bob ${password}`, 'run.bat'],
      [`smbclient //srv/x -U bob%${password}`, 'run.sh'],
      [`ldapsearch -D cn=admin -w ${password}`, 'run.sh'],
      [`sqlcmd -S db -U sa -P '${password}'`, 'run.sh'],
      [`lftp -u bob,${password} ftp.tacet.dev`, 'run.sh'],
      [`unzip -P ${password} data.zip`, 'run.sh'],
      [`htpasswd -bc users bob ${password}`, 'run.sh'],
      [`helm registry login r -u a -p ${password}`, 'run.sh'],
      [`ConvertTo-SecureString -AsPlainText "${password}" -Force`, 'run.ps1'],
      [`args: ["--password", "${password}"]`, 'app.yaml'],
      [`args:\n  - --admin-password\n  - ${password}\n`, 'app.yaml'],
      [`openssl rsa -in a.pem -passin pass:${password} -out b`, 'run.sh'],
      [`openssl enc -aes-256-cbc -k ${password} -in a`, 'run.sh'],
      [`sqlplus app/${password}@//db:1521/orders`, 'run.sh'],
      [`aws ssm put-parameter --type SecureString --value ${password}`, 'run.sh'],
      [`echo "${password}" | docker login -u bob --password-stdin`, 'run.sh'],
      [`PASSWORD="\${1:-${password}}"`, 'run.sh'],
      [`gh secret set TOKEN --body "${password}"`, 'run.sh'],
      [`kubectl create secret generic db --from-literal=main=${password}`, 'run.sh'],
    ],
    'in XML and HTML': [
      [`<property name="password"><value>${password}</value></property>`, 'a.xml'],
      [`<setting name="Password" serializeAs="String"><value>${password}</value></setting>`, 'a.config'],
      [`<password encrypted="false">${password}</password>`, 'a.xml'],
      [`<password><![CDATA[${password}]]></password>`, 'a.xml'],
      [`<td>Password</td><td>${password}</td>`, 'a.html'],
      [`Password: <b>${password}</b>`, 'a.html'],
    ],
    'in settings': [
      [`password: |\n  ${password}\n`, 'a.yaml'],
      [`password: >-\n    ${password}\n`, 'a.yaml'],
      [`passwords:\n  root: ${password}\n`, 'a.yaml'],
      [`password:\n  default: "${password}"`, 'a.yml'],
      [`db.password=\\\n  ${password}`, 'a.properties'],
      [`db.password ${password}`, 'a.properties'],
      [`requirepass ${password}`, 'redis.conf'],
      [`AuthLDAPBindPassword "${password}"`, 'httpd.conf'],
      [`variable "db_password" {\n  type    = string\n  default = "${password}"\n}`, 'a.tf'],
      [`credentials { username 'a'; password '${password}' }`, 'build.gradle'],
      [`{"key": "password", "type": "text", "value": "${password}"}`, 'a.json'],
      [`name,password,mail\nbob,${password},b\n`, 'users.csv'],
      [`default login bob password ${password}`, '.netrc'],
      [`machine git.tacet.dev password ${password} login bob`, '.netrc'],
      [`PASSWORD="\${PASSWORD:-${password}}"`, 'run.sh'],
      [`@Value("\${db.password:${password}}")`, 'A.java'],
      [`connect("host=db.tacet.dev dbname=app user=svc password=${password}")`, 'a.py'],
      [`<add key="ClearTextPassword" value="${password}" />`, 'NuGet.Config'],
      [`DATA lv_password TYPE string VALUE '${password}'.`, 'a.abap'],
    ],
    'in the configuration of devices': [
      [`enable password ${password}`, 'router.cfg'],
      [`username admin privilege 15 password 0 ${password}`, 'router.cfg'],
      [`snmp-server community ${password} RO`, 'router.cfg'],
      [`tacacs-server key ${password}`, 'router.cfg'],
      [`crypto isakmp key ${password} address 10.0.0.1`, 'router.cfg'],
      [`neighbor 10.0.0.1 password ${password}`, 'router.cfg'],
      [`rocommunity ${password}`, 'snmpd.conf'],
    ],
    'in code': [
      [`requests.get(url, auth=("bob", "${password}"))`, 'a.py'],
      [`new NetworkCredential("bob", "${password}")`, 'a.cs'],
      [`mysqli_connect("db", "root", "${password}", "app")`, 'a.php'],
      [`DriverManager.getConnection(url, "sa", "${password}")`, 'A.java'],
      [`request.SetBasicAuth("bob", "${password}")`, 'a.go'],
      [`client.basic_auth("bob", Some("${password}"))`, 'a.rs'],
      [`{"method":"auth.login","params":["root","${password}"]}`, 'a.json'],
      [`let password = String::from("${password}");`, 'a.rs'],
      [`#define PASSWORD "${password}"`, 'a.h'],
      [`(setq password "${password}")`, 'a.el'],
      [`Dim password As String = "${password}"`, 'a.vb'],
      [`And I fill in "Password" with "${password}"`, 'a.feature'],
      [`find(By.ID, "password").send_keys("${password}")`, 'a.py'],
    ],
  }

  it.each(Object.entries(places).flatMap(([place, cases]) => cases.map((one) => [place, ...one] as const)))(
    '%s: case %#',
    (_, text, path) => expect(found(text, path).includes(password)).toBe(true),
  )
})

describe('a key is found', () => {
  it.each<Case>([
    [`const token = process.env.TOKEN || '${key}'`, 'a.js'],
    [`token = os.environ.get("TOKEN") or "${key}"`, 'a.py'],
    [`val token = System.getenv("TOKEN") ?: "${key}"`, 'a.kt'],
    [`Authorization: ApiKey ${key}`, 'a.http'],
    [`secret key = ${key}`, 'notes.txt'],
    [`token\t${key}`, 'notes.txt'],
    [`"Authorization": "${key}"`, 'a.js'],
    [`fetch("https://maps.tacet.dev/v1?key=${key}")`, 'a.js'],
    [`{"name":"X-Api-Key","value":"${key}"}`, 'a.har'],
    [`<key>ApiKey</key>\n\t<string>${key}</string>`, 'a.plist'],
    [`token: !!str ${key}`, 'a.yaml'],
    [`<input name="api_key" type="hidden" value="${key}">`, 'a.html'],
    [`jwt.sign(claims(user), '${key}', { expiresIn: '1h' })`, 'a.ts'],
    [`crypto.createHmac('sha256', "${key}")`, 'a.js'],
    [`hmac.new(b"${key}", body, hashlib.sha256)`, 'a.py'],
    [`Cookie: lang=en; connect.sid=s%3A${key}; theme=dark`, 'a.http'],
    [`headers: { 'Set-Cookie': 'session_token=${key}; Path=/' }`, 'a.js'],
  ])('case %#', (text, path) => expect(found(text, path).includes(key)).toBe(true))
})

describe('nothing is found', () => {
  it.each<Case>([
    ['The password is required.', 'notes.txt'],
    [`| Vendor | Vendor API key | \`${key.slice(0, 16)}\` | high |`, 'rules.md'],
    ["oneOf('pdl_live_apikey_', 'pdl_sdbx_apikey_')", 'a.ts'],
    ['the token was not accepted by the server2', 'notes.txt'],
    ['Login: bob / alice', 'notes.txt'],
    ["t.pass('Yields3times')", 'a.test.js'],
    ['and will pass `mocha10` on', 'notes.md'],
    ["headers: { 'Lock-Token': 'urn:uuid:a515cfa4-5da4-22e1-f5b5-00a0451e6bf7' }", 'a.js'],
    [
      `#define WRITE_KEY "${[...'server write key'].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join('')}"`,
      'a.h',
    ],
    ['kpasswd  464/tcp', 'services'],
    [`args:\n  - --token-file\n  - ${key}\n`, 'app.yaml'],
    [`tokens\n  - ${password}\n`, 'notes'],
    ["jwt.verify(token, publicKeyOfIssuer2, { algorithms: ['RS256'] })", 'a.ts'],
    [`Cookie: _ga=${key}; consent=${key}`, 'a.http'],
    ['connect("host=db user=svc password=" + password)', 'a.py'],
    ['log in with your account/password', 'notes.txt'],
    ['log in with password authentication2', 'notes.txt'],
    ['10.0.0.7 root sshd[4242]: session2 opened', 'auth.log'],
    ['token authentication', 'notes.txt'],
    [`| password | meaning |\n|---|---|\n| reset link | sent in 3 days |\n`, 'wiki.md'],
    ['password = password.decode("UTF-8")', 'a.py'],
    ['const token = config.get("auth.token2")', 'a.js'],
    [`run("--", "some-token", "${key.slice(0, 9)}-x")`, 'run.sh'],
    ['curl -u admin:$PASSWORD https://tacet.dev', 'run.sh'],
    ['mysql -u root -p$DB_PASSWORD app', 'run.sh'],
    ['unzip -P "$ZIP_PASSWORD" data.zip', 'run.sh'],
    ['snmp-server community public RO', 'router.cfg'],
    ['INSERT INTO users (name, password) VALUES (?, ?)', 'a.sql'],
    ["INSERT INTO users (name, password) VALUES ('bob', ':password')", 'a.sql'],
    ['INSERT INTO words (word, number) VALUES (1, 2)', 'a.sql'],
    ['name,password\nbob,\nalice,********\n', 'users.csv'],
    ['connect("localhost", "user", "password")', 'a.py'],
    ['auth = ("user", "password")', 'a.py'],
    ['Authorization: AWS4-HMAC-SHA256 Credential=x', 'a.http'],
    ['headers: { Authorization: authorizationHeaderOfRequest }', 'a.js'],
    [`"AWS::IAM::AccessKey": "${key}", "AWS::SecretsManager::Secret": "${key}"`, 'schema.json'],
    [`"LockToken": "${key}", "ClientRequestToken": "${key}"`, 'request.json'],
    [`MovedAttribute("HTTPPasswordMgr", "${password}")`, 'a.py'],
    [`"AggregationAuthorization": "${key}"`, 'types.json'],
    [`PASS: ${password}\nPASS: objcopy test\n`, 'test-summary'],
    [`PASS: ${password}: print the value\n`, 'check.log'],
    [`FAIL: objdump\nPASS: ${password}\nPASS: objcopy test\n`, 'test-summary'],
  ])('case %#', (text, path) => expect(found(text, path)).toEqual([]))
})

describe('what is encrypted is no finding', () => {
  const cipher = drawn(700)

  it.each<Case>([
    [`password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  ${base64(cipher).slice(0, 80)}\n`, 'vars.yml'],
    [`$ANSIBLE_VAULT;1.2;AES256;prod\n${Buffer.from(cipher).toString('hex')}\n`, 'vault.yml'],
    [`password: ENC[AES256_GCM,data:${drawn(24)},iv:${drawn(44)},tag:${drawn(24)},type:str]`, 'a.sops.yaml'],
    [`kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${cipher}\n`, 'sealed.yaml'],
    [`secure: "${'{'}cipher}${drawn(64)}"`, 'application.yml'],
    [`password: ENC(${drawn(44)})`, 'application.yml'],
  ])('case %#', (text, path) => expect(found(text, path)).toEqual([]))
})

describe('a Kubernetes Secret', () => {
  const manifest = (data: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\n${data}`

  it.each([
    ['as text', manifest(`stringData:\n  main: ${password}\n`), password],
    ['in base64', manifest(`data:\n  main: ${base64(password)}\n`), base64(password)],
    ['in quotes, with a remark', manifest(`data:\n  main: "${base64(password)}" # mine\n`), base64(password)],
    [
      'in the order of tools',
      `apiVersion: v1\ndata:\n  main: ${base64(key)}\nkind: Secret\nmetadata:\n  name: app\n`,
      base64(key),
    ],
    [
      'in a list',
      `items:\n- apiVersion: v1\n  kind: Secret\n  data:\n    main: ${base64(key)}\n`,
      base64(key),
    ],
    ['as JSON', JSON.stringify({ kind: 'Secret', data: { main: base64(key) } }), base64(key)],
  ])('holds secrets under any name, %s', (_, text, value) => {
    expect(found(text, 'secret.yaml')).toEqual([value])
  })

  it('holds users, addresses and certificates besides', () => {
    const data = `stringData:\n  username: svc_orders7\n  host: db-7.tacet.net\n  url: https://a7.tacet.net\n`
    expect(found(manifest(data), 'secret.yaml')).toEqual([])
  })

  it.each(['SealedSecret', 'ExternalSecret', 'ConfigMap'])('is no %s', (kind) => {
    const text = manifest(`data:\n  main: ${base64(password)}\n`).replace('Secret', kind)
    expect(found(text, 'secret.yaml')).toEqual([])
  })

  it('ends where the next document begins', () => {
    const text = `${manifest('data:\n  a: ""\n')}---\nkind: ConfigMap\ndata:\n  main: ${base64(password)}\n`
    expect(found(text, 'all.yaml')).toEqual([])
  })
})
