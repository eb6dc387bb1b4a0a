import type { Confidence, Rule } from '@tacet/rules'
import type { Companion, Finding, Location } from '../finding.ts'
import type { Suppression, Suppressor } from '../suppression.ts'
import { type Candidate, type CandidateFinder, candidateFinder } from './candidates.ts'
import type { CarriedHits } from './carried-hits.ts'
import { COMPANION_REACH, companions } from './companions.ts'
import { SNIFFED } from './content.ts'
import { EXCERPT_REACH, type Excerpt, excerpt } from './excerpt.ts'
import { type ExtraFinder, withExtra } from './extra-finder.ts'
import type { Known, Met } from './focus.ts'
import { hiddenFinder, LONGEST_WHOLE } from './hidden.ts'
import type { Position } from './position.ts'
import { reaches, resolve, withHidden } from './resolve.ts'
import { byteSearch } from './wasm-search.ts'
import { BlobWindow, type Stretch } from './window.ts'

export interface DetectorOptions {
  readonly rules: readonly Rule[]
  /** Findings below it are left out. */
  readonly threshold: Confidence
  /** How often one encoding may be within another. 0: only what stands in plain sight is found. */
  readonly decodeDepth: number
  readonly fingerprint: (ruleId: string, value: string) => string
  /** Put the values themselves into the findings. */
  readonly showValues: boolean
  /** Finds candidates besides those of the rules. */
  readonly extra?: ExtraFinder | undefined
  /** The numbers of the shapes that a value has, for who judges findings later. */
  readonly shapes?: ((secret: string) => readonly number[]) | undefined
  /** Asked of each finding; what is hidden is found all the same, and says by what. */
  readonly suppress?: Suppressor | undefined
  /** Bytes looked at at once, unless the rules' reach needs more. Default: 2 MiB. */
  readonly windowSize?: number
}

/** Looks for secrets in one blob after the other. */
export interface Detector {
  /**
   * Starts on the next blob; the one before must have ended.
   *
   * @param path - what findings say
   * @param name - what rules see of it: relative, empty when there is none
   */
  blob(path: string, name: string, known?: Known): BlobWindow
  /** Keywords as `known` has them; undefined when there are none to look for. */
  readonly carried: CarriedHits | undefined
  /** Whether a keyword may lead to something that depends on what is new and goes further than `NEAR` from it. */
  readonly reachesFar: CandidateFinder['reachesFar']
  /** What was met in all that was looked at since it was told to forget. */
  readonly met: Met
  /** Whether the beginning of a file of this name is looked at, whatever is in it. */
  isNamed(name: string): boolean
}

const DEFAULT_WINDOW = 2 << 20
/** A window is at least so many times as wide as what two windows share. */
const LEAST_WINDOWS = 4
/** What two windows share also holds a secret with its companion, or with all that it is encoded with. */
const LEAST_REACH = Math.max(4 * COMPANION_REACH, LONGEST_WHOLE)

interface Blob {
  readonly path: string
  readonly name: string
  /** Where the last companion of each value stands that a secret to come may have. */
  readonly passed: Map<string, Location>
  readonly known: Known | undefined
}

export function createDetector(options: DetectorOptions): Detector {
  const bytewise = byteSearch()
  const { finder, decoded } = withExtra(candidateFinder(options.rules, bytewise), options.extra)
  const hidden = hiddenFinder(decoded, options.decodeDepth, bytewise)
  const overlap = Math.max(finder.reach, LEAST_REACH) + EXCERPT_REACH
  const buffer = bytewise.room(
    Math.max(options.windowSize ?? DEFAULT_WINDOW, LEAST_WINDOWS * overlap, SNIFFED),
  )

  function search(
    { path, name, passed, known }: Blob,
    { bytes, from, to, last, isText, position }: Stretch,
  ): Finding[] {
    const findings: Finding[] = []
    // It holds for bytes that are looked at at once, and as they are.
    const holds = from === 0 && last && known?.length === bytes.length
    const plain = finder.find(bytes, name, from === 0, holds ? known : undefined)
    const unseen = isText ? hidden.find(bytes, name) : []
    const all = unseen.length === 0 ? plain : [...plain, ...unseen].sort((a, b) => a.start - b.start)
    if (all.length === 0) {
      if (!last) position().advance(bytes, from, to)
      return []
    }
    const standing = withHidden(resolve(plain), unseen)
    const isSure = ({ rule, confidence }: Candidate): boolean =>
      rule.identifies === undefined && reaches(confidence, options.threshold)
    const pairs = companions(bytes, standing, isSure)
    const paired = new Set(pairs.values())
    let at = from
    let near = 0
    for (const candidate of standing) {
      const { start } = candidate
      const belongs = paired.has(candidate)
      if (start < from || start >= to || !(belongs || isSure(candidate))) continue
      position().advance(bytes, at, start)
      at = start
      const place = (of: Candidate): Location => {
        const { start, end } = of.partOf ?? of
        const { line, column } = position().peek(bytes, at, of.start)
        // It may begin before what is counted already.
        const before = position().width(bytes, start, of.start)
        return location(path, { line, column: column - before }, position().peek(bytes, at, end))
      }
      if (belongs) {
        passed.set(candidate.secret, place(candidate))
        continue
      }
      while (all[near]!.end < start - EXCERPT_REACH) near++
      let beyond = near
      while (beyond < all.length && all[beyond]!.start < start + EXCERPT_REACH) beyond++
      const line = excerpt(bytes, candidate, all.slice(near, beyond))
      const other = pairs.get(candidate)
      const companion = other && {
        of: other,
        at: other.start < start ? passed.get(other.secret) : place(other),
      }
      const where = place(candidate)
      const suppression = options.suppress?.({ ...candidate, path: name, bytes, line: where.line })
      findings.push({ ...finding(candidate, where, line, companion), ...judged(suppression) })
    }
    if (!last) position().advance(bytes, at, to)
    return findings
  }

  const shown = (secret: string) => (options.showValues ? { value: secret } : {})

  const shaped = (secret: string): Pick<Finding, 'shapes'> => {
    const shapes = options.shapes?.(secret) ?? []
    return shapes.length === 0 ? {} : { shapes }
  }

  function finding(
    candidate: Candidate,
    location: Location,
    line: Excerpt,
    companion: { of: Candidate; at: Location | undefined } | undefined,
  ): Finding {
    const { rule, secret, masked, via } = candidate
    return {
      ruleId: rule.id,
      title: rule.title,
      provider: rule.provider,
      severity: rule.severity,
      confidence: candidate.confidence,
      reasons: candidate.reasons,
      location,
      masked,
      excerpt: line.text,
      focus: line.focus,
      fingerprint: options.fingerprint(rule.id, secret),
      ...(via === undefined ? {} : { via }),
      ...(companion?.at === undefined ? {} : { companion: companionOf(companion.of, companion.at) }),
      ...(rule.reference === undefined ? {} : { reference: rule.reference }),
      ...(rule.revoke === undefined ? {} : { revoke: rule.revoke }),
      ...shown(secret),
      ...shaped(secret),
    }
  }

  const companionOf = ({ rule, masked, secret }: Candidate, location: Location): Companion => ({
    ruleId: rule.id,
    title: rule.title,
    masked,
    location,
    ...shown(secret),
  })

  return {
    blob(path, name, known) {
      const blob: Blob = { path, name, passed: new Map(), known }
      return new BlobWindow(buffer, overlap, (stretch) => search(blob, stretch))
    },
    met: finder.met,
    carried: finder.carried,
    reachesFar: finder.reachesFar,
    isNamed: finder.isNamed,
  }
}

function judged(suppression: Suppression | undefined): Pick<Finding, 'suppression' | 'note'> {
  if (suppression === undefined) return {}
  return suppression.refused === undefined ? { suppression } : { note: suppression.refused }
}

const location = (path: string, from: Position, to: Position): Location => ({
  path,
  line: from.line,
  column: from.column,
  endLine: to.line,
  endColumn: to.column,
})
