export { type NameKind, nameKind } from './names.ts'
export { genericRules } from './rules.ts'
export { keyConfidence } from './values.ts'
