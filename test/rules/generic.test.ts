import { alphabets } from '@tacet/core'
import { type Confidence, type Rule, seededRandom } from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { genericRules } from '../../packages/rules/src/generic/index.ts'
import { fileOf, ruleMatches } from '../helpers/rule-matches.ts'

const seed = 20_261_124
const order = ['low', 'medium', 'high', 'very-high']

interface Found {
  readonly rule: string
  readonly secret: string
  readonly confidence: Confidence
}

/** Every candidate of the rules that is judged to be a secret, doubtful ones included. */
function judged(text: string, path: string, rules: readonly Rule[] = genericRules): Found[] {
  return rules.flatMap((rule) =>
    ruleMatches(rule, text, path).flatMap(({ secret, confidence }) =>
      confidence === 'none' ? [] : [{ rule: rule.id, secret, confidence }],
    ),
  )
}

/** Those that a scan reports by default. */
const found = (text: string, path = ''): Found[] =>
  judged(text, path).filter(({ confidence }) => order.indexOf(confidence) >= 1)

/** A random text that holds a letter and a digit, as generated passwords and keys do. */
function drawn(length: number, salt = 0): string {
  const random = seededRandom(seed + salt)
  const { alnum } = alphabets
  const body = Array.from({ length: length - 2 }, () => alnum[Math.floor(random() * alnum.length)]).join('')
  return `q${body}7`
}

const key = drawn(32)
const password = drawn(12, 1)

describe('a secret assigned to a name', () => {
  it.each<[string, string, string?]>([
    ['shell', `export API_TOKEN=${key}`],
    ['dotenv', `STRIPE_API_KEY=${key}\n`, '.env'],
    ['quoted dotenv', `API_SECRET="${key}"`, '.env'],
    ['YAML', `  accessKey: ${key}`, 'values.yaml'],
    ['quoted YAML', `apiKey: '${key}'`, 'app.yml'],
    ['JSON', `{ "client_secret": "${key}" }`, 'app.json'],
    ['JSON inside JSON', `{ "body": "{\\"client_secret\\":\\"${key}\\"}" }`, 'app.json'],
    ['TOML', `auth_token = "${key}"`, 'app.toml'],
    ['INI', `token = ${key}`, 'app.ini'],
    ['properties', `spring.security.client-secret=${key}`, 'app.properties'],
    ['XML element', `<apiKey>${key}</apiKey>`, 'app.xml'],
    ['XML attribute', `<service apiKey="${key}"/>`, 'app.xml'],
    ['XML pair', `<add key="ApiKey" value="${key}" />`, 'web.config'],
    ['Kubernetes pair', `- name: API_TOKEN\n  value: ${key}`, 'pod.yaml'],
    ['JavaScript', `const apiKey = '${key}'`, 'a.js'],
    ['TypeScript', `const apiKey: string = '${key}'`, 'a.ts'],
    ['template literal', `const token = \`${key}\``, 'a.ts'],
    ['minified', `a={b:1,apiKey:"${key}",c:2}`, 'a.min.js'],
    ['object in quotes', `{ 'x-api-key': '${key}' }`, 'a.js'],
    ['Python', `SECRET_KEY = b'${key}'`, 'a.py'],
    ['typed Python', `token: str = "${key}"`, 'a.py'],
    ['Go', `apiToken := "${key}"`, 'a.go'],
    ['typed Go', `const apiToken string = "${key}"`, 'a.go'],
    ['Rust', `const API_TOKEN: &str = "${key}";`, 'a.rs'],
    ['Ruby', `config[:api_key] = '${key}'`, 'a.rb'],
    ['Ruby hash', `:access_token => '${key}'`, 'a.rb'],
    ['PHP', `$apiKey = '${key}';`, 'a.php'],
    ['PHP define', `define('AUTH_KEY', '${key}');`, 'a.php'],
    ['Java', `private static final String API_KEY = "${key}";`, 'A.java'],
    ['C#', `var clientSecret = @"${key}";`, 'A.cs'],
    ['C', `static const char token[] = "${key}";`, 'a.c'],
    ['Makefile', `API_TOKEN ?= ${key}`, 'Makefile'],
    ['function argument', `client.setToken("${key}")`, 'a.java'],
    ['default of a lookup', `os.getenv("API_TOKEN", "${key}")`, 'a.py'],
    ['comparison', `if (token === '${key}') {`, 'a.js'],
    ['flag', `deploy --token ${key} --force`, 'run.sh'],
    ['Dockerfile', `FROM x\nENV API_TOKEN ${key}\n`, 'Dockerfile'],
    ['psql', `\\set api_token ${key}`, 'a.sql'],
    ['Erlang', `{api_token, "${key}"}`, 'a.erl'],
    ['flag with =', `deploy --api-key=${key}`, 'run.sh'],
    ['URL parameter', `fetch("https://tacet.dev/v1?token=${key}&page=2")`, 'a.js'],
    ['header', `curl -H "X-Api-Key: ${key}" https://tacet.dev`, 'run.sh'],
    ['connection string', `Endpoint=sb://x/;SharedAccessKey=${key};`, 'a.txt'],
    ['comment', `# api_key: ${key}`, 'a.py'],
    ['list', `"api_tokens": [\n  "${key}", "second"]`, 'a.json'],
    ['YAML list', `tokens:\n  - ${key}\n`, 'a.yaml'],
    ['Windows line ends', `a=1\r\nAPI_KEY=${key}\r\nb=2`, '.env'],
    ['spaces before the sign', `api_key                  = "${key}"`, 'a.tf'],
  ])('is found in %s', (_, text, path) => {
    expect(found(text, path).map(({ secret }) => secret)).toEqual([key])
  })

  it('is found as a base64 value of a Kubernetes Secret', () => {
    const encoded = Buffer.from(password).toString('base64')
    expect(found(`data:\n  password: ${encoded}`, 'secret.yaml').map(({ secret }) => secret)).toEqual([
      encoded,
    ])
  })

  it('is found when a UUID is a token, and not when it is an id', () => {
    const uuid = ['3f2a9c41', '7b6e', '4d18', '9a05', 'e1c8d27f6b30'].join('-')
    expect(found(`api_key = "${uuid}"`)).toHaveLength(1)
    expect(found(`token_id = "${uuid}"`)).toEqual([])
    expect(found(`request = "${uuid}"`)).toEqual([])
  })
})

describe('a password', () => {
  it.each<[string, string, string?]>([
    ['assignment', `db_password = "${password}"`, 'a.py'],
    ['short name', `DB_PASS=${password}`, '.env'],
    ['PW', `LDAP_BIND_PW=${password}`, '.env'],
    ['pwd', `Server=db;Uid=app;Pwd=${password};`, 'a.config'],
    ['camel case', `{ dbPassword: '${password}' }`, 'a.ts'],
    ['CREATE USER', `CREATE USER app IDENTIFIED BY '${password}';`, 'a.sql'],
    ['ALTER ROLE', `ALTER ROLE app WITH PASSWORD '${password}';`, 'a.sql'],
    ['curl', `curl -u admin:${password} https://tacet.dev`, 'run.sh'],
    ['sshpass', `sshpass -p ${password} ssh host`, 'run.sh'],
    ['PowerShell', `ConvertTo-SecureString "${password}" -AsPlainText`, 'run.ps1'],
    ['docker login', `docker login -u app -p ${password} registry`, 'run.sh'],
    ['flag', `mysqladmin --password ${password} ping`, 'run.sh'],
  ])('is found in %s', (_, text, path) => {
    expect(found(text, path).map(({ secret }) => secret)).toContain(password)
  })

  it('that someone chose counts where settings are kept, and hardly elsewhere', () => {
    const chosen = ['Autumn', '2031'].join('')
    expect(found(`DB_PASSWORD=${chosen}`, 'deploy/.env')).toHaveLength(1)
    expect(found(`$dbPassword = '${chosen}';`, 'public/config.php')).toHaveLength(1)
    expect(found(`PASSWORD = '${chosen}'`, 'app/settings.py')).toHaveLength(1)
    expect(found(`login({ password: '${chosen}' })`, 'src/login.ts')).toEqual([])
    expect(judged(`login({ password: '${chosen}' })`, 'src/login.ts')).toHaveLength(1)
  })
})

describe('an authorization header', () => {
  it('is found with an opaque token', () => {
    expect(found(`Authorization: Bearer ${key}`).map(({ secret }) => secret)).toEqual([key])
    expect(found(`-H "Authorization: token ${key}"`).map(({ secret }) => secret)).toEqual([key])
    expect(found('Authorization: Bearer {{ accessTokenForTheService }}')).toEqual([])
    expect(found('The Bearer authentication-scheme-of-the-client is used')).toEqual([])
  })
})

describe('common code gives nothing', () => {
  it.each<[string, string, string?]>([
    ['environment', 'const password = process.env.DB_PASSWORD', 'a.js'],
    ['quoted environment', `password: "\${DB_PASSWORD}"`, 'a.yml'],
    ['variable', 'const token = await client.getAccessToken()', 'a.ts'],
    ['parameter', 'function login(user, password = defaultPassword) {}', 'a.js'],
    ['named argument', 'connect(password=self.password, token=session_token)', 'a.py'],
    ['type', 'interface Login { password: string; token: string | undefined }', 'a.ts'],
    ['label', '<label for="password">Password:</label>', 'a.html'],
    ['input', '<input type="password" name="password" placeholder="Enter password">', 'a.html'],
    ['translation', '"password": "Passwort", "forgot_password": "Forgot your password?"', 'locales/de.json'],
    ['translation elsewhere', '"LABEL_PASSWORD": "Wachtwoord herhalen"', 'assets/nl.json'],
    ['error code', "INVALID_PASSWORD: 'auth/invalid-password'", 'a.ts'],
    ['field', "passwordField: 'user_password', tokenHeader: 'x-auth-token'", 'a.ts'],
    ['length', `PASSWORD_HASH=${'c0ffee12'.repeat(8)}`, '.env'],
    ['counter', 'max_tokens = 4096', 'a.py'],
    ['page token', `next_page_token = "${drawn(24, 3)}"`, 'a.py'],
    ['csrf', `csrf_token: "${drawn(32, 4)}"`, 'a.json'],
    ['public key', `publicKey = "${drawn(44, 5)}"`, 'a.ts'],
    ['lock file', `"token": "${drawn(32, 6)}"`, 'package-lock.json'],
    ['placeholder', 'API_KEY=your-api-key-here', '.env'],
    ['house placeholder', 'API_KEY=dev-only-not-a-real-key', '.env'],
    ['angle brackets', 'token: <your-token>', 'README.md'],
    ['own name', 'PASSWORD=password', '.env'],
    ['path', 'TOKEN_FILE=/var/run/secrets/token', '.env'],
    ['path as value', 'secret: /mnt/secrets/tls.key', 'a.yml'],
    ['url', 'tokenEndpoint = "https://tacet.dev/oauth/token"', 'a.ts'],
    ['url as value', 'access_token: "https://tacet.dev/oauth/token"', 'a.ts'],
    ['CSS', '.password-input:focus { color: #ff0000 }', 'a.css'],
    ['test of a word', "expect(wordsOf('password')).toBe('secret')", 'a.test.ts'],
    ['sentence', 'The password: it must be long.', 'README.md'],
    ['parser token', "token = 'identifier'; if (token.type === 'punctuation') {}", 'a.js'],
    ['tokens of a parser', `tokens: ['identifier', 'punctuation', 'white space']`, 'a.js'],
    ['parts of a token', `token: ['${drawn(12, 9)}', 'rest']`, 'a.ts'],
    ['names of secrets', 'secrets:\n  - name: deploy-credentials\n  - DATABASE_PASSWORD', 'a.yaml'],
    ['list', `['viewPassword', 'viewSendNow', 'viewOpenAll']`, 'a.js'],
    ['regex', 'const tokenPattern = /^[a-z]+$/', 'a.js'],
    ['bypass', `bypass = "${drawn(16, 7)}"`, 'a.js'],
    ['author', 'author: "Someone Else"', 'package.json'],
    ['primary key', 'primaryKey: "user_identifier"', 'a.ts'],
    ['boolean', 'secret: true', 'a.yml'],
    ['number', 'token: 1234567', 'a.yml'],
    ['masked', 'password: ********', 'a.log'],
    ['SQL parameter', "ALTER USER app PASSWORD '?'", 'a.sql'],
    ['curl variable', 'curl -u admin:$PASSWORD https://tacet.dev', 'a.sh'],
  ])('%s', (_, text, path) => expect(found(text, path)).toEqual([]))
})

describe('places lower', () => {
  const short = drawn(5, 8)

  it.each(['test/login.test.ts', 'docs/guide.md', 'examples/app.js', 'config/app.example.yml'])(
    '%s',
    (path) => {
      const text = `const x = { password: '${short}' }`
      const [at, plain] = [judged(text, path)[0], judged(text, 'src/login.ts')[0]]
      expect(order.indexOf(at!.confidence)).toBe(order.indexOf(plain!.confidence) - 1)
    },
  )
})

it('the longest assignment is within the length that the rule gives', () => {
  const rule = genericRules.find(({ id }) => id === 'generic-secret')!
  const name = `authorization_key${'a'.repeat(28)}`
  const text = `${name}"]${' '.repeat(40)}===${' '.repeat(40)}[${' '.repeat(24)}b"${'x'.repeat(512)}"`
  const [match] = [...text.matchAll(rule.pattern)]
  expect(match?.groups?.secret).toHaveLength(512)
  expect(match![0].length).toBeLessThanOrEqual(rule.longest)
})

describe.each(genericRules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 })

  it('finds its samples, near a keyword and within its lengths', () => {
    fc.assert(
      fc.property(seeds, (n) => {
        const sample = rule.sample(seededRandom(n))
        const lower = sample.toLowerCase()
        const match = [...sample.matchAll(rule.pattern)][0]!
        const found = judged(sample, fileOf(rule), [rule])[0]
        const led =
          rule.files !== undefined ||
          rule.keywords.some((word) => {
            const at = lower.indexOf(word)
            return (
              at >= 0 && match.index >= at - rule.before && match.index + match[0].length <= at + rule.longest
            )
          })
        return led && found !== undefined && order.indexOf(found.confidence) >= 1
      }),
      { seed, numRuns: 300 },
    )
  })

  it('is silent on its near misses', () => {
    fc.assert(
      fc.property(seeds, (n) => {
        const sample = rule.sample(seededRandom(n))
        return rule.nearMisses.every((change) => {
          const found = judged(change(sample), fileOf(rule), [rule])
          return found.every(({ confidence }) => confidence === 'low')
        })
      }),
      { seed, numRuns: 200 },
    )
  })

  it('has a bounded pattern', () => {
    // Unbounded quantifiers, outside of classes.
    const source = rule.pattern.source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')
    expect(source.replace(/\(\?/g, '(')).not.toMatch(/[*+](?!\})|\{\d+,\}/)
    expect(rule.pattern.flags).toBe('dg')
    expect(rule.keywords.every((word) => Buffer.byteLength(word) >= 3 && word === word.toLowerCase())).toBe(
      true,
    )
  })

  it('takes no more matches than there are keywords in hostile text', () => {
    const sample = rule.sample(seededRandom(1))
    for (const change of rule.nearMisses) {
      const text = `${change(sample)}\n`.repeat(500)
      expect(judged(text, fileOf(rule), [rule]).filter(({ confidence }) => confidence !== 'low')).toEqual([])
    }
  })
})
