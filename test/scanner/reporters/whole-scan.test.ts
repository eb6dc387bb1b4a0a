import { createScan, type Finding, type Format, type Report, reporters } from '@tacet/scanner'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { credential } from '../../helpers/credentials.ts'
import { joined } from '../../helpers/findings.ts'
import { commit } from '../../helpers/history.ts'
import { gitlabErrors, junitErrors, sarifErrors } from '../../helpers/report-schemas.ts'
import { tempRepository } from '../../helpers/temp-tree.ts'

const planted = {
  stripe: credential('stripe-secret-key'),
  npm: credential('npm-access-token'),
  github: credential('github-personal-access-token'),
  slack: credential('slack-bot-token'),
}

/** Four secrets in the history, of which one is gone, one in base64 and one in a file with an odd name. */
const repository = (): string => {
  const root = tempRepository()
  commit(root, { 'src/config.ts': `export const stripe = '${planted.stripe}'\n` })
  commit(root, {
    'src/config.ts': 'export const stripe = process.env.STRIPE_KEY\n',
    '.npmrc': `//registry.npmjs.org/:_authToken=${planted.npm}\n`,
    'deploy/secret.yaml': `data:\n  token: ${Buffer.from(planted.github).toString('base64')}\n`,
    "it's, a (file) [of] №2.env": `\tSLACK_TOKEN=${planted.slack} # ${'and so on '.repeat(40)}\n`,
  })
  return root
}

const records = (csv: string): number => csv.trimEnd().split('\n').length - 1

/** How many findings a report tells of, and what its schema has against it. */
const readers: Readonly<Record<Format, (report: string) => readonly [count: number, errors?: unknown]>> = {
  text: (report) => [report.match(/ │ +\^+$/gm)!.length],
  json: (report) => [(JSON.parse(report) as { findings: unknown[] }).findings.length],
  jsonl: (report) => [
    report
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown).length - 1,
  ],
  sarif: (report) => [(JSON.parse(report) as Log).runs[0]!.results!.length, sarifErrors(JSON.parse(report))],
  junit: (report) => [report.match(/<failure /g)!.length],
  github: (report) => [report.match(/^::error /gm)!.length],
  gitlab: (report) => [
    (JSON.parse(report) as { vulnerabilities: unknown[] }).vulnerabilities.length,
    gitlabErrors(JSON.parse(report)),
  ],
  csv: (report) => [records(report)],
  markdown: (report) => [report.match(/^\| critical \||^\| high \|/gm)!.length],
  'gitleaks-json': (report) => [(JSON.parse(report) as unknown[]).length],
  html: (report) => [report.match(/<article /g)!.length],
}

describe.each([
  ['a work tree', {}, 3],
  ['a history', { history: true as const }, 4],
])('every report of %s', (_what, options, count) => {
  it('is valid, tells of all that was found, and holds neither a value nor an address', async () => {
    const scan = createScan({ cwd: repository(), ...options })
    const { findings, coverage } = await scan.collect()
    expect(findings).toHaveLength(count)
    const report: Report = { findings, outcome: () => ({ coverage }) }
    for (const [format, reporter] of Object.entries(reporters)) {
      const written = await joined(reporter(report, { version: '1.2.3' }))
      const [told, errors = []] = readers[format as Format](written)
      expect({ format, told, errors }).toEqual({ format, told: count, errors: [] })
      if (format === 'junit') expect(await junitErrors(written)).toEqual([])
      expectSilence(written, format)
    }
  })

  it('is written while the scan goes on', async () => {
    const scan = createScan({ cwd: repository(), ...options })
    const seen: Finding[] = []
    async function* watched(): AsyncGenerator<Finding> {
      for await (const finding of scan) {
        seen.push(finding)
        yield finding
      }
    }
    const outcome = async () => ({ coverage: await scan.coverage })
    const written = await joined(reporters.jsonl({ findings: watched(), outcome }, { version: '1.2.3' }))
    expect(readers.jsonl(written)[0]).toBe(count)
    expect(seen).toHaveLength(count)
  })
})

const expectSilence = (written: string, format: string): void => {
  const told = Object.entries(planted).filter(
    ([, value]) => written.includes(value) || written.includes(Buffer.from(value).toString('base64')),
  )
  expect(told.map(([name]) => `${format}: ${name}`)).toEqual([])
  expect(written).not.toContain('nobody@example.com')
}
