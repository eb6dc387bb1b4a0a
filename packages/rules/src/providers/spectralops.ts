import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const spectralops = defineRules('SpectralOps', () => [
  {
    id: 'spectralops-dsn-token',
    title: 'SpectralOps DSN token',
    severity: 'medium',
    parts: ['spu-', chars('lowerAlnum', 32)],
    reference: 'https://spectralops.io/',
    nearMisses: [replacing('spu-', 'spx-')],
  },
])
