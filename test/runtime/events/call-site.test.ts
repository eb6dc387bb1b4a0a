import { createRegistry, type RedactionEvent, redactText } from '@tacet/runtime'
import { type Located, rateLimited, withCallSite } from '@tacet/runtime/events'
import { redactLogs } from '@tacet/runtime/pino'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const key = fakeSecret('call site')

function listened() {
  const registry = createRegistry()
  registry.add('API_KEY', key)
  const told: Located<RedactionEvent>[] = []
  registry.on('redaction', rateLimited(withCallSite<RedactionEvent>((event) => told.push(event))))
  return { registry, told }
}

/** The line of this file that the function was called from. */
function line(): number {
  return Number(/call-site\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2]!)![1])
}

test('tells the line of the program that redacted text', () => {
  const { registry, told } = listened()
  const here = line() + 1
  redactText(key, { registry })
  expect(told).toMatchObject([{ name: 'API_KEY', callSite: expect.stringContaining(`.test.ts:${here}:`) }])
})

test('tells the line that logged, and not those of the logger', () => {
  const { registry, told } = listened()
  const log = pino(redactLogs({}, { registry }), { write() {} })
  const here = line() + 1
  log.info({ key }, 'called')
  expect(told[0]?.callSite).toMatch(new RegExp(`call-site\\.test\\.ts:${here}:\\d+$`))
})

test('leaves the limit of stacks as it is, and has no value in what it tells', () => {
  const { registry, told } = listened()
  const before = Error.stackTraceLimit
  redactText(key, { registry })
  expect(Error.stackTraceLimit).toBe(before)
  expect(JSON.stringify(told)).not.toContain(key)
})
