import { type Matcher, matcher, type SecretForm, secretForms } from '@tacet/core'
import { rules as allRules } from '@tacet/rules'
import { checkNames } from '../check-names.ts'
import { mask } from '../detect/mask.ts'
import type { Finding } from '../finding.ts'
import { remedy } from '../reporters/wording.ts'
import { mayBeDocument, readDocument } from '../sources/documents/document.ts'
import { Texts } from '../text-scanner.ts'
import { type BundleOptions, names } from './options.ts'
import type { Leak, Module, Output } from './output.ts'
import { type Variables, variablesOf } from './variables.ts'

/** A shorter part of a value stands in others by chance. */
const shortestPart = 6

/** What was found once: a value of a variable, or what a rule knows. */
interface Hit {
  readonly key: string
  readonly variables: readonly string[]
  readonly secret: string
  readonly place: string
  readonly masked: string
  readonly finding?: Finding
  /** The source that a source map has it from. */
  readonly source?: string
}

/** Looks for secrets in what a build is about to write. */
export interface BundleCheck {
  readonly variables: Variables
  check(outputs: Iterable<Output>): Leak[]
}

/**
 * @param project - the folder whose configuration is obeyed
 * @throws ScanError `invalid-option`, `invalid-config`
 */
export function createBundleCheck(options: BundleOptions, project = process.cwd()): BundleCheck {
  checkNames('the plugin for bundlers', options, names)
  const { rules = allRules, threshold, config = true, allow = [] } = options
  const variables = variablesOf(options)
  const tried = rules.filter(({ id }) => !allow.includes(id))
  const scanner =
    tried.length > 0
      ? new Texts(
          {
            cwd: project,
            config: config || undefined,
            rules: tried,
            showValues: true,
            inlineAllows: false,
            ...(threshold === undefined ? {} : { threshold }),
          },
          { usual: 'high', everywhere: true },
        )
      : undefined
  const owners: string[] = []
  const forms: SecretForm[] = []
  for (const [name, value] of variables.secret) {
    for (const form of secretForms(value).forms) {
      owners.push(name)
      forms.push(form)
    }
  }
  const values = matcher(forms)

  /** All that have this value, or hold it. */
  const holders = (secret: string): string[] =>
    secret.length < shortestPart
      ? []
      : [...variables.known].filter(([, value]) => value.includes(secret)).map(([name]) => name)

  const known = (output: Output): Hit[] =>
    (scanner?.find(output.content, output.file) ?? []).flatMap((finding) => {
      const secret = finding.value!
      const names = holders(secret)
      if (names.some((name) => allow.includes(name))) return []
      const { path, line, column } = finding.location
      const [, source] = path.split('!/')
      return {
        key: names.length > 0 ? names.join() : finding.fingerprint,
        variables: names,
        secret,
        place: source === undefined ? `${output.file}:${line}:${column}` : output.file,
        masked: finding.masked,
        finding,
        ...(source === undefined ? {} : { source: sourceId(source) }),
      }
    })

  const own = ({ file, content }: Output): Hit[] => {
    const matches = typeof content === 'string' ? values.find(content) : values.findBytes(content)
    const placeOf = places(file, content)
    return matches.map(({ start, pattern }) => {
      const secret = variables.secret.get(owners[pattern]!)!
      const names = holders(secret)
      return { key: names.join(), variables: names, secret, place: placeOf(start), masked: mask(secret) }
    })
  }

  return {
    variables,
    check(outputs) {
      const found = new Map<string, { hits: Hit[]; modules: Set<string> }>()
      for (const output of outputs) {
        const hits = byKey([...own(output), ...known(output)])
        const modules = hits.size > 0 ? [...output.modules(), ...partsOf(output)] : []
        for (const [key, here] of hits) {
          const all = found.get(key) ?? { hits: [], modules: new Set() }
          found.set(key, all)
          all.hits.push(...here)
          const sources = here.flatMap(({ source }) => source ?? [])
          for (const id of sources.length > 0 ? sources : bringers(here[0]!, modules)) all.modules.add(id)
        }
      }
      return [...found.values()].map(({ hits, modules }) => leakOf(hits, modules))
    },
  }
}

function byKey(hits: readonly Hit[]): Map<string, Hit[]> {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.key)
    if (group === undefined) groups.set(hit.key, [hit])
    else group.push(hit)
  }
  return groups
}

function leakOf(hits: readonly Hit[], modules: ReadonlySet<string>): Leak {
  const { variables, masked } = hits[0]!
  const finding = hits.find((hit) => hit.finding !== undefined)?.finding
  return {
    variables,
    masked,
    ...(finding && { rule: { id: finding.ruleId, title: finding.title, remedy: remedy(finding) } }),
    places: [...new Set(hits.map(({ place }) => place))],
    modules: distinct([...modules]),
  }
}

/** Without those that a source map names from a folder further down. */
const distinct = (ids: readonly string[]): string[] =>
  ids.filter((id) => !ids.some((other) => other.endsWith(`/${id}`)))

/** The modules that hold a secret; when none does, as it was put in place of the name of its variable, those that name it. */
function bringers({ secret, variables }: Hit, modules: readonly Module[]): string[] {
  const holds: Matcher = matcher(secretForms(secret).forms)
  const holding = modules.filter(({ text }) => holds.test(text))
  if (holding.length > 0) return holding.map(({ id }) => id)
  const names = variables.map((name) => new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b`))
  return modules.filter(({ text }) => names.some((name) => name.test(text))).map(({ id }) => id)
}

/** The path of a source, which a source map tells from its own place. */
const sourceId = (name: string): string => name.replace(/^(?:webpack:\/\/[^/]*\/)?(?:\.{1,2}\/)+/, '')

/** The sources in a source map. */
function partsOf({ file, content }: Output): Module[] {
  if (!mayBeDocument(file)) return []
  const document = readDocument(file, Buffer.from(content))
  return document?.parts.map(({ name, text }) => ({ id: sourceId(name), text })) ?? []
}

/** Tells the places of offsets, to be asked for in their order: what is before the last one is not read again. */
function places(file: string, content: string | Uint8Array): (offset: number) => string {
  let [at, line, column] = [0, 1, 1]
  return (offset) => {
    const piece = content.slice(at, offset)
    const lines = (typeof piece === 'string' ? piece : Buffer.from(piece).toString()).split(/\r\n|[\r\n]/)
    const last = lines.at(-1)!.length
    column = lines.length > 1 ? last + 1 : column + last
    line += lines.length - 1
    at = offset
    return `${file}:${line}:${column}`
  }
}
