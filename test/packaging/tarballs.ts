import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const shell = process.platform === 'win32'

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>> | string>>
}

export interface Packed {
  readonly folder: string
  readonly tarball: string
  readonly manifest: Manifest
}

/** Packs every package as it would be published, into a folder of its own. */
export async function packAll(): Promise<{
  packages: Packed[]
  scratch: string
  remove: () => Promise<void>
}> {
  const scratch = await mkdtemp(join(tmpdir(), 'tacet-packed-'))
  const { config } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    config: { pnpm: string }
  }
  const packages: Packed[] = []
  for (const name of await readdir(join(root, 'packages'))) {
    const folder = join(root, 'packages', name)
    const target = join(scratch, name)
    await mkdir(target)
    await run('npx', ['--yes', config.pnpm, 'pack', '--pack-destination', target], folder)
    const [tarball] = await readdir(target)
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest
    packages.push({ folder, tarball: join(target, tarball!), manifest })
  }
  return { packages, scratch, remove: () => rm(scratch, { recursive: true, force: true }) }
}

/** Runs a command of the workspace or of Node; what it prints is in the error when it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(shell ? `"${command}"` : command, args, { cwd, shell, maxBuffer: 2 ** 26 })
  return stdout
}

export function tool(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}
