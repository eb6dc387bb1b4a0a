import type { Summaries } from './summary.ts'

/** What the build has found out of the rules of providers, so that none is made before it is of use. */
export const summaries: Summaries | undefined = undefined as Summaries | undefined
