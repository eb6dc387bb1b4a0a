import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const datadog = defineRules('Datadog', () => [
  {
    id: 'datadog-api-key',
    title: 'Datadog API key',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['datadog', 'dd_api', 'dd-api', 'ddapi'], label: 'DD_API_KEY' },
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'https://app.datadoghq.com/organization-settings/api-keys',
    nearMisses: [replacing('DD_API_KEY', 'DD_TRACE_ID')],
  },
  {
    id: 'datadog-application-key',
    title: 'Datadog application key',
    severity: 'critical',
    parts: chars('hex', 40),
    context: { words: ['datadog', 'dd_app', 'dd-app', 'ddapp'], label: 'DD_APP_KEY' },
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'https://app.datadoghq.com/organization-settings/application-keys',
    nearMisses: [replacing('DD_APP_KEY', 'DD_COMMIT_SHA')],
  },
  {
    id: 'datadog-prefixed-application-key',
    title: 'Datadog application key (prefixed)',
    severity: 'critical',
    parts: ['ddapp_', chars('alnum', 34)],
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    revoke: 'https://app.datadoghq.com/organization-settings/application-keys',
    nearMisses: [replacing('ddapp_', 'ddapq_')],
  },
])
