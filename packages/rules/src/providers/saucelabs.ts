import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const saucelabs = defineRules('Sauce Labs', () => [
  {
    id: 'sauce-labs-access-key',
    title: 'Sauce Labs access key',
    severity: 'high',
    parts: uuid,
    context: {
      words: ['saucelabs', 'sauce_access', 'sauce_labs', 'sauce-access', 'sauceaccess', 'sauce_username'],
      label: 'SAUCE_ACCESS_KEY',
    },
    reference: 'https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/',
    nearMisses: [replacing('SAUCE_ACCESS_KEY', 'SAUCE_TRACE_ID')],
  },
])
