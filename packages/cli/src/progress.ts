import { type Progress, size } from '@tacet/scanner'
import type { Output } from './terminal.ts'

export interface ProgressBar {
  update(progress: Progress): void
  /** Takes the bar away, until the next update: call it before writing to the same terminal. */
  clear(): void
}

const barWidth = 20
const millisecondsBetweenFrames = 80
const eraseLine = '\r\u001b[K'

const hidden: ProgressBar = { update() {}, clear() {} }

const bar = (share: number): string => {
  const full = Math.round(share * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.floor(share * 100)).padStart(3)}%  `
}

/** The text of a bar, without escapes; no longer than the terminal is wide. */
export const frame = ({ files, bytes, total }: Progress, milliseconds: number, columns: number): string => {
  const share = total === undefined || total === 0 ? undefined : Math.min(1, files / total)
  const counted = total === undefined ? String(files) : `${files}/${total}`
  const rate = milliseconds > 0 ? `  ${size((bytes / milliseconds) * 1000)}/s` : ''
  return `${share === undefined ? '' : bar(share)}${counted} files  ${size(bytes)}${rate}`.slice(
    0,
    columns - 1,
  )
}

/**
 * A progress bar on a terminal; on anything else, one that never shows.
 *
 * @param wanted Whether to show it at all.
 * @param now Milliseconds from any fixed moment.
 */
export const progressBar = (
  output: Output,
  wanted: boolean,
  now: () => number = () => performance.now(),
): ProgressBar => {
  if (!wanted || output.isTTY !== true) return hidden
  const start = now()
  let lastFrame = Number.NEGATIVE_INFINITY
  let shown = false
  return {
    update(progress) {
      const time = now()
      if (time - lastFrame < millisecondsBetweenFrames) return
      lastFrame = time
      shown = true
      output.write(eraseLine + frame(progress, time - start, output.columns || 80))
    },
    clear() {
      if (shown) output.write(eraseLine)
      shown = false
      lastFrame = Number.NEGATIVE_INFINITY
    },
  }
}
