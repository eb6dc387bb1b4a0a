import type { Candidate, Judgement, Rule } from '@tacet/rules'
import { createScan, type Finding, type ScanOptions } from '@tacet/scanner'

/** A rule for tests: `tk-` and twelve lower-case letters or digits. What a test is about, it overrides. */
export const makeRule = (overrides: Partial<Rule> = {}): Rule => ({
  id: 'test-key',
  title: 'Test key',
  provider: 'Test',
  severity: 'high',
  keywords: ['tk-'],
  pattern: /(?<![a-z0-9])tk-[a-z0-9]{12}(?![a-z0-9])/dg,
  longest: 15,
  before: 0,
  contextReach: 40,
  judge: (): Judgement => ({ confidence: 'high', reasons: ['has the form of its kind'] }),
  sample: () => testKey('sample'),
  nearMisses: [],
  ...overrides,
})

/** A value that the rule of `makeRule` finds, another for each name. */
export const testKey = (name: string): string =>
  `tk-${Buffer.from(name.padEnd(12, '0'), 'latin1').toString('hex').slice(0, 12)}`

/** Takes the word after a name that ends in `pass`, as a rule does that knows only a name and a value. */
export const assignmentRule: Rule = makeRule({
  id: 'test-assignment',
  provider: 'generic',
  keywords: ['pass'],
  pattern: /[a-z_]{0,20}pass ?[=:] ?["']?(?<secret>[^\s"']{6,40})/dg,
  longest: 50,
  before: 20,
  judge: ({ secret }: Candidate) => ({
    confidence: secret.startsWith('dev') ? 'none' : 'medium',
    reasons: ['is assigned to a name that says so'],
  }),
})

export const testRules: readonly Rule[] = [makeRule(), assignmentRule]

/** Scans with the rules for tests, values shown. */
export const collect = (options: ScanOptions) =>
  createScan({ rules: testRules, showValues: true, ...options }).collect()

/** What bytes of a stream hold. */
export async function scanBytes(
  content: string | Uint8Array,
  options: ScanOptions = {},
): Promise<readonly Finding[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return (await collect({ input: [bytes], ...options })).findings
}

/** `path:line:column` of findings, in their order. */
export const places = (findings: readonly Finding[]): string[] =>
  findings.map(({ location }) => `${location.path}:${location.line}:${location.column}`)

/** The paths that findings are in, each once, sorted. */
export const paths = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ location }) => location.path))].sort()
