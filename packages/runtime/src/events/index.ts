export { type Located, withCallSite } from './call-site.ts'
export { type MeterLike, redactionMetrics } from './metrics.ts'
export { type RateLimitOptions, type Repeated, rateLimited } from './rate-limit.ts'
export { type SummaryOptions, summaryAtExit, summaryText } from './summary.ts'
