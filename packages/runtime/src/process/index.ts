export { type RedactProcessOptions, redactProcess } from './redact-process.ts'
export { type ExitTest, type SelfTest, selfTest } from './self-test.ts'
