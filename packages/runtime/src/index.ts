export { redactJson } from './redact/json.ts'
export { type RedactStreamOptions, redactStream } from './redact/stream.ts'
export { type RedactOptions, redactBytes, redactText } from './redact/text.ts'
export { type RedactValueOptions, redactValue } from './redact/value.ts'
export {
  createRegistry,
  defaultRegistry,
  type RedactionCount,
  type RedactionEvent,
  type Registration,
  type Registry,
  type RegistryOptions,
  type WithheldEvent,
} from './registry.ts'
export { auditReveals, type RevealAudit, type RevealCount, type RevealEvent } from './secrets/audit.ts'
export { type CheckOptions, checkSecrets, type SecretState, type SecretStatus } from './secrets/check.ts'
export type { Definition, Found, Problem, ProblemKind } from './secrets/definition.ts'
export { problemText, SecretsError, SecretsUsageError } from './secrets/errors.ts'
export { type LoadOptions, loadSecrets, type Secrets } from './secrets/load.ts'
export { json, type NumberOptions, number, type UrlOptions, url } from './secrets/parsers.ts'
export {
  type Definitions,
  type Outcome,
  type Reading,
  type ReadResult,
  readSecrets,
  reservedKeys,
} from './secrets/read.ts'
export { SecretsUnstableError } from './secrets/rotate/generation.ts'
export type { Rotating, RotationEvent, RotationFailedEvent } from './secrets/rotate/rotation.ts'
export type { RotationListener } from './secrets/rotate/subscribers.ts'
export type { RotateOptions } from './secrets/rotate/watcher.ts'
export { type ScrubOptions, scrubEnvironment } from './secrets/scrub.ts'
export { Secret, SecretDisposedError, type SecretValue } from './secrets/secret.ts'
export type { DotenvOptions } from './secrets/sources/dotenv.ts'
export { type EnvOptions, env } from './secrets/sources/env.ts'
export { type FileOptions, FileSecret, file } from './secrets/sources/file.ts'
export type { ReadOptions, Source } from './secrets/sources/surroundings.ts'
