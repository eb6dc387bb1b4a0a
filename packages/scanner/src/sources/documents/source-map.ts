import { entryName } from '../containers/entry.ts'
import type { Document, Part } from './document.ts'
import { isRecord, type JsonRecord, recordsIn } from './json.ts'

/** The sources in a JavaScript or CSS source map (ECMA-426), by their own names. */
export function sourceMap(map: JsonRecord): Document | undefined {
  if (map.version !== 3) return undefined
  const maps = [
    map,
    ...recordsIn(map.sections)
      .map(({ map: inner }) => inner)
      .filter(isRecord),
  ]
  const parts = maps.flatMap(sourcesIn)
  if (parts.length === 0) return undefined
  const without = (key: string, value: unknown): unknown =>
    key === 'sourcesContent' || key === 'mappings' ? undefined : value
  return { parts, rest: JSON.stringify(map, without) }
}

function sourcesIn({ sources, sourcesContent }: JsonRecord): readonly Part[] {
  if (!Array.isArray(sources) || !Array.isArray(sourcesContent)) return []
  return sourcesContent.flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ name: entryName(Buffer.from(`${sources[index] ?? index}`)), text }] : [],
  )
}

const inline =
  /[@#] ?sourceMappingURL=data:application\/json;(?:charset=[\w-]{1,20};)?base64,([A-Za-z0-9+/]+={0,2})/g

/** The sources in the source map that a program brings along. */
export function inlineMap(text: string): Document | undefined {
  const parts: Part[] = []
  const rest = text.replace(inline, (whole, encoded: string) => {
    const sources = sourcesIn(parsed(encoded))
    parts.push(...sources)
    return sources.length > 0 ? '' : whole
  })
  return parts.length > 0 ? { parts, rest } : undefined
}

function parsed(encoded: string): JsonRecord {
  try {
    const map: unknown = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
    return isRecord(map) ? map : {}
  } catch {
    // What only looks like a map is a part of the program.
    return {}
  }
}
