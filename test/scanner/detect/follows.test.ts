import type { Rule, Run } from '@tacet/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areThere, byteMaps, followsOf } from '../../../packages/scanner/src/detect/follows.ts'
import { keywordIndex } from '../../../packages/scanner/src/detect/keywords.ts'

const options = { seed: 20_261_124, numRuns: 400 }
const mapOf = byteMaps()
const ruleOf = (follows?: readonly Run[]): Rule => ({ follows }) as Rule

/** The definition: a run takes what it can, and the next begins where it ends. */
function naive(runs: readonly Run[], text: string, from: number): boolean {
  let at = from
  for (const { characters, others = false, least, most = least } of runs) {
    let count = 0
    while (
      count < most &&
      at < text.length &&
      (characters.includes(text[at]!) || (others && text[at]! > '\x7f'))
    ) {
      count++
      at++
    }
    if (count < least) return false
  }
  return true
}

const run = fc
  .record({
    characters: fc.subarray([...'ab:@']).map((all) => all.join('')),
    least: fc.integer({ min: 0, max: 4 }),
    more: fc.option(fc.nat(3), { nil: undefined }),
  })
  .map(({ characters, least, more }): Run => ({ characters, least, most: more && least + more }))
const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '@', ' '), maxLength: 16 })

test('of ASCII text, runs take what they can', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 1 }), text, fc.nat(16), (runs, all, from) => {
      const at = Math.min(from, all.length)
      expect(areThere(followsOf([ruleOf(runs)], mapOf), Buffer.from(all), at)).toBe(naive(runs, all, at))
    }),
    options,
  )
})

test('what one of several rules puts up with is looked at for all', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), text, (runs, all) => {
      const together = followsOf(
        runs.map((each) => ruleOf([each])),
        mapOf,
      )
      if (runs.some((each) => naive([each], all, 0)))
        expect(areThere(together, Buffer.from(all), 0)).toBe(true)
    }),
    options,
  )
})

test('a rule that knows nothing of what follows lets everything through', () => {
  const strict = ruleOf([{ characters: 'a', least: 9 }])
  expect(followsOf([strict, ruleOf()], mapOf)).toEqual([])
  expect(followsOf([strict, ruleOf([...strict.follows!, ...strict.follows!])], mapOf)).toEqual([])
})

test('characters beyond ASCII count as many times as they have bytes, and no more are needed', () => {
  const follows = followsOf(
    [
      ruleOf([
        { characters: '', others: true, least: 2, most: 2 },
        { characters: '@', least: 1 },
      ]),
    ],
    mapOf,
  )
  expect(areThere(follows, Buffer.from('語語@'), 0)).toBe(true)
  expect(areThere(follows, Buffer.from('語語語@'), 0)).toBe(false)
  expect(areThere(follows, Buffer.from('@'), 0)).toBe(false)
})

test('a keyword is found only where they are', () => {
  const index = keywordIndex(['key'], [followsOf([ruleOf([{ characters: '0123', least: 3 }])], mapOf)])
  const bytes = Buffer.from('key12 key123 KEY3210')
  expect([...index.find(bytes, 0, bytes.length)]).toEqual([6, 13])
})
