import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const teamcity = defineRules('TeamCity', () => [
  {
    id: 'teamcity-access-token',
    title: 'TeamCity access token',
    severity: 'high',
    parts: ['eyJ0eXAiOiAiVENWMiJ9.', chars('base64url', 36), '.', chars('base64url', 48)],
    reference: 'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html',
    nearMisses: [replacing('eyJ0eXAiOiAiVENWMiJ9', 'eyJ0eXAiOiAiVENWMyJ9')],
  },
])
