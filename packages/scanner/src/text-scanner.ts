import { rules as allRules, type Confidence, type Rule } from '@tacet/rules'
import { checkOptions } from './check-options.ts'
import { createDetector } from './detect/detector.ts'
import type { Finding } from './finding.ts'
import { fingerprinter } from './fingerprint.ts'
import { foundInParts } from './scan-document.ts'
import { LONGEST, mayBeDocument } from './sources/documents/document.ts'
import { suppressSettings } from './suppress/settings.ts'
import { suppressors } from './suppress/suppressors.ts'
import { firstOf } from './suppression.ts'

export interface TextScannerOptions {
  /** Default: all rules of `@tacet/rules`. */
  readonly rules?: readonly Rule[]
  /** The least confidence that is reported. Default: `medium`. */
  readonly threshold?: Confidence
  /** How often one encoding may be within another, from 0 (look at plain text only) to 8. Default: 2. */
  readonly decodeDepth?: number
  /** Makes fingerprints that only the holder of the key can compute. */
  readonly fingerprintKey?: string | Uint8Array
  /** Put the values themselves into the findings. Default: false. */
  readonly showValues?: boolean
  /** Whether a comment `tacet:allow` beside a secret hides it. Default: true. */
  readonly inlineAllows?: boolean
  /** Files of baselines: what they list is left out. Default: none; `findBaselines` names those of a path. */
  readonly baselines?: readonly string[]
  /** What the fingerprints of those baselines are made with, when that is a key. */
  readonly baselineKey?: string
}

/** Looks for secrets in texts that are at hand. */
export interface TextScanner {
  /**
   * The secrets in a text, or in the bytes of a file, in the order of their places.
   *
   * @param path what findings call it, and what rules see of it: some only look at files of a name. Default: `-`
   */
  find(content: string | Uint8Array, path?: string): Finding[]
}

/**
 * Prepares to look for secrets in one text after the other, at once and on this thread: for an editor, a linter or a
 * build. Archives are not opened; `createScan` does that. Making one takes some milliseconds, so keep it.
 *
 *     const scanner = createTextScanner()
 *     for (const { title, location } of scanner.find(text, 'src/config.ts')) console.log(location.line, title)
 *
 * @throws ScanError `no-rules`, `invalid-option`, `invalid-baseline`
 */
export function createTextScanner(options: TextScannerOptions = {}): TextScanner {
  const { rules = allRules, threshold = 'medium', decodeDepth = 2, showValues = false } = options
  checkOptions(options, rules)
  const fingerprint = fingerprinter(options.fingerprintKey)
  const suppress = firstOf(suppressors(suppressSettings(options)))
  const detector = createDetector({ rules, threshold, decodeDepth, showValues, fingerprint, suppress })
  return {
    find(content, path) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : asBuffer(content)
      const [shown, name] = [path ?? '-', path ?? '']
      const blob = detector.blob(shown, name)
      blob.push(bytes)
      blob.end()
      const found = blob.findings
      const isDocument = found.length > 0 && bytes.length <= LONGEST && mayBeDocument(name)
      const placed = isDocument ? foundInParts(detector, shown, name, bytes, found) : found
      return placed.filter(({ suppression }) => suppression === undefined)
    },
  }
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length)
