import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { summaryAtExit } from '../events/summary.ts'
import { defaultRegistry } from '../registry.ts'
import { lookAround } from '../secrets/discover/look-around.ts'
import type * as Recognised from '../secrets/discover/recognised.ts'
import type * as Dotenv from '../secrets/sources/dotenv.ts'
import { installGuards } from './guards.ts'
import { onLoggersLoaded } from './loaded.ts'
import type * as Loggers from './loggers.ts'
import type * as Responses from './responses.ts'

// What `node --import @tacet/runtime/register` runs, before the program.

/**
 * What takes longer to load than all the rest, when it is first needed: most programs start before they print, and the
 * rules are seldom asked. By the names that the bundles have.
 */
const load = createRequire(import.meta.url)

const names = (list: string | undefined): string[] => list?.split(',').map((name) => name.trim()) ?? []

const { TACET_INCLUDE, TACET_EXCLUDE, TACET_SUMMARY } = process.env
const surroundings = {
  // As they are now: a program may take its secrets out of the environment.
  env: { ...process.env },
  include: names(TACET_INCLUDE),
  exclude: names(TACET_EXCLUDE),
}

/** Whether the working folder has `.env` files. */
function hasDotenv(): boolean {
  try {
    return readdirSync('.').some((name) => name.startsWith('.env'))
  } catch {
    return true
  }
}

defaultRegistry.defer(() => {
  lookAround(
    { ...surroundings, from: ['env', 'mounts', '.env'] },
    {
      recognise: (suspect) =>
        (load('../secrets/discover/recognised-bundle.js') as typeof Recognised).recognised(suspect),
      dotenvFamily: (options, nodeEnv) =>
        hasDotenv()
          ? (load('../secrets/sources/dotenv-bundle.js') as typeof Dotenv).dotenvFamily(options, nodeEnv)
          : undefined,
    },
  )
})
installGuards(defaultRegistry, () =>
  (load('./responses-bundle.js') as typeof Responses).responseGuard(defaultRegistry),
)
onLoggersLoaded((name, exports) =>
  (load('./loggers-bundle.js') as typeof Loggers).redactingExports(name, exports, defaultRegistry),
)
if (TACET_SUMMARY === '1') summaryAtExit()
