import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, uuid } from '../parts.ts'

export const heroku = defineRules('Heroku', () => [
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    severity: 'critical',
    parts: oneOf(['HRKU-AA', chars('base64url', 58)], ['HRKU-', uuid]),
    reference: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
    revoke: 'https://dashboard.heroku.com/account',
    nearMisses: [replacing('HRKU-', 'HRKV-')],
  },
  {
    id: 'heroku-legacy-api-key',
    title: 'Heroku API key (old form)',
    severity: 'critical',
    parts: uuid,
    context: { words: ['heroku'], label: 'HEROKU_API_KEY' },
    reference: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
    revoke: 'https://dashboard.heroku.com/account',
    nearMisses: [replacing('HEROKU_API_KEY', 'HEROKU_RELEASE')],
  },
])
