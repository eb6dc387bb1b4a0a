import { closeSync, openSync, readSync } from 'node:fs'
import { findForeign, type ScanOptions } from '@tacet/scanner'
import type { Values } from './arguments.ts'
import type { scanOptions } from './scan-options.ts'

type Chosen = Pick<
  Values<typeof scanOptions>,
  'gitleaks-config' | 'no-foreign' | 'no-allow-comments' | 'baseline' | 'no-baseline'
>

/** How much of a file tells what it is. */
const HEAD = 256

/** What of other scanners counts: what is asked for, and, unless told otherwise, what is there. */
export const foreignOf = (
  {
    'gitleaks-config': gitleaksConfig,
    'no-foreign': none,
    'no-allow-comments': noComments,
    baseline,
  }: Chosen,
  paths: readonly string[],
): Pick<ScanOptions, 'foreign'> => {
  const files = baseline.filter(isForeignBaseline)
  const asked = { files, ...(gitleaksConfig === undefined ? {} : { gitleaksConfig }) }
  if (none) return { foreign: { ...asked, comments: false } }
  const found = findForeign(paths.length > 0 ? paths : ['.'], process.cwd())
  // What is asked for is asked for in place of what is there.
  const detected = gitleaksConfig === undefined ? found : found.filter((file) => !file.endsWith('.toml'))
  return { foreign: { ...asked, detected, ...(noComments ? { comments: false } : {}) } }
}

/** The same options with the baselines of Tacet alone; those of others, when there are only such, are in their place. */
export const withoutForeign = <Options extends Chosen>(options: Options): Options => {
  const baseline = options.baseline.filter((file) => !isForeignBaseline(file))
  const others = options.baseline.length > 0 && baseline.length === 0
  return { ...options, baseline, 'no-baseline': options['no-baseline'] || others }
}

/** Whether it is JSON, as reports of gitleaks and baselines of detect-secrets are, and those of Tacet are not. */
const isForeignBaseline = (file: string): boolean => {
  const head = Buffer.alloc(HEAD)
  try {
    const handle = openSync(file, 'r')
    try {
      return /^\ufeff?\s*[[{]/.test(head.toString('utf8', 0, readSync(handle, head)))
    } finally {
      closeSync(handle)
    }
  } catch {
    // Who reads it as a baseline of ours says why it cannot be read.
    return false
  }
}
