export { serviceRules } from './credential.ts'
