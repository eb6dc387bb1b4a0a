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
import { benchScan } from './scan.ts'

const benches = {
  matcher: benchMatcher,
  pino: benchPino,
  loggers: benchLoggers,
  express: benchExpress,
  http: benchHttp,
  scan: benchScan,
  history: benchHistory,
  load: benchLoad,
  rules: benchRules,
  rotation: benchRotation,
  register: benchRegister,
  kept: benchKept,
}

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  console.log(`Node ${process.version}. Times are medians; ratios compare within one round.`)
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length === 0 || positionals.includes(name)) await bench()
  }
}
