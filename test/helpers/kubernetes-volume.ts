import { existsSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

let generations = 0

/**
 * Publishes files in a folder as the kubelet does in a volume: a folder of their own, to which `..data` is pointed in
 * one step, and a link through `..data` for each. The folder before is removed.
 */
export function publish(volume: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const generation = `..generation_${++generations}`
  mkdirSync(join(volume, generation), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(volume, generation, name), content)
  const data = join(volume, '..data')
  const before = existsSync(data) ? readlinkSync(data) : undefined
  symlinkSync(generation, `${data}_tmp`)
  renameSync(`${data}_tmp`, data)
  for (const name of Object.keys(files)) {
    if (!existsSync(join(volume, name))) symlinkSync(join('..data', name), join(volume, name))
  }
  if (before) rmSync(join(volume, before), { recursive: true })
}
