import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { main } from '@tacet/cli'
import { describe, expect, test } from 'vitest'
import { scanOptions } from '../../packages/cli/src/scan-options.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const script = async (shell: string): Promise<string> => {
  const { terminal, stdout } = makeTerminal()
  expect(await main(['completion', shell], terminal)).toBe(0)
  return stdout.written
}

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0

describe.skipIf(!has('bash') || process.platform === 'win32')('in bash', () => {
  /** What bash offers for each of these lines when Tab is pressed at its end. */
  const offered = async (lines: readonly string[]): Promise<string[][]> => {
    const folder = tempTree({ 'a.ts': '', 'completion.bash': await script('bash') })
    const program = `. ./completion.bash
while IFS= read -r line; do
  COMP_LINE=$line COMP_POINT=\${#line}
  # As readline splits it: = is a word of its own.
  COMP_WORDS=(\${line//=/ = })
  case "$line" in *' ') COMP_WORDS+=('') ;; esac
  COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
  _tacet
  echo "\${COMPREPLY[*]}"
done`
    const input = lines.map((line) => `${line}\n`).join('')
    const options = { cwd: folder, input, encoding: 'utf8', env: { PATH: process.env.PATH } } as const
    const printed = execFileSync('bash', ['--norc', '--noprofile', '-u', '-c', program], options)
    return printed
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ').filter(Boolean))
  }

  test('commands, options, choices and operands are offered', async () => {
    const formats = scanOptions.format.choices
    const cases: readonly (readonly [line: string, words: readonly string[]])[] = [
      ['tacet sc', ['scan']],
      ['tacet hook ', ['pre-commit', 'pre-push', 'pre-receive']],
      ['tacet hook pre-p', ['pre-push']],
      ['tacet hook pre-push --no-co', ['--no-config', '--no-color']],
      ['tacet scan --hist', ['--history']],
      ['tacet scan -f ', formats],
      [
        'tacet scan --format=git',
        ['github', 'gitlab', 'gitleaks-json'].filter((name) => name.startsWith('git')),
      ],
      ['tacet scan --format=', formats],
      ['tacet scan --output ', []],
      ['tacet scan src', []],
      ['tacet init hu', ['husky']],
      ['tacet init --y', ['--yes']],
      ['tacet completion z', ['zsh']],
      ['tacet secrets ch', ['check']],
      ['tacet nothing ', []],
    ]
    const found = await offered(cases.map(([line]) => line))
    const sorted = (words: readonly string[]) => words.toSorted()
    expect(found.map(sorted)).toEqual(cases.map(([, words]) => sorted(words)))
  })

  test('it is set up by evaluating it, and leaves nothing else behind', async () => {
    const text = await script('bash')
    const program = `${text}\ncomplete -p tacet; declare -F | grep -c tacet`
    const printed = execFileSync('bash', ['--norc', '-eu', '-c', program], { encoding: 'utf8' })
    expect(printed).toBe('complete -o bashdefault -o default -F _tacet tacet\n2\n')
  })
})

test.each([
  ['zsh', ['-n']],
  ['fish', ['--no-execute']],
])('%s takes its script, where it is installed', async (shell, args) => {
  const text = await script(shell)
  const file = join(tempTree({ script: text }), 'script')
  const { error, status, stderr } = spawnSync(shell, [...args, file], { encoding: 'utf8' })
  if (error === undefined) expect([status, stderr]).toEqual([0, ''])
})

test.skipIf(!has('fish'))('in fish commands, options and choices are offered', async () => {
  const shell = 'fish'
  const folder = tempTree({ 'tacet.fish': await script(shell), 'only.ts': '' })
  const cases = [
    ['tacet sc', 'scan'],
    ['tacet hook pre-p', 'pre-push'],
    ['tacet scan --hist', '--history'],
    ['tacet scan --format=gitle', '--format=gitleaks-json'],
    ['tacet completion z', 'zsh'],
    ['tacet scan on', 'only.ts'],
  ] as const
  const program = ['source tacet.fish', ...cases.map(([line]) => `complete -C '${line}'`)].join('\n')
  const options = { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } } as const
  const printed = execFileSync(shell, ['--no-config', '-c', program], options)
  const offered = printed
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[0])
  expect(offered).toEqual(cases.map(([, word]) => word))
})

test.each(['bash', 'zsh', 'fish', 'powershell'])(
  '%s is told every option of every command',
  async (shell) => {
    const text = await script(shell)
    for (const name of Object.keys(scanOptions)) {
      expect(text.includes(shell === 'fish' ? `-l ${name} ` : `--${name}`), name).toBe(true)
    }
    for (const command of ['scan', 'hook pre-push', 'secrets check', 'init'])
      expect(text.includes(`'${command}'`) || text.includes(`\\'${command}\\'`), command).toBe(true)
  },
)

test('another shell is an error that names those there are', async () => {
  const { terminal, stderr } = makeTerminal()
  expect(await main(['completion', 'tcsh'], terminal)).toBe(2)
  expect(stderr.written).toContain('unknown shell "tcsh"')
})
