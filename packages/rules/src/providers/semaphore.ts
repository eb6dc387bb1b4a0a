import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const semaphore = defineRules('Semaphore', () => [
  {
    id: 'semaphore-api-token',
    title: 'Semaphore CI API token',
    severity: 'high',
    parts: chars('lowerAlnum', 32),
    context: {
      words: ['semaphoreci', 'semaphore_api', 'semaphore_token', 'semaphore-api'],
      label: 'SEMAPHORE_API_TOKEN',
    },
    reference: 'https://docs.semaphore.io/',
    nearMisses: [replacing('SEMAPHORE_API_TOKEN', 'SEMAPHORE_VERSION')],
  },
])
