import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, slash } from '../parts.ts'

export const render = defineRules('Render', () => [
  {
    id: 'render-api-key',
    title: 'Render API key',
    severity: 'critical',
    parts: ['rnd_', chars('alnum', 28)],
    reference: 'https://render.com/docs/api',
    revoke: 'https://dashboard.render.com/u/settings#api-keys',
    nearMisses: [replacing('rnd_', 'rnx_')],
  },
  {
    id: 'render-deploy-hook',
    title: 'Render deploy hook URL',
    severity: 'medium',
    parts: [
      'api.render.com',
      slash,
      'deploy',
      slash,
      'srv-',
      chars('lowerAlnum', 20),
      '?key=',
      chars('base64url', 11),
    ],
    reference: 'https://render.com/docs/deploy-hooks',
    nearMisses: [replacing('?key=', '?id=')],
  },
])
