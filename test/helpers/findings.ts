import {
  type Coverage,
  type Finding,
  type Format,
  type Outcome,
  type Report,
  reporters,
} from '@tacet/scanner'
import { fakeSecret } from './fake-secret.ts'

/** A finding of a made-up rule. What a test is about, it overrides. */
export const makeFinding = (overrides: Partial<Finding> = {}): Finding => ({
  ruleId: 'example-key',
  title: 'Example key',
  provider: 'Example',
  severity: 'high',
  confidence: 'high',
  reasons: ['has the form of a live key', 'is assigned to a name'],
  location: { path: 'src/config.ts', line: 12, column: 16, endLine: 12, endColumn: 40 },
  masked: 'exam…',
  excerpt: "const apiKey = 'exam…'",
  focus: 16,
  fingerprint: fakeSecret('fingerprint', 16),
  reference: 'https://docs.example.com/keys',
  revoke: 'https://example.com/keys/revoke',
  ...overrides,
})

export const makeCoverage = (overrides: Partial<Coverage> = {}): Coverage => ({
  rules: 60,
  files: 1234,
  bytes: 45_600_000,
  findings: 0,
  duration: 800,
  skipped: [],
  sources: [{ kind: 'directory', root: '.' }],
  ...overrides,
})

/** A finished scan with these findings. */
export const makeReport = (findings: readonly Finding[], outcome: Partial<Outcome> = {}): Report => ({
  findings,
  outcome: () => ({ coverage: makeCoverage({ findings: findings.length }), ...outcome }),
})

/** A finding that was read through an encoding, and that has an id beside it. */
export const makeHidden = (): Finding =>
  makeFinding({
    via: ['joined strings', 'base64'],
    companion: {
      ruleId: 'example-id',
      title: 'Example id',
      masked: 'id-7…',
      location: { path: 'src/config.ts', line: 10, column: 3, endLine: 10, endColumn: 12 },
    },
  })

/** All chunks of a report, joined. */
export const joined = async (chunks: AsyncIterable<string>): Promise<string> => {
  let whole = ''
  for await (const chunk of chunks) whole += chunk
  return whole
}

/** A finding of a history: added by one commit, taken away by another. */
export const makeHistoric = (overrides: Partial<Finding> = {}): Finding =>
  makeFinding({
    history: {
      commit: 'a'.repeat(40),
      author: 'Ann',
      date: '2024-05-06T07:08:09+02:00',
      kind: 'file',
      object: 'b'.repeat(40),
      versions: 2,
      paths: ['src/config.ts'],
      tips: [],
      refs: ['refs/heads/main'],
      removedIn: { commit: 'c'.repeat(40), author: 'Bob', date: '2024-06-07T08:09:10Z' },
    },
    ...overrides,
  })

/** A report of these findings, in a format, whole. */
export const written = (
  format: Format,
  findings: readonly Finding[],
  outcome: Parameters<typeof makeReport>[1] = {},
): Promise<string> => joined(reporters[format](makeReport(findings, outcome), { version: '1.2.3' }))
