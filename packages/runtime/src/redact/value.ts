import { defaultRegistry } from '../registry.ts'
import type { RedactOptions } from './text.ts'
import { redactGraph } from './value/graph.ts'
import { isInnocent } from './value/innocent.ts'
import { Inquiry, type ValueLimits } from './value/inquiry.ts'

export interface RedactValueOptions extends RedactOptions, ValueLimits {}

/**
 * Redacts a value of any kind for being printed: strings, keys, errors with their causes, Map, Set, bytes, class
 * instances, URLs, numbers that show a numeric secret, and what an object prints by `toJSON`, `toString` and
 * `util.inspect`. Getters are called. A `Secret` becomes its placeholder.
 *
 * The input is never changed. What holds no secret is returned as it is, the same object, at every level; whatever
 * refers to something that had to change is a copy of the same class, with the same cycles and shared references. Its
 * getters become plain properties, and it prints as the original does, but methods that need private fields fail on
 * it. Functions, promises and the like cannot be copied: the redacted text of how they are printed replaces them.
 *
 * Never throws. What cannot be inspected, or goes beyond the limits, is replaced by `[WITHHELD: …]` and reported.
 */
export function redactValue(value: unknown, options: RedactValueOptions = {}): unknown {
  const { registry = defaultRegistry, sink = 'value', ...rest } = options
  try {
    if (isInnocent(value, registry.wholeMatcher(), rest)) return value
    return redactGraph(value, new Inquiry({ registry, sink, ...rest }))
  } catch {
    return registry.withhold('cannot be inspected', sink, rest.place)
  }
}
