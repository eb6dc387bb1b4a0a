import { ARCHIVE_DEPTH, DECODE_DEPTH, DEFAULT_THRESHOLD } from './config/defaults.ts'
import type { Plan } from './prepare.ts'
import type { ScanOptions } from './scan.ts'
import type { ScanSettings } from './scan-unit.ts'
import type { SuppressSettings } from './suppress/suppressors.ts'

/** How a scan is done by its options, where no configuration says otherwise. */
export function scanSettings(
  options: ScanOptions,
  plan: Plan | undefined,
  suppress: SuppressSettings | undefined,
): ScanSettings {
  return {
    threshold: options.threshold ?? DEFAULT_THRESHOLD,
    decodeDepth: options.decodeDepth ?? DECODE_DEPTH,
    showValues: options.showValues ?? false,
    maxFileSize: options.maxFileSize ?? Number.POSITIVE_INFINITY,
    archiveDepth: options.archiveDepth ?? ARCHIVE_DEPTH,
    fingerprintKey: options.fingerprintKey,
    suppress,
    custom: plan?.custom,
    foreign: plan?.foreign,
  }
}
