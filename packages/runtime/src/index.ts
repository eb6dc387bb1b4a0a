export { redactJson } from './redact/json.ts'
export { redactStream } from './redact/stream.ts'
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
export { type LoadOptions, loadSecrets, type Secrets, SecretsError } from './secrets/load.ts'
export { Secret, type SecretValue } from './secrets/secret.ts'
export { env } from './secrets/sources/env.ts'
export { type FileOptions, FileSecret, file } from './secrets/sources/file.ts'
export type { Missing, Optional, Source } from './secrets/sources/source.ts'
