import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '@tacet/cli'
import { reporters } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { reportTargets } from '../../packages/cli/src/report-targets.ts'
import { credential } from '../helpers/credentials.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal, RecordedOutput } from '../helpers/terminal.ts'

const token = credential('npm-access-token')
const tree = () => tempTree({ 'a.ts': `const token = '${token}'\n` })

const scan = async (args: readonly string[], overrides: Parameters<typeof makeTerminal>[0] = {}) => {
  const { terminal, stdout, stderr } = makeTerminal(overrides)
  const code = await main(['scan', '--no-progress', ...args], terminal)
  return { code, stdout: stdout.written, stderr: stderr.written }
}

const read = (file: string): string => readFileSync(file, 'utf8')

describe('tacet scan', () => {
  test('writes as many reports as it is asked for, and one to the screen', async () => {
    const cwd = tree()
    const out = tempTree()
    const [sarif, csv] = [join(out, 'a.sarif'), join(out, 'a.csv')]
    const { code, stdout } = await scan([cwd, '-o', `sarif=${sarif}`, '--output', `csv=${csv}`])
    expect(code).toBe(1)
    expect(stdout).toContain('npm-access-token')
    expect((JSON.parse(read(sarif)) as { runs: { results: unknown[] }[] }).runs[0]!.results).toHaveLength(1)
    expect(read(csv).split('\n')).toHaveLength(3)
  })

  test('keeps one report as it was: a format and a file', async () => {
    const file = join(tempTree(), 'report.json')
    const { stdout, stderr } = await scan([tree(), '--format', 'json', '--output', file])
    expect(JSON.parse(read(file))).toMatchObject({ complete: true })
    expect(stdout).toBe('')
    expect(stderr).toContain('1 finding in 1 file')
  })

  test('writes the files whole when the reader of the screen goes away', async () => {
    const file = join(tempTree(), 'report.json')
    const stdout = new RecordedOutput()
    stdout.destroy(Object.assign(new Error('closed'), { code: 'EPIPE' }))
    stdout.on('error', () => {})
    await scan([tree(), '-o', `json=${file}`], { stdout })
    expect(JSON.parse(read(file))).toMatchObject({ complete: true, coverage: { findings: 1 } })
  })

  test.each(Object.keys(reporters))('holds no value in the format %s unless asked to', async (format) => {
    const { code, stdout } = await scan(['-f', format, tree()])
    expect(code).toBe(1)
    expect(stdout.length).toBeGreaterThan(0)
    expect(stdout.includes(token), 'the report holds the value').toBe(false)
  })

  test.each(['sarif', 'github', 'markdown', 'html'])(
    'never holds a value in the format %s',
    async (format) => {
      const { stdout } = await scan(['-f', format, '--show-values', tree()])
      expect(stdout.includes(token), 'the report holds the value').toBe(false)
    },
  )

  test.skipIf(process.platform === 'win32')('keeps every file that holds values to its owner', async () => {
    const out = tempTree()
    const files = [join(out, 'a.json'), join(out, 'a.csv')] as const
    await scan([tree(), '--show-values', '-o', `json=${files[0]}`, '-o', `csv=${files[1]}`])
    for (const file of files) {
      expect(read(file).includes(token), 'the report holds the value').toBe(true)
      expect(statSync(file).mode & 0o077).toBe(0)
    }
  })

  test('adds to the summary of a step of GitHub Actions', async () => {
    const file = join(tempTree({ summary: '# Before\n' }), 'summary')
    const { stdout } = await scan(['-f', 'github', tree()], { env: { GITHUB_STEP_SUMMARY: file } })
    expect(stdout).toMatch(/^::error file=/)
    expect(read(file)).toMatch(/^# Before\n### Tacet found 1 secret\n/)
  })

  test('does not fail when there can be no summary of the step', async () => {
    const file = join(tempTree(), 'missing', 'summary')
    const { code, stderr } = await scan(['-f', 'github', tree()], { env: { GITHUB_STEP_SUMMARY: file } })
    expect(code).toBe(1)
    expect(stderr).toContain('tacet: no summary of the step: cannot write')
  })

  test('writes none of the reports when one of them cannot be written', async () => {
    const out = tempTree()
    const args = ['-o', `json=${join(out, 'a.json')}`, '-o', `csv=${join(out, 'missing', 'a.csv')}`]
    const { code, stderr } = await scan([tree(), ...args])
    expect(code).toBe(2)
    expect(stderr).toContain('does not exist; create it first')
    expect(existsSync(join(out, 'a.json'))).toBe(false)
  })

  test('fits a text into a terminal, and links to the file where the terminal shows links', async () => {
    const cwd = tree()
    const stdout = new RecordedOutput({ isTTY: true, columns: 40 })
    await scan([cwd], { stdout })
    expect(stdout.written).toContain('What to do, in this order:\n  1. Revoke each secret where it was\n')
  })
})

describe('the reports that are asked for', () => {
  test.each([
    [[], [{ format: 'text' }]],
    [['-'], [{ format: 'text' }]],
    [['a'], [{ format: 'text', file: 'a' }]],
    [['json=a'], [{ format: 'json', file: 'a' }, { format: 'text' }]],
    [['json=-'], [{ format: 'json' }]],
    [
      ['json=-', 'b'],
      [{ format: 'text', file: 'b' }, { format: 'json' }],
    ],
    [['json=a=b'], [{ format: 'json', file: 'a=b' }, { format: 'text' }]],
    [['./json=a'], [{ format: 'text', file: './json=a' }]],
    [['date=2026'], [{ format: 'text', file: 'date=2026' }]],
  ])('%j', (outputs, expected) => {
    expect(reportTargets('text', outputs)).toEqual(expected)
  })

  test.each([
    [['a', 'b'], 'several files for one report: name their formats: --output FORMAT=FILE'],
    [['json=a', 'csv=./a'], 'two reports for ./a: give each a file of its own'],
    [['json=-', 'csv=-'], 'two reports for standard output: give each a file of its own'],
    [['json='], '--output json= names no file: --output json=FILE'],
    [['jsno=a'], 'unknown format "jsno": did you mean json?'],
  ])('refuses %j', (outputs, message) => {
    expect(() => reportTargets('text', outputs)).toThrow(message)
  })
})
