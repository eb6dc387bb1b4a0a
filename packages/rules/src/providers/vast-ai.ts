import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vastAi = defineRules('Vast.ai', () => [
  {
    id: 'vast-ai-api-key',
    title: 'Vast.ai API key',
    severity: 'high',
    parts: chars('hex', 64),
    context: { words: ['vastai', 'vast.ai', 'vast_ai', 'vast_api'], label: 'VAST_API_KEY' },
    reference: 'https://docs.vast.ai/',
    nearMisses: [replacing('VAST_API_KEY', 'VAST_VERSION')],
  },
])
