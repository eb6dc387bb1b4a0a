import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { finished } from '../../helpers/run-cli.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const register = new URL('../../../packages/runtime/dist/process/register-bundle.js', import.meta.url).href
const require = createRequire(import.meta.url)
const key = fakeSecret('register loggers', 40)

/** Programs that log into a file, past the outputs of the process. */
const programs: readonly [name: string, path: string, code: string][] = [
  [
    'pino',
    'pino',
    `logger.pino({ level: 'info' }, logger.destination('out.log')).info({ key }, 'with ' + key)`,
  ],
  ['pino with a destination alone', 'pino', `logger(logger.destination('out.log')).info('with ' + key)`],
  [
    'pino with a transport',
    'pino',
    `logger({ transport: { target: 'pino/file', options: { destination: 'out.log' } } }).info(key)`,
  ],
  ['pino 9', 'pino-9', `logger({}, logger.destination('out.log')).child({ key }).info('with ' + key)`],
  [
    'winston',
    'winston',
    `logger.createLogger({ transports: [new logger.transports.File({ filename: 'out.log' })] }).info('with ' + key)`,
  ],
  [
    "winston's own logger",
    'winston',
    `logger.add(new logger.transports.File({ filename: 'out.log' })); logger.info('with ' + key)`,
  ],
  [
    'bunyan',
    'bunyan',
    `logger.createLogger({ name: 'b', streams: [{ path: 'out.log' }] }).info({ key }, 'with ' + key)`,
  ],
  [
    'log4js',
    'log4js',
    `logger.configure({ appenders: { out: { type: 'file', filename: 'out.log' } },
      categories: { default: { appenders: ['out'], level: 'info' } } })
    logger.getLogger().info('with ' + key)`,
  ],
]

const loads: readonly [kind: 'mjs' | 'cjs', load: (path: string) => string][] = [
  ['mjs', (path) => `import logger from ${JSON.stringify(path)}`],
  ['cjs', (path) => `const logger = require(${JSON.stringify(path)})`],
]

describe.each(loads)('loggers that are loaded from %s', (kind, load) => {
  test.each(programs)('%s', async (_name, path, code) => {
    const program = `${load(require.resolve(path))}
      const key = process.env.API_KEY
      ${code}`
    const cwd = tempTree({ [`program.${kind}`]: program })
    const run = (...flags: string[]) =>
      finished(
        spawn(process.execPath, [...flags, `program.${kind}`], {
          cwd,
          env: { PATH: process.env.PATH, TACET_SECRETS_DIR: '/nowhere', API_KEY: key },
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      )
    const { code: exit, stderr } = await run('--import', register)
    expect([exit, stderr]).toEqual([0, ''])
    const written = readFileSync(join(cwd, 'out.log'), 'utf8')
    expect(written).toContain('[REDACTED:API_KEY]')
    expect(written).not.toContain(key)
  })
})
