import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, uuid } from '../parts.ts'

export const newRelic = defineRules('New Relic', () => [
  {
    id: 'new-relic-user-key',
    title: 'New Relic user API key',
    severity: 'high',
    parts: ['NRAK-', chars('upperAlnum', 27)],
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    revoke: 'https://one.newrelic.com/admin-portal/api-keys/home',
    nearMisses: [replacing('NRAK-', 'NRBR-')],
  },
  {
    id: 'new-relic-license-key',
    title: 'New Relic license or ingest key',
    severity: 'medium',
    parts: [oneOf(chars('hex', 32), ['eu01xx', chars('hex', 26)]), 'FFFFNRAL'],
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    nearMisses: [replacing('FFFFNRAL', 'FFFFNRAX')],
  },
  {
    id: 'new-relic-insights-key',
    title: 'New Relic Insights key',
    severity: 'high',
    parts: [oneOf('NRII-', 'NRIQ-'), chars('base64url', 25, 32)],
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    nearMisses: [(key) => key.replace('NRI', 'NRJ')],
  },
  {
    id: 'new-relic-admin-key',
    title: 'New Relic REST or admin key',
    severity: 'critical',
    parts: [oneOf(['NRRA-', chars('hex', 42)], ['NRAA-', chars('hex', 27)])],
    reference: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    nearMisses: [(key) => key.replace('A-', 'B-')],
  },
  {
    id: 'new-relic-pixie-key',
    title: 'New Relic Pixie API or deploy key',
    severity: 'high',
    parts: [oneOf('px-api-', 'px-dep-'), uuid],
    nearMisses: [(key) => key.replace('px-', 'py-')],
  },
  {
    id: 'new-relic-mobile-token',
    title: 'New Relic mobile app token',
    severity: 'medium',
    parts: [oneOf(['AA', chars('hex', 40)], ['eu01xx', chars('hex', 36)]), '-NRMA'],
    nearMisses: [replacing('-NRMA', '-NRMX')],
  },
])
