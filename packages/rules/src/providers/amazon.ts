import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const amazon = defineRules('Amazon', () => [
  {
    id: 'amazon-login-client-secret',
    title: 'Login with Amazon client secret',
    severity: 'high',
    parts: ['amzn1.oa2-cs.v1.', chars('hex', 64)],
    reference: 'https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html',
    nearMisses: [replacing('oa2-cs', 'oa2-client')],
  },
  {
    id: 'amazon-login-refresh-token',
    title: 'Login with Amazon refresh token',
    severity: 'high',
    parts: ['Atzr', oneOf('|', '%7C'), chars('base64url', 100, 2400, '+/=%')],
    reference: 'https://developer.amazon.com/docs/login-with-amazon/refresh-token.html',
    nearMisses: [replacing('Atzr', 'Atzx')],
  },
  {
    id: 'amazon-login-access-token',
    title: 'Login with Amazon access token',
    severity: 'medium',
    parts: ['Atza', oneOf('|', '%7C'), chars('base64url', 100, 2400, '+/=%')],
    reference: 'https://developer.amazon.com/docs/login-with-amazon/access-token.html',
    nearMisses: [replacing('Atza', 'Atzx')],
  },
])
