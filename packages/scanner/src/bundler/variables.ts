import { isCommonWord, parts } from '@tacet/core'
import { nameKind } from '@tacet/rules'
import { ScanError } from '../errors.ts'
import type { BundleOptions } from './options.ts'

/** What starts a name whose value a bundler puts into what it builds: Vite, Next.js, Astro, Create React App and others. */
const publicPrefixes = [
  'VITE_',
  'NEXT_PUBLIC_',
  'PUBLIC_',
  'REACT_APP_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'EXPO_PUBLIC_',
  'VUE_APP_',
  'STORYBOOK_',
]

/** A shorter one stands in any program by chance. */
const shortest = 8

/** The prefix that makes a variable public, when it has one. */
export const publicPrefix = (name: string): string | undefined =>
  publicPrefixes.find((prefix) => name.startsWith(prefix))

/** What is known of the values that a build could take in. */
export interface Variables {
  /** Those that no output may hold. */
  readonly secret: ReadonlyMap<string, string>
  /** All that can be told by their value. */
  readonly known: ReadonlyMap<string, string>
  /** Names that were asked for and cannot be looked for, and why. */
  readonly leftOut: readonly string[]
}

const isPath = (value: string): boolean =>
  /^(?:[a-z]:|~|\.{1,2})?[\\/][\w .@+-]+(?:[\\/][\w .@+-]+)*[\\/]?$/i.test(value)

/** Why a value cannot be told from other text. */
const refusal = (value: string): string | undefined => {
  if (value.length < shortest) return `it has fewer than ${shortest} characters`
  if (isCommonWord(value.toLowerCase())) return 'it is a common word'
  return undefined
}

const saysSecret = (name: string, value: string): boolean =>
  publicPrefix(name) === undefined &&
  ((nameKind(name) !== undefined && !isPath(value)) ||
    parts(value).parts.some(({ kind }) => kind === 'password'))

/** Whether a pattern means a name. A public one it has to mean by its prefix: it is to be in the output. */
const means = (pattern: string): ((name: string) => boolean) => {
  const source = pattern.split('*').map((text) => text.replace(/[^\w]/g, '\\$&'))
  const whole = new RegExp(`^${source.join('.*')}$`, 's')
  return (name) => whole.test(name) && pattern.startsWith(publicPrefix(name) ?? '')
}

/** Patterns that only leave out leave the choice of the others as it is. */
const chosenBy = (patterns: readonly string[]): ((name: string, value: string) => boolean) => {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(means)
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => means(pattern.slice(1)))
  return (name, value) =>
    !unwanted.some((test) => test(name)) &&
    (wanted.length === 0 && unwanted.length > 0 ? saysSecret(name, value) : wanted.some((test) => test(name)))
}

/** @throws ScanError `invalid-option` when `values` holds what is no text */
export function variablesOf(options: BundleOptions): Variables {
  const { values = {}, env, environment = process.env, allow = [] } = options
  const secret = new Map<string, string>()
  const known = new Map<string, string>()
  const leftOut: string[] = []
  const isChosen = env === undefined ? saysSecret : chosenBy(env)
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || refusal(value.trim()) !== undefined) continue
    known.set(name, value.trim())
    if (isChosen(name, value) && !allow.includes(name)) secret.set(name, value.trim())
  }
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      leftOut.push(`${name}: it has no value`)
      continue
    }
    if (typeof value !== 'string')
      throw new ScanError('invalid-option', `the value of ${name} has to be a string`)
    const refused = refusal(value.trim())
    if (refused !== undefined) leftOut.push(`${name}: ${refused}`)
    else {
      known.set(name, value.trim())
      secret.set(name, value.trim())
    }
  }
  return { secret, known, leftOut }
}
