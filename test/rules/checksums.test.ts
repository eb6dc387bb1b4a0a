import { type Judgement, type Rule, rules, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'

const HOLDS = 'its checksum holds'
const FAILS = 'its checksum fails'
// Each defines its form by its check: what fails it is no such key.
const strict = new Set(['bitcoin-private-key', 'bitcoin-extended-private-key'])

/** How the rule judges a token that stands in a line of its own. */
function judged(rule: Rule, text: string, path = 'app.env'): Judgement | undefined {
  const match = new RegExp(rule.pattern).exec(text)
  if (!match) return undefined
  const [start, end] = match.indices!.groups?.secret ?? match.indices![0]!
  return rule.judge({ secret: text.slice(start, end), groups: match.groups ?? {}, text, start, end, path })
}

const samples = (rule: Rule): string[] => [1, 2, 3, 4, 5, 6].map((seed) => rule.sample(seededRandom(seed)))

/** The token with two different characters of one kind changed over, as near as there are: no checksum misses that. */
function altered(sample: string): string {
  const kinds = [/[0-9]/, /[a-f]/, /[g-z]/, /[A-F]/, /[G-Z]/]
  const kind = (at: number): number => kinds.findIndex((of) => of.test(sample.charAt(at)))
  for (let apart = 1; apart < 4; apart++) {
    // Past any prefix, and before what is not checked.
    for (let at = Math.floor(sample.length * 0.35); at + apart < sample.length * 0.8; at++) {
      const [one, other] = [sample[at]!, sample[at + apart]!]
      if (one === other || kind(at) < 0 || kind(at) !== kind(at + apart)) continue
      return (
        sample.slice(0, at) + other + sample.slice(at + 1, at + apart) + one + sample.slice(at + apart + 1)
      )
    }
  }
  throw new Error('no two characters of one kind are near')
}

// A phrase of words has another check, in its own test.
const checked = rules
  .filter(({ id }) => id !== 'wallet-seed-phrase')
  .filter((rule) => samples(rule).some((sample) => judged(rule, sample)?.reasons.includes(HOLDS)))

it('more than twenty kinds of tokens are checked', () => {
  expect(checked.length).toBeGreaterThan(20)
})

describe.each(checked.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const held = samples(rule).filter((sample) => judged(rule, sample)?.reasons.includes(HOLDS))

  it('is sure when its checksum holds', () => {
    for (const sample of held) expect(judged(rule, sample)?.confidence).toBe('very-high')
  })

  it('is reported in tests and in examples all the same', () => {
    for (const path of ['test/fixtures/keys.json', 'docs/usage.md', '.env.example']) {
      for (const sample of held) expect(judged(rule, sample, path)?.confidence).toBe('high')
    }
  })

  it('is doubtful, or none by its definition, when its checksum fails', () => {
    for (const sample of held) {
      const { confidence, reasons } = judged(rule, altered(sample))!
      expect([confidence, reasons]).toEqual(
        strict.has(id) ? ['none', [FAILS]] : ['medium', expect.arrayContaining([FAILS])],
      )
    }
  })
})
