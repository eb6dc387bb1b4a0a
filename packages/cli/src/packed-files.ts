import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import packlist, { type PackageNode } from 'npm-packlist'
import { CommandError } from './errors.ts'

/** With a scope or without; nothing that leads elsewhere. */
const NAME = /^(?:@[\w-][\w.-]*\/)?[\w-][\w.-]*$/

/**
 * The files that `npm pack` would put into packages, those of bundled dependencies among them, as a list of paths that
 * are ended by NULs. Nothing of a package is run, and nothing is written.
 *
 * @param folders - of packages
 * @throws CommandError with the code `usage` where there is no package
 */
export async function* packedFiles(folders: readonly string[]): AsyncGenerator<Buffer, void, undefined> {
  for (const folder of folders) {
    const files = await listed(packageNode(folder, folder, new Map()))
    yield Buffer.from(files.map((file) => `${join(folder, file)}\0`).join(''))
  }
}

async function listed(node: PackageNode): Promise<readonly string[]> {
  try {
    return await packlist(node)
  } catch (cause) {
    throw new CommandError('scan', `cannot list what ${node.path} would publish: check its permissions`, {
      cause,
    })
  }
}

/** @param known - by their folders: packages may depend on each other */
function packageNode(folder: string, root: string, known: Map<string, PackageNode>): PackageNode {
  const found = known.get(folder)
  if (found) return found
  const manifest = readManifest(folder)
  const edgesOut = new Map<string, { readonly to: PackageNode }>()
  const node = {
    path: folder,
    package: manifest,
    isProjectRoot: folder === root,
    isLink: false,
    edgesOut,
    get target() {
      return node
    },
  }
  known.set(folder, node)
  const names = node.isProjectRoot ? manifest.bundleDependencies : neededBy(manifest)
  for (const name of names) {
    const inner = installed(name, folder, root)
    if (inner !== undefined) edgesOut.set(name, { to: packageNode(inner, root, known) })
  }
  return node
}

/** Where a dependency is, from the folder of who needs it up to that of the root. */
function installed(name: string, from: string, root: string): string | undefined {
  if (!NAME.test(name)) return undefined
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (at === root || at === dirname(at)) return undefined
  }
}

/** A package.json, with those of its fields that say what is packed in the one form that npm gives to them. */
function readManifest(folder: string) {
  const manifest = parsed(folder)
  const {
    bin,
    bundledDependencies,
    bundleDependencies = bundledDependencies,
    files,
    main,
    browser,
  } = manifest
  return {
    ...manifest,
    files: Array.isArray(files) ? textsOf(files) : undefined,
    main: pathsOf([main])[0],
    browser: pathsOf([browser])[0],
    bin: pathsOf(typeof bin === 'string' ? [bin] : Object.values(bin ?? {})),
    bundleDependencies:
      bundleDependencies === true
        ? neededBy(manifest)
        : textsOf(Array.isArray(bundleDependencies) ? bundleDependencies : []),
  }
}

const textsOf = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === 'string')

/** Without a dot at the beginning. */
const pathsOf = (values: readonly unknown[]): string[] => textsOf(values).map((path) => posix.normalize(path))

const neededBy = ({ dependencies, optionalDependencies }: Readonly<Record<string, unknown>>): string[] =>
  Object.keys({ ...Object(dependencies), ...Object(optionalDependencies) })

function parsed(folder: string): Readonly<Record<string, unknown>> {
  const file = join(folder, 'package.json')
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
    throw new TypeError('it is no object')
  } catch (cause) {
    throw new CommandError('usage', `cannot read ${file}: --npm-pack wants folders of packages`, { cause })
  }
}
