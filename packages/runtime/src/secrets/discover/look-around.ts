import { defaultRegistry } from '../../registry.ts'
import type { Discovered, DiscoverOptions, Discovery, PassedOver } from '../discover.ts'
import type { DotenvFamily, DotenvOptions } from '../sources/dotenv.ts'
import { fileText } from '../sources/file-text.ts'
import { mountedAt } from '../sources/mounted-at.ts'
import { type Evidence, evidence, isHarmless, type Recognise } from './evidence.ts'
import { mountedFiles } from './mounts.ts'

/** What is included by name is what somebody decided on; but of fewer characters, redaction leaves no text readable. */
const SHORTEST_INCLUDED = 4

/** What takes long to load, and is not always needed. */
export interface Means {
  readonly recognise: Recognise
  /** Undefined when there are no such files. */
  readonly dotenvFamily: (options: DotenvOptions, nodeEnv: string | undefined) => DotenvFamily | undefined
}

/** Does what `discover` says. */
export function lookAround(options: DiscoverOptions, { recognise, dotenvFamily }: Means): Discovery {
  const { env = process.env, registry = defaultRegistry, include = [], exclude = [] } = options
  const { from = ['env', 'mounts'] } = options
  const registered: Discovered[] = []
  const leftOut: PassedOver[] = []
  const wanted = new Set(include)

  const judge = (
    name: string,
    origin: string,
    whole: string | Uint8Array,
    look: () => Evidence | undefined,
  ): void => {
    const included = wanted.delete(name)
    if (!included && exclude.includes(name))
      return void leftOut.push({ name, origin, reason: 'it is excluded' })
    const found = included ? { why: 'it is included', secrets: [whole] } : look()
    if (!found) return
    if ('against' in found) return void leftOut.push({ name, origin, reason: found.against })
    const limit = included ? { minLength: SHORTEST_INCLUDED } : {}
    const results = found.secrets.map((secret) => registry.add(name, secret, limit))
    if (results.some((result) => result.registered)) registered.push({ name, origin, why: found.why })
    else leftOut.push({ name, origin, reason: results[0]?.reason ?? 'it is empty' })
  }

  const judgeVariable = (name: string, origin: string, value: string): void =>
    judge(name, origin, value, () =>
      isHarmless(name) ? undefined : evidence({ name, value, mounted: false }, recognise),
    )
  for (const [name, value] of from.includes('env') ? Object.entries(env) : [])
    if (value !== undefined) judgeVariable(name, 'environment', value)
  // Nobody is given what they hold: it is only kept silent, so it does no harm in production.
  const dotenv = from.includes('.env') ? dotenvFamily({ inProduction: true }, env.NODE_ENV) : undefined
  for (const name of dotenv?.names() ?? []) {
    const { value, path } = dotenv!.get(name)!
    judgeVariable(name, path, value)
  }
  for (const file of from.includes('mounts') ? mountedFiles(mountedAt(options), new Set(include)) : []) {
    const { name, path } = file
    if ('unread' in file) {
      wanted.delete(name)
      leftOut.push({ name, origin: path, reason: file.unread })
    } else {
      const text = fileText(file.bytes)
      judge(name, path, text ?? file.bytes, () =>
        text === undefined
          ? binaryEvidence(file.bytes)
          : evidence({ name, value: text, mounted: true }, recognise),
      )
    }
  }
  for (const name of wanted)
    leftOut.push({ name, origin: 'nowhere', reason: 'it is included, but not there' })
  return { registered, leftOut, toString: () => inWords(registered, leftOut) }
}

/** Keystores and raw keys; a certificate in DER is for everyone to read. */
function binaryEvidence(bytes: Uint8Array): Evidence | undefined {
  try {
    // Most programs start without it.
    ;new (process.getBuiltinModule('node:crypto').X509Certificate)(bytes)
    return undefined
  } catch {
    return { why: 'it is binary, and mounted with secrets', secrets: [bytes] }
  }
}

function inWords(registered: readonly Discovered[], leftOut: readonly PassedOver[]): string {
  const lines = [`${registered.length} redacted (leave one alone with exclude):`]
  for (const { name, origin, why } of registered) lines.push(`  ${name} (${origin}): ${why}`)
  lines.push(`${leftOut.length} left out (register one all the same with include):`)
  for (const { name, origin, reason } of leftOut) lines.push(`  ${name} (${origin}): ${reason}`)
  return lines.join('\n')
}
