import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { ScanError } from '../errors.ts'
import type { ReadExtended } from './gitleaks-config.ts'

/** In bytes. */
const LARGEST = 64_000_000

/** What a configuration extends, which has to be in the same repository. */
export function extended(
  folder: string,
  beside: string,
  cwd: string,
  nameOf: (path: string) => string,
): ReadExtended {
  return (name) => {
    const paths = [cwd, beside, folder].map((start) => resolve(start, name))
    const path = paths.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile())
    if (path === undefined) {
      throw new ScanError(
        'invalid-config',
        `extend.path: there is no file ${name}, from ${nameOf(beside) || '.'}`,
      )
    }
    const inside = relative(realpathSync(folder), realpathSync(path))
    if (inside.startsWith('..') || isAbsolute(inside)) {
      throw new ScanError(
        'invalid-config',
        `extend.path: ${name} is outside of the repository, and is not read`,
      )
    }
    return { origin: nameOf(path), text: textOf(path, nameOf(path)) }
  }
}

/** @throws ScanError `invalid-config` */
export function textOf(path: string, origin: string): string {
  try {
    const status = statSync(path)
    if (status.isFile() && status.size <= LARGEST) return readFileSync(path, 'utf8')
  } catch (error) {
    const code = `${(error as NodeJS.ErrnoException).code}`
    throw new ScanError(
      'invalid-config',
      `cannot read ${origin} (${code}): check the name and its permissions`,
      {
        cause: error,
      },
    )
  }
  throw new ScanError('invalid-config', `${origin} is no file, or one of more than 64 MB`)
}
