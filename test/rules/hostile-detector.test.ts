import { rules } from '@tacet/rules'
import { expect, it } from 'vitest'
import { candidateFinder } from '../../packages/scanner/src/detect/candidates.ts'
import { nearMissUnit } from '../helpers/near-miss-text.ts'
import { countSteps } from '../helpers/steps.ts'

const MEGABYTE = 1 << 20
const MOST_STEPS_A_BYTE = 64

it('a scan by all rules of a megabyte that all of them nearly match takes few steps a byte', () => {
  const units = rules.map(nearMissUnit).join('\n')
  const mixed = Buffer.from(units.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(units))))
  const steps = countSteps(() => candidateFinder(rules).find(mixed, 'app.js'))
  expect(steps).toBeGreaterThan(mixed.length)
  expect(steps / mixed.length).toBeLessThan(MOST_STEPS_A_BYTE)
})
