import {
  anyOf,
  chars,
  defineRule,
  oneOf,
  optional,
  type Part,
  type Parts,
  type Rule,
  secret,
  seededRandom,
  sequence,
  slash,
  uuid,
} from '@tacet/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reported } from '../helpers/rule-matches.ts'

const seed = 20_261_124
const samples = (part: Part, count = 50): string[] =>
  Array.from({ length: count }, (_, value) => part.sample(seededRandom(value)))
const whole = (part: Part): RegExp => new RegExp(`^(?:${part.source})$`)

const literals = fc.stringMatching(/^[a-zA-Z._$+()[\]^|?*\\/-]{1,8}$/)
const randomRuns = fc
  .tuple(fc.constantFrom('alnum', 'hex', 'base64', 'base64url', 'digits'), fc.nat(12), fc.nat(20))
  .map(([name, min, more]) => chars(name as 'alnum', min + 1, min + 1 + more))

const { list: partLists } = fc.letrec<{ list: Parts[]; part: Parts }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literals,
    randomRuns,
    fc
      .array(literals, { minLength: 2, maxLength: 4 })
      .map(([first, second, ...rest]) => oneOf(first!, second!, ...rest)),
    fc.tuple(tie('list'), tie('list')).map(([left, right]) => oneOf(left, right)),
    tie('list').map((list) => optional(...list)),
  ),
  list: fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
}))

describe('the pieces of a token', () => {
  it('make samples that their pattern matches and their lengths bound', () => {
    fc.assert(
      fc.property(partLists, fc.nat(), (list, value) => {
        const part = sequence(list)
        const sample = part.sample(seededRandom(value))
        return whole(part).test(sample) && sample.length >= part.min && sample.length <= part.max
      }),
      { seed, numRuns: 500 },
    )
  })

  it('make samples that hold a literal where the prefilter looks for it', () => {
    fc.assert(
      fc.property(partLists, fc.nat(), (list, value) => {
        const { anchor, sample } = sequence(list)
        if (!anchor) return true
        const made = sample(seededRandom(value))
        return anchor.words.some((word) => {
          const at = made.indexOf(word)
          return at >= 0 && at <= anchor.before && word.length >= 3
        })
      }),
      { seed, numRuns: 500 },
    )
  })

  it('take a literal for what it says, whatever its signs', () => {
    expect(whole(sequence(['a.b$c(d)[e]*+?^|\\/-'])).test('a.b$c(d)[e]*+?^|\\/-')).toBe(true)
    expect(whole(sequence(['a.b'])).test('aXb')).toBe(false)
  })

  it.each<[string, Parts, readonly string[] | undefined, number?]>([
    [
      'neighbours that are fixed, joined',
      [oneOf('sk', 'rk'), '_live_', chars('alnum', 24)],
      ['sk_live_', 'rk_live_'],
      0,
    ],
    ['the longest literal', ['ab-', chars('hex', 8, 10), '.middle.', chars('hex', 4)], ['.middle.'], 13],
    ['the first of equals', ['abcd', chars('hex', 4), 'efgh'], ['abcd'], 0],
    [
      'one of each alternative',
      oneOf(['abc-', chars('hex', 8)], [chars('hex', 9), '-xyz']),
      ['abc-', '-xyz'],
      9,
    ],
    ['letters as they are spelled', ['AbCd', chars('hex', 8)], ['AbCd'], 0],
    ['nothing below three characters', ['s.', chars('alnum', 24)], undefined],
    ['nothing that may be missing', [optional('abcdef'), chars('alnum', 24)], undefined],
    ['nothing that one alternative lacks', oneOf(['abcdef', chars('hex', 8)], chars('hex', 9)), undefined],
    [
      'what follows an escaped slash apart',
      ['host.dev', slash, 'hook', slash, chars('hex', 8)],
      ['host.dev'],
      0,
    ],
  ])('give the prefilter %s', (_name, token, words, before) => {
    const { anchor } = sequence(token)
    expect(anchor?.words).toEqual(words)
    expect(anchor?.before).toBe(before)
  })

  it('draws short and long runs, and every character of a set', () => {
    const made = samples(anyOf('xyz', 1, 4), 300)
    expect(new Set(made.map(({ length }) => length))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(made.join(''))).toEqual(new Set('xyz'))
  })

  it('writes a UUID', () => {
    for (const sample of samples(uuid)) expect(sample).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
  })
})

const define = (parts: Parts): Rule =>
  defineRule({
    id: 'made-up',
    title: 'Made up',
    provider: 'Tests',
    severity: 'low',
    parts,
    nearMisses: [(sample) => sample.slice(1)],
  })

describe('a token in a text', () => {
  const rule = define(['tkn-', chars('alnum', 16)])
  const urlSafe = define(['tkn-', chars('base64url', 16)])
  const token = rule.sample(seededRandom(3))
  const before = [
    '',
    ' ',
    '"',
    "'",
    '`',
    '=',
    ':',
    '>',
    '(',
    ',',
    '/',
    '@',
    '_',
    '-',
    '\\n',
    '\\t',
    '\\r\\n',
    '%3D',
    '\\u003d',
    '\\x22',
    '&quot;',
  ]
  const after = ['', ' ', '"', "'", '`', ';', ',', '<', ')', '&', '\\n', '\\"', '%0A', '.', '_', '-', '\r\n']

  it.each(before)('starts after %j', (left) => {
    expect(reported(rule, left + token).length).toBe(1)
  })

  it.each(after)('ends before %j', (right) => {
    expect(reported(rule, token + right).length).toBe(1)
  })

  it('does not go on to either side', () => {
    for (const word of ['a', 'Z', '0']) {
      expect(reported(rule, word + token).length).toBe(0)
      expect(reported(rule, token + word).length).toBe(0)
    }
  })

  it('does not go on over a sign that its own characters include', () => {
    for (const sign of ['_', '-']) {
      expect(reported(urlSafe, sign + token).length).toBe(0)
      expect(reported(urlSafe, token + sign).length).toBe(0)
    }
  })

  it('gives the part that is marked as the secret', () => {
    const marked = define(['name=', secret(chars('alnum', 20)), ';'])
    const [match] = reported(marked, `x ${marked.sample(seededRandom(1))}`)
    expect(match!.secret.length).toBe(20)
  })

  it('cannot be defined without a literal or context', () => {
    expect(() => define(chars('hex', 32))).toThrow(/made-up has no literal/)
  })
})

describe('random numbers from a seed', () => {
  it('are the same again, lie in [0, 1), and fill it', () => {
    const [first, again] = [1, 2].map(() => {
      const random = seededRandom(99)
      return Array.from({ length: 2000 }, () => random())
    })
    expect(again).toEqual(first)
    expect(first!.every((value) => value >= 0 && value < 1)).toBe(true)
    const tenths = new Set(first!.map((value) => Math.floor(value * 10)))
    expect(tenths.size).toBe(10)
  })
})
