import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Builds the packages once, before any test: those that start processes run what is published. All others load the
 * sources.
 */
export function setup(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/build.mjs', 'packages/cli', 'packages/runtime'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`the packages do not compile:\n${stdout}`)
}
