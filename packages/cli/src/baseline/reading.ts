import { ScanError } from '@tacet/scanner'
import { commandError } from '../errors.ts'

/**
 * What is read of a baseline.
 *
 * @throws CommandError when it cannot be
 */
export const reading = <Value>(read: () => Value): Value => {
  try {
    return read()
  } catch (error) {
    if (error instanceof ScanError) throw commandError(error)
    throw error
  }
}
