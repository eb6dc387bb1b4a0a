import { find } from './find.ts'
import { protect } from './protect.ts'

const silent = await protect()
const found = await find()
process.exitCode = silent && found ? 0 : 1
