import { type InspectedConfig, type InspectOptions, inspectConfig, ScanError } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { CommandError, commandError } from '../errors.ts'
import { streamSink, writeWhole } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import type { ConfigOptions } from './commands.ts'

/**
 * Reads the configurations that a command is about.
 *
 * @throws CommandError
 */
export const inspect = async (
  { config }: Pick<Values<ConfigOptions>, 'config'>,
  operands: readonly string[],
  more: InspectOptions = {},
): Promise<{ readonly path: string; readonly inspected: InspectedConfig }> => {
  const [path = '.', ...others] = operands
  if (others.length > 0) throw new CommandError('usage', 'one path is enough: run it once for each')
  try {
    return { path, inspected: await inspectConfig({ ...more, path, config }) }
  } catch (error) {
    throw error instanceof ScanError ? commandError(error) : error
  }
}

/** Writes the answer of a command. */
export const print = (text: string, { stdout }: Terminal): Promise<void> =>
  writeWhole(streamSink(stdout), text)

/** Rows with their cells one below the other. */
export const aligned = (rows: readonly (readonly string[])[], indent = ''): string => {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  }
  return rows
    .map((row) => `${indent}${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}
