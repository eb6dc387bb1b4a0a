import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listedPaths } from '../../../packages/scanner/src/sources/file-list.ts'
import { collect, paths, testKey } from '../../helpers/scanning.ts'
import { addFiles, tempRepository, tempTree } from '../../helpers/temp-tree.ts'

const key = (name: string): string => `${testKey(name)}\n`

const scanListed = (cwd: string, list: string | Buffer, options = {}) =>
  collect({ cwd, filesFrom: [Buffer.from(list)], ...options })

describe('a list of files', () => {
  it.each([
    ['line ends', 'a\nb c\n'],
    ['line ends, the last one missing', 'a\nb c'],
    ['line ends of Windows', 'a\r\nb c\r\n'],
    ['line ends and a mark of UTF-8', '\ufeffa\nb c\n'],
    ['empty lines', '\na\n\nb c\n\n'],
    ['NULs', 'a\0b c\0'],
    ['NULs, the last one missing', 'a\0b c'],
  ])('is read with %s', (_name, list) => {
    expect(listedPaths(Buffer.from(list))).toEqual(['a', 'b c'])
  })

  it('is read as a shell of Windows writes it, in UTF-16', () => {
    expect(listedPaths(Buffer.from('\ufeffa\r\né 文\r\n', 'utf16le'))).toEqual(['a', 'é 文'])
  })

  it('ended by NULs has names with line ends', () => {
    expect(listedPaths(Buffer.from('a\nb\0c\r\0'))).toEqual(['a\nb', 'c\r'])
  })

  it('gives names that are no UTF-8 as their bytes', () => {
    const name = Buffer.from('caf\xe9', 'latin1')
    expect(listedPaths(Buffer.concat([name, Buffer.from('\0é\0')]))).toEqual([name, 'é'])
  })

  it('is scanned each file once, in the order of their paths, and no other', async () => {
    const cwd = tempTree({ 'b.ts': key('b'), 'a.ts': key('a'), 'sub/c.ts': key('c'), 'not.ts': key('not') })
    const { findings, coverage } = await scanListed(cwd, './sub/../b.ts\na.ts\nsub/c.ts\na.ts\n')
    expect(findings.map(({ location }) => location.path)).toEqual(['a.ts', 'b.ts', 'sub/c.ts'])
    expect(coverage).toMatchObject({ files: 3, skipped: [], sources: [{ kind: 'list', root: cwd }] })
  })

  it('may name what is ignored, folders, links and what is not below the working directory', async () => {
    const cwd = tempRepository({ '.gitignore': 'ignored\n', 'dir/a.ts': key('a') })
    const other = tempTree({ 'o.ts': key('o') })
    addFiles(cwd, { ignored: key('ignored'), 'real.ts': key('real') })
    symlinkSync('real.ts', join(cwd, 'link.ts'))
    const { findings } = await scanListed(cwd, `ignored\ndir\nlink.ts\n${other}/o.ts\n`)
    const outside = `${other}/o.ts`.replaceAll('\\', '/')
    expect(paths(findings)).toEqual([outside, 'dir/a.ts', 'ignored', 'link.ts'].sort())
  })

  it('holds no globs and no options', async () => {
    const cwd = tempTree({ '[ab].ts': key('brackets'), 'a.ts': key('a'), '--x': key('dashes') })
    const { findings } = await scanListed(cwd, '[ab].ts\n--x\n')
    expect(paths(findings)).toEqual(['--x', '[ab].ts'])
  })

  it('that names what is not there is scanned, and the rest is told', async () => {
    const cwd = tempTree({ 'a.ts': key('a') })
    const { findings, coverage } = await scanListed(cwd, 'gone.ts\na.ts\na.ts/below\n')
    expect(paths(findings)).toEqual(['a.ts'])
    expect(coverage.skipped).toEqual([
      { path: 'gone.ts', reason: 'unreadable', detail: 'ENOENT' },
      { path: 'a.ts/below', reason: 'unreadable', detail: 'ENOTDIR' },
    ])
  })

  it('is scanned besides the paths that are given, and instead of the working directory', async () => {
    const cwd = tempTree({ 'a.ts': key('a'), 'b.ts': key('b'), 'c.ts': key('c') })
    const { findings } = await scanListed(cwd, 'a.ts\nb.ts\n', { paths: ['b.ts'] })
    expect(findings.map(({ location }) => location.path)).toEqual(['b.ts', 'a.ts'])
  })

  it('with nothing in it proves nothing', async () => {
    const cwd = tempTree({ 'a.ts': key('a') })
    await expect(scanListed(cwd, '\n')).rejects.toMatchObject({
      code: 'nothing-scanned',
      message: expect.stringContaining('the list of files'),
    })
  })

  it('does not go with a history', async () => {
    const cwd = tempRepository({ 'a.ts': key('a') })
    await expect(scanListed(cwd, 'a.ts\n', { history: true })).rejects.toMatchObject({
      code: 'invalid-option',
    })
  })

  it.skipIf(process.platform !== 'linux')('opens files whose names are no text', async () => {
    const cwd = tempTree()
    const name = Buffer.from('d/caf\xe9.ts', 'latin1')
    mkdirSync(join(cwd, 'd'))
    const file = Buffer.concat([Buffer.from(`${cwd}/`), name])
    writeFileSync(file, key('odd'))
    const { findings } = await scanListed(cwd, Buffer.concat([name, Buffer.from('\0')]))
    expect(paths(findings)).toEqual(['d/caf\\xe9.ts'])
    rmSync(file)
  })

  it('of many files is scanned like a folder', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${index}.ts`)
    const cwd = tempTree(Object.fromEntries(names.map((name) => [name, key(name.slice(0, 5))])))
    const listed = await scanListed(cwd, names.toReversed().join('\0'))
    const folder = await collect({ cwd, threads: 1 })
    expect(listed.findings).toEqual(folder.findings)
    expect(listed.coverage.files).toBe(names.length)
  })
})
