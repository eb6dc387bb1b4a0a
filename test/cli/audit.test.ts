import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { main } from '@tacet/cli'
import { expect, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { tempRepository } from '../helpers/temp-tree.ts'
import { makeTerminal, RecordedOutput } from '../helpers/terminal.ts'

const rule = 'npm-access-token'
const line = (seed: number): string => `const token = '${credential(rule, seed)}'\n`

/** The keyboard of a terminal: types its keys when it is asked. */
class Keyboard extends PassThrough {
  readonly isTTY = true
  readonly modes: boolean[] = []

  setRawMode(mode: boolean): this {
    this.modes.push(mode)
    return this
  }
}

/** Runs an audit with these keys pressed, in order, each when the text is shown that it answers. */
async function audit(
  root: string,
  answers: readonly (readonly [asked: string, keys: string])[],
  args: string[] = [],
) {
  const stdin = new Keyboard()
  const stdout = new RecordedOutput({ isTTY: true })
  const left = [...answers]
  let seen = 0
  stdout.on('data', () => {
    const [next] = left
    if (next === undefined) return
    const at = stdout.written.indexOf(next[0], seen)
    if (at < 0) return
    seen = at + next[0].length
    left.shift()
    stdin.write(next[1])
  })
  const { terminal, stderr } = makeTerminal({ stdin, stdout })
  const code = await main(['audit', '--no-color', root, ...args], terminal)
  expect(left).toEqual([])
  const file = join(root, '.tacet-baseline')
  const entries = existsSync(file) ? readFileSync(file, 'utf8').match(/^[\da-f]{32} .*$/gm) : null
  return {
    code,
    out: stdout.written,
    err: stderr.written,
    modes: stdin.modes,
    entries: (entries ?? []).map((each) => each.slice(33)).sort(),
  }
}

const ask = 'Is it real?'
const why = 'Why is it a false alarm?'

test('a reason that quotes the secret is asked for again', async () => {
  const root = tempRepository({ 'a.ts': line(1) })
  const { entries } = await audit(root, [
    [ask, 'f'],
    [why, `${credential(rule, 1)} is old\r`],
    [why, 'it is old\r'],
  ])
  expect(entries).toEqual([`${rule} a.ts -- it is old`])
})

test('a false alarm goes into the baseline with its reason, what is real stays', async () => {
  const root = tempRepository({ 'a.ts': line(1), 'b.ts': line(2), 'c.ts': line(1) })
  const { code, out, entries, modes } = await audit(
    root,
    [
      [ask, 'f'],
      [why, 'a sampl\u007fle\r'],
      [ask, 'r'],
    ],
    ['--owner', '@me', '--until', '2999-01-01'],
  )
  expect(code).toBe(1)
  expect(out).toContain('── 1 of 2 ──')
  expect(out).toMatch(/a\.ts:1:16 {2}critical|a\.ts:1:16/)
  expect(out).toContain('       also at ')
  expect(out).toContain('^^^')
  expect(out).toContain('confidence:\n')
  expect(out).not.toContain(credential(rule, 1))
  expect(out).toMatch(/1 false alarm in \S*\.tacet-baseline; 1 real, 0 not decided\.\n$/)
  expect(entries).toEqual([`${rule} a.ts until=2999-01-01 owner=@me -- a sample`])
  expect(modes).toEqual([true, false])

  const rest = await audit(root, [[ask, 's']])
  expect(rest.out).toContain('── 1 of 1 ──')
  expect(rest).toMatchObject({ code: 1, entries })
})

test('one can go back and decide otherwise', async () => {
  const root = tempRepository({ 'a.ts': line(1), 'b.ts': line(2) })
  const { code, out, entries } = await audit(root, [
    [ask, 'f'],
    [why, 'one\r'],
    [ask, 'b'],
    ['decided: false alarm', 'r'],
    [ask, 'x'],
    ['Press r, f, s, b or q.', 'f'],
    [why, '\r'],
    ['Without a reason', 'two\r'],
  ])
  expect(code).toBe(1)
  expect(out).toContain('1 real, 0 not decided')
  expect(entries).toEqual([`${rule} b.ts -- two`])
})

test('all decided to be false alarms is a success', async () => {
  const root = tempRepository({ 'a.ts': line(1) })
  expect((await audit(root, [[ask, 'fa reason\r']])).code).toBe(0)
  expect(await audit(root, [])).toMatchObject({ code: 0, entries: [`${rule} a.ts -- a reason`] })
})

test('what has ended is asked again, and the new answer counts', async () => {
  const root = tempRepository({ 'a.ts': line(1) })
  await audit(root, [[ask, 'fa while\r']], ['--until', '2999-01-31', '--owner', '@me'])
  const file = join(root, '.tacet-baseline')
  writeFileSync(file, readFileSync(file, 'utf8').replace('until=2999', 'until=2020'))
  const again = await audit(root, [[ask, 'ffor ever\r']])
  expect(again.out).toContain('ended on 2020-01-31')
  expect(again).toMatchObject({ code: 0, entries: [`${rule} a.ts -- for ever`] })
})

test.each([
  ['q', 1],
  ['\u0003', 130],
])('%j ends it, and what was decided is saved', async (key, expected) => {
  const root = tempRepository({ 'a.ts': line(1), 'b.ts': line(2), 'c.ts': line(3) })
  const { code, out, entries, modes } = await audit(root, [
    [ask, 'f'],
    [why, 'one\r'],
    [ask, key],
  ])
  expect(code).toBe(expected)
  expect(out).toContain('0 real, 2 not decided')
  expect(entries).toEqual([`${rule} a.ts -- one`])
  expect(modes.at(-1)).toBe(false)
})

test('Ctrl-C and Escape while a reason is typed decide nothing', async () => {
  const root = tempRepository({ 'a.ts': line(1) })
  const { code, entries } = await audit(root, [
    [ask, 'f'],
    [why, 'half\u0003'],
  ])
  expect({ code, entries }).toEqual({ code: 130, entries: [] })
})
