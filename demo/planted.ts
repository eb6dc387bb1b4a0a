import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { rules, seededRandom } from '@tacet/rules'

/** A file of the temporary repository that holds one thing to find, or one thing to leave alone. */
export interface Planted {
  readonly path: string
  readonly content: string
  readonly what: string
}

/** How services keep what they should not: the same credential in one of these. */
const files: readonly ((name: string, value: string) => [string, string])[] = [
  (name, value) => [`${name}/.env`, `NODE_ENV=production\nAPI_CREDENTIAL=${value}\n`],
  (name, value) => [
    `${name}/config.json`,
    `${JSON.stringify({ region: 'eu', credential: value }, null, 2)}\n`,
  ],
  (name, value) => [`${name}/client.ts`, `export const client = connect({ credential: '${value}' })\n`],
  (name, value) => [`${name}/deploy.yml`, `env:\n  - name: CREDENTIAL\n    value: "${value}"\n`],
  (name, value) => [`${name}/settings.py`, `CREDENTIAL = "${value}"\r\nDEBUG = False\r\n`],
]

/** What is a whole line of a file of its own. */
const linesOf: Readonly<Record<string, (typeof files)[number]>> = {
  'password-file-hash': (name, value) => [`${name}/.htpasswd`, `${value}\n`],
}

/** One generated credential of each of so many providers, never the same twice. */
export function credentials(seed: number): Planted[] {
  const random = seededRandom(seed)
  const seen = new Set<string>()
  const planted: Planted[] = []
  for (const rule of rules) {
    // A sample on one line goes into any file; one with its own context brings that along.
    const sample = rule.sample(random)
    if (seen.has(rule.provider) || /[\s"'\\]/.test(sample)) continue
    seen.add(rule.provider)
    const file = linesOf[rule.id] ?? files[planted.length % files.length]!
    const [path, content] = file(`services/${rule.id}`, sample)
    planted.push({ path, content, what: rule.id })
  }
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return [...planted, { path: 'certs/server.key', content: privateKey, what: 'private-key' }]
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const base64 = (bytes: number) => randomBytes(bytes).toString('base64')

function publicKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string
}

/** What looks like a secret and is none: each kind, in a file where it is found. */
const innocent: readonly (readonly [what: string, path: string, content: () => string])[] = [
  ['a placeholder', '.env.example', () => 'API_KEY=your-api-key-here\nTOKEN=changeme\n'],
  ['the agreed fake', 'docker-compose.yml', () => 'environment:\n  API_KEY: dev-only-not-a-real-key\n'],
  [
    'a reference to the environment',
    'src/config.ts',
    () => 'export const apiKey = process.env.PAYMENT_API_KEY\n',
  ],
  ['a template', 'chart/values.yaml', () => 'password: {{ .Values.database.password }}\napiKey: $API_KEY\n'],
  [
    'a secret store reference',
    'app.json',
    () => '{ "secret": "arn:aws:secretsmanager:eu-west-1:111111111111:secret:app" }\n',
  ],
  ['a lockfile hash', 'package-lock.json', () => `{ "integrity": "sha512-${base64(64)}" }\n`],
  ['a SHA-256', 'checksums.txt', () => `sha256: ${hex(32)}  release.tar.gz\n`],
  ['a commit', '.gitmodules.txt', () => `commit = ${hex(20)}\n`],
  ['an MD5', 'assets.json', () => `{ "etag": "${hex(16)}" }\n`],
  ['a UUID', 'src/ids.ts', () => `export const tenantId = '${randomUUID()}'\n`],
  ['a public key', 'certs/public.pem', publicKey],
  [
    'an image',
    'src/logo.css',
    () => `.logo { background: url(data:image/png;base64,iVBORw0KGgo${base64(90)}) }\n`,
  ],
  [
    'documentation',
    'README.md',
    () => 'Set `STRIPE_KEY` to the key from your dashboard, such as `sk_test_...`.\n',
  ],
  ['an example host', 'docs/db.md', () => 'postgres://user:password@localhost:5432/app\n'],
  ['masked', 'support.log', () => 'authorization: Bearer ****************\napi_key=xxxxxxxxxxxxxxxxxxxx\n'],
  [
    'a type',
    'src/types.ts',
    () => 'export interface Login { password: string; apiKey: string | undefined }\n',
  ],
  ['a translation', 'locales/de.json', () => '{ "password": "Bitte geben Sie Ihr Passwort ein" }\n'],
  ['a form field', 'index.html', () => '<input type="password" name="password" placeholder="Password">\n'],
  ['a regular expression', 'src/check.ts', () => 'const token = /^[a-z0-9_-]{20,40}$/i\n'],
  ['a chunk name', 'dist/manifest.json', () => `{ "main.js": "/static/main.${hex(10)}.chunk.js" }\n`],
  ['a call', 'app.py', () => 'password = getpass.getpass("Password: ")\nsecret = generate_secret(32)\n'],
  [
    'a colour and a version',
    'theme.json',
    () => '{ "key": "#a1b2c3d4", "token": "1.24.0-beta.3+build.77" }\n',
  ],
  ['a redacted line', 'app.log', () => '{"level":30,"apiKey":"[REDACTED:API_KEY]"}\n'],
  ['a file path', 'nginx.conf', () => 'ssl_certificate_key /etc/nginx/certs/private/server.key;\n'],
]

/** At least as many decoys as there are credentials, each in a folder of its own. */
export function decoys(count: number): Planted[] {
  return Array.from({ length: Math.max(count, innocent.length) }, (_, index) => {
    const [what, path, content] = innocent[index % innocent.length]!
    return { what, path: `innocent/${index}/${path}`, content: content() }
  })
}
