import { parseArgs } from 'node:util'
import { benchExpress } from './express.ts'
import { benchHistory } from './history.ts'
import { benchHttp } from './http.ts'
import { benchKept } from './kept.ts'
import { benchLoad } from './load.ts'
import { benchLoggers } from './loggers.ts'
import { benchMatcher } from './matcher.ts'
import { benchPino } from './pino.ts'
import { benchRegister } from './register.ts'
import { benchRotation } from './rotation.ts'
import { benchRules } from './rules.ts'
import { benchRun } from './run.ts'
import { benchScan } from './scan.ts'
import { benchSoak } from './soak.ts'
import { benchWs } from './ws.ts'

/** By the name that is given on the command line. */
const benches = {
  matcher: benchMatcher,
  pino: benchPino,
  loggers: benchLoggers,
  express: benchExpress,
  http: benchHttp,
  ws: benchWs,
  scan: benchScan,
  history: benchHistory,
  load: benchLoad,
  rules: benchRules,
  rotation: benchRotation,
  register: benchRegister,
  run: benchRun,
  kept: benchKept,
  soak: () => benchSoak(minutes),
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' } },
})
const minutes = Number(values.minutes)
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0 || !(minutes > 0)) {
  const names = Object.keys(benches).join(', ')
  console.error(`usage: bench [NAME …] [--minutes N]; the minutes are for soak; the names are: ${names}`)
  process.exitCode = 2
} else {
  console.log(`Node ${process.version}. Times are medians; ratios compare within one round.`)
  for (const [name, bench] of Object.entries(benches)) {
    // It takes minutes, so it runs when it is asked for.
    if (positionals.length === 0 ? name !== 'soak' : positionals.includes(name)) await bench()
  }
}
