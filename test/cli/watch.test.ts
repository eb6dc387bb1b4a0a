import { once } from 'node:events'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { startCli } from '../helpers/run-cli.ts'
import { addFiles, tempRepository, tempTree } from '../helpers/temp-tree.ts'

const line = (seed: number): string => `const token = '${credential('npm-access-token', seed)}'\n`

/** Starts `tacet watch`; what it prints can be waited for, each thing once. */
const watching = (cwd: string, ...args: string[]) => {
  const child = startCli(['watch', ...args], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let look = (): void => {}
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      look()
    })
  }
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  return {
    child,
    ended,
    /** Waits for a text, and returns all that came before it and has not been returned yet. */
    until: (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        look = () => {
          const at = printed.indexOf(text)
          if (at < 0) return
          const before = printed.slice(0, at)
          printed = printed.slice(at + text.length)
          look = () => {}
          resolve(before)
        }
        void ended.then(() => reject(new Error(`it ended, and printed: ${printed}`)))
        look()
      }),
  }
}

test('what is saved is scanned again, and only what came and went is told', async () => {
  const cwd = tempRepository({
    'a.ts': line(1),
    'b.ts': 'clean\n',
    '.gitignore': 'ignored/\n*.log\n',
  })
  addFiles(cwd, { 'ignored/x.ts': line(9) })
  const { until, child, ended } = watching(cwd)
  expect(await until('1 finding now')).toMatch(/a\.ts:1:16 .*npm-access-token/)
  await until('watching')
  // A line that moves is no news; another one is.
  writeFileSync(join(cwd, 'a.ts'), `\n\n${line(1)}${line(2)}`)
  const more = await until('2 findings now')
  expect([more.includes('a.ts:4:16'), more.includes('a.ts:3:16')]).toEqual([true, false])
  // As editors save: beside the file, then over it.
  addFiles(cwd, { 'b.ts~': line(3) })
  renameSync(join(cwd, 'b.ts~'), join(cwd, 'b.ts'))
  await until('b.ts:1:16')
  await until('3 findings now')
  // What Git ignores is left alone, also what is made later; a new folder is not, nor a name that could be a glob.
  addFiles(cwd, { 'ignored/y.ts': line(4), 'c.log': line(5) })
  addFiles(cwd, { 'app/[id]/new.ts': line(6) })
  const fresh = await until('4 findings now')
  expect(fresh).toContain('app/[id]/new.ts:1:16')
  expect(fresh).not.toMatch(/ignored|c\.log/)
  rmSync(join(cwd, 'app'), { recursive: true })
  expect(await until('3 findings now')).toContain('gone: app/[id]/new.ts')
  writeFileSync(join(cwd, 'a.ts'), '')
  await until('1 finding now')
  // What decides what is found makes all count anew; a mistake in it is told, and is no end.
  writeFileSync(join(cwd, 'tacet.json'), '{ "path": {} }')
  await until('tacet.json:1:3')
  writeFileSync(join(cwd, 'tacet.json'), '{ "paths": { "exclude": ["b.ts"] } }')
  expect(await until('0 findings now')).toContain('gone: b.ts')
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
})

test('folders that are named are watched, in a repository or not', async () => {
  const cwd = tempTree({ 'src/a.ts': 'clean\n', 'lib/b.ts': line(1) })
  const { until, child, ended } = watching(cwd, 'src')
  expect(await until('watching')).not.toContain('lib')
  addFiles(cwd, { 'lib/c.ts': line(2), 'src/deep/d.ts': line(3) })
  expect(await until('1 finding now')).toContain('src/deep/d.ts:1:16')
  child.kill('SIGTERM')
  expect(await ended).toEqual([143, null])
  const nowhere = watching(cwd, 'nowhere')
  await nowhere.until('there is no nowhere')
  expect(await nowhere.ended).toEqual([2, null])
})
