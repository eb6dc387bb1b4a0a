import { type Format, reporters } from '@tacet/scanner'
import type { Log } from 'sarif'
import { testReporter } from '../../contract/reporter.ts'

type Reader = Parameters<typeof testReporter>[2]

type Traits = Parameters<typeof testReporter>[3]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text that markup shows. */
const shown = (markup: string): string =>
  markup
    .replace(/<\/?span>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_whole, code: string | undefined, name: string) =>
      code === undefined ? entities[name]! : String.fromCharCode(Number(code)),
    )

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
  jsonl: (report) =>
    report
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; ruleId: string; location: { path: string } })
      .filter(({ type }) => type === 'finding')
      .map(({ ruleId, location }) => ({ ruleId, path: location.path })),
  junit: (report) =>
    [...report.matchAll(/<testcase name="(\S+) at \d+:\d+" classname="([^"]*)">/g)].map(
      ([, ruleId, path]) => ({ ruleId: shown(ruleId!), path: shown(path!) }),
    ),
  github: (report) =>
    [
      ...report.matchAll(
        /^::error file=([^,]*),.*title=[^,:]*\((\S+)\)::|^(.+?):\d+:\d+ high .*\((\S+)\)$/gm,
      ),
    ].map(([, file, rule, path, other]) =>
      file === undefined ? { ruleId: other!, path: path! } : { ruleId: rule!, path: decoded(file) },
    ),
  gitlab: (report) =>
    (
      JSON.parse(report) as {
        vulnerabilities: { identifiers: { value: string }[]; location: { file: string } }[]
      }
    ).vulnerabilities.map(({ identifiers, location }) => ({
      ruleId: identifiers[0]!.value,
      path: location.file,
    })),
  csv: (report) =>
    [...report.matchAll(/^"high","high","([^"]*)","(?:[^"]|"")*","Example","((?:[^"]|"")*)",/gm)].map(
      ([, ruleId, path]) => ({ ruleId: ruleId!, path: path!.replaceAll('""', '"') }),
    ),
  markdown: (report) =>
    [
      ...report.matchAll(
        /^\| high \| .* <sub><code>(.*?)<\/code><\/sub> \| <code>(.*?)&#58;\d+<\/code> \|/gm,
      ),
    ].map(([, ruleId, path]) => ({ ruleId: shown(ruleId!), path: shown(path!) })),
  'gitleaks-json': (report) =>
    (JSON.parse(report) as { RuleID: string; File: string }[]).map(({ RuleID, File }) => ({
      ruleId: RuleID,
      path: File,
    })),
  html: (report) =>
    [
      ...report.matchAll(
        /<article class="high" id="f\d+" aria-labelledby="f\d+-title" data-rule="([^"]*)" .*? data-path="([^"]*)"/g,
      ),
    ].map(([, ruleId, path]) => ({ ruleId: shown(ruleId!), path: shown(path!) })),
}

/** A property of a command, as the runner reads it. */
function decoded(property: string): string {
  return property.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%25', '%')
}

const traits: Partial<Record<Format, Traits>> = {
  csv: { onlyFindings: true },
  'gitleaks-json': { onlyFindings: true },
  github: { commands: /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^:,\n]*,?)+::.*$/gm },
  markdown: { longest: 65_536 },
}

for (const [format, read] of Object.entries(readers)) {
  testReporter(format, reporters[format as Format], read, traits[format as Format])
}
