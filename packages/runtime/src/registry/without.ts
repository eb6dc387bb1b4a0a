import { matcher, type SecretForm } from '@tacet/core'
import type { Registry } from '../registry.ts'
import { type Recogniser, type WholeMatcher, withRecognised } from './recognised.ts'

/** What a view has to know of the registry behind it. */
export interface Behind {
  readonly registry: Registry
  /** All forms so far, to which more are appended. */
  readonly patterns: readonly SecretForm[]
  readonly owners: readonly string[]
  readonly recogniser: () => Recogniser | undefined
}

/**
 * A view of a registry in which some names are no secrets. It searches by a matcher of its own: of two secrets that
 * overlap, a match of the one must not hide the other.
 */
export function viewWithout(behind: Behind, names: ReadonlySet<string>): Registry {
  const { registry, patterns, owners } = behind
  const live = matcher([])
  /** The index in the registry behind, by that in this matcher. */
  const indices: number[] = []
  let known = 0
  let whole: { readonly of: Recogniser | undefined; readonly matcher: WholeMatcher } = {
    of: undefined,
    matcher: live,
  }
  const settle = (): void => {
    registry.matcher()
    if (known === patterns.length) return
    const more: SecretForm[] = []
    for (; known < patterns.length; known++) {
      if (names.has(owners[known]!)) continue
      indices.push(known)
      more.push(patterns[known]!)
    }
    live.add(more)
  }
  const indexBehind = (pattern: number): number => (pattern < 0 ? pattern : indices[pattern]!)
  return {
    add: registry.add,
    defer: registry.defer,
    registrations: registry.registrations,
    recognise: registry.recognise,
    withhold: registry.withhold,
    on: registry.on,
    counts: registry.counts,
    get size() {
      return registry.names().filter((name) => !names.has(name)).length
    },
    names: () => registry.names().filter((name) => !names.has(name)),
    matcher() {
      settle()
      return live
    },
    wholeMatcher() {
      settle()
      const recogniser = behind.recogniser()
      if (whole.of !== recogniser)
        whole = { of: recogniser, matcher: recogniser ? withRecognised(live, only(recogniser, names)) : live }
      return whole.matcher
    },
    describe: (pattern) => registry.describe(indexBehind(pattern)),
    placeholder: (pattern) => registry.placeholder(indexBehind(pattern)),
    report: (pattern, sink, place) => registry.report(indexBehind(pattern), sink, place),
    without: (more) => viewWithout(behind, new Set([...names, ...more])),
  }
}

/** What a recogniser finds of other kinds than these. */
function only(recogniser: Recogniser, names: ReadonlySet<string>): Recogniser {
  const others = (matches: ReturnType<Recogniser['find']>) =>
    matches.filter(({ pattern }) => !names.has(recogniser.names[pattern]!))
  const find = (text: string) => others(recogniser.find(text))
  const findBytes = (bytes: Uint8Array) => others(recogniser.findBytes(bytes))
  return {
    names: recogniser.names,
    find,
    findBytes,
    test: (text) => find(text).length > 0,
    testBytes: (bytes) => findBytes(bytes).length > 0,
  }
}
