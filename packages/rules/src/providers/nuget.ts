import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nuget = defineRules('NuGet', () => [
  {
    id: 'nuget-api-key',
    title: 'NuGet API key',
    severity: 'critical',
    parts: ['oy2', chars('lowerAlnum', 43)],
    reference: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
    revoke: 'https://www.nuget.org/account/apikeys',
    nearMisses: [replacing('oy2', 'oz2')],
  },
])
