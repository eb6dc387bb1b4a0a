import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isWithin } from '../../config/extend.ts'
import { ScanError } from '../../errors.ts'
import { wholeText } from '../../whole-text.ts'
import { BASELINE_NAME, type Baseline, parseBaseline } from './file.ts'
import { keyCheck } from './hash.ts'
import type { NamedBaseline } from './suppressor.ts'

/**
 * The baseline of a path, as it is or would be: in the nearest folder above it that has one, as far as the root of its
 * repository; else in that root; outside of a repository in the folder itself.
 *
 * @param path - a file or a folder, which need not be there
 * @throws ScanError `invalid-baseline` when it is a link out of the repository
 */
export function baselineFile(path: string): string {
  const start = isFolder(path) ? resolve(path) : dirname(resolve(path))
  let nearest: string | undefined
  for (let at = start; ; at = dirname(at)) {
    if (nearest === undefined && existsSync(join(at, BASELINE_NAME))) nearest = at
    if (existsSync(join(at, '.git'))) return withoutWayOut(join(nearest ?? at, BASELINE_NAME), at)
    // Folders above may be anybody's.
    if (dirname(at) === at) return withoutWayOut(join(start, BASELINE_NAME), start)
  }
}

/** What a repository brings along must not make files of others be read, or written. */
function withoutWayOut(file: string, top: string): string {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file
  if (existsSync(file) && isWithin(realpathSync(file), realpathSync(top))) return file
  throw invalid(`${file} is a link that leads out of ${top}: put the file itself there, or name another`)
}

/**
 * The baselines that are there for these paths, each once.
 *
 * @throws ScanError `invalid-baseline` when one is a link out of its repository
 */
export function findBaselines(paths: readonly string[], cwd: string): readonly string[] {
  const files = paths.map((path) => baselineFile(resolve(cwd, path)))
  return [...new Set(files)].filter((file) => existsSync(file))
}

/**
 * Reads a baseline.
 *
 * @param file - its path, from `cwd`
 * @param key - what its fingerprints are made with, when they are
 * @throws ScanError `invalid-baseline`
 */
export function readBaseline(file: string, cwd: string, key: string | undefined): NamedBaseline {
  const path = resolve(cwd, file)
  const name = (relative(cwd, path) || file).replaceAll(sep, '/')
  const baseline = parseBaseline(wholeText(path, `the baseline ${name}`, 'invalid-baseline'), name)
  checkKey(baseline, name, key)
  return {
    ...baseline,
    name,
    folder: dirname(path),
    ...(key === undefined || !baseline.keyCheck ? {} : { key }),
  }
}

function checkKey({ keyCheck: check }: Baseline, name: string, key: string | undefined): void {
  if (check === undefined) return
  if (key === undefined) {
    throw invalid(`${name} is made with a key: give it in TACET_KEY, or scan with --no-baseline`)
  }
  if (keyCheck(key) !== check) throw invalid(`${name} is made with another key than TACET_KEY: give that one`)
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

const invalid = (message: string): ScanError => new ScanError('invalid-baseline', message)
