import { alphabets } from '@tacet/core'
import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../packages/scanner/src/detect/detector.ts'

/** What a value is assigned to, by the path of a file: `%n` stands for the name, `%v` for the value. */
const places: Record<string, readonly string[]> = {
  'a.c': ['#define %n "%v"', 'static const char *%n = "%v";', 'char %n[] = "%v";'],
  'a.cpp': ['const std::string %n{"%v"};', 'constexpr std::string_view %n = "%v"sv;'],
  'a.m': [
    'static NSString *const %n = @"%v";',
    '#define %n @"%v"',
    '[request setValue:@"%v" forHTTPHeaderField:@"%n"];',
  ],
  'a.swift': ['private static let %n: String = "%v"', 'request.setValue("%v", forHTTPHeaderField: "%n")'],
  'a.kt': ['const val %n = "%v"', 'Client(%n = "%v", timeout = 3)'],
  'build.gradle': [
    'buildConfigField "String", "%n", "\\"%v\\""',
    'buildConfigField("String", "%n", "\\"%v\\"")',
    'resValue "string", "%n", "%v"',
    "%n '%v'",
  ],
  'a.dart': ["static const %n = '%v';", "headers: {'%n': '%v'}"],
  'a.scala': ['val %n: String = "%v"', 'val %n = """%v"""'],
  'application.conf': ['%n = "%v"', '%n = %v'],
  'a.exs': ['config :app, App.Repo, %n: "%v"', '@%n "%v"', '%{"%n" => "%v"}'],
  'a.erl': ['{%n, "%v"},', '%n => <<"%v">>,'],
  'a.rs': [
    'const %n: &str = "%v";',
    'let %n = String::from("%v");',
    '%n: "%v".to_string(),',
    '%n: Some("%v".into()),',
  ],
  'a.pl': ["my $%n = '%v';", "use constant %n => '%v';", 'my $%n = q(%v);'],
  'a.r': ['%n <- "%v"', 'Sys.setenv(%n = "%v")'],
  'a.lua': ['local %n = "%v"', 'local %n = [[%v]]', '["%n"] = "%v",'],
  'a.jl': ['const %n = "%v"', 'ENV["%n"] = "%v"'],
  Jenkinsfile: [
    "%n = '%v'",
    "withEnv(['%n=%v']) {",
    "string(name: '%n', defaultValue: '%v', description: '')",
  ],
  'a.tf': [
    '%n = "%v"',
    'variable "%n" {\n  type    = string\n  default = "%v"\n}',
    'environment {\n  name  = "%n"\n  value = "%v"\n}',
    'user_data = <<EOF\nexport %n=%v\nEOF',
  ],
  'flake.nix': ['%n = "%v";', 'environment.variables.%n = "%v";'],
  Dockerfile: [
    'ENV %n=%v',
    'ENV %n %v',
    'ENV %n="%v" PORT=80',
    'ENV PORT=80 \\\n    %n=%v \\\n    HOST=x',
    'ARG %n=%v',
    'RUN %n=%v make install',
  ],
  'docker-compose.yml': [
    'environment:\n  %n: %v',
    'environment:\n  - %n=%v',
    'environment:\n  - "%n=%v"',
    'command: server --%n %v',
  ],
  Makefile: ['%n := %v', 'export %n ?= %v', '\t%n=%v ./run.sh'],
  'run.sh': [
    'export %n=%v',
    "readonly %n='%v'",
    '%n=$' + '{%n:-%v}',
    'tool --%n=%v --verbose',
    'tool --%n %v --verbose',
    "curl -d '%n=%v' https://tacet.dev",
    'curl -d "{\\"%n\\": \\"%v\\"}" https://tacet.dev',
    'curl -H "X-%n: %v" https://tacet.dev',
    'helm install app --set %n=%v',
  ],
  'config.fish': ['set -gx %n %v'],
  'run.bat': ['set %n=%v', 'set "%n=%v"', 'setx %n "%v"'],
  'run.ps1': [
    '$%n = "%v"',
    '[Environment]::SetEnvironmentVariable("%n", "%v", "User")',
    'Connect-Thing -%n "%v"',
    'param([string]$%n = "%v")',
  ],
  inventory: ['web ansible_host=10.0.0.3 ansible_user=ops %n=%v'],
  'a.ini': ['%n = %v', '%n=%v ; of production', 'url=jdbc:mysql://db.tacet.net/x?user=ops&%n=%v'],
  'a.toml': ["%n = '%v'", 'auth = { user = "ops", %n = "%v" }'],
  'a.properties': ['%n=%v', '%n: %v', '%n %v'],
  '.env': ['%n=%v', '%n="%v"', '# %n=%v'],
  'a.xml': [
    '<server host="x" %n="%v" />',
    '<%n>%v</%n>',
    '<%n>\n  %v\n</%n>',
    '<cfg:%n>%v</cfg:%n>',
    '<add key="%n" value="%v" />',
    '<entry key="%n">%v</entry>',
    '<param-name>%n</param-name>\n<param-value>%v</param-value>',
    '<property><name>%n</name><value>%v</value></property>',
    '<%n><![CDATA[%v]]></%n>',
    '<%n><Value>%v</Value></%n>',
  ],
  'a.plist': ['<key>%n</key>\n\t<string>%v</string>'],
  'a.sql': [
    "INSERT INTO settings (id, %n) VALUES (1, '%v');",
    "INSERT INTO settings (name, value) VALUES ('%n', '%v');",
    "UPDATE settings SET %n = '%v' WHERE id = 1;",
  ],
  'a.csv': ['host,%n\nx,%v\n', 'host;%n\nx;%v\n', 'name,value\n%n,%v\n'],
  'a.http': ['X-%n: %v', 'user=ops&%n=%v', 'GET /v1?%n=%v&q=1 HTTP/1.1'],
  'a.json': [
    '{"%n": "%v"}',
    '{"%n": ["%v"]}',
    '{\n  "name": "%n",\n  "value": "%v"\n}',
    '{"ParameterKey": "%n", "ParameterValue": "%v"}',
    '"source": ["%n = \\"%v\\"\\n"]',
  ],
  'a.yaml': [
    "%n: '%v'",
    '%n: |\n  %v\n',
    '- name: %n\n  value: %v\n',
    '%n:\n  Type: String\n  Default: %v\n',
    'auth: { user: ops, %n: %v }',
    'args: ["--%n", "%v"]',
    'args: ["--%n=%v"]',
    'args:\n  - --%n\n  - %v\n',
  ],
  'wiki.txt': ['| name | value |\n|---|---|\n| %n | %v |\n', '| host | %n |\n|---|---|\n| x | %v |\n'],
  'a.html': ['<input type="hidden" name="%n" value="%v">', '<meta name="%n" content="%v">'],
  'a.robot': ['*** Variables ***\n$' + '{%n}    %v', '$' + '{%n} =    %v'],
  'a.js': [
    "const %n = '%v'",
    'const %n = `%v`',
    "config['%n'] = '%v'",
    "process.env.%n ?? '%v'",
    "headers.set('%n', '%v')",
    "spawn('tool', ['--%n', '%v'])",
    "spawn('tool', ['--%n=%v'])",
  ],
  'a.tsx': ["private readonly %n: string = '%v'", "<Client %n={'%v'} />", '<Client %n="%v" />'],
  'a.py': [
    "os.environ.setdefault('%n', '%v')",
    '%n: str = "%v"',
    '%n: str = Field(default="%v")',
    '%n = (\n    "%v"\n)',
    'parser.add_argument("--%n", default="%v")',
    'if %n == "%v":',
    'BODY = "{\\"%n\\": \\"%v\\"}"',
  ],
  'a.rb': ["%n = '%v'.freeze", ":%n => '%v',", "ENV.fetch('%n') { '%v' }", "%n '%v'"],
  'a.php': ["<?php define('%n', '%v');", "<?php putenv('%n=%v');", "<?php $this->%n = '%v';"],
  'A.java': ['private static final String %n = "%v";', 'props.put("%n", "%v");', '@Value("$' + '{%n:%v}")'],
  'A.cs': ['public string %n { get; set; } = "%v";', 'var %n = @"%v";', '{ "%n", "%v" },'],
  'a.vb': ['Dim %n As String = "%v"'],
  'a.go': ['%n := "%v"', 'var %n string = `%v`', 'os.Setenv("%n", "%v")'],
  'a.clj': ['{:%n "%v"}', '(def %n "%v")'],
  'a.tcl': ['set %n "%v"'],
  'a.pas': ["%n := '%v';"],
  'main.bicep': ["param %n string = '%v'"],
  'app.service': ['Environment="%n=%v"', 'Environment=%n=%v'],
}

const random = seededRandom(20_261_124)
const drawn = (length: number, alphabet: string): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('')

const detector = createDetector({
  rules,
  threshold: 'medium',
  decodeDepth: 1,
  fingerprint: () => '',
  showValues: true,
})

function found(text: string, path: string): (string | undefined)[] {
  const blob = detector.blob(path, path)
  blob.push(Buffer.from(`${text}\n`))
  blob.end()
  return blob.findings.map(({ value }) => value)
}

/** Of services that nobody knows. */
const values: readonly (readonly [name: string, value: () => string])[] = [
  ['db_password', () => `q${drawn(7, alphabets.alnum)}7!${drawn(4, alphabets.alnum)}`],
  ['vintero_pass', () => `q${drawn(7, alphabets.alnum)}7!${drawn(4, alphabets.alnum)}`],
  ['zorblaxToken', () => `r7${drawn(30, alphabets.alnum)}`],
  ['ZORBLAX_API_KEY', () => `7e${drawn(38, alphabets.hex)}`],
  ['vintero_key', () => `7e${drawn(38, alphabets.hex)}`],
  ['zorblaxClientSecret', () => `r7${drawn(41, alphabets.base64)}=`],
]

describe.each(Object.entries(places))('in %s', (path, templates) => {
  it.each(templates)('the value of a name that says secret is found: %j', (template) => {
    const missed = values.filter(([name, value]) => {
      const secret = value()
      return !found(template.replaceAll('%n', name).replaceAll('%v', secret), path).includes(secret)
    })
    expect(missed.map(([name]) => name)).toEqual([])
  })
})

it.each([
  ['a.ts', "const vinteroKey = '%v'"],
  ['a.go', 'vinteroKey := "%v"'],
  ['a.json', '{"vinteroKey":"%v"}'],
  ['a.swift', 'let vinteroKey: String = "%v"'],
  ['a.py', 'client(vinteroKey="%v")'],
])('in %s, the key of a service that nobody knows is found: %j', (path, template) => {
  const secret = `r7${drawn(30, alphabets.alnum)}`
  expect(found(template.replace('%v', secret), path).includes(secret)).toBe(true)
})

it.each([
  ['a.exp', 'expect "*assword:"\nsend "%v\\r"'],
  ['a.exp', '"*?assword:*" { send -- "%v\\r" }'],
  ['a.py', "child.expect('[Pp]assword:')\nchild.sendline('%v')"],
  ['a.sh', 'curl -u %v: https://tacet.dev'],
  ['a.sh', 'composer config github-oauth.github.com %v'],
  ['a.yml', 'set-cookie:\n  - app.sid=s%3A%v; Path=/\n'],
])('in %s, what has no name is found: %j', (path, template) => {
  const secret = `r7${drawn(30, alphabets.alnum)}`
  expect(found(template.replace('%v', secret), path).includes(secret)).toBe(true)
})

it.each([
  ['a.js', 'const cacheKey = "%v"'],
  ['a.json', '{"key": "%v"}'],
  ['a.sh', 'echo "$' + '{vintero_token}" %v'],
  ['a.sh', 'curl -u name_of_the_user_there: https://tacet.dev'],
  ['a.exp', 'expect "login:"\nsend "%v\\r"'],
  ['node_modules/a/README.md', 'VINTERO_PASSWORD: %v'.toLowerCase()],
])('in %s, nothing is found: %j', (path, template) => {
  const text = path.endsWith('.md') ? `q${drawn(7, alphabets.lower)}7` : `r7${drawn(30, alphabets.alnum)}`
  expect(found(template.replace('%v', text), path)).toEqual([])
})
