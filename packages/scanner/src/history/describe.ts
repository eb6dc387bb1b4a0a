import type { CommitReference, Finding, History, Location } from '../finding.ts'
import { type CommitInfo, commitInfos } from '../sources/git/commit-info.ts'
import type { Lineage } from '../sources/git/lineage.ts'
import type { Tip } from '../sources/git/refs.ts'
import type { Repository } from '../sources/git/repository.ts'
import type { HeldSecret } from './held-secrets.ts'
import type { HistoryHost } from './host.ts'
import { locate, type Place, type Traced } from './locate.ts'
import { PathPrinter } from './print-path.ts'

export interface Described {
  readonly repository: Repository
  /** What findings show before the paths of the repository. */
  readonly prefix: string
  readonly emails: boolean
  readonly secrets: readonly HeldSecret[]
  /** Of each secret, in their order; empty when nothing is known. */
  readonly lineages: readonly Lineage[]
  /** Leave out what no commit brought in. */
  readonly onlyNew: boolean
  readonly tips: readonly Tip[]
  /** Where an object is that no commit has. */
  readonly whereabouts: (id: string) => readonly string[]
  readonly host: HistoryHost
}

const NOTHING: Lineage = { paths: new Set(), tips: new Set(), refs: new Set(), moreTips: 0, moreRefs: 0 }

/** Findings with their history: one for each secret, in the order in which commits brought them in. */
export async function* describe(what: Described): AsyncGenerator<Finding, void, undefined> {
  const all = what.secrets.map((secret, index) => ({ secret, lineage: what.lineages[index] ?? NOTHING }))
  const traced = what.onlyNew ? all.filter(({ lineage }) => lineage.first !== undefined) : all
  const places = await locate(what.repository, traced, what.host)
  const infos = await commitInfos(what.repository, mentioned(traced))
  const printer = new PathPrinter(what.prefix, what.secrets)
  const findings = traced.map((each, index) => {
    const place = places[index]!
    const history = historyOf(each, place, what, infos, printer)
    const { suppression, note, ...finding } = printer.findingAt(place)
    return {
      order: each.lineage.first?.order,
      finding: { ...finding, ...each.secret.hidden.judge(), history },
    }
  })
  findings.sort(
    (a, b) =>
      (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE) ||
      inOrder(a.finding.location, b.finding.location),
  )
  for (const { finding } of findings) yield finding
}

/** The commits and tags to tell of. */
function mentioned(traced: readonly Traced[]): readonly string[] {
  return traced.flatMap(({ secret: { sample }, lineage: { first, removedIn } }) => [
    ...(first ? [first.commit] : sample.type === 'tag' ? [sample.id] : []),
    ...(removedIn === undefined ? [] : [removedIn]),
  ])
}

function historyOf(
  { secret, lineage }: Traced,
  { kind, object, path }: Place,
  { tips, emails, whereabouts }: Described,
  infos: ReadonlyMap<string, CommitInfo>,
  printer: PathPrinter,
): History {
  const about = (id: string): Omit<CommitReference, 'commit'> => {
    const { email, ...info } = infos.get(id) ?? {}
    return { ...info, ...(emails && email !== undefined ? { email } : {}) }
  }
  const { first, removedIn, moreTips, moreRefs } = lineage
  const paths = lineage.paths.size > 0 ? [...lineage.paths].sort() : path === '' ? [] : [path]
  const elsewhere =
    kind === 'tag-message'
      ? tips.filter(({ tag }) => tag === object).map(({ name }) => name)
      : first
        ? []
        : whereabouts(object)
  return {
    ...(first
      ? { commit: first.commit, ...about(first.commit) }
      : kind === 'tag-message'
        ? about(object)
        : {}),
    kind,
    object,
    versions: Math.max(1, secret.objects.size),
    paths: paths.map((each) => printer.print(each)),
    tips: [...lineage.tips, ...elsewhere.filter((name) => name === 'index')],
    refs: [...lineage.refs, ...elsewhere],
    ...(moreTips > 0 ? { moreTips } : {}),
    ...(moreRefs > 0 ? { moreRefs } : {}),
    ...(removedIn === undefined ? {} : { removedIn: { commit: removedIn, ...about(removedIn) } }),
  }
}

function inOrder(a: Location, b: Location): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}
