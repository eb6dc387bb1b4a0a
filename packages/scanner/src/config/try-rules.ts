import { type Rule, seededRandom } from '@tacet/rules'
import type { CustomRule } from '../custom/custom-rule.ts'
import { createDetector } from '../detect/detector.ts'
import { prepare } from '../prepare.ts'
import type { Sourced } from './config-data.ts'
import { type PartsRule, partsRule } from './parts-rule.ts'
import { withRandom } from './random-text.ts'

/** An example that is not judged as it should be. */
export interface FailedExample {
  /** As it is written. */
  readonly example: string
  /** Whether it should be found. */
  readonly expected: boolean
  /** The rules that found something in it. */
  readonly found: readonly string[]
}

/** How a rule of a user's own did with its examples. */
export interface TriedRule {
  readonly id: string
  readonly where: string
  readonly examples: number
  readonly nonExamples: number
  readonly failed: readonly FailedExample[]
}

const SAMPLE = 'auto'
/** Generated characters differ each time: so often is each example tried. */
const TIMES = 10

/**
 * Tries rules with their examples, among all rules, as a scan would: another rule may claim the same text.
 *
 * @param others - the rules besides
 */
export async function tryRules(
  custom: readonly Sourced<CustomRule>[],
  parts: readonly Sourced<PartsRule>[],
  others: readonly Rule[],
): Promise<readonly TriedRule[]> {
  const find = await finder(custom, parts, others)
  const tried: TriedRule[] = []
  for (const { value: rule, where } of [...parts, ...custom]) {
    const isOfParts = 'parts' in rule
    const { examples = isOfParts ? [SAMPLE] : [], nonExamples = [] } = rule
    const sample = isOfParts ? partsRule(rule).sample : undefined
    const isFile = !isOfParts && rule.regex === undefined
    const foundIn = (example: string, expected: boolean): FailedExample | undefined => {
      for (let seed = 1; seed <= TIMES; seed++) {
        const random = seededRandom(seed)
        const text = example === SAMPLE && sample ? sample(random) : withRandom(example, random)
        const found = isFile ? find('a file', text) : find(text, '')
        if (found.includes(rule.id) !== expected) return { example, expected, found }
      }
      return undefined
    }
    const failed = [
      ...examples.map((each) => foundIn(each, true)),
      ...nonExamples.map((each) => foundIn(each, false)),
    ].filter((each) => each !== undefined)
    tried.push({ id: rule.id, where, examples: examples.length, nonExamples: nonExamples.length, failed })
  }
  return tried
}

async function finder(
  custom: readonly Sourced<CustomRule>[],
  parts: readonly Sourced<PartsRule>[],
  others: readonly Rule[],
): Promise<(text: string, name: string) => readonly string[]> {
  const settings = {
    threshold: 'low',
    decodeDepth: 0,
    showValues: false,
    maxFileSize: Number.POSITIVE_INFINITY,
    archiveDepth: 0,
    fingerprintKey: undefined,
    // An example has no path: a rule that looks at some only is tried as if it looked at all.
    custom: custom.map(({ value: { path, ...rule } }) =>
      rule.regex === undefined && path !== undefined ? { ...rule, path } : rule,
    ),
    parts: parts.map(({ value }) => value),
  } as const
  const { extra, rules: own = [] } = await prepare(settings)
  const fingerprint = (): string => ''
  const detector = createDetector({ ...settings, rules: [...own, ...others], extra, fingerprint })
  return (text, name) => {
    const blob = detector.blob(name, name)
    blob.push(Buffer.from(text))
    blob.end()
    return blob.findings.map(({ ruleId }) => ruleId)
  }
}
