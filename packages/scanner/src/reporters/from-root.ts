import { isAbsolute } from 'node:path'
import type { Finding } from '../finding.ts'
import { rooted } from '../rooted.ts'
import type { Outcome, Report, Reporter } from './reporter.ts'

/**
 * Makes a reporter tell paths from the root of the repository, for a format whose readers start there. What leads out
 * of the repository stays as it is.
 */
export const fromRoot =
  (reporter: Reporter): Reporter =>
  (report, options) => {
    const { folder = '', readText } = options
    if (folder === '') return reporter(report, options)
    const given = new Map<string, string>()
    const placed = (path: string): string => {
      const found = pathFromRoot(path, folder)
      given.set(found, path)
      return found
    }
    return reporter(
      {
        findings: moved(report.findings, placed),
        outcome: async () => skips(await report.outcome(), placed),
      },
      readText === undefined
        ? options
        : { ...options, readText: (path) => readText(given.get(path) ?? path) },
    )
  }

const pathFromRoot = (path: string, folder: string): string => {
  if (path === '-' || isAbsolute(path)) return path
  // What is in an archive has a path of its own there.
  const [outer = '', ...inner] = path.split('!/')
  const placed = rooted(folder, outer)
  return placed === undefined ? path : [placed, ...inner].join('!/')
}

async function* moved(
  findings: Report['findings'],
  placed: (path: string) => string,
): AsyncGenerator<Finding> {
  for await (const finding of findings) {
    const { location, companion, history } = finding
    yield {
      ...finding,
      location: { ...location, path: placed(location.path) },
      ...(companion && {
        companion: {
          ...companion,
          location: { ...companion.location, path: placed(companion.location.path) },
        },
      }),
      ...(history && { history: { ...history, paths: history.paths.map(placed) } }),
    }
  }
}

const skips = ({ coverage, ...outcome }: Outcome, placed: (path: string) => string): Outcome => ({
  ...outcome,
  coverage: {
    ...coverage,
    skipped: coverage.skipped.map((skip) => ({ ...skip, path: placed(skip.path) })),
  },
})
