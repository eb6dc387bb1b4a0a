import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secrets of the demonstration, fresh for each run, in the two shapes in which services get them. */
export interface Delivered {
  /** What `envFrom` of a Kubernetes Secret sets. */
  readonly env: Readonly<Record<string, string>>
  /** The folder that a Kubernetes Secret is mounted at. */
  readonly folder: string
  /** What must not come out, by name: values, and parts of values that are as good. */
  readonly values: ReadonlyMap<string, string>
}

export function deliverSecrets(folder: string): Delivered {
  const password = `${randomBytes(12).toString('base64url')}/+%`
  const env = {
    DATABASE_URL: `postgres://orders:${encodeURIComponent(password)}@db.internal:5432/orders`,
    PAYMENT_KEY: randomBytes(24).toString('base64url'),
    SESSION_SECRET: randomBytes(32).toString('hex'),
    ADMIN_PIN: String(100_000_000 + (randomBytes(4).readUInt32BE() % 900_000_000)),
  }
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const account = {
    type: 'service_account',
    project_id: 'orders',
    client_secret: randomBytes(24).toString('base64url'),
  }
  mount(folder, { 'tls.key': privateKey, 'account.json': JSON.stringify(account) })

  const values = new Map([
    ['DATABASE_URL', env.DATABASE_URL],
    ['the password in DATABASE_URL', password],
    ['PAYMENT_KEY', env.PAYMENT_KEY],
    ['SESSION_SECRET', env.SESSION_SECRET],
    ['ADMIN_PIN', env.ADMIN_PIN],
    ['client_secret in account.json', account.client_secret],
  ])
  for (const [index, line] of privateKey.trim().split('\n').slice(1, -2).entries())
    values.set(`line ${index + 2} of tls.key`, line)
  return { env, folder, values }
}

/** Lays the files out as the kubelet does: each is a link into `..data`, which is a link to a dated folder. */
function mount(folder: string, files: Readonly<Record<string, string>>): void {
  const dated = '..2026_01_01_00_00_00.1'
  mkdirSync(join(folder, dated), { recursive: true })
  symlinkSync(dated, join(folder, '..data'), 'dir')
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, dated, name), content)
    symlinkSync(join('..data', name), join(folder, name))
  }
}
