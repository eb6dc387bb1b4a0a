/**
 * How much work regular expressions do while something runs: one step for each time that one is asked, and one for
 * each unit that it passes over in search of a match, or goes through in one. So the count is the same each time.
 */
export function countSteps(run: () => void): number {
  const { exec } = RegExp.prototype
  let steps = 0
  // All that tests, replaces or splits by an expression comes by here.
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    const end = match ? match.index + match[0].length : this.sticky ? from : text.length
    steps += 1 + Math.max(0, end - from)
    return match
  }
  try {
    run()
  } finally {
    RegExp.prototype.exec = exec
  }
  return steps
}
