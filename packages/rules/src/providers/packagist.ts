import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const packagist = defineRules('Packagist', () => [
  {
    id: 'packagist-token',
    title: 'Private Packagist token',
    severity: 'high',
    parts: [oneOf('packagist_ort_', 'packagist_out_', 'packagist_uut_'), chars('hex', 68)],
    reference: 'https://packagist.com/docs/composer-authentication',
    nearMisses: [(token) => token.replace('packagist_', 'packagixt_')],
  },
])
