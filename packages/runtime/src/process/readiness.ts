import { defaultRegistry, type Registry } from '../registry.ts'
import { installedGuards } from './guards.ts'
import { type SelfTest, selfTest } from './self-test.ts'

export interface ReadinessOptions {
  /** The default registry unless given. */
  readonly registry?: Registry
  /** Names that have to be redacted. Without them, there has to be any. */
  readonly secrets?: readonly string[]
}

/** Whether a service may be given requests. */
export interface Readiness {
  readonly ready: boolean
  /** Why not, in words, without a value. */
  readonly problems: readonly string[]
}

/**
 * Makes a check for the readiness probe of a service: that its secrets are redacted, that none was refused, and, where
 * the process is redacted, that all its exits are covered. These are tried the first time, by `selfTest`; after that a
 * check costs next to nothing.
 */
export function readinessCheck(options: ReadinessOptions = {}): () => Promise<Readiness> {
  const { registry = defaultRegistry, secrets = [] } = options
  let tested: Promise<SelfTest> | undefined
  return async () => {
    const problems = secretProblems(registry, secrets)
    if (installedGuards()) {
      tested ??= selfTest()
      for (const { exit, covered, reason } of (await tested).exits)
        if (!covered) problems.push(`${exit}: ${reason ?? 'it is not covered'}`)
    }
    return { ready: problems.length === 0, problems }
  }
}

function secretProblems(registry: Registry, secrets: readonly string[]): string[] {
  const names = new Set(registry.names())
  const refused = registry.registrations().filter(({ registered }) => !registered)
  const missing = secrets.filter((name) => !names.has(name) && !refused.some((each) => each.name === name))
  return [
    ...(names.size === 0 && secrets.length === 0 ? ['no secret is redacted'] : []),
    ...missing.map((name) => `${name} is not redacted: it is not registered`),
    ...refused.map(({ name, reason }) => `a value of ${name} is not redacted: ${reason}`),
  ]
}
