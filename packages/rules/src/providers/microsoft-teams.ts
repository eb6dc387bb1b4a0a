import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional, slash, uuid } from '../parts.ts'

export const microsoftTeams = defineRules('Microsoft Teams', () => [
  {
    id: 'microsoft-teams-webhook-url',
    title: 'Microsoft Teams incoming webhook URL',
    severity: 'medium',
    parts: [
      oneOf('webhook.office.com', 'outlook.office.com', 'outlook.office365.com'),
      slash,
      oneOf('webhookb2', 'webhook'),
      slash,
      uuid,
      '@',
      uuid,
      slash,
      'IncomingWebhook',
      slash,
      chars('hex', 32),
      slash,
      uuid,
      optional(slash, chars('base64url', 20, 60)),
    ],
    reference:
      'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    nearMisses: [replacing('IncomingWebhook', 'OutgoingWebhook')],
  },
])
