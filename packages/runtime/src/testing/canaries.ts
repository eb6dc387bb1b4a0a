import { randomBytes } from 'node:crypto'
import { createRegistry, type Registry } from '../registry.ts'
import { findLeaks, findLeaksInFiles, type Leak } from './leaks.ts'

export interface CanaryOptions {
  /** Where the canaries are registered, besides what was registered there. A registry of their own unless given. */
  readonly registry?: Registry
  /** The environment that they are put into. `process.env` unless given. */
  readonly env?: Record<string, string | undefined>
}

/** Random values in the place of secrets, and what finds them again. */
export interface Canaries {
  /** By name. */
  readonly values: Readonly<Record<string, string>>
  readonly registry: Registry
  /** Finds them, in any form, in captured output. */
  find(output: string | Uint8Array, where?: string): Leak[]
  /** Finds them in files and in the files of folders: snapshots, logs, what a build made. */
  findInFiles(...paths: string[]): Leak[]
  /** Gives the environment back what it had before. */
  restore(): void
}

/** Bytes of which a canary is made: no two are the same, and none stands in a text by chance. */
const LENGTH = 24

/**
 * Puts random values into variables of the environment, to see where they come out: run the service or the build, and
 * look for them in what it printed and wrote.
 */
export function plantCanaries(names: readonly string[], options: CanaryOptions = {}): Canaries {
  const { registry = createRegistry(), env = process.env } = options
  const before = names.map((name) => [name, env[name]] as const)
  const values = Object.fromEntries(
    names.map((name) => [name, `tacet_${randomBytes(LENGTH).toString('hex')}`]),
  )
  for (const [name, value] of Object.entries(values)) {
    env[name] = value
    registry.add(name, value)
  }
  return {
    values,
    registry,
    find: (output, where = 'the output') => findLeaks(output, where, { registry }),
    findInFiles: (...paths) => findLeaksInFiles(paths, { registry }),
    restore() {
      for (const [name, value] of before) {
        if (value === undefined) delete env[name]
        else env[name] = value
      }
    },
  }
}
