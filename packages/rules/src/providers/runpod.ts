import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const runpod = defineRules('RunPod', () => [
  {
    id: 'runpod-api-key',
    title: 'RunPod API key',
    severity: 'high',
    parts: ['rpa_', chars('upperAlnum', 40), chars('alnum', 6)],
    reference: 'https://docs.runpod.io/get-started/api-keys',
    nearMisses: [replacing('rpa_', 'rpx_')],
  },
])
