import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ollama = defineRules('Ollama', () => [
  {
    id: 'ollama-api-key',
    title: 'Ollama API key',
    severity: 'medium',
    parts: [chars('hex', 32), '.', chars('base64url', 24)],
    context: { words: ['ollama'], label: 'OLLAMA_API_KEY' },
    reference: 'https://docs.ollama.com/',
    nearMisses: [replacing('OLLAMA_API_KEY', 'OLLAMA_BUILD_ID')],
  },
])
