import { readFileSync, realpathSync, statSync } from 'node:fs'
import type { Confidence, Severity } from '@tacet/rules'
import { byteSize } from '../byte-size.ts'
import { isDay } from '../suppress/expiry.ts'
import { checkShape } from './check.ts'
import type { Allow, ConfigData, Layer, RuleLine, RuleName, Sourced } from './config-data.ts'
import { customRules } from './custom-rules.ts'
import { ConfigDocument, entriesOf, entryOf, jsonOf, type Node } from './document.ts'
import { ExtendError, extendedFile, isWithin } from './extend.ts'
import { GlobError, glob } from './glob.ts'
import type { Problem } from './problem.ts'
import { ruleIds } from './rule-names.ts'
import { table } from './table.ts'

const LARGEST = 1_000_000
const DEEPEST = 5
const LEADS_OUT = 'this leads out of what is scanned: put the file itself there'

/** What a configuration is read with. */
export interface Reading {
  /** The folder that nothing may lead out of. */
  readonly top: string
  /** Whether the user named the file, rather than that it was met. */
  readonly isChosen: boolean
  /** How a file is shown. */
  readonly show: (file: string) => string
  /** All rules that are known besides its own. */
  readonly rules: readonly RuleName[]
  /** Whether it holds for all that is scanned: else rules of its own and how deep to look are passed over. */
  readonly isOutermost: boolean
  /** Gets all that is wrong. */
  readonly problems: Problem[]
}

/** Reads a `tacet.json`, and what it extends. What is wrong goes to `problems`; the rest is read all the same. */
export function readConfig(file: string, reading: Reading): ConfigData {
  const chain: ConfigDocument[] = []
  collect(file, reading, [], chain)
  const own = customRules(chain, reading)
  const rules = [...reading.rules, ...own.names]
  const parts = chain.map((document) => read(document, rules))
  for (const { problems } of chain) reading.problems.push(...problems)
  const last = <Key extends 'decodeDepth' | 'archiveDepth' | 'maxFileSize'>(key: Key) => {
    const value = parts.findLast((part) => part[key] !== undefined)?.[key]
    return value === undefined ? {} : { [key]: value }
  }
  return {
    files: chain.map((document) => document.file),
    layers: parts.flatMap(({ layers }) => layers),
    include: parts.flatMap(({ include }) => include),
    exclude: parts.flatMap(({ exclude }) => exclude),
    allow: parts.flatMap(({ allow }) => allow),
    custom: own.custom,
    parts: own.parts,
    ...last('decodeDepth'),
    ...last('archiveDepth'),
    ...last('maxFileSize'),
  }
}

/** Reads a file and, before it, those that it extends. */
function collect(file: string, reading: Reading, above: readonly string[], chain: ConfigDocument[]): void {
  // A file that the user names may be anywhere.
  const document = open(file, reading, reading.isChosen && above.length === 0 ? undefined : reading.top)
  if (document.root) checkShape(document.root, table, (node, message) => document.report(node, message))
  const entry = entryOf(document.root, 'extends')
  const entries = entry?.type === 'array' ? (entry.children ?? []) : entry ? [entry] : []
  for (const node of entries) {
    if (node.type !== 'string' || node.value === '') continue
    const next = follow(document, node, file, reading)
    if (next === undefined) continue
    if (next === file || above.includes(next)) document.report(node, 'this extends itself')
    else if (above.length >= DEEPEST) document.report(node, `no more than ${DEEPEST} may extend one another`)
    else collect(next, reading, [...above, file], chain)
  }
  chain.push(document)
}

function open(file: string, { show }: Reading, top: string | undefined): ConfigDocument {
  const unreadable = (message: string): ConfigDocument => {
    const document = new ConfigDocument(show(file), '{}')
    document.report({ offset: 0 }, message)
    return document
  }
  try {
    const stats = statSync(file)
    if (top !== undefined && !isWithin(realpathSync(file), realpathSync(top))) return unreadable(LEADS_OUT)
    // A pipe or a device would be read for ever.
    if (!stats.isFile()) return unreadable('this is no file: give it another name')
    if (stats.size > LARGEST) return unreadable(`this file is larger than ${LARGEST / 1000} KB`)
    return new ConfigDocument(show(file), readFileSync(file, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const advice = code === 'ENOENT' ? 'check that it is there' : 'check its permissions'
    return unreadable(`cannot be read (${code}): ${advice}`)
  }
}

function follow(document: ConfigDocument, node: Node, file: string, { top }: Reading): string | undefined {
  try {
    return extendedFile(String(node.value), file, top)
  } catch (error) {
    if (!(error instanceof ExtendError)) throw error
    document.report(node, error.message)
    return undefined
  }
}

type Part = Omit<ConfigData, 'files' | 'custom' | 'parts'>

function read(document: ConfigDocument, rules: readonly RuleName[]): Part {
  const { root } = document
  const sourced = <Value>(node: Node, value: unknown): Sourced<Value> => ({
    value: value as Value,
    where: document.where(node),
  })
  const at = <Value>(
    parent: Node | undefined,
    key: string,
    kind: Node['type'],
  ): Sourced<Value> | undefined => {
    const node = entryOf(parent, key)
    return node?.type === kind ? sourced(node, node.value) : undefined
  }
  const layer = (node: Node | undefined): Layer => ({
    rules: ruleLines(document, entryOf(node, 'rules'), rules),
    ...optional('threshold', at<Confidence>(node, 'threshold', 'string')),
    ...optional('owner', at<string>(node, 'owner', 'string')),
  })
  const globs = (node: Node | undefined): Sourced<string>[] =>
    texts(node).flatMap((each) => (checkGlob(document, each) ? [sourced<string>(each, each.value)] : []))
  const overrides = children(entryOf(root, 'overrides')).map(
    (node): Layer => ({ ...layer(node), globs: globs(entryOf(node, 'paths')).map(({ value }) => value) }),
  )
  const paths = entryOf(root, 'paths')
  const size = entryOf(root, 'maxFileSize')
  const bytes = size?.type === 'string' ? byteSize(String(size.value)) : undefined
  return {
    layers: [layer(root), ...overrides],
    include: globs(entryOf(paths, 'include')),
    exclude: globs(entryOf(paths, 'exclude')),
    allow: children(entryOf(root, 'allow')).flatMap((node) => allowOf(document, node, rules)),
    ...optional('decodeDepth', at<number>(root, 'decodeDepth', 'number')),
    ...optional('archiveDepth', at<number>(root, 'archiveDepth', 'number')),
    ...(size && bytes !== undefined ? { maxFileSize: sourced<number>(size, bytes) } : {}),
  }
}

function ruleLines(
  document: ConfigDocument,
  node: Node | undefined,
  rules: readonly RuleName[],
): readonly RuleLine[] {
  if (node?.type !== 'object') return []
  const lines: RuleLine[] = []
  for (const { key, name, value } of entriesOf(node)) {
    if (document.isFull) break
    const ids = ruleIds(name, rules)
    if (typeof ids === 'string') {
      document.report(key, ids)
      continue
    }
    const line = { pattern: name, ids, where: document.where(key) }
    if (value.type === 'string') lines.push({ ...line, on: value.value === 'on' })
    else {
      const given = jsonOf(value) as { readonly threshold?: Confidence; readonly severity?: Severity }
      lines.push({ ...line, ...given })
    }
  }
  return lines
}

function allowOf(document: ConfigDocument, node: Node, rules: readonly RuleName[]): Allow[] {
  const given = jsonOf(node) as Omit<Allow, 'where'> & { readonly rule?: string }
  const before = document.problems.length
  const { rule, ...rest } = given
  const ids = typeof rule === 'string' ? ruleIds(rule, rules) : undefined
  if (typeof ids === 'string') document.report(entryOf(node, 'rule')!, ids)
  const path = entryOf(node, 'path')
  if (path?.type === 'string') checkGlob(document, path)
  const until = entryOf(node, 'until')
  if (until?.type === 'string' && !isDay(String(until.value))) document.report(until, 'there is no such day')
  const value = entryOf(node, 'value')
  if (value?.type === 'string' && /^\*+$/.test(String(value.value))) {
    document.report(value, 'every value has this shape: leave it out')
  }
  if (document.problems.length > before) return []
  return [{ ...rest, ...(typeof ids === 'object' ? { ids } : {}), where: document.where(node) }]
}

function checkGlob(document: ConfigDocument, node: Node): boolean {
  try {
    glob(String(node.value))
    return true
  } catch (error) {
    if (!(error instanceof GlobError)) throw error
    document.report(node, error.message)
    return false
  }
}

const children = (node: Node | undefined): readonly Node[] =>
  node?.type === 'array' ? (node.children ?? []).filter(({ type }) => type === 'object') : []

const texts = (node: Node | undefined): readonly Node[] =>
  node?.type === 'array' ? (node.children ?? []).filter(({ type }) => type === 'string') : []

const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Each in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [Each in Key]?: Value })
