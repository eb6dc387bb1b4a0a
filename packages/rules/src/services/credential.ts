import { alphabets, entropy, placeholder, randomness, textShape, wordCover } from '@tacet/core'
import { labelOf } from '../context.ts'
import { custom, dismissed, lowered } from '../define-rule.ts'
import { GENERATED, lineAround } from '../generic/places.ts'
import { pick, text } from '../random.ts'
import type { Candidate, Confidence, Judgement, Rule } from '../rule.ts'
import { serviceNames } from './names.ts'

const VALUE_MAX = 990

/** How a value looks that is drawn at random; `undefined` for all others. Longer ones are surer. */
type Drawn = 'uuid' | 'digits' | 'short' | 'long'

function drawn(value: string): Drawn | undefined {
  if (/^[\da-z]{8}(?:-[\da-z]{4}){3}-[\da-z]{12}$/i.test(value)) return 'uuid'
  if (!/\D/.test(value)) return value.length >= 20 ? 'digits' : undefined
  const short = value.length < 16
  if (/^v?\d+\.\d+\.\d/.test(value)) return undefined
  const random = /^(?:[\da-f]+|[\dA-F]+)$/.test(value) || randomness(value) > 0.95
  if (!random || entropy(value) < (short ? 2.4 : 2.8) || wordCover(value) > 0.15) return undefined
  return short ? 'short' : 'long'
}

/** What says that a value is a key: its own name, that of the service right before a quote or in its line, or something near. */
type Said = 'by its name' | 'by a word' | 'by its line' | 'near'

/** How sure it is that it is a key of the service whose name is near; `undefined` when it is none. */
function confidenceOf(kind: Drawn, said: Said): Confidence | undefined {
  if (kind === 'long') return said === 'near' ? 'medium' : 'high'
  // Under the bare name of a service stand its ids as well.
  if (said === 'near' || said === 'by its line') return undefined
  return kind === 'uuid' && said === 'by its name' ? 'high' : 'medium'
}

const names = new Set(serviceNames)
const lengths = [...new Set(serviceNames.map((name) => name.length))].sort((a, b) => b - a)

/** The longest of the names that stands at a place of a text. */
function serviceAt(source: string, at: number): string | undefined {
  const here = source.slice(at, at + lengths[0]!).toLowerCase()
  const length = lengths.find((size) => names.has(here.slice(0, size)))
  return length === undefined ? undefined : here.slice(0, length)
}

// Camel humps begin words.
const WORD_START = '(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))'
// From the name to its value it goes from word to word, so that each is looked at once.
const WORD = String.raw`[\w+/.-]`
const GAP = String.raw`[^\w+/.-]{1,15}`
// A hyphen is part of a word, but after "key", "token", "secret", "private" or "access" a value may begin.
const LEAD = `[A-Za-z]${WORD}{3,60}(?:(?:${GAP}${WORD}{1,32}){0,6}?${GAP}|(?<=[yYnNtTeEsS]-))`
const LEAD_MAX = 61 + 6 * (15 + 32) + 15
const VALUE = String.raw`(?=[\w.+/~-]{0,48}?(?:\d|[a-z][A-Z]{2,8}[a-z]))\w[\w.+/~-]{8,${VALUE_MAX - 4}}\w={0,2}(?![\w+/=~-]|[.?!@$^*(]\w)`

// `service:` and a name with its value below it.
const MEMBER =
  /^[\w.-]{1,64}["']?\s?[:{=]\s{0,4}\{?\s*\n\s{1,40}["']?[\w.-]{1,64}["']?\s?(?:[:=]|=>)\s?["']?$/

// A function that makes a client takes its key first: `Service.Client("…")`, `new Service("…")`.
const CLIENT =
  /^[\w.]{0,60}?(?:client|api|sdk|service|connection|session|init|initialize|configure|config|setup|auth|authenticate|authorize|login|connect|create|new)\(\s*["']$/i
const CONSTRUCTOR = /^[A-Z]\w{3,40}\(\s*["']$/
const makesClient = (lead: string): boolean => CLIENT.test(lead) || CONSTRUCTOR.test(lead)

/** Judges a value soon after a name that may be one of a service. */
function judge(candidate: Candidate): Judgement {
  const { secret, groups, start, end, path } = candidate
  if (GENERATED.test(path)) return dismissed('generated file')
  const service = serviceAt(candidate.text, start - groups.lead!.length)
  if (!service) return dismissed('no service that gives out keys')
  const kind = drawn(secret)
  if (!kind) return dismissed('not drawn at random')
  const isGlued = groups.lead!.endsWith('-')
  if (isGlued && (kind === 'short' || kind === 'digits')) return dismissed('a name that goes on')
  const label = labelOf(candidate, { words: [service] })
  const line = lineAround(candidate.text, start, end)
  if (!label && !makesClient(groups.lead!)) return dismissed('no name near says secret')
  const named = `${label} ${line}`.toLowerCase().includes(service) || MEMBER.test(groups.lead!)
  const alone = label.toLowerCase() === service
  const word = /^\w+ ["']$/.test(groups.lead!) ? 'by a word' : 'by its line'
  const said = !named || !label ? 'near' : alone ? word : 'by its name'
  const confidence = confidenceOf(kind, said)
  if (!confidence) return dismissed('too little says that it is a key')
  const shape = kind === 'long' || kind === 'short' ? textShape(secret) : undefined
  if (shape !== undefined) return dismissed(`reads like ${shape}`)
  const doubt = placeholder(secret, { name: label, path, line })
  if (doubt?.effect === 'drop') return dismissed(doubt.reason)
  const because = `a name near says ${service}`
  return doubt
    ? { confidence: lowered(confidence, 1), reasons: [because, doubt.reason] }
    : { confidence, reasons: [because] }
}

/**
 * Keys whose form is not known: a value drawn at random, soon after the name of a service that gives out keys, under a
 * label that secrets have.
 */
export const serviceRules: readonly Rule[] = [
  custom({
    id: 'service-credential',
    title: 'Key or token of a named service',
    provider: 'generic',
    severity: 'high',
    keywords: [...names] as [string, ...string[]],
    pattern: new RegExp(`${WORD_START}(?<lead>${LEAD})(?<secret>${VALUE})`),
    longest: LEAD_MAX + VALUE_MAX,
    before: 0,
    judge,
    sample: (random) =>
      `${pick(random, serviceNames).toUpperCase()}_API_KEY=${text(random, alphabets.hex, 37)}`,
    nearMisses: [
      (sample) => sample.replace('_API_KEY', '_COMMIT'),
      (sample) => sample.replace(/^\w+_API/, 'BUILD'),
      (sample) => sample.replace(/=.*/, '=release-2024-10-stable'),
      (sample) => sample.slice(0, -30),
    ],
  }),
]
