// Runs one of the root commands on a machine that has only Node and npm: installs what is missing, then goes on.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const stamp = new URL('node_modules/.tacet-installed', root)
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

const tasks = {
  start: [script('scripts/build.mjs', 'demo'), script('demo/dist/main.js')],
  test: [script('scripts/test.mjs')],
  bench: [script('scripts/build.mjs', 'bench'), script('bench/dist/main.js')],
}

const [name, ...rest] = process.argv.slice(2)
if (!Object.hasOwn(tasks, name)) fail(`usage: node scripts/run.mjs ${Object.keys(tasks).join('|')}`)
checkNode()
install()
for (const [index, step] of tasks[name].entries()) {
  const last = index === tasks[name].length - 1
  const status = run(step.command, last ? [...step.args, ...rest] : step.args)
  if (status !== 0) process.exit(status)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = manifest.engines.node.match(/\d+/g).map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  fail(
    `Node ${manifest.engines.node} is needed; this is ${process.versions.node}. Install a newer one and try again.`,
  )
}

/** Installs what the lockfile says, unless that has been done: a second run needs no network. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(new URL('pnpm-lock.yaml', root)))
    .digest('hex')
  if (read(stamp) === wanted) return
  console.error('Installing the dependencies of the workspace …')
  const status = run('npx', ['--yes', manifest.config.pnpm, 'install', '--frozen-lockfile'])
  if (status !== 0)
    fail('The installation failed. Is the package registry reachable? Then run the command again.')
  writeFileSync(stamp, wanted)
}

function read(url) {
  try {
    return readFileSync(url, 'utf8')
  } catch {
    return undefined
  }
}

function script(path, ...args) {
  return { command: process.execPath, args: [fileURLToPath(new URL(path, root)), ...args] }
}

function run(command, args) {
  // Windows finds .cmd files through a shell only; nothing here comes from outside.
  const shell = process.platform === 'win32' && command !== process.execPath
  const { status, signal, error } = spawnSync(shell ? `"${command}"` : command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
  })
  if (error) fail(`${command} could not be started: ${error.message}`)
  return signal ? 1 : status
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
