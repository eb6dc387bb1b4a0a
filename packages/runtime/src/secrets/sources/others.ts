import type { Found, Problem } from '../definition.ts'
import { fileText } from './file-text.ts'
import { readRegularFile } from './read-file.ts'
import { pathIn, type Surroundings } from './surroundings.ts'

interface FromSources {
  readonly found: readonly Found[]
  /** The name of one that failed; those after it were not asked. */
  readonly failed?: string
}

/** Most secrets are in one place, and services start with hundreds. */
const NONE: readonly never[] = []
const NOTHING: FromSources = { found: NONE }

/** What the sources of the caller have under a name, until one fails. */
export function fromSources(name: string, { sources }: Surroundings): FromSources {
  if (sources.length === 0) return NOTHING
  const found: Found[] = []
  for (const [origin, read] of sources) {
    try {
      const raw: unknown = read(name)
      if (raw === undefined || (isValue(raw) && raw.length === 0)) continue
      if (!isValue(raw)) return { found, failed: origin }
      found.push({ raw, origin })
    } catch {
      // What it threw is not kept: it may quote the value.
      return { found, failed: origin }
    }
  }
  return { found }
}

export function sourceFailure(name: string, source: string): Problem {
  return {
    name,
    kind: 'unreadable',
    where: `the source ${source} threw, or gave neither text nor bytes nor undefined`,
    remedy: 'Call it by itself to see why; a source has to be synchronous.',
  }
}

/** The places, other than the one that is used, that hold a different value under the same name. */
export function conflictsOf(
  name: string,
  candidates: readonly Found[],
  surroundings: Surroundings,
): readonly string[] {
  const [used] = candidates
  if (!used) return NONE
  const mounted = mountedToo(name, used, surroundings)
  if (candidates.length === 1 && !mounted) return NONE
  const others = [...candidates.slice(1), ...(mounted ? [mounted] : [])]
  return others.filter(({ raw }) => !isSame(raw, used.raw)).map(({ origin }) => origin)
}

/** A variable whose name is that of a mounted file as well. */
function mountedToo(name: string, used: Found, { root, mounted, maxBytes }: Surroundings): Found | undefined {
  if (used.path !== undefined || !mounted()?.has(name)) return undefined
  const path = pathIn(root, name)
  try {
    const bytes = readRegularFile(path, maxBytes)
    return 'unfit' in bytes ? undefined : { raw: fileText(bytes) ?? bytes, origin: path }
  } catch {
    return undefined
  }
}

function isValue(raw: unknown): raw is Found['raw'] {
  return typeof raw === 'string' || raw instanceof Uint8Array
}

function isSame(one: Found['raw'], other: Found['raw']): boolean {
  return one === other || Buffer.from(one).equals(Buffer.from(other))
}
