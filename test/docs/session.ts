import { type ChildProcess, spawn } from 'node:child_process'
import { builtCli } from '../helpers/built-cli.ts'

/** A command of a `console` block, and the lines that the page says come out. */
export interface Step {
  readonly command: string
  readonly lines: readonly string[]
}

/** What a command came to: its output, standard error included. */
export interface Outcome {
  readonly command: string
  readonly output: string
}

export function stepsOf(block: string): Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command, ...lines] = text.trimEnd().split('\n')
      return { command: command!, lines }
    })
}

/** A regular expression for what a page says comes out, where `…` stands for what varies within a line. */
export function pattern(lines: readonly string[]): RegExp {
  const escaped = lines.join('\n').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('…', '.*')}$`)
}

/**
 * Types the commands of a `console` block, one after the other, as a reader would: `node`, `npx tacet`, `curl` of an
 * address, and `echo $?`. A command that ends in `&` goes on until the last one is done; the next one is typed when
 * it has printed what the page says.
 */
export async function runSession(
  steps: readonly Step[],
  folder: string,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const running: ChildProcess[] = []
  const outcomes: Outcome[] = []
  let status: number | null = 0
  try {
    for (const { command, lines } of steps) {
      const words = command.split(' ')
      const background = words.at(-1) === '&'
      let output: string
      if (command === 'echo $?') output = String(status)
      else if (words[0] === 'curl') {
        const method = words.includes('-X') ? words[words.indexOf('-X') + 1]! : 'GET'
        output = await (await fetch(words.at(-1)!, { signal, method })).text()
      } else {
        const child = start(background ? words.slice(0, -1) : words, folder, signal)
        if (background) running.push(child)
        output = await (background ? printed(child, lines.length) : printed(child))
        if (!background) status = child.exitCode
      }
      outcomes.push({ command, output: portable(output.trimEnd()) })
    }
  } finally {
    for (const child of running) child.kill()
  }
  return outcomes
}

/** Absolute paths of Windows as other systems write them. */
function portable(text: string): string {
  return text.replace(/\b[A-Z]:\\[\w.\\-]*/g, (path) => path.slice(2).replaceAll('\\', '/'))
}

function start(words: readonly string[], cwd: string, signal: AbortSignal): ChildProcess {
  const rest = words.findIndex((word) => !/^[A-Z_]+=/.test(word))
  const env = Object.fromEntries(words.slice(0, rest).map((word) => word.split('=') as [string, string]))
  const [tool, ...args] = words.slice(rest)
  const arrangement =
    tool === 'node' ? args : tool === 'npx' && args[0] === 'tacet' ? [builtCli, ...args.slice(1)] : []
  if (arrangement.length === 0) throw new Error(`The tests cannot type: ${words.join(' ')}`)
  return spawn(process.execPath, arrangement, {
    cwd,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...(process.env.PATH !== undefined && { PATH: process.env.PATH }), ...env },
  })
}

/** What the command prints until it ends, or until there are so many lines. */
function printed(child: ChildProcess, lineCount = Number.POSITIVE_INFINITY): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (output.split('\n').length > lineCount) resolve(output)
      })
    }
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}
