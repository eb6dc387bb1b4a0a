import { createRegistry, redactStream } from '@tacet/runtime'
import { type DiscoverPlace, type Discovery, discover } from '@tacet/runtime/discover'
import { summaryText } from '@tacet/runtime/events'
import { unknownWord, type Values } from './arguments.ts'
import { exitCodeOf, runChild, StartError } from './child-program.ts'
import { showsColor } from './color.ts'
import { CommandError } from './errors.ts'
import { runFailed } from './exit-codes.ts'
import type { RunOptions } from './run-command.ts'
import type { Output, Terminal } from './terminal.ts'

const places: readonly DiscoverPlace[] = ['env', 'mounts', '.env']

const words = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const placesNamed = (list: string): DiscoverPlace[] =>
  words(list).map((word) => {
    const place = places.find((each) => each === word)
    if (place === undefined) throw unknownWord('place of secrets', word, places)
    return place
  })

/** Behind a pipe, programs print no colors unless they are asked to. */
const colorsFor = ({ stdout, stderr, env }: Terminal): Record<string, string> => {
  const told = ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR_FORCE'].some((name) => env[name] !== undefined)
  if (told || !isColorful(stdout) || !isColorful(stderr)) return {}
  return { FORCE_COLOR: '1', CLICOLOR_FORCE: '1' }
}

const isColorful = (output: Output): boolean => output.isTTY === true && showsColor(output)

const announce = async (discovery: Discovery, verbose: boolean, terminal: Terminal): Promise<void> => {
  if (verbose) {
    const { printable } = await import('@tacet/scanner')
    const lines = discovery.toString().split('\n').map(printable)
    terminal.stderr.write(`tacet: ${lines.join('\n')}\n`)
  } else if (discovery.registered.length === 0) {
    terminal.stderr.write('tacet: found no secret, so nothing is redacted: see -v and --include\n')
  }
}

/** Runs a command with its outputs redacted, as the options of `tacet run` say. */
export const runProgram = async (
  values: Values<RunOptions>,
  [file, ...args]: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  if (values['self-test']) {
    const { runSelfTest } = await import('./run-self-test.ts')
    if (!(await runSelfTest(terminal))) return runFailed
    if (file === undefined) return 0
  }
  if (file === undefined) throw new CommandError('usage', 'name the command to run: tacet run -- command')
  const registry = createRegistry()
  const discovery = discover({
    from: placesNamed(values['secrets-from']),
    env: terminal.env,
    include: words(values.include),
    exclude: words(values.exclude),
    registry,
  })
  await announce(discovery, values.verbose, terminal)
  try {
    const ending = await runChild(file, args, {
      terminal,
      env: { ...terminal.env, ...colorsFor(terminal) },
      between: (sink) => redactStream({ registry, sink, interactive: terminal[sink].isTTY === true }),
    })
    if (values.summary) terminal.stderr.write(`tacet: ${summaryText(registry.counts())}\n`)
    if ('signal' in ending) terminal.signals.raise(ending.signal)
    return exitCodeOf(ending)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    terminal.stderr.write(`tacet: ${error.message}\n`)
    return error.code
  }
}
