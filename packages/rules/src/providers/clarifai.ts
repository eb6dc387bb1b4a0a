import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clarifai = defineRules('Clarifai', () => [
  {
    id: 'clarifai-api-key',
    title: 'Clarifai API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['clarifai'], label: 'CLARIFAI_API_KEY' },
    reference: 'https://docs.clarifai.com/',
    nearMisses: [replacing('CLARIFAI_API_KEY', 'CLARIFAI_REGION')],
  },
])
