import fc from 'fast-check'
import ignore from 'ignore'
import { expect, test } from 'vitest'
import { pathGlobs } from '../../../packages/scanner/src/foreign/migrate/path-globs.ts'

const fits = (globs: readonly string[], path: string): boolean =>
  ignore()
    .add([...globs])
    .ignores(path)

test.each<[string, string[] | undefined]>([
  ['^tests/', ['/tests/**']],
  ['tests/', ['**/*tests/**']],
  ['(^|/)vendor/', ['**/vendor/**']],
  ['(?:^|\\/)package-lock\\.json$', ['**/package-lock.json']],
  ['\\.(?:png|jpe?g)$', ['**/*.png', '**/*.jpeg', '**/*.jpg']],
  ['^docs/.*\\.md$', ['/docs/**/*.md']],
  ['.*_test\\.go$', ['**/*_test.go']],
  ['go.sum', ['**/*go.sum*']],
  ['^a/[^/]+/b$', ['/a/?*/b']],
  ['what\\?', ['**/*what\\?*']],
  ['(?i)readme', undefined],
  ['\\d+', undefined],
  ['[ab]', undefined],
  ['a+', undefined],
  ['a{2}', undefined],
  ['.*', undefined],
  ['a^b', undefined],
])('%s', (regex, globs) => {
  expect(pathGlobs(regex)).toEqual(globs)
})

test('no glob fits a path that the expression is not found in', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '/',
    '\\.',
    '.*',
    '[^/]*',
    '[^/]+',
    '(a|b/)',
    '(?:x|y)?',
    '.',
    'a?',
    '(^|/)',
    '\\/',
  )
  const regexes = fc
    .tuple(
      fc.constantFrom('', '^'),
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('', '$'),
    )
    .map(([head, middle, tail]) => head + middle.join('') + tail)
  const name = fc
    .array(fc.constantFrom('a', 'b', 'x', '.', 'z'), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(''))
  const paths = fc
    .array(
      name.filter((each) => !/^\.+$/.test(each)),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join('/'))
  let fitting = 0
  fc.assert(
    fc.property(regexes, fc.array(paths, { minLength: 1, maxLength: 8 }), (regex, all) => {
      const globs = pathGlobs(regex)
      if (!globs) return
      for (const path of all) {
        if (!fits(globs, path)) continue
        fitting++
        // A glob also fits all that is below a folder of that name.
        const parts = path.split('/')
        const above = parts.map((_, at) => parts.slice(0, at + 1).join('/'))
        const found = above.some((each) => new RegExp(regex).test(each) || new RegExp(regex).test(`${each}/`))
        expect(found, `${regex} → ${globs.join(' ')}: ${path}`).toBe(true)
      }
    }),
    { numRuns: 2000, seed: 3 },
  )
  expect(fitting).toBeGreaterThan(500)
})
