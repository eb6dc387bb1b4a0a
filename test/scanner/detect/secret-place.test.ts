import { rules, seededRandom } from '@tacet/rules'
import { expect, test } from 'vitest'
import { endsWithSecret } from '../../../packages/scanner/src/detect/secret-place.ts'

test.each([
  ['key=(?<secret>[a-z]{3})', true],
  ['key=(?<secret>(?:a|[)]|\\)){3})(?![a-z])(?=["\'])', true],
  ['key=(?<secret>[a-z]{3})?', false],
  ['key=(?<secret>[a-z]{3})"', false],
  ['key=(?:(?<secret>[a-z]{3}))', false],
  ['key=[a-z]{3}', false],
])('%s: %s', (source, ends) => {
  expect(endsWithSecret(source)).toBe(ends)
})

test('it is so in every match of a rule of which it is said', () => {
  const said = rules.filter(({ pattern }) => endsWithSecret(pattern.source))
  expect(said.length).toBeGreaterThan(300)
  for (const { sample, pattern } of said) {
    for (let seed = 1; seed <= 3; seed++) {
      const match = new RegExp(pattern.source, 'd').exec(sample(seededRandom(seed)))
      expect(match?.indices?.groups?.secret?.[1]).toBe(match && match.index + match[0].length)
    }
  }
})
