import type { Leak } from './output.ts'
import { publicPrefix } from './variables.ts'

const listed = (items: readonly string[], most = 5): string =>
  items.length > most
    ? `${items.slice(0, most).join(', ')} and ${items.length - most} more`
    : items.join(', ')

const heading = ({ variables, rule, masked }: Leak): string => {
  const known = rule === undefined ? undefined : `${rule.title} (${rule.id})`
  if (variables.length === 0) return `${known} ${masked}`
  return `the value of ${listed(variables)}: ${known === undefined ? '' : `${known} `}${masked}`
}

/** What makes a bundler publish it, when that is its name. */
const published = ({ variables }: Leak): string[] =>
  variables.flatMap((name) => {
    const prefix = publicPrefix(name)
    return prefix === undefined
      ? []
      : [
          `${name} is public by its name: what starts with ${prefix} is put into the output. Give it another name.`,
        ]
  })

const remedyOf = ({ rule }: Leak): string =>
  rule?.remedy.replace(/^R/, 'r') ?? 'replace it where it was issued'

/** A secret in the output, in a few lines. */
const describeLeak = (leak: Leak): string[] => [
  heading(leak),
  `  in ${listed(leak.places)}`,
  leak.modules.length === 0
    ? '  no module holds it: it was added while bundling, as by a definition or a banner'
    : `  brought in by ${listed(leak.modules)}`,
  ...[...published(leak), `If it was published, ${remedyOf(leak)}.`].map((line) => `  ${line}`),
]

/** What a build ends with. */
export const describeLeaks = (leaks: readonly Leak[]): string => {
  const count = leaks.length === 1 ? 'a secret' : `${leaks.length} secrets`
  return [
    `Tacet: the output holds ${count}, for all who can load it to read.`,
    ...leaks.map((leak) => describeLeak(leak).join('\n')),
    'Use it on a server only, and read it there when it runs. What is meant to be public can be allowed by its name or its rule.',
  ].join('\n\n')
}
