import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseError, parse } from 'jsonc-parser'
import { ScanError } from '../../errors.ts'
import { extended } from '../extended.ts'
import { readGitleaksConfig } from '../gitleaks-config.ts'
import { fromGitleaks } from './from-gitleaks.ts'
import { fromDetectSecrets, fromIgnore, fromSecretlint } from './from-others.ts'
import { configText, joined, type Translation } from './translation.ts'

/** What of other scanners was found in a folder, and what comes of it. */
export interface Migration {
  /** The names of the files that were read. */
  readonly sources: readonly string[]
  /** The text of a `tacet.json`; undefined when it would say nothing. */
  readonly config?: string
  readonly counts: {
    readonly rules: number
    readonly allow: number
    readonly exclude: number
    readonly off: number
  }
  readonly notes: readonly string[]
}

type Translator = (name: string, text: string, folder: string) => Translation

const translators: Readonly<Record<string, Translator>> = {
  '.gitleaks.toml': (name, text, folder) =>
    fromGitleaks(
      name,
      readGitleaksConfig(
        name,
        text,
        extended(folder, folder, folder, (path) => path),
      ),
    ),
  '.secrets.baseline': (name, text) => fromDetectSecrets(name, json(name, text)),
  '.secretlintrc.json': (name, text) => fromSecretlint(name, json(name, text)),
  '.secretlintrc': (name, text) => fromSecretlint(name, json(name, text)),
  '.secretlintignore': (_, text) => fromIgnore(text),
}
/** What is there, but is not read. */
const CODE = [
  '.secretlintrc.js',
  '.secretlintrc.cjs',
  '.secretlintrc.mjs',
  '.secretlintrc.yml',
  '.secretlintrc.yaml',
]

/**
 * Turns what other scanners are told by in a folder into a `tacet.json`.
 *
 * @throws ScanError `invalid-config`
 */
export function translate(folder: string): Migration {
  const sources = Object.keys(translators).filter((name) => existsSync(join(folder, name)))
  const all = joined(
    sources.map((name) => translators[name]!(name, readFileSync(join(folder, name), 'utf8'), folder)),
  )
  const unread = CODE.filter((name) => existsSync(join(folder, name)))
  const notes = unread.map(
    (name) => `${name} is not read: only JSON is; write what it says into .secretlintrc.json`,
  )
  const { customRules, allow, exclude, off } = all
  const count = customRules.length + allow.length + exclude.length + off.length
  return {
    sources,
    ...(count > 0 ? { config: configText(all) } : {}),
    counts: { rules: customRules.length, allow: allow.length, exclude: exclude.length, off: off.length },
    notes: [...all.notes, ...notes],
  }
}

function json(name: string, text: string): unknown {
  const errors: ParseError[] = []
  const content: unknown = parse(text, errors, { allowTrailingComma: true })
  if (errors.length > 0) throw new ScanError('invalid-config', `${name} is not whole, or no JSON`)
  return content
}
