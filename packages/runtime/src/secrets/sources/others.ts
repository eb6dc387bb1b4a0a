import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Found, Problem } from '../definition.ts'
import { fileText } from './file-text.ts'
import type { Surroundings } from './surroundings.ts'

/** What the sources of the caller have under a name, until one fails. */
export function fromSources(name: string, { sources }: Surroundings): { found: Found[]; failed?: string } {
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
): string[] {
  const [used] = candidates
  if (!used) return []
  const others = [...candidates.slice(1), ...mountedToo(name, used, surroundings)]
  return others.filter(({ raw }) => !isSame(raw, used.raw)).map(({ origin }) => origin)
}

/** A variable whose name is that of a mounted file as well. */
function mountedToo(name: string, used: Found, { root, mounted, maxBytes }: Surroundings): Found[] {
  if (used.path !== undefined || !mounted()?.has(name)) return []
  const path = resolve(root, name)
  try {
    const bytes = readFileSync(path)
    return bytes.length > maxBytes ? [] : [{ raw: fileText(bytes) ?? bytes, origin: path }]
  } catch {
    return []
  }
}

function isValue(raw: unknown): raw is Found['raw'] {
  return typeof raw === 'string' || raw instanceof Uint8Array
}

function isSame(one: Found['raw'], other: Found['raw']): boolean {
  return one === other || Buffer.from(one).equals(Buffer.from(other))
}
