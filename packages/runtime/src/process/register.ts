import { createRequire } from 'node:module'
import { summaryAtExit } from '../events/summary.ts'
import { defaultRegistry } from '../registry.ts'
import { installGuards } from './guards.ts'

// What `node --import @tacet/runtime/register` runs, before the program.

/** What takes longer to load than all the rest, when it is first needed: most programs start before they print. */
const load = createRequire(import.meta.url)

const names = (list: string | undefined): string[] => list?.split(',').map((name) => name.trim()) ?? []

const { TACET_INCLUDE, TACET_EXCLUDE, TACET_SUMMARY } = process.env
const surroundings = {
  // As they are now: a program may take its secrets out of the environment.
  env: { ...process.env },
  include: names(TACET_INCLUDE),
  exclude: names(TACET_EXCLUDE),
}

defaultRegistry.defer(() => {
  const { discover } = load('../secrets/discover.js') as typeof import('../secrets/discover.ts')
  discover({ ...surroundings, from: ['env', 'mounts', '.env'] })
})
installGuards(defaultRegistry, () => {
  const { responseGuard } = load('./responses.js') as typeof import('./responses.ts')
  return responseGuard(defaultRegistry)
})
if (TACET_SUMMARY === '1') summaryAtExit()
