import { execFile } from 'node:child_process'
import { format, promisify } from 'node:util'
import { redactDebuglog } from '@tacet/runtime/debuglog'
import { expect, test } from 'vitest'
import { logAdapterContract, withoutChildren } from '../../contract/log-adapter.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry } from '../../helpers/registries.ts'

const secret = fakeSecret('debuglog')
const root = new URL('../../..', import.meta.url)

/** As Node's own, which cannot be enabled once the process runs: it writes to memory. */
function memory(enabled = true) {
  const lines: string[] = []
  const log = (...args: unknown[]) => void (enabled && lines.push(`TEST 1: ${format(...args)}`))
  return { log: Object.assign(log, { enabled }), lines }
}

logAdapterContract(
  {
    name: 'what is called as util.debuglog is',
    prints: 'text',
    open(registry) {
      const { log: plain, lines } = memory()
      const log = registry ? redactDebuglog(plain, { registry }) : plain
      return {
        log: {
          message: (text, ...interpolated) => log(text, ...interpolated),
          fields: (fields, text = '') => log('%O %s', fields, text),
          error: (error, text = '') => log('%O %s', error, text),
        },
        close: () => lines.join('\n'),
      }
    },
  },
  { ...withoutChildren, 'a nested field': 'does not print it', toJSON: 'does not print it' },
)

test('util.debuglog itself, in a process in which the section is enabled', async () => {
  const script = `
    import { debuglog } from 'node:util'
    import { createRegistry } from '@tacet/runtime'
    import { redactDebuglog } from '@tacet/runtime/debuglog'
    const registry = createRegistry()
    registry.add('KEY', process.env.KEY)
    registry.on('redaction', (event) => console.log(JSON.stringify(event)))
    const plain = debuglog('billing')
    const log = redactDebuglog(plain, { registry, section: 'billing' })
    const off = redactDebuglog(debuglog('other'), { registry, section: 'other' })
    plain('a %s %j', process.env.KEY, { key: process.env.KEY })
    log('a %s %j', process.env.KEY, { key: process.env.KEY })
    log('b %s%s', process.env.KEY.slice(0, 9), process.env.KEY.slice(9))
    plain('c %o', { d: [1, 'e'] })
    log('c %o', { d: [1, 'e'] })
    off(process.env.KEY)
    console.log(log.enabled, off.enabled)
  `
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { cwd: root, env: { PATH: process.env.PATH, KEY: secret, NODE_DEBUG: 'billing' } },
  )
  const [plain, redacted, joined, unchanged, same] = stderr
    .split('\n')
    .map((line) => line.replace(/\d+/, 'PID'))
  expect(plain).toBe(`BILLING PID: a ${secret} {"key":"${secret}"}`)
  expect(redacted).toBe(plain!.replaceAll(secret, '[REDACTED:KEY]'))
  expect(joined).toBe('BILLING PID: b [REDACTED:KEY]')
  expect(same).toBe(unchanged)
  const event = '{"name":"KEY","form":"raw","sink":"debuglog","place":"billing"}'
  expect(stdout).toBe(`${event}\n${event}\ntrue false\n`)
})

test('nothing is looked at while the section is not enabled', () => {
  const registry = failingRegistry({ KEY: secret })
  const withheld: unknown[] = []
  registry.on('withheld', (event) => withheld.push(event))
  redactDebuglog(memory(false).log, { registry })(secret)
  expect(withheld).toEqual([])
})

test('when redaction fails, only that is printed', () => {
  const registry = failingRegistry({ KEY: secret })
  const { log, lines } = memory()
  redactDebuglog(log, { registry })('a %s', secret, { secret })
  expect(lines).toEqual([expect.stringMatching(/^TEST 1: \[WITHHELD/)])
})
