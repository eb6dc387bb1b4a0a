import { defineRules } from '../define-rule.ts'
import { anyOf, chars } from '../parts.ts'

export const ngrok = defineRules('ngrok', () => [
  {
    id: 'ngrok-token',
    title: 'ngrok authtoken or API key',
    severity: 'high',
    parts: [anyOf('123'), chars('alnum', 26), '_', chars('digits', 1), chars('alnum', 20)],
    context: { words: ['ngrok'] },
    reference: 'https://ngrok.com/docs/api',
    nearMisses: [(text) => text.replace(/=\d/, '=9')],
  },
])
