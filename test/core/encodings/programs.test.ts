import { spawnSync } from 'node:child_process'
import { forms } from '@tacet/core'
import { expect, test } from 'vitest'
import { awkwardNames, awkwardValues } from '../../helpers/awkward-values.ts'
import { uncovered } from '../../helpers/uncovered.ts'

const has = (program: string): boolean => spawnSync(program, ['-c', '']).status === 0

// Elsewhere the shells of these names are old, or another system's.
const hasShell = (shell: string): boolean => process.platform === 'linux' && has(shell)

/** What a shell prints when it runs a script with this value in `SECRET`. */
function printed(shell: string, script: string, SECRET: string, locale: string): string {
  const { stdout, stderr } = spawnSync(shell, ['-c', script], {
    env: { PATH: process.env.PATH, SECRET, LC_ALL: locale },
    encoding: 'utf8',
    // Bash reads its start-up file when its input is a socket.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return stdout + stderr
}

const withoutQuotes = (text: string): string => text.replace(/["'$\s]/g, '')

const shells = [
  ['bash', 'printf %q', `printf %q "$SECRET"`],
  ['bash', 'quoted', `printf %s "\${SECRET@Q}"`],
  ['bash', 'declared', 'declare -p SECRET'],
  ['bash', 'traced', 'set -x; : "$SECRET"'],
  ['bash', 'folded', 'set -f; echo $SECRET'],
  ['dash', 'exported', 'export -p'],
  ['dash', 'traced', 'set -x; : "$SECRET"'],
] as const

test.for(shells.filter(([shell]) => hasShell(shell)))(
  '%s, %s: nothing is left of any awkward value',
  (row) => {
    const [shell, name, script] = row
    // Where the shell makes one space of several, or of a tab, the value is no longer there.
    const changed = name === 'folded' ? ['spaces', 'controls'] : []
    for (const locale of ['C.UTF-8', 'C']) {
      const added = withoutQuotes(printed(shell, script, 'Zq', locale).replace('Zq', ''))
      const leaking = awkwardNames.filter((kind) => {
        const value = awkwardValues[kind]
        return withoutQuotes(uncovered(forms(value), printed(shell, script, value, locale))) !== added
      })
      expect(leaking.filter((kind) => !changed.includes(kind))).toEqual([])
    }
  },
)

/** What is printed of every value, by Python; each is a line of JSON. */
const python = `
import base64, html, json, shlex, sys, urllib.parse
values = json.load(sys.stdin)
encoders = {
  'repr': repr,
  'repr of a list': lambda t: repr([t]),
  'ascii': ascii,
  'repr of bytes': lambda t: repr(t.encode()),
  'json.dumps': json.dumps,
  'json.dumps without ASCII': lambda t: json.dumps(t, ensure_ascii=False),
  'json.dumps twice': lambda t: json.dumps(json.dumps(t)),
  'quote': urllib.parse.quote,
  'quote_plus': urllib.parse.quote_plus,
  'urlencode': lambda t: urllib.parse.urlencode({'': t}),
  'html.escape': html.escape,
  'shlex.quote': shlex.quote,
  'list of bytes': lambda t: repr(list(t.encode())),
  'hex with spaces': lambda t: t.encode().hex(' '),
}
print(json.dumps({name: [encode(value) for value in values] for name, encode in encoders.items()}))
`

test.runIf(has('python3'))('Python: nothing is left of any awkward value', () => {
  const { stdout } = spawnSync('python3', ['-c', python], {
    input: JSON.stringify(Object.values(awkwardValues)),
    encoding: 'utf8',
  })
  const written = JSON.parse(stdout) as Record<string, string[]>
  const leaks = Object.entries(written).flatMap(([name, texts]) =>
    texts.flatMap((text, index) => {
      const left = uncovered(forms(awkwardValues[awkwardNames[index]!]), text)
      return /^[b='"\\[\]]*$/.test(left) ? [] : [`${name}: ${awkwardNames[index]}`]
    }),
  )
  expect(leaks).toEqual([])
})
