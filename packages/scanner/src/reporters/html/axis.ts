const dayLength = 86_400_000

/** Months between two marks: the least that leaves no more marks than can be read. */
const steps = [1, 3, 6, 12, 24, 60, 120, 600]
const mostMarks = 7

/** A day of the calendar, in UTC. */
export const day = (time: number): string => new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length)

/** Where a time stands between two others, from 0 to 100. */
export const percent = (time: number, from: number, to: number): number =>
  to > from ? ((time - from) / (to - from)) * 100 : 0

/** The starts of months between two times, evenly apart and not too many. */
const marks = (from: number, to: number): number[] => {
  const first = new Date(from)
  for (const step of steps) {
    const found: number[] = []
    const start = Math.floor(first.getUTCMonth() / step) * step
    for (let month = start; ; month += step) {
      const time = Date.UTC(step < 12 ? first.getUTCFullYear() : yearOf(first, step), month)
      if (time > to || found.length > mostMarks) break
      if (time > from) found.push(time)
    }
    if (found.length <= mostMarks) return found
  }
  return []
}

// A mark for every fifth year is at 2020 and 2025.
const yearOf = (time: Date, months: number): number => {
  const years = months / 12
  return Math.floor(time.getUTCFullYear() / years) * years
}

/** What every bar has behind it, defined once: a line for each mark; and the days that the marks stand for. */
export const axis = (from: number, to: number): string => {
  const at = marks(from, to).map((time) => ({ time, x: `${percent(time, from, to).toFixed(2)}%` }))
  const lines = at.map(({ x }) => `<line x1="${x}" x2="${x}" y2="100%"/>`).join('')
  // Nearer to an end they would be cut.
  const labels = at
    .filter(({ time }) => Math.abs(percent(time, from, to) - 50) < 42)
    .map(({ time, x }) => `<text x="${x}" y="80%">${day(time).slice(0, 'yyyy-mm'.length)}</text>`)
    .join('')
  const days = Math.max(1, Math.round((to - from) / dayLength))
  return `<svg width="0" height="0" aria-hidden="true"><defs><symbol id="ticks">${lines}</symbol></defs></svg>
<p class="soft">From ${day(from)} to ${day(to)}, ${days === 1 ? '1 day' : `${days} days`}.</p>
<svg class="axis" aria-hidden="true">${labels}</svg>
`
}
