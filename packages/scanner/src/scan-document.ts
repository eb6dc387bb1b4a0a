import type { Detector } from './detect/detector.ts'
import type { Finding } from './finding.ts'
import { readDocument } from './sources/documents/document.ts'

/**
 * Gives what was found in a document the places that its author would look at: the file in a source map, the cell of a
 * notebook. To be used when something was found: a document is searched as the text that it is, through its escapes,
 * so what holds nothing need not be taken apart.
 *
 * @param found - in the document as a text
 * @returns `found` when it is no document that is known
 */
export function foundInParts(
  detector: Detector,
  path: string,
  name: string,
  bytes: Buffer,
  found: readonly Finding[],
): readonly Finding[] {
  const document = readDocument(name, bytes)
  if (!document) return found
  const scan = (suffix: string, text: string): readonly Finding[] => {
    const blob = detector.blob(path + suffix, name + suffix)
    blob.push(Buffer.from(text))
    blob.end()
    return blob.findings
  }
  const inParts = document.parts.flatMap((part) => scan(`!/${part.name}`, part.text))
  const outside = new Set(scan('', document.rest).map(written))
  const secrets = new Set(inParts.map(({ fingerprint }) => fingerprint))
  const rules = new Set(inParts.map(({ ruleId }) => ruleId))
  // Escaped, a secret of several lines is another text, and so has another fingerprint: then its rule must do.
  const isThere = ({ fingerprint, ruleId }: Finding): boolean => secrets.has(fingerprint) || rules.has(ruleId)
  return [...found.filter((finding) => outside.has(written(finding)) || !isThere(finding)), ...inParts]
}

/** A secret, and how it is written where it stands. */
const written = ({ fingerprint, via = [] }: Finding): string => [fingerprint, ...via].join(' ')
