export { parts } from './parts.ts'
export { type SecretForm, secretForms } from './secret-forms.ts'
export type { Part, PartKind } from './types.ts'
