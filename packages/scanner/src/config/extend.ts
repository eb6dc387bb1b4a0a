import { realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** What is extended cannot be found or may not be read; the message says why. */
export class ExtendError extends Error {
  override readonly name = 'ExtendError'
}

const PACKAGE = /^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(\/[\w.-]+)*$/i

/**
 * The file that an entry of `extends` means: beside the file that it is in, or in an installed package, as its
 * `tacet.json` unless a file of it is named. It is data, and never out of the tree that is scanned.
 *
 * @param from - the file that it is in
 * @param top - the folder that it must be in
 * @throws ExtendError
 */
export function extendedFile(entry: string, from: string, top: string): string {
  const found = /^\.\.?\//.test(entry) ? resolve(dirname(from), entry) : inPackage(entry, dirname(from), top)
  let real: string
  try {
    real = realpathSync(found)
  } catch {
    throw new ExtendError('there is no such file: check the path, it starts at the folder of this file')
  }
  if (!isWithin(real, realpathSync(top))) {
    throw new ExtendError('this leads out of what is scanned: copy the file into the repository')
  }
  if (!/\.jsonc?$/.test(real)) throw new ExtendError('only .json and .jsonc files can be extended')
  return real
}

function inPackage(entry: string, from: string, top: string): string {
  if (isAbsolute(entry) || !PACKAGE.test(entry)) {
    throw new ExtendError('name a file as ./base.json, or an installed package')
  }
  const parts = entry.split('/')
  const length = entry.startsWith('@') ? 2 : 1
  const name = parts.slice(0, length).join('/')
  const file = parts.slice(length).join('/') || 'tacet.json'
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return join(folder, file)
    if (at === top || at === dirname(at)) break
  }
  throw new ExtendError(
    `the package ${name} is not installed here: install it, or name a file as ./base.json`,
  )
}

/** Whether a path is a folder, or is in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
