import { defaultRegistry, type Registry } from '../registry.ts'
import { installGuards } from './guards.ts'
import { responseGuard } from './responses.ts'

export interface RedactProcessOptions {
  /** The secrets to redact. The default registry unless given. */
  readonly registry?: Registry
  /** Whether the responses of `node:http` servers are redacted as well. They are unless it is `false`. */
  readonly responses?: boolean
}

/**
 * Redacts what this process emits, for as long as it lives: standard output and standard error, by whichever function
 * of Node they are written; the exceptions and warnings that Node prints; diagnostic reports; responses of HTTP
 * servers. To be called as early as can be, as `node --import @tacet/runtime/register` does. A second call changes
 * nothing.
 *
 * Not covered: what addons and child processes write to the descriptors themselves, and `FileHandle`s.
 *
 * @throws TypeError when the process is redacted with another registry already
 */
export function redactProcess(options: RedactProcessOptions = {}): void {
  const { registry = defaultRegistry, responses = true } = options
  installGuards(registry, responses ? () => responseGuard(registry) : undefined)
}
