import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '@tacet/cli'
import { expect, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

const line = `const token = '${credential('npm-access-token')}'\n`

const scan = async (env: Record<string, string>, ...args: string[]): Promise<string> => {
  const { terminal, stdout } = makeTerminal({ env })
  expect(await main(['scan', '--no-progress', ...args, tempTree({ 'a.ts': line })], terminal)).toBe(1)
  return stdout.written
}

const inActions = { GITHUB_ACTIONS: 'true' }

test('without a format, GitHub Actions gets annotations, and all others text', async () => {
  expect(await scan(inActions)).toMatch(/^::error /m)
  expect(await scan({ GITHUB_ACTIONS: 'false' })).toMatch(/^ +1 │ const token/m)
  expect(await scan({ GITLAB_CI: 'true', CI: 'true' })).toMatch(/^ +1 │ const token/m)
})

test('what is asked for counts more, and a file is the same everywhere', async () => {
  expect(await scan(inActions, '--format', 'text')).toMatch(/^ +1 │ const token/m)
  expect(await scan({}, '--format', 'github')).toMatch(/^::error /m)
  const folder = tempTree()
  expect(await scan(inActions, '--output', join(folder, 'report'))).toBe('')
  expect(readFileSync(join(folder, 'report'), 'utf8')).toMatch(/^ +1 │ const token/m)
  // A second report in a format of its own leaves the one on the screen as it is.
  expect(await scan(inActions, '--output', `json=${join(folder, 'json')}`)).toMatch(/^::error /m)
})
