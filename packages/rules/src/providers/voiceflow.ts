import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const voiceflow = defineRules('Voiceflow', () => [
  {
    id: 'voiceflow-api-key',
    title: 'Voiceflow API key',
    severity: 'medium',
    parts: ['VF.', optional(oneOf('DM.', 'WS.')), chars('hex', 24), '.', chars('alnum', 16)],
    reference: 'https://docs.voiceflow.com/',
    nearMisses: [replacing('VF.', 'VX.')],
  },
])
