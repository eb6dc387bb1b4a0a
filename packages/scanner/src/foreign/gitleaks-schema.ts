import type { CustomAllow, CustomRequired, RegexTarget } from '../custom/custom-rule.ts'
import type { TargetedAllow } from './foreign-settings.ts'
import { type GitleaksDocument, type Table, tableOf } from './gitleaks-document.ts'

/** A rule as it is written: it may only change one that it extends. */
export interface RawRule {
  readonly id: string
  readonly description: string | undefined
  readonly regex: string | undefined
  readonly path: string | undefined
  readonly secretGroup: number | undefined
  readonly entropy: number | undefined
  readonly keywords: readonly string[] | undefined
  readonly tags: readonly string[] | undefined
  readonly skipReport: boolean | undefined
  readonly required: readonly CustomRequired[] | undefined
  readonly allow: readonly TargetedAllow[] | undefined
}

export interface RawConfig {
  readonly extend: {
    readonly path: string | undefined
    readonly useDefault: boolean
    readonly disabled: readonly string[]
  }
  readonly rules: readonly RawRule[]
  readonly allow: readonly TargetedAllow[]
}

/** More take longer than anybody waits. */
const MOST_RULES = 2000
const MOST_TABLES = 500

const TOP = ['title', 'description', 'minVersion', 'extend', 'rules', 'allowlist', 'allowlists']
const EXTEND = ['path', 'url', 'useDefault', 'disabledRules']
const RULE = [
  ...['id', 'description', 'regex', 'path', 'secretGroup', 'entropy', 'keywords', 'tags', 'skipReport'],
  ...['allowlist', 'allowlists', 'required'],
]
const REQUIRED = ['id', 'withinLines', 'withinColumns']
const ALLOWLIST = ['description', 'condition', 'commits', 'paths', 'regexTarget', 'regexes', 'stopwords']

/** What a table says, by the schema of gitleaks 8; what is wrong is told to the document. */
export function readGitleaks(document: GitleaksDocument): RawConfig {
  const read = new Reader(document, document.root, TOP, '')
  const extend = read.table('extend', EXTEND)
  if (extend?.text('url') !== undefined) {
    document.problem(
      document.lineOf('url'),
      'extend.url is not followed: keep a copy of that file in the repository, and name it in extend.path',
    )
  }
  return {
    extend: {
      path: extend?.text('path'),
      useDefault: extend?.flag('usedefault') ?? false,
      disabled: extend?.texts('disabledrules') ?? [],
    },
    rules: read.tables('rules', RULE, MOST_RULES).map(ruleOf),
    allow: allowlists(read, [...ALLOWLIST, 'targetRules'], 'allowlist'),
  }
}

function ruleOf(read: Reader): RawRule {
  const id = read.text('id')?.trim() ?? ''
  const keywords = read.texts('keywords')?.filter((keyword) => keyword !== '')
  return {
    id,
    description: read.text('description'),
    regex: read.text('regex'),
    path: read.text('path'),
    secretGroup: read.number('secretgroup'),
    entropy: read.number('entropy'),
    keywords: keywords && keywords.length > 0 ? keywords : undefined,
    tags: read.texts('tags'),
    skipReport: read.flag('skipreport'),
    required: requiredOf(read.tables('required', REQUIRED)),
    allow: allowlists(read, ALLOWLIST, `rules.allowlist`),
  }
}

function requiredOf(all: readonly Reader[]): readonly CustomRequired[] | undefined {
  if (all.length === 0) return undefined
  return all.map((read) => {
    const [withinLines, withinColumns] = [read.number('withinlines'), read.number('withincolumns')]
    return {
      id: read.text('id') ?? '',
      ...(withinLines === undefined ? {} : { withinLines }),
      ...(withinColumns === undefined ? {} : { withinColumns }),
    }
  })
}

/** Both forms: the table of old, and the list of today. */
function allowlists(read: Reader, keys: readonly string[], name: string): readonly TargetedAllow[] {
  const old = read.tables('allowlist', keys)
  const today = read.tables('allowlists', keys)
  if (old.length > 0 && today.length > 0) {
    read.wrong('allowlist', `[${name}] is of old, and cannot stand beside [[${name}s]]: use the latter`)
  }
  return [...old, ...today].map(readAllowlist)
}

function readAllowlist(read: Reader): TargetedAllow {
  const condition = (read.text('condition') ?? '').toUpperCase()
  if (!['', 'OR', '||', 'AND', '&&'].includes(condition)) {
    read.wrong('condition', `an allowlist has no condition ${JSON.stringify(condition)}: it may be AND or OR`)
  }
  const target = read.text('regextarget') || 'secret'
  if (!isTarget(target)) {
    read.wrong(
      'regextarget',
      `there is no regexTarget ${JSON.stringify(target)}: it may be secret, match or line`,
    )
  }
  const lists = {
    commits: read.texts('commits')?.map((commit) => commit.trim().toLowerCase()),
    paths: read.texts('paths'),
    regexes: read.texts('regexes'),
    stopwords: read.texts('stopwords'),
    targetRules: read.texts('targetrules'),
  }
  const { targetRules: _, ...checks } = lists
  if (!Object.values(checks).some((list) => list && list.length > 0)) {
    read.wrong('', 'an allowlist needs at least one of commits, paths, regexes and stopwords')
  }
  const description = read.text('description')
  return {
    ...(description === undefined ? {} : { description }),
    condition: condition === 'AND' || condition === '&&' ? 'and' : 'or',
    ...(isTarget(target) ? { regexTarget: target } : {}),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list && list.length > 0)),
  }
}

const isTarget = (text: string): text is RegexTarget => ['secret', 'match', 'line'].includes(text)

export const allowOf = ({ targetRules: _, ...allow }: TargetedAllow): CustomAllow => allow

/** Takes values out of a table, each of the kind that is wanted. */
class Reader {
  readonly #document: GitleaksDocument
  readonly #table: Table
  readonly #name: string

  constructor(document: GitleaksDocument, table: Table, keys: readonly string[], name: string) {
    this.#document = document
    this.#table = table
    this.#name = name
    const known = new Set(keys.map((key) => key.toLowerCase()))
    for (const key of table.keys()) {
      if (known.has(key)) continue
      document.note(
        document.lineOf(key),
        `gitleaks knows no key ${name === '' ? key : `${name}.${key}`}: it says nothing`,
      )
    }
  }

  wrong(key: string, message: string): void {
    const line = this.#document.lineOf(key === '' ? this.#name.replace(/^.*\./, '') : key)
    this.#document.problem(line, message)
  }

  text(key: string): string | undefined {
    const value = this.#table.get(key)
    if (value === undefined || value === '') return undefined
    if (typeof value === 'string') return value
    if (typeof value === 'number' || typeof value === 'boolean') return String(value)
    this.wrong(key, `${key} should be a text`)
    return undefined
  }

  number(key: string): number | undefined {
    const value = this.#table.get(key)
    if (value === undefined) return undefined
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number === 'number' && number >= 0) return number
    this.wrong(key, `${key} should be a number, 0 or more`)
    return undefined
  }

  flag(key: string): boolean | undefined {
    const value = this.#table.get(key)
    if (value === undefined || typeof value === 'boolean') return value
    this.wrong(key, `${key} should be true or false`)
    return undefined
  }

  /** A single text is a list of one. */
  texts(key: string): readonly string[] | undefined {
    const value = this.#table.get(key)
    if (value === undefined) return undefined
    const list = Array.isArray(value) ? value : [value]
    if (list.every((each) => typeof each === 'string')) return list
    this.wrong(key, `${key} should be a list of texts`)
    return undefined
  }

  table(key: string, keys: readonly string[]): Reader | undefined {
    return this.tables(key, keys)[0]
  }

  tables(key: string, keys: readonly string[], most = MOST_TABLES): readonly Reader[] {
    const value = this.#table.get(key)
    if (value === undefined) return []
    const list = Array.isArray(value) ? value : [value]
    if (list.some((each) => typeof each !== 'object' || each === null)) {
      this.wrong(key, `${key} should be a table`)
      return []
    }
    if (list.length > most) {
      this.wrong(key, `there are more than ${most} ${key}`)
      return []
    }
    const name = this.#name === '' ? key : `${this.#name}.${key}`
    return list.map((each) => new Reader(this.#document, tableOf(each), keys, name))
  }
}
