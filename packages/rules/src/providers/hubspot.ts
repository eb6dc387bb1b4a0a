import { defineRules } from '../define-rule.ts'
import { oneOf, uuid } from '../parts.ts'

export const hubspot = defineRules('HubSpot', () => [
  {
    id: 'hubspot-access-token',
    title: 'HubSpot private app access token',
    severity: 'high',
    parts: [oneOf('pat-na1-', 'pat-na2-', 'pat-na3-', 'pat-eu1-', 'pat-ap1-'), uuid],
    reference: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    revoke: 'https://knowledge.hubspot.com/account-security/respond-to-a-token-exposed-on-github',
    nearMisses: [(token) => token.replace('pat-', 'pax-')],
  },
])
