// What a name and a value say without any rule: loaded by itself, since the rules are many.
export { type NameKind, nameKind } from './generic/names.ts'
export { keyConfidence } from './generic/values.ts'
