import { describe, expect, it } from 'vitest'
import { hostileUnits, share, stepsOf } from './hostile-texts.ts'
import { nearMissUnit } from './near-miss-text.ts'

const MEGABYTE = 1 << 20
const SIXTEENTH = MEGABYTE / 16
const HOSTILE = 4 << 10
const MOST_STEPS_A_BYTE = 64
/** Values that look like secrets, one beside the other, are all judged. */
const MOST_STEPS_WHERE_ALL_IS_JUDGED = 192
// The ends of a text cost less than what is between them.
const TOLERANCE = 1.03

const repeated = (unit: string, bytes: number): string =>
  unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)))

/** Tests of one of several shares of the rules: no text of a megabyte takes a rule more steps than it is long. */
export function testMegabytes(shares: number, index: number): void {
  describe.each(share(shares, index))('%s', (_id, rule) => {
    const steps = stepsOf(rule)

    it('takes for a megabyte of its near misses 16 times what it takes for a sixteenth', () => {
      const unit = nearMissUnit(rule)
      const part = repeated(unit, SIXTEENTH)
      const [little, all] = [steps(part), steps(part.repeat(16))]
      expect(all.bytes).toBeGreaterThanOrEqual(MEGABYTE)
      expect(little.steps).toBeGreaterThan(0)
      expect(all.steps / little.steps).toBeLessThan(16 * TOLERANCE)
      expect(all.steps / all.bytes).toBeLessThan(MOST_STEPS_A_BYTE)
    })

    it('takes few steps a byte for what is bad for it in other ways', () => {
      const costly = hostileUnits(rule).flatMap(([name, unit]) => {
        const { steps: taken, bytes } = steps(repeated(unit, HOSTILE))
        return taken / bytes > MOST_STEPS_WHERE_ALL_IS_JUDGED ? [`${name}: ${Math.round(taken / bytes)}`] : []
      })
      expect(costly).toEqual([])
    })
  })
}
