import type { Finding, History } from '../finding.ts'
import type { Lineage } from '../sources/git/lineage.ts'
import type { ListedObject } from '../sources/git/listing.ts'
import { objectUnits } from '../sources/git/objects-unit.ts'
import type { Repository } from '../sources/git/repository.ts'
import type { HeldSecret } from './held-secrets.ts'
import type { HistoryHost } from './host.ts'
import type { Held } from './scan-objects.ts'

/** Where a secret stands in what first held it. */
export interface Place {
  readonly finding: Finding
  readonly kind: History['kind']
  /** The id of the object. */
  readonly object: string
  /** Of a file, or of a name with the folders that lead to it; each byte one unit of text. Empty for a message. */
  readonly path: string
  /** What findings show after the path of a file, when it is in a part of it. */
  readonly within: string
}

const KINDS = {
  blob: 'file',
  tree: 'file-name',
  commit: 'commit-message',
  tag: 'tag-message',
} satisfies Record<Held['type'], History['kind']>

export interface Traced {
  readonly secret: HeldSecret
  readonly lineage: Lineage
}

/**
 * Where secrets stand in the first commits that have them. Their findings are those of the versions there, which are
 * looked at again where they are not the versions that were met first.
 */
export async function locate(
  repository: Repository,
  traced: readonly Traced[],
  host: HistoryHost,
): Promise<readonly Place[]> {
  const again = new Map<string, ListedObject>()
  for (const { secret, lineage } of traced) {
    if (isElsewhere(secret, lineage)) again.set(keyOf(lineage.first!), lineage.first!)
  }
  async function* objects() {
    yield [...again.values()]
  }
  const found = new Map<string, Held>()
  if (again.size > 0) {
    for await (const { held } of host.scan(objectUnits(repository, objects()), false)) {
      for (const each of held) {
        const key = `${keyOf(each)}\0${each.finding.fingerprint}`
        if (each.name === undefined && !found.has(key)) found.set(key, each)
      }
    }
  }
  return traced.map(({ secret, lineage }) => place(secret, lineage, found))
}

function place(secret: HeldSecret, { first }: Lineage, found: ReadonlyMap<string, Held>): Place {
  const { sample, names } = secret
  const { finding, type, id, within } = sample
  const kind = KINDS[type]
  if (!first) {
    const path = sample.name ?? (type === 'blob' ? sample.path : '')
    return { finding, kind, object: id, path, within }
  }
  if (!secret.objects.has(first.id)) {
    const parts = first.path.split('/')
    const named = parts.findIndex((part) => names.has(part))
    const path = parts.slice(0, named + 1).join('/')
    return {
      finding: names.get(parts[named]!) ?? finding,
      kind: 'file-name',
      object: first.id,
      path,
      within: '',
    }
  }
  const there = found.get(`${keyOf(first)}\0${finding.fingerprint}`) ?? sample
  const { path } = first
  return {
    finding: there.finding,
    kind: path === '' ? 'commit-message' : 'file',
    object: first.id,
    path,
    within: there.within,
  }
}

/** Whether the version that was met first is not the one of the first commit. */
function isElsewhere({ sample, objects }: HeldSecret, { first }: Lineage): boolean {
  if (first === undefined || !objects.has(first.id)) return false
  return sample.name !== undefined || sample.id !== first.id || sample.path !== first.path
}

const keyOf = ({ id, path }: ListedObject): string => `${id}\0${path}`
