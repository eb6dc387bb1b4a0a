// Makes secrets for development, where there are none yet: a .env file and the files that docker-compose mounts.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? import.meta.dirname
const random = () => randomBytes(24).toString('hex')

function write(name, text) {
  const path = join(folder, name)
  if (existsSync(path)) return
  writeFileSync(path, text, { mode: 0o600 })
  console.log(`made ${path}`)
}

mkdirSync(join(folder, 'secrets'), { recursive: true })
write('.env', `DATABASE_URL=postgres://app:${random()}@db:5432/app\nSTRIPE_KEY=${random()}\n`)
write(
  join('secrets', 'tls.key'),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
)
