import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const logfire = defineRules('Pydantic Logfire', () => [
  {
    id: 'logfire-token',
    title: 'Pydantic Logfire token',
    severity: 'medium',
    parts: ['pylf_v', chars('digits', 1), oneOf('_us_', '_eu_', '_'), chars('alnum', 40, 64)],
    reference: 'https://logfire.pydantic.dev/docs/how-to-guides/create-write-tokens/',
    nearMisses: [replacing('pylf_', 'pyrf_')],
  },
])
