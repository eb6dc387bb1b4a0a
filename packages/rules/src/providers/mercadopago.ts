import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mercadopago = defineRules('Mercado Pago', () => [
  {
    id: 'mercadopago-access-token',
    title: 'Mercado Pago access token',
    severity: 'critical',
    parts: [
      'APP_USR-',
      chars('digits', 16),
      '-',
      chars('digits', 6),
      '-',
      chars('hex', 32),
      '-',
      chars('digits', 6, 11),
    ],
    reference: 'https://www.mercadopago.com/developers/en/docs',
    nearMisses: [replacing('APP_USR-', 'APP_USX-')],
  },
])
