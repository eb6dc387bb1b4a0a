import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const customerIo = defineRules('Customer.io', () => [
  {
    id: 'customer-io-app-api-key',
    title: 'Customer.io API key',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['customerio', 'customer.io', 'customer_io'], label: 'CUSTOMERIO_API_KEY' },
    reference: 'https://docs.customer.io/api/',
    nearMisses: [replacing('CUSTOMERIO_API_KEY', 'CUSTOMERIO_BUILD_ID')],
  },
])
