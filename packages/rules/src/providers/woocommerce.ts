import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const woocommerce = defineRules('WooCommerce', () => [
  {
    id: 'woocommerce-consumer-secret',
    title: 'WooCommerce consumer secret',
    severity: 'high',
    parts: ['cs_', chars('hex', 40)],
    reference: 'https://woocommerce.com/document/woocommerce-rest-api/',
    nearMisses: [replacing('cs_', 'ct_')],
  },
])
