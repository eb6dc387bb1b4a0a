export { type Readiness, type ReadinessOptions, readinessCheck } from './readiness.ts'
export { type RedactProcessOptions, redactProcess } from './redact-process.ts'
export { type ExitTest, type SelfTest, selfTest } from './self-test.ts'
