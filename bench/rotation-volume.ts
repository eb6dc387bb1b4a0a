import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { makeSecrets } from './secrets.ts'

export const names = ['user', 'password', 'token'] as const

/** How many sets of values there are to rotate between. */
export const SETS = 300

const values = makeSecrets(SETS * names.length)
let generations = 0

/** The values of a set, in the order of the names. */
export function valuesOf(set: number): string[] {
  return values.slice(set * names.length, (set + 1) * names.length)
}

/** Publishes a set of values. */
export function publish(volume: string, set: number): void {
  const values = valuesOf(set)
  publishFiles(
    volume,
    names.map((name, index) => [name, values[index]!]),
  )
}

/** Publishes files as the kubelet does: with `..data` pointed at another folder, in one step. */
export function publishFiles(
  volume: string,
  files: readonly (readonly [name: string, text: string])[],
): void {
  const data = join(volume, '..data')
  const before = target(data)
  const folder = `..generation_${threadId}_${++generations}`
  mkdirSync(join(volume, folder))
  for (const [name, text] of files) writeFileSync(join(volume, folder, name), text)
  symlinkSync(folder, `${data}_tmp`)
  renameSync(`${data}_tmp`, data)
  if (before) rmSync(join(volume, before), { recursive: true })
  else for (const [name] of files) symlinkSync(join('..data', name), join(volume, name))
}

function target(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}
