import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const gumroad = defineRules('Gumroad', () => [
  {
    id: 'gumroad-access-token',
    title: 'Gumroad access token',
    severity: 'medium',
    parts: [oneOf(chars('base64url', 43), chars('hex', 64))],
    context: { words: ['gumroad'], label: 'GUMROAD_ACCESS_TOKEN' },
    reference: 'https://app.gumroad.com/api',
    nearMisses: [replacing('GUMROAD_ACCESS_TOKEN', 'GUMROAD_VERSION')],
  },
])
