import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Stats } from 'node:fs'
import { access, appendFile, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { CommandError, codeOf } from './errors.ts'

/** Where a report goes. */
export interface Sink {
  /** Whether the report is seen as it is written, on a screen or at the end of a pipe. */
  readonly isStream: boolean
  write(chunk: string): Promise<void>
  /** Called once, when the report is whole. */
  close(): Promise<void>
}

/** The reader of a pipe went away, as `head` does: no failure, but there is no one left to write to. */
export class ClosedPipeError extends Error {
  override readonly name = 'ClosedPipeError'
}

const outputError = (what: string, error: unknown): CommandError =>
  new CommandError(
    'output',
    `cannot write ${what} (${codeOf(error)}): check that there is room and that you may write there`,
    { cause: error },
  )

/** Writes to a stream, no faster than it takes the chunks. */
export const streamSink = (stream: Writable): Sink => {
  let failure: Error | undefined
  stream.on('error', (error) => {
    failure ??=
      codeOf(error) === 'EPIPE' ? new ClosedPipeError('', { cause: error }) : outputError('the report', error)
  })
  return {
    isStream: true,
    async write(chunk) {
      if (failure === undefined && !stream.write(chunk)) {
        await once(stream, 'drain').catch(() => undefined)
      }
      if (failure !== undefined) throw failure
    },
    async close() {
      // A pipe tells that it is closed only after a write, so the last one is waited for.
      await new Promise<void>((done) => stream.write('', () => done()))
      if (failure !== undefined) throw failure
    },
  }
}

const checkWritable = async (named: string, file: string, status: Stats | undefined): Promise<void> => {
  if (status?.isDirectory()) {
    throw new CommandError('output', `cannot write ${named}: it is a folder; name a file`)
  }
  const folder = dirname(file)
  try {
    await access(status === undefined ? folder : file, constants.W_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw outputError(named, error)
    const advice = `the folder ${folder} does not exist; create it first`
    throw new CommandError('output', `cannot write ${named}: ${advice}`, { cause: error })
  }
}

const replace = async (file: string, chunks: readonly string[], mode: number): Promise<void> => {
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, chunks, { flag: 'wx', mode })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/**
 * Writes to a file, whole or not at all: the report is kept until it is closed, then written beside the file
 * and moved over it. So a scan never meets its own half-written report. What is no regular file, such as
 * /dev/stderr, is written to as it is.
 *
 * @param named The file, as the user named it.
 * @param mode The permissions of the file, less the umask.
 * @throws CommandError with the code `output`, at once when it can be seen that the file cannot be written.
 */
export const fileSink = async (named: string, mode: number): Promise<Sink> => {
  const file = await realpath(named).catch(() => resolve(named))
  const status = await stat(file).catch(() => undefined)
  await checkWritable(named, file, status)
  const isRegular = status?.isFile() ?? true
  const chunks: string[] = []
  return {
    isStream: false,
    async write(chunk) {
      chunks.push(chunk)
    },
    async close() {
      try {
        await (isRegular ? replace(file, chunks, mode) : writeFile(file, chunks))
      } catch (error) {
        throw outputError(named, error)
      }
    },
  }
}

/**
 * Adds to the end of a file, which others write to as well.
 *
 * @throws CommandError with the code `output`
 */
export const appendTo = async (named: string, text: string): Promise<void> => {
  try {
    await appendFile(named, text)
  } catch (error) {
    throw outputError(named, error)
  }
}

/** Writes a text that is at hand as a whole. A reader who has seen enough of it is no failure. */
export const writeWhole = async (sink: Sink, text: string): Promise<void> => {
  try {
    await sink.write(text)
    await sink.close()
  } catch (error) {
    if (!(error instanceof ClosedPipeError)) throw error
  }
}
