import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { createScan, type ForeignOptions, ScanError } from '@tacet/scanner'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyboardWalk } from '../../helpers/keyboard-walk.ts'
import { addFiles, tempTree } from '../../helpers/temp-tree.ts'

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'gitleaks'))
  .find((path) => existsSync(path))

/** File, line and value of each finding, sorted; of a file that is one by its name, its path alone. */
type Places = readonly string[] | 'refused'

function gitleaksPlaces(
  cwd: string,
  args: readonly string[],
  name = join(tempTree(), 'report.json'),
): Places {
  const report = resolve(cwd, name)
  const { status, stderr } = spawnSync(
    program!,
    ['dir', '.', '--no-banner', '--exit-code', '0', '-f', 'json', '-r', report, ...args],
    { cwd, encoding: 'utf8' },
  )
  if (/FTL/.test(stderr)) return 'refused'
  if (status !== 0) throw new Error(`gitleaks ended with ${status}: ${stderr}`)
  const found = JSON.parse(readFileSync(report, 'utf8')) as {
    File: string
    StartLine: number
    Secret: string
  }[]
  return [
    ...new Set(
      found.map(({ File, StartLine, Secret }) => (StartLine === 0 ? File : `${File}:${StartLine}:${Secret}`)),
    ),
  ].sort()
}

async function ourPlaces(cwd: string, foreign: ForeignOptions): Promise<Places> {
  const scan = createScan({ cwd, foreign, showValues: true, threads: 1, decodeDepth: 0 })
  const collected = await scan.collect().catch((error: unknown) => {
    if (error instanceof ScanError && error.code === 'invalid-config') return undefined
    throw error
  })
  if (!collected) return 'refused'
  return collected.findings
    .map(({ location: { path, line }, value }) => (value === path ? path : `${path}:${line}:${value}`))
    .sort()
}

const [one, two, three] = ['qwerty', 'poiuyt', 'mnbvcx'].map(keyboardWalk)

/** What an allowlist may say of the texts below. */
const allowlist = fc
  .record(
    {
      condition: fc.constantFrom('AND', 'OR', '&&', '||', 'and'),
      paths: fc.subarray(['^conf/', '\\.md$', 'b\\.txt'], { minLength: 1 }),
      regexes: fc.subarray(['q1', 'acme', '# fine', '^[A-F]', 'key = '], { minLength: 1 }),
      regexTarget: fc.constantFrom('match', 'line', 'secret'),
      stopwords: fc.subarray(['Sample', 'q1w2', 'ZZ'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .filter(({ paths, regexes, stopwords }) => Boolean(paths ?? regexes ?? stopwords))
  // For gitleaks a line begins with the break before it, so that no other begins with anything.
  .filter(({ regexes = [], regexTarget }) => regexTarget !== 'line' || !regexes.includes('^[A-F]'))

// A folder's files are left out by a path that is allowed everywhere, whatever else has to hold; as in its histories,
// and as its documentation has it, we ask for all.
const everywhere = allowlist.filter(({ condition = 'or', paths }) => !paths || /or|\|/i.test(condition))

// Columns of gitleaks are one more behind a break: nothing here is as near as that.
const rules = fc
  .record({
    regex: fc.constantFrom(
      '(?i)acme_([a-z0-9]{12})\\b',
      'acme_(?P<value>[[:alnum:]]{12})',
      '(acme)_([a-z0-9]{12})',
      'acme_(?:(x{12})|([a-z0-9]{12}))',
      '(?i:ACME)_[a-z0-9]{12}',
      '\\bacme_([a-z0-9]{12})(?:\\s|$)',
    ),
    entropy: fc.constantFrom(undefined, 0, 2.5, 3.3, 3.585),
    secretGroup: fc.constantFrom(undefined, 1),
    keywords: fc.constantFrom(undefined, ['acme'], ['ACME_', 'nothing'], ['nothing']),
    path: fc.constantFrom(undefined, '^conf/', 'txt$'),
    allowlists: fc.array(allowlist, { maxLength: 2 }),
    required: fc.constantFrom(
      undefined,
      {},
      { withinLines: 1 },
      { withinColumns: 4 },
      { withinLines: 3, withinColumns: 20 },
    ),
  })
  // Of a group that has no part in the match gitleaks reports the empty text, and we the match.
  .filter(({ regex, secretGroup }) => secretGroup === undefined || !regex.includes('x{12}'))

const line = fc.constantFrom(
  `key = acme_${one}`,
  `key = acme_${one} # fine`,
  '  key: acme_samplew2e3r4;',
  `ACME_${keyboardWalk('ABCDEF')}`,
  'acme_aabbaabbaabb',
  'id_1234',
  '      id_5678',
  `acme_${two} # gitleaks:allow`,
  `über 日本 acme_${three}`,
  'acme_xxxxxxxxxxxx',
  '',
)
const files = fc.dictionary(
  fc.constantFrom('a.txt', 'conf/b.txt', 'conf/key.p12', 'docs/c.md'),
  fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n')}\n`),
  { minKeys: 1 },
)

interface Table {
  readonly [key: string]: string | number | boolean | undefined | readonly string[]
}

const toml = (value: Table[string]): string =>
  typeof value === 'string'
    ? `'''${value}'''`
    : Array.isArray(value)
      ? `[${value.map(toml).join(', ')}]`
      : `${value}`

const table = (head: string, entries: Table): string =>
  `${head}\n${Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} = ${toml(value)}\n`)
    .join('')}`

const config = fc
  .record({
    rule: rules,
    byName: fc.boolean(),
    global: fc.array(everywhere, { maxLength: 1 }),
    old: fc.boolean(),
  })
  .map(({ rule: { allowlists, required, ...rule }, byName, global, old }) =>
    [
      table('[[rules]]', { id: 'acme-token', description: 'Acme', ...rule }),
      ...(old && allowlists.length === 1
        ? [table('[rules.allowlist]', allowlists[0]!)]
        : allowlists.map((each) => table('[[rules.allowlists]]', each))),
      ...(required ? [table('[[rules.required]]', { id: 'acme-id', ...required })] : []),
      table('[[rules]]', { id: 'acme-id', regex: 'id_[0-9]{4}', skipReport: true }),
      ...(byName ? [table('[[rules]]', { id: 'key-file', path: '\\.p12$' })] : []),
      ...global.map((each) => table(old ? '[allowlist]' : '[[allowlists]]', each)),
    ].join('\n'),
  )

// Not on this machine's PATH: there is nothing to be held against.
describe.skipIf(program === undefined)('beside gitleaks itself, which has to be on the PATH', () => {
  test('the same file, line and value by the same configuration', async () => {
    await fc.assert(
      fc.asyncProperty(config, files, async (text, tree) => {
        const cwd = tempTree({ ...tree, '.gitleaks.toml': text })
        const theirs = gitleaksPlaces(cwd, ['-c', '.gitleaks.toml'])
        expect(await ourPlaces(cwd, { gitleaksConfig: '.gitleaks.toml' })).toEqual(theirs)
      }),
      { numRuns: Number(process.env.TACET_CONTRACT_RUNS ?? 40), seed: 8 },
    )
  }, 60_000)

  test('what is in its report, or in its ignore file, is found by neither', async () => {
    const tree = {
      'a.txt': `key = acme_${one}\nacme_${two}\n`,
      'conf/b.txt': `\n\nacme_${three}\n`,
      '.gitleaks.toml': table('[[rules]]', { id: 'acme-token', regex: 'acme_([a-z0-9]{12})' }),
    }
    for (const redact of [[], ['--redact']]) {
      const cwd = tempTree(tree)
      expect(gitleaksPlaces(cwd, ['-c', '.gitleaks.toml', ...redact], 'known.json')).toHaveLength(3)
      const byReport = { gitleaksConfig: '.gitleaks.toml', files: ['known.json'] }
      expect(await ourPlaces(cwd, byReport)).toEqual([])
      const report = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')) as { Fingerprint: string }[]
      rmSync(join(cwd, 'known.json'))
      const [first, ...others] = report.map(({ Fingerprint }) => Fingerprint)
      addFiles(cwd, {
        '.gitleaksignore': `${others.join('\n')}\n`,
        'a.txt': `${tree['a.txt']}acme_${keyboardWalk('qwert')}y7\n`,
      })
      const theirs = gitleaksPlaces(cwd, ['-c', '.gitleaks.toml'])
      expect(theirs).toHaveLength(2)
      expect(first).toContain('acme-token')
      const byIgnore = { gitleaksConfig: '.gitleaks.toml', files: ['.gitleaksignore'] }
      expect(await ourPlaces(cwd, byIgnore)).toEqual(theirs)
    }
  })
})
