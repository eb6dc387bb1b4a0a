import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const livekit = defineRules('LiveKit', () => [
  {
    id: 'livekit-api-secret',
    title: 'LiveKit API secret',
    severity: 'high',
    parts: chars('alnum', 43, 44),
    context: { words: ['livekit'], label: 'LIVEKIT_API_SECRET' },
    reference: 'https://docs.livekit.io/',
    nearMisses: [replacing('LIVEKIT_API_SECRET', 'LIVEKIT_REGION')],
  },
])
