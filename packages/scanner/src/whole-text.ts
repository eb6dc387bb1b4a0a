import { readFileSync, statSync } from 'node:fs'
import { ScanError, type ScanErrorCode } from './errors.ts'

/** In bytes: more than anybody would look through. */
const LARGEST = 64_000_000

/**
 * The text of a file that a user keeps, or that a repository brings along: a pipe or a device would be read for ever.
 *
 * @param name - what messages call it, as `the baseline .tacet-baseline`
 * @param code - of the error
 * @throws ScanError when it cannot be read
 */
export function wholeText(path: string, name: string, code: ScanErrorCode): string {
  try {
    const status = statSync(path)
    if (status.isFile() && status.size <= LARGEST) return readFileSync(path, 'utf8')
  } catch (error) {
    const why = `${(error as NodeJS.ErrnoException).code}`
    throw new ScanError(code, `cannot read ${name} (${why}): check the name and its permissions`, {
      cause: error,
    })
  }
  throw new ScanError(code, `${name} is no file, or one of more than 64 MB: name another`)
}
