import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { fileURLToPath } from 'node:url'
import { auditReveals, createRegistry, type RevealEvent, Secret } from '@tacet/runtime'
import { expect, test, vi } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const here = fileURLToPath(import.meta.url)
const value = fakeSecret('audit')
const first = new Secret('FIRST', value)
const second = new Secret('SECOND', value)

/** The line that calls this, by a stack of our own. */
const line = (): number => Number(/audit\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2]!)![1])

test('reveals are counted by secret and call site, also those of use', () => {
  const audit = auditReveals()
  const revealed = line() + 1
  for (let i = 0; i < 3; i++) first.reveal()
  const used = line() + 1
  second.use(() => second.use(() => 1))
  audit.stop()
  expect(audit.counts()).toEqual([
    { name: 'FIRST', site: `${here}:${revealed}`, count: 3 },
    { name: 'SECOND', site: `${here}:${used}`, count: 2 },
  ])
})

test('a registry that is given a secret, comparing and printing reveal nothing', () => {
  const audit = auditReveals()
  createRegistry().add('FIRST', first)
  first.equals(second)
  String(first)
  audit.stop()
  expect(audit.counts()).toEqual([])
})

test('a secret that reveals in a way of its own is counted where it was asked', () => {
  class Trimmed extends Secret {
    override reveal(): string {
      return super.reveal().trim()
    }
  }
  const audit = auditReveals()
  const at = line() + 1
  new Trimmed('tls.key', value).reveal()
  audit.stop()
  expect(audit.counts()).toEqual([{ name: 'tls.key', site: `${here}:${at}`, count: 1 }])
})

test('each audit counts from its beginning to its end, and takes no stack when there is none', () => {
  const [early, late] = [auditReveals(), auditReveals()]
  first.reveal()
  early[Symbol.dispose]()
  first.reveal()
  late.stop()
  const capture = vi.spyOn(Error, 'captureStackTrace')
  first.reveal()
  expect(capture).not.toHaveBeenCalled()
  capture.mockRestore()
  const total = (audit: typeof early) => audit.counts().reduce((sum, { count }) => sum + count, 0)
  expect([total(early), total(late)]).toEqual([1, 2])
})

test('single reveals are on a diagnostics channel, without the value, and one that reveals is told once', () => {
  const events: RevealEvent[] = []
  const listener = (event: unknown): void => {
    events.push(event as RevealEvent)
    second.reveal()
  }
  subscribe('tacet:reveal', listener)
  first.reveal()
  unsubscribe('tacet:reveal', listener)
  expect(events.map(({ name }) => name)).toEqual(['FIRST'])
  expect(JSON.stringify(events).includes(value)).toBe(false)
})

test('stacks in a form of their own do no harm', () => {
  const before = Error.prepareStackTrace
  const limit = Error.stackTraceLimit
  const audit = auditReveals()
  Error.prepareStackTrace = (_, sites) => sites
  first.reveal()
  Error.prepareStackTrace = () => 'Error\n    at async file:///srv/my%20app/main.js:7:1'
  first.reveal()
  Error.prepareStackTrace = () => 'Error\n    at Object.<anonymous> [as x] (/srv/app (old)/main.js:7:1)'
  first.reveal()
  Error.prepareStackTrace = before
  audit.stop()
  expect(Error.stackTraceLimit).toBe(limit)
  expect(audit.counts().map(({ site }) => site)).toEqual([
    'unknown',
    '/srv/my app/main.js:7',
    '/srv/app (old)/main.js:7',
  ])
})
