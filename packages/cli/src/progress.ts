import { type Progress, size } from '@tacet/scanner'
import type { Output } from './terminal.ts'

export interface ProgressBar {
  update(progress: Progress): void
  /** Takes the bar away, until the next update: call it before writing to the same terminal. */
  clear(): void
}

const barWidth = 20
const millisecondsBetweenFrames = 80
const millisecondsBetweenLines = 10_000
/** Before, the rate says little of what is to come. */
const millisecondsToEstimate = 2000
const eraseLine = '\r\u001b[K'

export const noProgress: ProgressBar = { update() {}, clear() {} }

const bar = (share: number): string => {
  const full = Math.round(share * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.floor(share * 100)).padStart(3)}%  `
}

const shareOf = ({ files, total }: Progress): number | undefined =>
  total === undefined || total === 0 ? undefined : Math.min(1, files / total)

const timeOf = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** How far a scan has come after so many milliseconds, how fast it is and when it should end. */
export const progressText = (progress: Progress, milliseconds: number): string => {
  const { files, bytes, total } = progress
  const counted = total === undefined ? String(files) : `${files}/${total}`
  const rate = milliseconds > 0 ? `  ${size((bytes / milliseconds) * 1000)}/s` : ''
  const share = shareOf(progress) ?? 0
  const left =
    share > 0 && share < 1 && milliseconds >= millisecondsToEstimate
      ? `  ${timeOf((milliseconds / share) * (1 - share))} left`
      : ''
  return `${counted} files  ${size(bytes)}${rate}${left}`
}

/** The text of a bar, without escapes; no longer than the terminal is wide. */
export const frame = (progress: Progress, milliseconds: number, columns: number): string => {
  const share = shareOf(progress)
  return `${share === undefined ? '' : bar(share)}${progressText(progress, milliseconds)}`.slice(
    0,
    columns - 1,
  )
}

/**
 * A line now and then, for a log that somebody watches.
 *
 * @param now Milliseconds from any fixed moment.
 */
export const progressLines = (output: Output, now: () => number = () => performance.now()): ProgressBar => {
  const start = now()
  let lastLine = start
  return {
    update(progress) {
      const time = now()
      if (time - lastLine < millisecondsBetweenLines) return
      lastLine = time
      output.write(`tacet: ${progressText(progress, time - start)}\n`)
    },
    clear() {},
  }
}

/**
 * A progress bar, on a terminal.
 *
 * @param now Milliseconds from any fixed moment.
 */
export const progressBar = (output: Output, now: () => number = () => performance.now()): ProgressBar => {
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
