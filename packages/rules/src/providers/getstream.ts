import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const getstream = defineRules('Stream', () => [
  {
    id: 'stream-api-secret',
    title: 'Stream API secret',
    severity: 'high',
    parts: chars('lowerAlnum', 64),
    context: { words: ['getstream', 'stream_api'], label: 'STREAM_API_SECRET' },
    reference: 'https://getstream.io/docs/',
    nearMisses: [replacing('STREAM_API_SECRET', 'STREAM_VERSION')],
  },
])
