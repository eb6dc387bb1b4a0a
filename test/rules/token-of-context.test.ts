import { rules, seededRandom } from '@tacet/rules'
import { expect, test } from 'vitest'

const inContext = rules.filter((rule) => rule.token !== undefined)

test('there are rules whose pattern begins with what may stand before the token', () => {
  expect(inContext.length).toBeGreaterThan(100)
})

test.each(inContext)('every match of $id holds a match of its token', ({ token, pattern, sample }) => {
  for (let seed = 1; seed <= 20; seed++) {
    const text = `${sample(seededRandom(seed))}\n`
    const matches = [...text.matchAll(pattern)]
    expect(matches.length).toBeGreaterThan(0)
    for (const { index, 0: match } of matches) {
      const inside = new RegExp(token!, 'g')
      inside.lastIndex = index
      const found = inside.exec(text)
      expect(found && found.index >= index && found.index + found[0].length <= index + match.length).toBe(
        true,
      )
    }
  }
})
