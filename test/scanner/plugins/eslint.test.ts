import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import json from '@eslint/json'
import { BASELINE_NAME, formatBaseline, updateBaseline } from '@tacet/scanner'
import { tacet } from '@tacet/scanner/eslint'
import { ESLint as EslintTen, type Linter, type ESLint as Ten } from 'eslint'
import { ESLint as EslintNine } from 'eslint-9'
import { describe, expect, it } from 'vitest'
import { credential } from '../../helpers/credentials.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const token = credential('npm-access-token')

const versions: readonly (readonly [string, typeof Ten])[] = [
  ['9', EslintNine as unknown as typeof Ten],
  ['10', EslintTen],
]

/** Reads nothing of the text, as it is not that which the rule looks at. */
const parser = {
  parse: (text: string) => {
    const loc = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }
    return { type: 'Program', body: [], tokens: [], comments: [], range: [0, text.length], loc }
  },
}

const base: Linter.Config[] = [
  tacet.configs.recommended,
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.ts'], languageOptions: { parser } },
]

describe.each(versions)('the rule for ESLint %s', (version, ESLint) => {
  const lint = async (
    files: Readonly<Record<string, string>>,
    config: readonly Linter.Config[] = base,
    names: readonly string[] = Object.keys(files),
  ) => {
    const cwd = tempTree(files)
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...config] })
    const results = await eslint.lintFiles([...names])
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, endLine, endColumn, message, ruleId }) => ({
        file: filePath.slice(join(cwd, '/').length),
        place: `${line}:${column}-${endLine}:${endColumn}`,
        message,
        ruleId,
      })),
    )
  }

  it('is the version that it says', () => {
    expect(ESLint.version.split('.')[0]).toBe(version)
  })

  it('reports what it finds in programs and in JSON where it stands, masked, with what to do', async () => {
    const found = await lint({
      'src/a.js': `// π\nexport const a = '${token}'\n`,
      'src/b.ts': `export const b: string = "${token}"\n`,
      'src/c.json': `{\n  "c": "${token}"\n}\n`,
      'src/d.js': 'export const d = process.env.TOKEN\n',
    })
    const length = token.length
    expect(found.map(({ file, place, ruleId }) => [file, place, ruleId])).toEqual([
      ['src/a.js', `2:19-2:${19 + length}`, 'tacet/no-secrets'],
      ['src/b.ts', `1:27-1:${27 + length}`, 'tacet/no-secrets'],
      ['src/c.json', `2:9-2:${9 + length}`, 'tacet/no-secrets'],
    ])
    for (const { message } of found) {
      expect(message).toBe(
        'npm access token npm_… in the source (npm-access-token). ' +
          'Revoke it: https://docs.npmjs.com/revoking-access-tokens. Then read it from the environment.',
      )
    }
  })

  it('says how a secret is written', async () => {
    const encoded = Buffer.from(`token=${token}`).toString('base64')
    const [found] = await lint({ 'a.js': `export const a = atob('${encoded}')\n` })
    expect(found!.message).toContain('(npm-access-token), written as base64. Revoke it')
  })

  it('names the source when a program brings its source map along', async () => {
    const map = {
      version: 3,
      sources: ['src/a.ts'],
      sourcesContent: [`let a = '${token}'`],
      mappings: '',
      names: [],
    }
    const encoded = Buffer.from(JSON.stringify(map)).toString('base64')
    const comment = `//# sourceMappingURL=data:application/json;base64,${encoded}`
    const found = await lint({ 'a.js': `f()\n${comment}\n` })
    expect(found.map(({ place }) => place)).toEqual(['1:1-1:1'])
    expect(found[0]!.message).toContain(', in src/a.ts:1. ')
  })

  it('takes a threshold, and rules that are not tried', async () => {
    const files = { 'a.js': `export const a = '${token}'\n` }
    const using = (options: object): Linter.Config[] => [
      ...base,
      { rules: { 'tacet/no-secrets': ['error', options] } },
    ]
    expect(await lint(files, using({ threshold: 'very-high' }))).toHaveLength(1)
    expect(await lint(files, using({ disable: ['npm-access-token'] }))).toEqual([])
    await expect(lint(files, using({ disable: ['nmp-access-token'] }))).rejects.toThrow(
      'tacet/no-secrets: disable: unknown rule "nmp-access-token": did you mean "npm-access-token"?',
    )
    await expect(lint(files, using({ treshold: 'low' }))).rejects.toThrow('treshold')
  })

  it('is silenced by the comments of ESLint', async () => {
    const comment = '// eslint-disable-next-line tacet/no-secrets -- revoked in the last year'
    expect(await lint({ 'a.js': `${comment}\nexport const a = '${token}'\n` })).toEqual([])
  })

  it('knows what the baseline of the project lists', async () => {
    const { baseline } = updateBaseline(undefined, [
      { ruleId: 'npm-access-token', value: token, path: 'a.js' },
    ])
    const files = { 'a.js': `export const a = '${token}'\n` }
    const known = { ...files, [BASELINE_NAME]: formatBaseline(baseline) }
    expect(await lint(files)).toHaveLength(1)
    expect(await lint(known, base, ['a.js'])).toEqual([])
    const without: Linter.Config = { rules: { 'tacet/no-secrets': ['error', { baseline: false }] } }
    expect(await lint(known, [...base, without], ['a.js'])).toHaveLength(1)
  })

  it('sees that the baseline has changed while ESLint runs', async () => {
    const { baseline } = updateBaseline(undefined, [
      { ruleId: 'npm-access-token', value: token, path: 'a.js' },
    ])
    const cwd = tempTree({
      'a.js': `export const a = '${token}'\n`,
      [BASELINE_NAME]: formatBaseline(baseline),
    })
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...base] })
    const count = async () => (await eslint.lintFiles(['a.js'])).flatMap(({ messages }) => messages).length
    expect(await count()).toBe(0)
    writeFileSync(join(cwd, BASELINE_NAME), formatBaseline({ ...baseline, entries: [] }))
    // Clocks of file systems may be coarse.
    utimesSync(join(cwd, BASELINE_NAME), 1, 1)
    expect(await count()).toBe(1)
  })

  it('is silenced by the comments of Tacet, and says why by others', async () => {
    const reason = '// tacet:allow npm-access-token -- revoked in the last year'
    expect(await lint({ 'a.js': `export const a = '${token}' ${reason}\n` })).toEqual([])
    const [found] = await lint({ 'a.js': `export const a = '${token}' // tacet:allow npm-access-token\n` })
    expect(found!.message).toContain('But: the comment tacet:allow gives no reason')
  })
})
