import { day, percent } from './axis.ts'
import type { Stay } from './timeline.ts'

interface Step {
  readonly time: number
  readonly count: number
}

/** How many secrets stood in the repository, from each time on at which that changed. A secret in two places is one. */
const stepsOf = (stays: readonly Stay[]): Step[] => {
  const changes = stays
    .flatMap(({ finding: { fingerprint }, came, went, stands }) => [
      { time: came, fingerprint, by: 1 },
      ...(stands ? [] : [{ time: went ?? came, fingerprint, by: -1 }]),
    ])
    // One that came and went at once was there.
    .sort((a, b) => a.time - b.time || b.by - a.by)
  const places = new Map<string, number>()
  const steps: Step[] = []
  for (const { time, fingerprint, by } of changes) {
    const left = (places.get(fingerprint) ?? 0) + by
    if (left > 0) places.set(fingerprint, left)
    else places.delete(fingerprint)
    steps.push({ time, count: places.size })
  }
  return steps
}

/** A chart of how many secrets stood there over time, and the same in words. */
export const exposure = (stays: readonly Stay[], from: number, to: number): string => {
  const steps = stepsOf(stays)
  const peak = steps.reduce((most, step) => (step.count > most.count ? step : most))
  const height = (count: number): string => (100 - (count / peak.count) * 100).toFixed(2)
  const path = steps.map(({ time, count }) => `H${percent(time, from, to).toFixed(2)}V${height(count)}`)
  const now = steps.at(-1)!.count
  const words = `At most ${peak.count} at a time, on ${day(peak.time)}; ${now === 0 ? 'none' : now} now.`
  return `<figure>
<svg class="exposure" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><path d="M0 100${path.join('')}H100V100Z"/></svg>
<figcaption>How many different secrets stood there over time. ${words}</figcaption>
</figure>
`
}
