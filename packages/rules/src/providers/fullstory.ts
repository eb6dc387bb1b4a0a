import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const fullstory = defineRules('FullStory', () => [
  {
    id: 'fullstory-api-key',
    title: 'FullStory API key',
    severity: 'medium',
    parts: [oneOf('na1.', 'eu1.'), chars('base64', 20, 120, '=')],
    context: { words: ['fullstory'] },
    reference: 'https://developer.fullstory.com/',
    nearMisses: [(text) => text.replace('=na1.', '=xx1.').replace('=eu1.', '=xx1.')],
  },
])
