export { findKeywords, makeIndex } from './keywords'
export { reserve, stoppedAt } from './memory'
export { findRuns, findSigns } from './signs'
