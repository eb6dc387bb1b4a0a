import { alphabets } from '@tacet/core'
import { custom } from './define-rule.ts'
import { pick, text } from './random.ts'
import type { Random, Rule } from './rule.ts'

interface Identifier {
  readonly id: string
  readonly title: string
  readonly provider: string
  /** What it is called: small letters, a space for a joint of any kind or none. */
  readonly names: readonly [string, ...string[]]
  /** Regular expression of the value. */
  readonly value: string
  readonly sample: (random: Random) => string
  /** The rules of the secrets that it goes with, by their ids. */
  readonly identifies: RegExp
}

const { digits, hex, lowerAlnum, upperAlnum } = alphabets

const table: readonly Identifier[] = [
  {
    id: 'twilio-account-sid',
    title: 'Twilio account SID',
    provider: 'Twilio',
    names: ['account sid', 'twilio sid'],
    value: 'AC[0-9a-f]{32}',
    sample: (random) => `AC${text(random, hex, 32)}`,
    identifies: /^twilio-auth-token$/,
  },
  {
    id: 'algolia-application-id',
    title: 'Algolia application id',
    provider: 'Algolia',
    names: ['algolia app id', 'algolia application id', 'algolia id'],
    value: '[A-Z0-9]{10}',
    sample: (random) => text(random, upperAlnum, 10),
    identifies: /^algolia-/,
  },
  {
    id: 'cloudinary-api-key',
    title: 'Cloudinary API key',
    provider: 'Cloudinary',
    names: ['cloudinary api key', 'cloudinary key'],
    value: '[0-9]{15}',
    sample: (random) => text(random, digits, 15),
    identifies: /^cloudinary-/,
  },
  // Last, for it knows the least.
  {
    id: 'oauth-client-id',
    title: 'OAuth client id',
    provider: 'OAuth',
    names: ['client id', 'application id', 'app id'],
    value: String.raw`(?:[\w.-]{8,128}|\d{5,7})`,
    sample: (random) => text(random, lowerAlnum, 20),
    identifies:
      /-(?:client|app|application|oauth)-secret$|^(?:generic|plaid|slack-signing)-secret$|^service-credential$/,
  },
]

const joints = ['', '_', '-', ' ']

function ignoringCase(name: string): string {
  return [...name].map((c) => (c === ' ' ? '[_ -]?' : `[${c}${c.toUpperCase()}]`)).join('')
}

/** The rule of an identifier: it is reported with the secret that it goes with, and never by itself. */
function identifier({ names, value, sample, ...rule }: Identifier): Rule {
  return {
    ...custom({
      ...rule,
      severity: 'low',
      keywords: [...new Set(names.flatMap((name) => joints.map((joint) => name.replaceAll(' ', joint))))],
      pattern: new RegExp(
        String.raw`(?:${names.map(ignoringCase).join('|')})[\w-]{0,16}?\\{0,3}["'\x60]?[\])]?\s{0,8}(?:[:=,]|=>|:=|\s)\s{0,8}\\{0,3}["'\x60]?(?<secret>${value})(?![\w.-])`,
      ),
      longest: 230,
      before: 0,
      judge: () => ({ confidence: 'low', reasons: ['an identifier'] }),
      sample: (random) => `${pick(random, names).toUpperCase().replaceAll(' ', '_')}=${sample(random)}`,
      nearMisses: [(line) => line.slice(0, line.indexOf('=') + 3), (line) => line.replace('=', '(')],
    }),
    identifies: rule.identifies,
  }
}

/** Identifiers that go with the secrets of other rules. */
export const identifierRules: readonly Rule[] = table.map(identifier)
