import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const klingai = defineRules('Kling AI', () => [
  {
    id: 'kling-ai-key',
    title: 'Kling AI access or secret key',
    severity: 'high',
    parts: chars('alnum', 32),
    context: { words: ['kling_', 'klingai', 'kling-'], label: 'KLING_SECRET_KEY' },
    reference: 'https://app.klingai.com/global/dev/document-api',
    nearMisses: [replacing('KLING_SECRET_KEY', 'KLING_REGION')],
  },
])
