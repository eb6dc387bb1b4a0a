import { describeProcessAdapter } from '../contract/process-adapter.ts'
import { builtCli } from '../helpers/built-cli.ts'

describeProcessAdapter({
  name: 'tacet run',
  arguments: (program) => [builtCli, 'run', '--', process.execPath, program],
})
