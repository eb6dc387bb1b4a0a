export { type EgressOptions, guardEgress } from './guard-egress.ts'
export { EgressError, type EgressEvent, type EgressTable } from './policy.ts'
