export { findKeywords, makeIndex } from './keywords'
export { reserve, stoppedAt } from './memory'
export { findRuns } from './runs'
export { findSigns } from './signs'
