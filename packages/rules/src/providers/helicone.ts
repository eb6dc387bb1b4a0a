import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const helicone = defineRules('Helicone', () => [
  {
    id: 'helicone-api-key',
    title: 'Helicone API key',
    severity: 'high',
    parts: [
      'sk-helicone-',
      oneOf('', 'eu-'),
      [7, 7, 7, 7].map((n, i) => [i ? '-' : '', chars('lowerAlnum', n)]),
    ],
    reference: 'https://docs.helicone.ai/helicone-headers/helicone-auth',
    nearMisses: [replacing('sk-helicone', 'pk-helicone')],
  },
])
