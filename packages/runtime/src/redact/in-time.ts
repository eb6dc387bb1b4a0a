import type { StreamRedactor } from '@tacet/core'

/** In milliseconds: less than a person notices, and more than a program takes between two writes of one text. */
const PATIENCE = 5

/** Bytes. A prompt seldom ends with more of what some secret begins with, and two bytes tell nothing of one. */
const RELEASED = 2

/**
 * Lets go of what is held back when nothing comes for a while, but for what may be more than the first bytes of a
 * secret: somebody may be waiting at the end of a prompt.
 *
 * @param leave takes what leaves
 * @param isBusy whether what left before is still on its way, and would be overtaken
 * @returns to be called after each push, and at the end
 */
export function releaseInTime(
  redactor: StreamRedactor<Uint8Array>,
  leave: (bytes: Uint8Array) => void,
  isBusy = () => false,
): { pushed(): void; ended(): void } {
  let timer: NodeJS.Timeout | undefined
  const wait = (): void => {
    timer = setTimeout(release, PATIENCE).unref()
  }
  const release = (): void => {
    timer = undefined
    if (isBusy()) wait()
    else {
      const bytes = redactor.release(RELEASED)
      if (bytes.length > 0) leave(bytes)
    }
  }
  const ended = (): void => {
    if (timer) clearTimeout(timer)
    timer = undefined
  }
  return {
    pushed() {
      ended()
      if (redactor.isHolding) wait()
    },
    ended,
  }
}
