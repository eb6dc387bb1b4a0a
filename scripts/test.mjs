// Everything that has to hold before a change lands: lint, types, dead code, tests. Prints `N passed, N failed` last.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'tacet-test-'))
const report = join(scratch, 'report.json')

const checks = [
  ['lint', 'biome', 'ci', '.'],
  ['types', 'tsc', '-b', ...(process.env.CI ? ['--force'] : [])],
  ['dead code', 'knip'],
]
let passed = 0
let failed = 0

for (const [name, command, ...args] of checks) {
  const ok = run(command, args)
  if (ok) passed++
  else failed++
  console.log(`${ok ? '✓' : '✗'} ${name}`)
}

const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
const counts = readReport()
passed += counts.passed
failed += counts.failed
// A file that could not be loaded has no test that failed, and yet the run has.
if (!ok && counts.failed === 0) failed++
rmSync(scratch, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function run(command, args) {
  const path = join(root, 'node_modules', '.bin', command)
  const shell = process.platform === 'win32'
  return spawnSync(shell ? `"${path}"` : path, args, { cwd: root, stdio: 'inherit', shell }).status === 0
}

function readReport() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
