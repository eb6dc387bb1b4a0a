import { type Format, reporters } from '@tacet/scanner'
import type { Log } from 'sarif'
import { testReporter } from '../../contract/reporter.ts'

type Reader = Parameters<typeof testReporter>[2]

const readers: Record<Format, Reader> = {
  // A finding starts at the left edge with its place and ends that line with its rule.
  text: (report) =>
    [...report.matchAll(/^(\S.*):\d+:\d+ {2}(?:critical|high|medium|low) {2}.* {2}(\S+)$/gm)].map(
      ([, path, ruleId]) => ({ path: path!, ruleId: ruleId! }),
    ),
  json: (report) => {
    const { findings } = JSON.parse(report) as {
      findings: { ruleId: string; location: { path: string } }[]
    }
    return findings.map(({ ruleId, location }) => ({ ruleId, path: location.path }))
  },
  sarif: (report) => {
    const [run] = (JSON.parse(report) as Log).runs
    return run!.results!.map(({ ruleId, locations }) => ({
      ruleId: ruleId!,
      path: decodeURIComponent(locations![0]!.physicalLocation!.artifactLocation!.uri!),
    }))
  },
}

for (const [format, read] of Object.entries(readers)) testReporter(format, reporters[format as Format], read)
