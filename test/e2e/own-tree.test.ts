import { execFile, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createScan, type Finding } from '@tacet/scanner'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const places = (findings: readonly Finding[]) =>
  findings.map(({ ruleId, location }) => `${ruleId} at ${location.path}:${location.line}`)

test('nothing in our own tree looks like a secret, with nothing ignored', async () => {
  const { findings, coverage } = await createScan({ paths: [root], cwd: root, inlineAllows: false }).collect()
  expect(places(findings)).toEqual([])
  expect(coverage.files).toBeGreaterThan(100)
})

test('nor in anything that was ever committed', async () => {
  const { stdout } = await promisify(execFile)('git', ['rev-list', '--objects', '--all'], {
    cwd: root,
    maxBuffer: 2 ** 28,
  })
  // Without the names of objects: forty digits beside the name of a rule look like what that rule finds.
  const git = spawn('git', ['cat-file', '--batch=%(objecttype) %(objectsize)'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  git.stdin.end(stdout.replace(/ .*$/gm, ''))
  const { findings, coverage } = await createScan({ input: git.stdout, inlineAllows: false }).collect()
  expect(places(findings)).toEqual([])
  expect(coverage.bytes).toBeGreaterThan(100_000)
})
