import fc from 'fast-check'
import ignore from 'ignore'
import { describe, expect, it } from 'vitest'
import { GlobError, glob, hasShape, verdict } from '../../../packages/scanner/src/config/glob.ts'

const name = fc.stringMatching(/^[ab.]{0,2}[abc]$/)
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))
const part = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[ab*?.]{0,2}[abc*]$/).filter((each) => !each.includes('**')) },
  fc.constant('**'),
  fc.constantFrom('[ab]c', '[!a]', '[a-c]', 'a[b-c]*'),
)
const pattern = fc
  .tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([anchored, parts, folder]) => `${anchored ? '/' : ''}${parts.join('/')}${folder ? '/' : ''}`)

describe('glob', () => {
  it('matches what a .gitignore with the same line ignores', () => {
    fc.assert(
      fc.property(pattern, path, (line, file) => {
        expect(glob(line).test(file)).toBe(ignore().add(line).ignores(file))
      }),
      { numRuns: 3000, seed: 8 },
    )
  })

  it.each([
    ['*.{ts,js}', ['a.ts', 'x/b.js'], ['a.tsx']],
    ['src/{a,b{c,d}}/', ['src/a/x', 'src/bc/x', 'src/bd/y/z'], ['src/b/x', 'src/a']],
    ['dist', ['dist/a', 'x/dist/b', 'dist'], ['dister/a']],
    ['/dist', ['dist/a'], ['x/dist/b']],
    ['packages/*/test/', ['packages/a/test/x'], ['packages/a/b/test/x', 'packages/a/test']],
    ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z'], ['b/a/z']],
    ['docs/**', ['docs/a', 'docs/a/b'], ['docs']],
    ['\\{a\\}', ['{a}'], ['a']],
  ])('%s matches %j and not %j', (text, matched, others) => {
    const { test } = glob(text)
    expect(matched.filter((each) => !test(each))).toEqual([])
    expect(others.filter(test)).toEqual([])
  })

  it('lets the last that matches decide', () => {
    const globs = ['test/', '!test/real/', '*.md'].map(glob)
    expect(verdict(globs, 'test/a.ts')).toBe(true)
    expect(verdict(globs, 'test/real/a.ts')).toBe(false)
    expect(verdict(globs, 'test/real/a.md')).toBe(true)
    expect(verdict(globs, 'src/a.ts')).toBeUndefined()
  })

  it.each(['', '/', '!', 'a//b', '../a', './a', 'a/../b', '[a', 'a\\', '{a', '{a,b}'.repeat(9)])(
    'refuses %j',
    (text) => expect(() => glob(text)).toThrow(GlobError),
  )

  it('takes a time that grows with the lengths only, whatever the pattern', () => {
    const hostile = glob(`${'*a'.repeat(200)}*b`)
    const deep = glob(`${'**/a/'.repeat(90)}b`)
    expect(hostile.test('a'.repeat(4000))).toBe(false)
    expect(deep.test('a/'.repeat(1000))).toBe(false)
    expect(hasShape(`${'*a'.repeat(90)}b`, 'a'.repeat(10_000))).toBe(false)
  })
})

describe('hasShape', () => {
  it('says whether a whole text has it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a*]{0,6}$/), fc.stringMatching(/^[ab]{0,8}$/), (shape, text) => {
        const naive = new RegExp(`^${shape.replaceAll('*', '.*')}$`).test(text)
        expect(hasShape(shape, text)).toBe(naive)
      }),
      { numRuns: 1000, seed: 8 },
    )
  })
})
