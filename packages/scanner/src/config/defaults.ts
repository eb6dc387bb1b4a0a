import type { Confidence } from '@tacet/rules'

/** What holds where nothing else is said. */
export const DEFAULT_THRESHOLD: Confidence = 'medium'
export const DECODE_DEPTH = 2
export const ARCHIVE_DEPTH = 5
