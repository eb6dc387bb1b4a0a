import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { ScanError } from '../errors.ts'
import { wholeText } from '../whole-text.ts'
import type { ReadExtended } from './gitleaks-config.ts'

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
    return { origin: nameOf(path), text: wholeText(path, nameOf(path), 'invalid-config') }
  }
}
