import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const deepgram = defineRules('Deepgram', () => [
  {
    id: 'deepgram-api-key',
    title: 'Deepgram API key',
    severity: 'high',
    parts: chars('hex', 40),
    context: { words: ['deepgram'], label: 'DEEPGRAM_API_KEY' },
    reference: 'https://developers.deepgram.com/docs/create-additional-api-keys',
    nearMisses: [replacing('DEEPGRAM_API_KEY', 'DEEPGRAM_COMMIT')],
  },
])
