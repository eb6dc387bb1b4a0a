import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const gitter = defineRules('Gitter', () => [
  {
    id: 'gitter-access-token',
    title: 'Gitter access token',
    severity: 'medium',
    parts: chars('lowerAlnum', 40, 40, '-'),
    context: { words: ['gitter'], label: 'GITTER_ACCESS_TOKEN' },
    reference: 'https://developer.gitter.im/docs/authentication',
    nearMisses: [replacing('GITTER_ACCESS_TOKEN', 'GITTER_VERSION')],
  },
])
