import type { IncomingMessage } from 'node:http'
import { type Matcher, matcher } from '@tacet/core'
import { createRegistry, type Registry, redactBytes } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import express from 'express'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referenceMatcher } from '../../packages/core/src/matcher/reference.ts'
import { BodyRedactor } from '../../packages/runtime/src/http/body-redactor.ts'
import { deliver, parseContentRange, Slice, widenRange } from '../../packages/runtime/src/http/range.ts'
import { covered } from '../contract/http-scene.ts'
import { fakeNumber, fakeSecret } from '../helpers/fake-secret.ts'
import { exchange, parse, request, serving } from '../helpers/raw-http.ts'

const seed = 20_261

/** Cuts the bytes at the given places, taken modulo their length. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((start, index) => bytes.subarray(start, at[index] ?? bytes.length))
}

function redactCut(
  body: Buffer,
  places: readonly number[],
  registry: Registry,
  keepLength: boolean,
  json = false,
): string {
  const redactor = new BodyRedactor({ registry, keepLength, json, utf16: undefined, report: () => {} })
  return Buffer.concat([...cut(body, places).map((piece) => redactor.push(piece)), redactor.end()]).toString()
}

/** A registry that looks for patterns which a real one would not take. */
function registryOf(patterns: readonly string[]): Registry {
  const found: Matcher = matcher(patterns.map((text) => ({ text })))
  return {
    ...createRegistry(),
    matcher: () => found as ReturnType<Registry['matcher']>,
    wholeMatcher: () => found,
    placeholder: (pattern) => `[${pattern}]`,
    report: () => {},
  }
}

const places = fc.array(fc.nat(400), { maxLength: 12 })
const small = fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), maxLength: 60 })
const patterns = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ü'), minLength: 1, maxLength: 6 }), {
  maxLength: 5,
})

test('however it is cut, a body comes out as if it were in one piece', () => {
  fc.assert(
    fc.property(small, patterns, places, (text, list, cuts) => {
      const registry = registryOf(list)
      const body = Buffer.from(text)
      expect(redactCut(body, cuts, registry, false)).toBe(redactBytes(body, { registry }).toString())
      if (!registry.matcher().testBytes(body)) expect(redactCut(body, cuts, registry, false)).toBe(text)
    }),
    { seed, numRuns: 1000 },
  )
})

test('a body whose length is promised keeps it, and every byte that is in no match', () => {
  fc.assert(
    fc.property(small, patterns, places, (text, list, cuts) => {
      const body = Buffer.from(text)
      const expected = Buffer.from(body)
      for (const { start, end, pattern } of referenceMatcher(list.map((each) => ({ text: each }))).findBytes(
        body,
      )) {
        const name = `[${pattern}]`
        expected.write(
          name.length <= end - start ? name.padEnd(end - start, '*') : '*'.repeat(end - start),
          start,
        )
      }
      expect(redactCut(body, cuts, registryOf(list), true)).toBe(expected.toString())
    }),
    { seed, numRuns: 1000 },
  )
})

test('a stream of JSON stays JSON, and has no form of a secret', () => {
  const registry = createRegistry()
  const number = fakeNumber('json body')
  // Beginnings and ends that can fall into the middle of an escape or of a number.
  const tail = fakeSecret('json body', 20)
  const other = fakeSecret('another json body', 20)
  const secrets = [
    `n${tail}`,
    `u00e9${tail}`,
    `e8${other}`,
    `"${tail}"`,
    `${tail}\\`,
    `\\${tail}`,
    `/${tail}`,
    `${tail}\n`,
    String(number),
  ]
  for (const [index, secret] of secrets.entries()) registry.add(`S${index}`, secret)
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...secrets, `é${tail}`, `è${other}`, '\\', '"', '\n', 'é', '\u0001', ' 1', '\\u00'),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''))
  const leaf = fc.oneof(text, fc.constantFrom(number, Number(`1${number}`), -number, 1, true, null))
  const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 5 }), fc.dictionary(text, leaf, { maxKeys: 4 }))
  const spaces = fc.constantFrom(undefined, 1)
  fc.assert(
    fc.property(value, spaces, fc.boolean(), fc.boolean(), places, (json, space, ascii, keepLength, cuts) => {
      const plain = JSON.stringify(json, null, space)
      const written = ascii
        ? plain.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : plain
      const body = Buffer.from(written)
      const redacted = redactCut(body, cuts, registry, keepLength, true)
      expect(() => JSON.parse(redacted)).not.toThrow()
      expect(registry.matcher().test(redacted)).toBe(false)
      expect(redacted).toBe(redactCut(body, [], registry, keepLength, true))
      if (keepLength) expect(Buffer.byteLength(redacted)).toBe(body.length)
      if (!registry.matcher().testBytes(body)) expect(redacted).toBe(written)
    }),
    { seed, numRuns: 1000 },
  )
})

test('any range of a body is that range of the covered whole', () => {
  const registry = createRegistry()
  const secret = fakeSecret('range body', 12)
  registry.add('KEY', secret)
  const reach = registry.matcher().longest - 1
  const pieces = fc.array(
    fc.oneof(
      fc.constant(secret),
      fc.string({ unit: fc.constantFrom('~', secret[0]!, secret[11]!), maxLength: 90 }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(
      pieces,
      fc.nat(300),
      fc.nat(40),
      fc.constantFrom('closed', 'open', 'last'),
      (parts, from, more, kind) => {
        const whole = Buffer.from(`~${parts.join('')}`)
        const range = {
          closed: `bytes=${from}-${from + more}`,
          open: `bytes=${from}-`,
          last: `bytes=-${more + 1}`,
        }[kind]
        const incoming = { headers: { range }, rawHeaders: ['Range', range] } as unknown as IncomingMessage
        const asked = widenRange(incoming, reach)!
        const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(incoming.headers.range!)!
        const start = first ? Number(first) : Math.max(0, whole.length - Number(last))
        const end = first && last ? Math.min(Number(last), whole.length - 1) : whole.length - 1
        if (start >= whole.length) return
        const answered = parseContentRange(`bytes ${start}-${end}/${whole.length}`)!
        const part = deliver(asked, answered, reach)
        if (kind !== 'last' && from >= whole.length) {
          expect(part).toBe('unsatisfiable')
          return
        }
        if (part === undefined || part === 'unsatisfiable') throw new Error('nothing delivered')
        const expectedStart = kind === 'last' ? Math.max(0, whole.length - more - 1) : from
        const expectedEnd = kind === 'closed' ? Math.min(from + more, whole.length - 1) : whole.length - 1
        expect([part.start, part.end]).toEqual([expectedStart, expectedEnd])
        const slice = new Slice(part.start - start, part.end - part.start + 1)
        const sent = slice.push(Buffer.from(redactCut(whole.subarray(start, end + 1), [], registry, true)))
        expect(Buffer.from(sent).toString()).toBe(
          covered(whole.toString(), registry).slice(part.start, part.end + 1),
        )
      },
    ),
    { seed, numRuns: 1000 },
  )
})

test('over a socket, whatever was written how', async () => {
  const registry = createRegistry()
  const secret = fakeSecret('socket body')
  registry.add('KEY', secret)
  let pieces: (Buffer | [string, BufferEncoding])[] = []
  const app = express()
  app.use(redactResponses({ registry }))
  app.get('/', (_, response) => {
    for (const piece of pieces) {
      if (Array.isArray(piece)) response.write(piece[0], piece[1])
      else response.write(piece)
    }
    response.end()
  })
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(secret, secret.slice(0, 9), secret.slice(9)),
      fc.string({ unit: 'grapheme', maxLength: 9 }),
    ),
    {
      maxLength: 8,
    },
  )
  const ways = fc.array(fc.constantFrom(undefined, 'base64', 'hex', 'latin1'), { minLength: 1, maxLength: 9 })
  await serving(app, (port) =>
    fc.assert(
      fc.asyncProperty(parts, places, ways, async (texts, cuts, encodings) => {
        const body = Buffer.from(texts.join(''))
        pieces = cut(body, cuts).map((piece, index) => {
          const encoding = encodings[index % encodings.length]
          return encoding ? [piece.toString(encoding), encoding] : piece
        })
        const response = parse(await exchange(port, request('/')))
        expect(response.complete).toBe(true)
        expect(response.body.equals(redactBytes(body, { registry }))).toBe(true)
      }),
      { seed, numRuns: 150 },
    ),
  )
})
