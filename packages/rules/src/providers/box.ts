import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const box = defineRules('Box', () => [
  {
    id: 'box-client-secret',
    title: 'Box client secret or developer token',
    severity: 'high',
    parts: chars('alnum', 32),
    context: {
      words: ['box_client', 'box_secret', 'box_developer', 'box_access', 'boxclient', 'boxapp', 'box.com'],
      label: 'BOX_CLIENT_SECRET',
    },
    reference: 'https://developer.box.com/guides/authentication/',
    nearMisses: [replacing('BOX_CLIENT_SECRET', 'BOX_REGION')],
  },
])
