import { chars, defineRule, type Candidate as Match, seededRandom } from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidateFinder } from '../../../packages/scanner/src/detect/candidates.ts'
import { makeRule, testKey } from '../../helpers/scanning.ts'

const named = makeRule({
  id: 'named',
  keywords: ['pass', 'pwd'],
  pattern: /[a-z_]{0,8}(?:pass|pwd)[a-z_]{0,4}=(?<secret>[^\s=]{3,12})/dg,
  longest: 30,
  before: 8,
})

test('finds what the patterns find in the whole text', () => {
  const finder = candidateFinder([makeRule(), named])
  const piece = fc.oneof(
    fc.constantFrom('tk-', testKey('a'), 'pass', 'PASS', 'pwd', '=', ' ', '\n', 'é', '漢', '😀', 'x_', '0'),
    fc.string({ unit: fc.constantFrom('a', '=', '_', 'é'), maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const expected = [makeRule(), named].flatMap(({ id, pattern }) =>
        [...text.matchAll(new RegExp(pattern))].map((match) => {
          const [from, to] = match.indices!.groups?.secret ?? match.indices![0]!
          const start = Buffer.byteLength(text.slice(0, from))
          return { id, start, secret: text.slice(from, to) }
        }),
      )
      const found = finder.find(Buffer.from(text), 'file').map(({ rule, start, end, secret }) => {
        expect(end - start).toBe(Buffer.byteLength(secret))
        return { id: rule.id, start, secret }
      })
      const order = (a: { start: number; id: string }, b: { start: number; id: string }) =>
        a.start - b.start || (a.id < b.id ? -1 : 1)
      expect(found.sort(order)).toEqual(expected.sort(order))
    }),
    { seed: 20_261_124, numRuns: 500 },
  )
})

describe('what a rule is shown', () => {
  const seen: Match[] = []
  const rule = makeRule({
    contextReach: 30,
    judge: (candidate) => {
      seen.push(candidate)
      return { confidence: 'high', reasons: [] }
    },
  })
  const show = (text: string): Match => {
    seen.length = 0
    candidateFinder([rule]).find(Buffer.from(text), 'src/a.ts')
    return seen[0]!
  }

  test.each(['-', 'é', '漢', '😀'])('the text around the match, of %s', (unit) => {
    const match = show(`${unit.repeat(50)} ${testKey('seen')} ${unit.repeat(50)}`)
    expect(match.text.slice(match.start, match.end)).toBe(testKey('seen'))
    expect(match.start).toBeGreaterThanOrEqual(30)
    expect(match.text.length - match.end).toBeGreaterThanOrEqual(30)
    expect(match).toMatchObject({ secret: testKey('seen'), path: 'src/a.ts' })
  })

  test('what there is, at the ends of the text', () => {
    expect(show(testKey('seen'))).toMatchObject({ text: testKey('seen'), start: 0, end: 15 })
  })
})

test('what a rule says is no secret is none, and hides nothing that starts inside it', () => {
  const rule = makeRule({
    pattern: /tk-[a-z0-9-]{12}/dg,
    judge: ({ secret }) => ({ confidence: secret.startsWith('tk-no') ? 'none' : 'high', reasons: [] }),
  })
  const found = candidateFinder([rule]).find(Buffer.from(`tk-no${testKey('inner')}`), '')
  expect(found.map(({ secret }) => secret)).toEqual([testKey('inner')])
})

test('the work is linear on near misses: every start is tried once', () => {
  let calls = 0
  const rule = makeRule({
    before: 8,
    judge: () => ({ confidence: ++calls > 0 ? 'none' : 'high', reasons: [] }),
  })
  const keys = 2000
  candidateFinder([rule]).find(Buffer.from(`${testKey('near')} `.repeat(keys)), '')
  expect(calls).toBe(keys)
})

describe('a credential that is known by a word near it', () => {
  const rule = defineRule({
    id: 'acme-key',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['acmecloud'], label: 'ACMECLOUD_KEY' },
    nearMisses: [(sample) => sample.replace('KEY', 'DAY')],
  })
  const [id = '', secret = ''] = [3, 4].map((seed) => rule.sample(seededRandom(seed)).split('=')[1]!)
  const found = (text: string): string[] =>
    candidateFinder([rule])
      .find(Buffer.from(text), '')
      .map((candidate) => candidate.secret)

  test('is found behind something else of its form', () => {
    expect(found(`acmecloud login role=${id} secret=${secret}`)).toEqual([secret])
    expect(found(`acmecloud login role=${id} name=${id} secret=${secret}`)).toEqual([secret])
  })

  test('is not found where the word no longer reaches', () => {
    expect(found(`acmecloud login role=${id} ${'. '.repeat(40)} secret=${secret}`)).toEqual([])
  })
})
