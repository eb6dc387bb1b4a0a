import { styleText } from 'node:util'
import type { Output } from './terminal.ts'

/** Whether to style what is written to a stream: as Node decides it, by the stream, NO_COLOR and FORCE_COLOR. */
export const showsColor = (stream: Output): boolean => styleText('red', 'x', { stream }) !== 'x'
