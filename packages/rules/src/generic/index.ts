export { genericRules } from './rules.ts'
