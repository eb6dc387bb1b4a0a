import { setFlagsFromString } from 'node:v8'

/** The first major version of V8 that counts calls instead of the bytes that were run. */
const COUNTS_CALLS = 12

/**
 * Lets V8 optimize only what has run for long: a scan of a second or two is over before the code pays that would be
 * made for it meanwhile, on the processors that scan.
 */
export function optimizeLate(): void {
  const isCounting = Number.parseInt(process.versions.v8, 10) >= COUNTS_CALLS
  setFlagsFromString(isCounting ? '--invocation-count-for-turbofan=30000' : '--interrupt-budget=1000000')
}
