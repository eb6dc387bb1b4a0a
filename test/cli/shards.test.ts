import { readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '@tacet/cli'
import type { Coverage, Finding } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { parseShard } from '../../packages/cli/src/shard-option.ts'
import { credential } from '../helpers/credentials.ts'
import { type CliOptions, runCli } from '../helpers/run-cli.ts'
import { addFiles, git, tempRepository, tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const line = (seed: number): string => `const token = '${credential('npm-access-token', seed)}'\n`
const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`src/${index}.ts`, line(index)]))

/** Runs `tacet` in a folder, the arguments as one would type them. */
const tacet = (cwd: string, command: string, options: Partial<CliOptions> = {}) =>
  runCli(command.split(' '), { cwd, ...options })

const read = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as { findings: Finding[]; coverage: Coverage; complete: boolean }

const scanShards = async (cwd: string, reports: string, count: number, options = ''): Promise<void> => {
  for (let index = 1; index <= count; index++) {
    const { code, stderr } = await tacet(
      cwd,
      `scan -q --shard ${index}/${count} -f json -o ${reports}/${index}.json${options}`,
    )
    expect([stderr, code === 0 || code === 1]).toEqual(['', true])
  }
}

describe('tacet scan --shard and tacet merge', () => {
  it('give the report of a whole scan, in every format, with its exit code', async () => {
    const cwd = tempTree({ ...files, 'clean.ts': 'export {}\n' })
    const reports = tempTree()
    await scanShards(cwd, reports, 3)
    const whole = await tacet(cwd, `scan -q -f json -o ${reports}/whole.out`)
    const merged = await tacet(cwd, `merge -q -f json -o ${reports}/merged.out ${reports}/*.json`)
    expect([merged, whole.code]).toEqual([{ code: 1, stdout: '', stderr: '' }, 1])
    const [one, other] = ['merged.out', 'whole.out'].map((name) => read(join(reports, name)))
    expect({ ...one, coverage: { ...one!.coverage, duration: 0 } }).toEqual({
      ...other,
      coverage: { ...other!.coverage, duration: 0 },
    })
    expect(one!.findings).toHaveLength(12)
    for (const format of ['text', 'sarif']) {
      const [joined, alone] = await Promise.all([
        tacet(cwd, `merge -q -f ${format} ${reports}/*.json`),
        tacet(cwd, `scan -q -f ${format}`),
      ])
      const timeless = (text: string): string => text.replace(/"duration": [\d.]+/, '')
      expect(timeless(joined.stdout)).toBe(timeless(alone.stdout))
      expect([joined.code, joined.stderr]).toEqual([alone.code, alone.stderr])
    }
  }, 60_000)

  it('end with 0 when no shard has findings, and with 2 when one could not read a file', async () => {
    const cwd = tempTree({ 'a.ts': 'export {}\n', 'b.ts': 'export {}\n' })
    const reports = tempTree()
    await scanShards(cwd, reports, 2)
    const { code, stdout } = await tacet(cwd, `merge ${reports}/1.json ${reports}/2.json`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^No secrets found\.\nScanned 2 files, 20 bytes /)
    const list = await runCli(['scan', '-q', '-f', 'json', '--files-from', '-'], {
      cwd,
      input: 'a.ts\ngone\n',
    })
    expect(list.code).toBe(2)
    addFiles(reports, { 'gap.txt': list.stdout })
    expect((await tacet(cwd, `merge -q ${reports}/gap.txt`)).code).toBe(2)
  })

  it('refuse what is not all of one scan', async () => {
    const cwd = tempTree(files)
    const reports = tempTree()
    await scanShards(cwd, reports, 2)
    const refused = async (command: string): Promise<string> => {
      const { terminal, stdout, stderr } = makeTerminal()
      expect([await main(command.split(' '), terminal), stdout.written]).toEqual([2, ''])
      return stderr.written.replaceAll(reports, 'R')
    }
    expect(await refused(`merge ${reports}/2.json`)).toMatch(/^tacet: of 2 shards these are missing: 1;/)
    expect(await refused(`merge ${reports}/2.json ${reports}/*.json`)).toMatch(/R\/2\.json is given twice/)
    expect(await refused(`merge ${reports}/3.json`)).toMatch(/there is no report R\/3\.json/)
    expect(await refused(`merge ${reports}/x*.json`)).toMatch(/there is no report R\/x\*\.json/)
    expect(await refused(`merge ${reports}`)).toMatch(/\(EISDIR\): name its reports, as 'R\/\*\.json'/)
    expect(await refused('merge')).toMatch(/no report is named/)
    expect(await refused(`merge ${cwd}/src/1.ts`)).toMatch(/is not whole, or no JSON/)
    addFiles(cwd, { 'new.ts': 'export {}\n' })
    await tacet(cwd, `scan -q --shard 2/2 -f json -o ${reports}/2.json`)
    expect(await refused(`merge ${reports}/1.json ${reports}/2.json`)).toMatch(/different lists of files/)
    await scanShards(cwd, reports, 2)
    await tacet(cwd, `scan -q --shard 2/2 --decode-depth 1 -f json -o ${reports}/2.json`)
    expect(await refused(`merge ${reports}/1.json ${reports}/2.json`)).toMatch(/different rules or options/)
    truncateSync(join(reports, '2.json'), 300)
    expect(await refused(`merge ${reports}/1.json ${reports}/2.json`)).toMatch(/R\/2\.json is not whole/)
  }, 60_000)

  it('do the same for the histories of repositories', async () => {
    const cwd = tempTree()
    const reports = tempTree()
    for (const name of ['one', 'two', 'three', 'four']) {
      const root = tempRepository({ 'a.ts': line(name.length) })
      git(root, 'clone', '--quiet', '--mirror', root, join(cwd, `${name}.git`))
    }
    const repositories = ['three', 'one', 'four', 'two'].map((name) => `${name}.git`).join(' ')
    await scanShards(cwd, reports, 2, ` --history --no-cache ${repositories}`)
    const [merged, whole] = await Promise.all([
      tacet(cwd, `merge -q ${reports}/*.json`),
      tacet(cwd, `scan -q --history --no-cache ${repositories}`),
    ])
    expect(merged).toEqual(whole)
    expect(merged.stdout.match(/npm-access-token/g)).toHaveLength(4)
  }, 60_000)

  it('keep a merged report with values from others', async () => {
    const cwd = tempTree({ 'a.ts': line(1) })
    const reports = tempTree()
    await scanShards(cwd, reports, 1, ' --show-values')
    expect((await tacet(cwd, `merge -q -f json -o ${reports}/all ${reports}/1.json`)).code).toBe(1)
    if (process.platform !== 'win32') expect(statSync(join(reports, 'all')).mode & 0o777).toBe(0o600)
    expect(read(join(reports, 'all')).findings[0]?.value).toBe(credential('npm-access-token', 1))
  })

  it('take no part of a number of parts but one', () => {
    expect(parseShard('3/12')).toEqual({ index: 3, count: 12 })
    for (const text of ['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2', '1/', ' 1/2', '1e0/2']) {
      expect(() => parseShard(text)).toThrow(expect.objectContaining({ code: 'usage' }))
    }
  })

  it('leave standard input whole', async () => {
    const { code, stderr } = await tacet(tempTree(), 'scan - --shard 1/2')
    expect([code, stderr]).toEqual([2, expect.stringContaining('standard input has no shards')])
  })
})

describe('tacet scan --files-from', () => {
  it('scans the files of a list, from a file or from standard input', async () => {
    const cwd = tempTree({ ...files, list: 'src/3.ts\r\nsrc/1.ts\r\n' })
    const fromFile = await tacet(cwd, 'scan -q --files-from list')
    const fromInput = await tacet(cwd, 'scan -q --files-from -', { input: 'src/1.ts\0src/3.ts\0' })
    expect(fromFile).toEqual(fromInput)
    expect(fromFile.stdout.match(/^src\/\d+\.ts/gm)).toEqual(['src/1.ts', 'src/3.ts'])
  })

  it('tells of a file that is not there, and ends with 2', async () => {
    const cwd = tempTree(files)
    const { code, stdout, stderr } = await tacet(cwd, 'scan --files-from -', { input: 'src/1.ts\ngone.ts\n' })
    expect(code).toBe(2)
    expect(stdout).toContain('1 finding in 1 file')
    expect(stdout).toContain('unreadable: gone.ts (ENOENT)')
    expect(stderr).toContain('the scan is not complete')
  })

  it.each([
    ['scan --files-from gone', 'cannot read the list of files gone'],
    [`scan --files-from ${import.meta.dirname}`, 'cannot read the list of files'],
    ['scan - --files-from -', 'standard input is either the list of files or what to scan'],
    ['scan --history --files-from LIST', 'a list of files has no history'],
    ['scan --staged --files-from LIST', 'a list of files has no history'],
    ['scan --files-from -', 'nothing to scan in the list of files'],
  ])('refuses %s', async (command, message) => {
    const { terminal, stderr } = makeTerminal()
    const list = join(tempTree({ list: 'a.ts\n' }), 'list')
    const code = await main(command.replace('LIST', list).split(' '), terminal)
    expect([code, stderr.written]).toEqual([2, expect.stringContaining(message)])
  })
})
