import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const shopify = defineRules('Shopify', () => [
  {
    id: 'shopify-access-token',
    title: 'Shopify access token',
    severity: 'critical',
    parts: [oneOf('shpat_', 'shpca_', 'shppa_', 'shpua_', 'shprt_'), chars('anyHex', 32)],
    reference: 'https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing',
    revoke: 'https://help.shopify.com/en/manual/apps/app-types/custom-apps',
    nearMisses: [(token) => token.replace('shp', 'shq')],
  },
  {
    id: 'shopify-app-secret',
    title: 'Shopify app secret or theme access password',
    severity: 'high',
    parts: [oneOf('shpss_', 'shptka_'), chars('anyHex', 32)],
    reference: 'https://shopify.dev/changelog/app-secret-key-length-has-increased',
    nearMisses: [(token) => token.replace('shp', 'shq')],
  },
])
