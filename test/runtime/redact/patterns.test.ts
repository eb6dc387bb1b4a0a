import { chars, defineRule, providerRules, type Rule, seededRandom } from '@tacet/rules'
import {
  createRegistry,
  type RedactionEvent,
  redactBytes,
  redactJson,
  redactText,
  redactValue,
} from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import { redactPatterns } from '@tacet/runtime/patterns'
import { redactLogs } from '@tacet/runtime/pino'
import express from 'express'
import fc from 'fast-check'
import { pino } from 'pino'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { recogniser } from '../../../packages/runtime/src/redact/recogniser.ts'

const ID = 'github-personal-access-token'
const HOLDER = `[REDACTED:${ID}]`

const ruleOf = (id: string): Rule => providerRules.find((rule) => rule.id === id)!
const token = ruleOf(ID).sample(seededRandom(17))
const known = providerRules.filter(
  ({ literals = [] }) => literals.length > 0 && literals.every((literal) => literal.length >= 4),
)

function patterned(except: readonly string[] = []) {
  const registry = createRegistry()
  redactPatterns({ registry, except })
  return registry
}

const registry = patterned()

/** Every place at which a token of the rule starts and ends, found by its pattern alone. */
function naive(rule: Rule, text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const pattern = new RegExp(rule.pattern)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const whole = match[0]
    const [start, end] = match.indices!.groups?.secret ?? [match.index, match.index + whole.length]
    const secret = text.slice(start, end)
    const at = start - match.index
    const judged = rule.judge({
      secret,
      groups: {},
      text: whole,
      start: at,
      end: at + secret.length,
      path: '',
    })
    if (judged.confidence === 'high' || judged.confidence === 'very-high') found.push({ start, end })
    else pattern.lastIndex = match.index + 1
  }
  return found
}

describe('redactPatterns', () => {
  it('is off until it is asked for, in this registry alone', () => {
    expect(redactText(`key ${token}`, { registry: createRegistry() }) === `key ${token}`).toBe(true)
    expect(redactText(`key ${token}`, { registry })).toBe(`key ${HOLDER}`)
  })

  it.each(known.map((rule) => [rule.id, rule] as const))('redacts %s', (_id, rule) => {
    let left = 0
    for (let seed = 1; seed <= 6; seed++) {
      const sample = rule.sample(seededRandom(seed))
      const [{ start, end } = { start: 0, end: sample.length }] = naive(rule, sample)
      const redacted = redactText(`{"a": "${sample}"}\n`, { registry })
      if (redacted.includes(sample.slice(start, end)) || !redacted.includes('[REDACTED:')) left++
    }
    expect(left).toBe(0)
  })

  it('leaves near misses as they are', () => {
    const taken = known.filter((rule) => {
      const sample = rule.sample(seededRandom(5))
      return rule.nearMisses.some((nearMiss) => {
        const text = nearMiss(sample)
        const others = known.some((other) => naive(other, text).length > 0)
        return !others && redactText(text, { registry }) !== text
      })
    })
    expect(taken.map(({ id }) => id)).toEqual([])
  })

  it('works in text, bytes, JSON and values', () => {
    expect(redactText(`a ${token} b ${token}`, { registry })).toBe(`a ${HOLDER} b ${HOLDER}`)
    const bytes = Buffer.from(`é ${token} \u{1f511}`)
    expect(Buffer.from(redactBytes(bytes, { registry })).toString()).toBe(`é ${HOLDER} \u{1f511}`)
    const json = JSON.stringify({ msg: `line\n${token}`, nested: JSON.stringify({ token }) })
    expect(redactJson(json, { registry })).toBe(
      JSON.stringify({ msg: `line\n${HOLDER}`, nested: JSON.stringify({ token: HOLDER }) }),
    )
    const escaped = `{"a":"${token.replace(token[0]!, `\\u00${token.charCodeAt(0).toString(16)}`)}"}`
    expect(redactJson(escaped, { registry })).toBe(`{"a":"${HOLDER}"}`)
    const error = new Error(`refused ${token}`, { cause: [{ token }] })
    const redacted = redactValue(error, { registry }) as Error
    expect(redacted.message).toBe(`refused ${HOLDER}`)
    expect(redacted.cause).toEqual([{ token: HOLDER }])
  })

  it('redacts every line that pino writes', () => {
    const lines: string[] = []
    const log = pino(redactLogs({ base: null, timestamp: false }, { registry }), {
      write: (line) => lines.push(line),
    })
    log.child({ token }).info({ headers: { authorization: `Bearer ${token}` } }, `got ${token}`)
    log.info('nothing')
    expect(lines).toEqual([
      `{"level":30,"token":"${HOLDER}","headers":{"authorization":"Bearer ${HOLDER}"},"msg":"got ${HOLDER}"}\n`,
      '{"level":30,"msg":"nothing"}\n',
    ])
  })

  it('names the rule in events and counts', () => {
    const own = patterned()
    const events: RedactionEvent[] = []
    own.on('redaction', (event) => events.push(event))
    redactText(token, { registry: own, sink: 'mail', place: 'welcome' })
    expect(events).toEqual([{ name: ID, form: 'pattern', sink: 'mail', place: 'welcome' }])
    expect(own.counts()).toEqual([{ name: ID, form: 'pattern', sink: 'mail', count: 1 }])
    expect(own.names()).toEqual([])
  })

  it('calls a registered secret by its name, also one that comes later', () => {
    const own = patterned()
    own.add('GITHUB', token)
    expect(redactText(`${token} ${token}`, { registry: own })).toBe('[REDACTED:GITHUB] [REDACTED:GITHUB]')
    own.add('PART', token.slice(12, 30))
    expect(redactText(token, { registry: own })).toBe('[REDACTED:GITHUB]')
  })

  it('covers a token of which only a part is registered', () => {
    const own = patterned()
    own.add('PART', token.slice(12))
    expect(redactText(`x ${token} y`, { registry: own })).toBe(`x ${HOLDER} y`)
  })

  it('leaves out what it is told to, and knows nothing else', () => {
    expect(redactText(token, { registry: patterned([ID]) }) === token).toBe(true)
    expect(() => patterned(['no-such-rule'])).toThrow(TypeError)
    const own = patterned()
    redactPatterns({ registry: own, except: [ID] })
    expect(redactText(token, { registry: own }) === token).toBe(true)
  })

  it('changes nothing that it has redacted', () => {
    const all = known.map((rule) => rule.sample(seededRandom(3))).join('\n')
    const once = redactText(all, { registry })
    expect(redactText(once, { registry }) === once).toBe(true)
  })
})

describe('the recogniser', () => {
  const acme = defineRule({
    id: 'acme',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'high',
    parts: ['acme_', chars('alnum', 16)],
    nearMisses: [(key) => key.slice(4)],
  })
  const middle = defineRule({
    id: 'middle',
    title: 'Key with its name in the middle',
    provider: 'Acme',
    severity: 'high',
    parts: [chars('alnum', 6, 9), '.acm.', chars('alnum', 16)],
    nearMisses: [(key) => key.slice(0, 8)],
  })
  const rules = [acme, middle]
  const made = recogniser(rules)
  const piece = fc.oneof(
    fc.nat(1e6).map((seed) => acme.sample(seededRandom(seed))),
    fc.nat(1e6).map((seed) => middle.sample(seededRandom(seed))),
    fc.constantFrom('acme_', 'acme_acme_', '.acm.', ' ', '"', '-', 'é', '\u{1f511}', 'a', 'Z9', '_', '.'),
    fc.constantFrom(0, 1, 2, 3).map((more) => ' '.repeat((1 << 14) - 10 - more)),
  )

  it('finds what the patterns find, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const covered = new Set<number>()
        for (const { start, end } of made.find(text)) for (let at = start; at < end; at++) covered.add(at)
        const expected = new Set<number>()
        for (const rule of rules)
          for (const { start, end } of naive(rule, text))
            for (let at = start; at < end; at++) expected.add(at)
        return (
          covered.size === expected.size &&
          [...expected].every((at) => covered.has(at)) &&
          made.test(text) === expected.size > 0
        )
      }),
      { seed: 20_261_124, numRuns: 600 },
    )
  })

  it('finds the same in bytes', () => {
    const key = acme.sample(seededRandom(2))
    const bytes = Buffer.from(`é${' '.repeat(3)}${key} é ${key}`)
    const matches = made.findBytes(bytes)
    expect(matches.map(({ start, end }) => bytes.subarray(start, end).toString() === key)).toEqual([
      true,
      true,
    ])
    expect(made.testBytes(bytes)).toBe(true)
    expect(made.testBytes(bytes.subarray(0, 12))).toBe(false)
  })
})

describe('a response', () => {
  const app = express()
  app.use(redactResponses({ registry }))
  app.get('/json', (_request, response) => void response.json({ token }))
  app.get('/text', (_request, response) => void response.type('text').send(`got ${token}`))
  app.get('/bytes', (_request, response) => void response.type('text').send(Buffer.from(`got ${token}`)))
  app.get('/header', (_request, response) => void response.set('X-Token', token).send('none'))
  app.get('/none', (_request, response) => void response.send('none'))

  it('has them redacted in headers and in bodies of one piece', async () => {
    expect((await request(app).get('/json')).body).toEqual({ token: HOLDER })
    expect((await request(app).get('/text')).text).toBe(`got ${HOLDER}`)
    expect((await request(app).get('/bytes')).text).toBe(`got ${HOLDER}`)
    expect((await request(app).get('/header')).headers['x-token']).toBe(HOLDER)
    expect((await request(app).get('/none')).text).toBe('none')
  })
})
