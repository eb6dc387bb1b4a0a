import { type Rule, rules, seededRandom } from '@tacet/rules'
import { candidateFinder } from '../../packages/scanner/src/detect/candidates.ts'
import { fileOf } from './rule-matches.ts'
import { countSteps } from './steps.ts'

/** Steps that a scan with this rule alone takes for a text, in a file as it is made for. */
export function stepsOf(rule: Rule): (text: string) => { steps: number; bytes: number } {
  const finder = candidateFinder([rule])
  const path = fileOf(rule) || 'app.js'
  return (text) => {
    const bytes = Buffer.from(text)
    return { steps: countSteps(() => finder.find(bytes, path, true)), bytes: bytes.length }
  }
}

/** One of so many shares of the rules, for files that are run side by side. */
export const share = (of: number, index: number): [string, Rule][] =>
  rules.filter((_, at) => at % of === index).map((rule) => [rule.id, rule])

/** What may go on and on after a keyword: what patterns allow any number of, and what opens something. */
const ENDLESS = [
  ' ',
  '\n',
  '\t',
  '=',
  '"',
  "'",
  '\\',
  '(',
  '{',
  '[',
  '<',
  ':',
  ',',
  '.',
  '-',
  '_',
  '/',
  'a',
  '0',
  '%41',
]

/** Texts that are bad for a rule in other ways than its near misses: units, each to be repeated. */
export function hostileUnits(rule: Rule): readonly (readonly [name: string, unit: string])[] {
  const sample = rule.sample(seededRandom(5))
  const keywords = rule.keywords.length > 0 ? rule.keywords : [sample.slice(0, 8)]
  const keyword = keywords[0]!
  const tenths = Array.from({ length: 10 }, (_, tenth) => Math.floor((sample.length * tenth) / 10))
  return [
    ['its keywords apart', `${keywords.join(' ')} `],
    ['its keywords together', keywords.join('')],
    ['a keyword that opens a value', `${keyword}: "`],
    ['a keyword and a name', `${keyword}_api_key=`],
    ['samples without an end', sample.slice(0, -1)],
    ['samples cut by one', `${sample.slice(0, -1)} `],
    ['halves of samples', sample.slice(0, sample.length >> 1)],
    ...ENDLESS.map((sign) => [`a keyword and ${JSON.stringify(sign)}`, keyword + sign.repeat(60)] as const),
    ...tenths.flatMap((at) => [
      [`one unit of ${at} on and on`, sample.slice(0, at) + sample.charAt(at).repeat(120)] as const,
      [
        `two units of ${at} on and on`,
        `${sample.slice(0, at)}${sample.slice(at, at + 2).repeat(60)} `,
      ] as const,
    ]),
  ]
}
