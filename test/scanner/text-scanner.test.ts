import { createScan, type ScanError } from '@tacet/scanner'
import { createTextScanner } from '@tacet/scanner/text'
import { describe, expect, it } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { makeRule, testKey } from '../helpers/scanning.ts'

const token = credential('npm-access-token')

describe('the scanner of texts', () => {
  it('finds at once what a scan finds', async () => {
    const text = `a\nconst token = '${token}'\n`
    const { findings } = await createScan({ input: [Buffer.from(text)] }).collect()
    expect(findings).toHaveLength(1)
    expect(createTextScanner().find(text)).toEqual(findings)
    expect(createTextScanner().find(new TextEncoder().encode(text))).toEqual(findings)
  })

  it('looks at one text after the other, each for itself', () => {
    const scanner = createTextScanner({ rules: [makeRule()] })
    const places = ['first', 'none', 'second'].map((name) =>
      scanner
        .find(name === 'none' ? 'nothing' : `\n  ${testKey(name)}`, `${name}.ts`)
        .map(({ location }) => `${location.path}:${location.line}:${location.column}`),
    )
    expect(places).toEqual([['first.ts:2:3'], [], ['second.ts:2:3']])
  })

  it('finds in a text longer than what is looked at once', () => {
    const [finding] = createTextScanner({ rules: [makeRule()] }).find(
      `${'x '.repeat(3_000_000)}\n${testKey('far')}`,
    )
    expect(finding!.location).toMatchObject({ line: 2, column: 1 })
  })

  it('tells which source a source map has it from', () => {
    const map = {
      version: 3,
      sources: ['src/a.ts'],
      sourcesContent: [`\nlet a = '${token}'`],
      mappings: '',
      names: [],
    }
    const [finding, ...others] = createTextScanner().find(JSON.stringify(map), 'out/a.js.map')
    expect(others).toEqual([])
    expect(finding!.location).toMatchObject({ path: 'out/a.js.map!/src/a.ts', line: 2, column: 10 })
  })

  it('has no value unless it is asked for', () => {
    const text = `npm ${token}`
    expect(JSON.stringify(createTextScanner().find(text)).includes(token), 'a finding holds the value').toBe(
      false,
    )
    expect(
      createTextScanner({ showValues: true }).find(text)[0]!.value === token,
      'the value is not there',
    ).toBe(true)
  })

  it('leaves out what a comment allows, unless it is asked not to', () => {
    const text = `const token = '${token}' // tacet:allow npm-access-token -- revoked\n`
    expect(createTextScanner().find(text)).toEqual([])
    expect(createTextScanner({ inlineAllows: false }).find(text)).toHaveLength(1)
  })

  it.each([
    [{ rules: [] }, 'no-rules'],
    [{ decodeDepth: 9 }, 'invalid-option'],
    [{ threshold: 'sure' as 'high' }, 'invalid-option'],
  ])('refuses %j', (options, code) => {
    expect(() => createTextScanner(options)).toThrow(expect.objectContaining({ code }) as ScanError)
  })
})
