import { dirname, resolve } from 'node:path'
import { type Definitions, type Reading, type ReadResult, readSecrets } from '../read.ts'
import type { Secret } from '../secret.ts'
import { type ReadOptions, settled } from '../sources/surroundings.ts'
import { readWhole } from './generation.ts'
import { type Fresh, type Rotating, rotation } from './rotation.ts'
import type { RotateOptions } from './watcher.ts'

/** A reading, and how to keep what was made of it up to date. */
export interface Loading extends ReadResult {
  /**
   * @param register has what was read redacted
   * @param refuse throws when what was read cannot be used
   */
  rotating(
    secrets: Readonly<Record<string, Secret<unknown> | undefined>>,
    steps: {
      readonly register: (readings: readonly Reading[]) => void
      readonly refuse: (readings: readonly Reading[]) => void
    },
    options: RotateOptions | undefined,
  ): Rotating
}

/** Reads the secrets, all of one generation. */
export function beginLoading(definitions: Definitions, given: ReadOptions): Loading {
  const options = settled(given)
  const { root } = options
  const names = Object.values(definitions).flatMap((definition) =>
    definition?.kind === 'file' ? definition.name : [],
  )
  // Few folders hold many files.
  const folders = new Set(names.map((name) => dirname(name)))
  const volumes = names.length > 0 ? [...new Set(['.', ...folders].map((name) => resolve(root, name)))] : []
  const first = readWhole(volumes, () => readSecrets(definitions, options))

  return {
    ...first,
    rotating(secrets, { register, refuse }, rotate) {
      let readings = first.readings
      return rotation(
        {
          secrets,
          watched: () => ({
            files: [...names.map((name) => resolve(root, name)), ...first.dotenvFiles],
            folders: [...new Set([...volumes, ...first.dotenvFiles.map((path) => dirname(path))])],
          }),
          first: () => freshOf(first.readings),
          read() {
            const next = readWhole(volumes, () => readSecrets(definitions, again(options, readings)))
            refuse(next.readings)
            readings = next.readings
            return freshOf(readings)
          },
          register: (keys) => register(readings.filter(({ key }) => keys.has(key))),
        },
        rotate,
      )
    },
  }
}

/** Variables that are gone, as after `scrubEnvironment`, count as unchanged: nobody else can have deleted them. */
function again(options: ReadOptions, readings: readonly Reading[]): ReadOptions {
  const { env = process.env } = options
  const kept: Record<string, string> = {}
  for (const { definition, outcome } of readings) {
    if (outcome.status !== 'found' || outcome.found.origin !== 'the environment') continue
    if (typeof outcome.found.raw === 'string') kept[definition.name] = outcome.found.raw
  }
  return { ...options, env: { ...kept, ...env } }
}

function freshOf(readings: readonly Reading[]): Map<string, Fresh> {
  const fresh = new Map<string, Fresh>()
  for (const { key, outcome } of readings) {
    if (outcome.status === 'found') fresh.set(key, { raw: outcome.found.raw, value: outcome.value })
    if (outcome.status === 'default') fresh.set(key, { raw: outcome.value, value: outcome.value })
  }
  return fresh
}
