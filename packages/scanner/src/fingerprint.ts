import { createHmac } from 'node:crypto'

const DEFAULT_KEY = 'tacet-fingerprint-1'

/**
 * Makes the function that identifies a secret without its value or position: HMAC-SHA-256, in hex, over the rule's
 * id and the value.
 *
 * Without a key of your own the fingerprints are the same on every machine, so that reports can be compared; but
 * whoever reads one can then test guesses of a weak password against it. A key prevents that, and must be kept
 * as long as the reports are to be compared.
 */
export function fingerprinter(
  key: string | Uint8Array = DEFAULT_KEY,
): (ruleId: string, value: string) => string {
  return (ruleId, value) => createHmac('sha256', key).update(`${ruleId}\0`).update(value).digest('hex')
}
