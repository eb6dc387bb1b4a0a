import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How the programs of a package's dependencies are run and installed. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun'
  /** What stands before the name of a program; it never downloads one. */
  readonly run: string
  readonly add: string
}

const managers = {
  npm: { name: 'npm', run: 'npx --no --', add: 'npm install --save-dev' },
  pnpm: { name: 'pnpm', run: 'pnpm exec', add: 'pnpm add --save-dev' },
  yarn: { name: 'yarn', run: 'yarn run', add: 'yarn add --dev' },
  bun: { name: 'bun', run: 'bun run', add: 'bun add --dev' },
} as const satisfies Record<PackageManager['name'], PackageManager>

const lockfiles: readonly (readonly [file: string, name: PackageManager['name']])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
]

const isKnown = (name: string): name is PackageManager['name'] => Object.hasOwn(managers, name)

/**
 * The package manager of a folder: by its nearest lockfile, else by what its package.json says.
 *
 * @param root - where to look last
 * @param stated - the field `packageManager`, as `pnpm@10.1.0`
 */
export const packageManagerOf = (folder: string, root: string, stated: unknown): PackageManager => {
  for (let at = folder; ; at = dirname(at)) {
    const [, name] = lockfiles.find(([file]) => existsSync(join(at, file))) ?? []
    if (name !== undefined) return managers[name]
    if (at === root || at === dirname(at)) break
  }
  const name = typeof stated === 'string' ? stated.split('@')[0]! : 'npm'
  return managers[isKnown(name) ? name : 'npm']
}
