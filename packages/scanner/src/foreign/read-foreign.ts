import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { counted } from '../counted.ts'
import type { CustomRule } from '../custom/custom-rule.ts'
import { ScanError } from '../errors.ts'
import { wayFrom } from '../rooted.ts'
import { wholeText } from '../whole-text.ts'
import { extended } from './extended.ts'
import { folderOf, repositoryRoot } from './find-foreign.ts'
import type { ForeignFile, ForeignSettings } from './foreign-settings.ts'
import { type GitleaksConfig, readGitleaksConfig } from './gitleaks-config.ts'
import {
  isDetectSecretsBaseline,
  isGitleaksReport,
  type KnownFile,
  readDetectSecretsBaseline,
  readGitleaksIgnore,
  readGitleaksReport,
} from './known-findings.ts'

/** What of other scanners is honoured. */
export interface ForeignOptions {
  /** Whether their comments beside a secret count, as `gitleaks:allow`. Default: true. */
  readonly comments?: boolean
  /**
   * What they keep: a `.gitleaks.toml`, a `.gitleaksignore`, a JSON report of gitleaks, a baseline of detect-secrets.
   * A configuration adds to the rules, and allows. `findForeign` names those that belong to paths.
   */
  readonly files?: readonly string[]
  /** The same of what was found there, not asked for: one that cannot be read is told in the notes. */
  readonly detected?: readonly string[]
  /** A configuration of gitleaks whose rules stand in place of ours, unless it uses the default ones or has none. */
  readonly gitleaksConfig?: string
}

/** What comes of it for a scan. */
export interface ForeignPlan {
  readonly settings: ForeignSettings
  readonly custom: readonly CustomRule[]
  /** Whether rules of ours are left out: all of them, or those of these ids; `generic` for all without a provider. */
  readonly without: 'all' | readonly string[]
  /** What a reader should know. */
  readonly notes: readonly string[]
}

/**
 * Reads what of other scanners is to be honoured.
 *
 * @param base - the folder that the paths of findings start from
 * @param cwd - where the names of the files start
 * @throws ScanError `invalid-config`, `invalid-baseline`
 */
export function readForeign(options: ForeignOptions, base: string, cwd: string): ForeignPlan {
  const { comments = true, files = [], detected = [], gitleaksConfig } = options
  const read: ForeignFile[] = []
  const custom: CustomRule[] = []
  const notes: string[] = []
  const without: string[] = []
  let replaces = false
  const root = repositoryRoot(base) ?? base
  const nameOf = (path: string): string => (relative(cwd, path) || path).replaceAll(sep, '/')

  function take(file: string, how: 'chosen' | 'given' | 'detected'): void {
    const path = resolve(cwd, file)
    const origin = nameOf(path)
    const text = wholeText(path, origin, 'invalid-config')
    const isChosen = how === 'chosen'
    // What is detected belongs where it is; what is given may be kept anywhere.
    const folder = how === 'detected' ? (repositoryRoot(dirname(path)) ?? dirname(path)) : root
    const prefix = wayFrom(folder, base)
    const place = { origin, prefix }
    if (/\.toml$/i.test(path)) {
      const config = readGitleaksConfig(origin, text, extended(folder, dirname(path), cwd, nameOf))
      for (const note of config.notes) notes.push(note)
      addRules(config, origin, prefix, isChosen)
      const itself = relative(folder, path).replaceAll(sep, '/')
      read.push({ kind: 'gitleaks config', ...place, itself, allow: config.allow })
      return
    }
    const [kind, known] = knownIn(path, origin, text)
    for (const note of known.notes) notes.push(note)
    const itself = kind === '.gitleaksignore' ? {} : { itself: relative(folder, path).replaceAll(sep, '/') }
    const { places, values } = known
    read.push({ kind, ...place, ...itself, ...(places ? { places } : {}), ...(values ? { values } : {}) })
  }

  function addRules(config: GitleaksConfig, origin: string, prefix: string, isChosen: boolean): void {
    for (const rule of config.rules) custom.push(prefix === '' ? rule : { ...rule, pathPrefix: prefix })
    const { usesDefault, disabled, rules } = config
    if (isChosen && !usesDefault) {
      replaces = true
      notes.push(`${origin}: its ${counted(rules.length, 'rule')} alone, as it does not use the default ones`)
    } else if (rules.length > 0) {
      notes.push(`${origin}: its ${counted(rules.length, 'rule')} besides those of Tacet`)
    }
    for (const id of disabled) without.push(id)
  }

  for (const file of detected) {
    try {
      take(file, 'detected')
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      notes.push(
        `what is wrong with it keeps a file from being honoured: ${error.message.replaceAll('\n', '; ')}`,
      )
    }
  }
  for (const file of files) take(file, 'given')
  if (gitleaksConfig !== undefined) take(gitleaksConfig, 'chosen')
  return { settings: { comments, files: read }, custom, without: replaces ? 'all' : without, notes }
}

function knownIn(path: string, origin: string, text: string): readonly [kind: string, known: KnownFile] {
  if (basename(path) === '.gitleaksignore') return ['.gitleaksignore', readGitleaksIgnore(origin, text)]
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // The parser's own message quotes the text, which may hold values.
    throw new ScanError('invalid-baseline', `${origin} is not whole, or no JSON`)
  }
  if (isGitleaksReport(content)) return ['gitleaks report', readGitleaksReport(content)]
  if (isDetectSecretsBaseline(content)) return ['detect-secrets', readDetectSecretsBaseline(origin, content)]
  throw new ScanError(
    'invalid-baseline',
    `${origin} is neither a JSON report of gitleaks nor a baseline of detect-secrets`,
  )
}

/** The folder that the paths of findings start from, when it is one for all paths of a scan. */
export function baseOf(paths: readonly string[], cwd: string, ofRepository: boolean): string | undefined {
  const bases = new Set(
    paths.map((path) => {
      const folder = folderOf(resolve(cwd, path))
      if (ofRepository) return repositoryRoot(folder) ?? folder
      return isAbsolute(path) ? folder : resolve(cwd)
    }),
  )
  return bases.size === 1 ? [...bases][0] : undefined
}
