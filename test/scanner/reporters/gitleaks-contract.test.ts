import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createScan, reporters } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { credential } from '../../helpers/credentials.ts'
import { joined } from '../../helpers/findings.ts'
import { commit } from '../../helpers/history.ts'
import { tempRepository, tempTree } from '../../helpers/temp-tree.ts'

type Entry = Readonly<Record<string, string | number | readonly string[]>>

const gitleaks = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'gitleaks'))
  .find((path) => existsSync(path))

const token = credential('github-personal-access-token')

const theirs = (cwd: string, command: string): Entry => {
  const report = join(tempTree(), 'report.json')
  const args = [command, '.', '--no-banner', '--exit-code', '0', '-f', 'json', '-r', report]
  const { status, stderr } = spawnSync(gitleaks!, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`gitleaks ended with ${status}: ${stderr}`)
  return only(readFileSync(report, 'utf8'))
}

const ours = async (cwd: string, command: string): Promise<Entry> => {
  const history = command === 'git' ? { history: { emails: true } } : {}
  const { findings, coverage } = await createScan({ cwd, showValues: true, ...history }).collect()
  const report = { findings, outcome: () => ({ coverage }) }
  return only(await joined(reporters['gitleaks-json'](report, { version: '1.2.3' })))
}

const only = (json: string): Entry => {
  const entries = JSON.parse(json) as Entry[]
  expect(entries).toHaveLength(1)
  return entries[0]!
}

const reason = gitleaks === undefined ? ' (skipped: no gitleaks on the PATH)' : ''

describe.skipIf(gitleaks === undefined)(`beside a report of gitleaks${reason}`, () => {
  it.each(['dir', 'git'])(
    'has the same fields in the same order, with the same values: %s',
    async (command) => {
      const root = tempRepository()
      commit(root, { 'src/a.ts': `const key = '${token}'\n` }, 'add')
      const [their, our] = [theirs(root, command), await ours(root, command)]
      expect(Object.keys(our)).toEqual(Object.keys(their))
      // What the two scanners say in words of their own.
      const { RuleID, Description, Tags, Message, Entropy, Fingerprint, ...same } = their
      expect({ ...our, ...{ RuleID, Description, Tags, Message, Entropy, Fingerprint } }).toEqual(their)
      expect(Object.keys(same)).toHaveLength(12)
      expect(our.Entropy).toBeCloseTo(Entropy as number, 4)
      expect(our.Fingerprint).toBe(`${Fingerprint}`.replace(`${RuleID}`, `${our.RuleID}`))
    },
  )
})
