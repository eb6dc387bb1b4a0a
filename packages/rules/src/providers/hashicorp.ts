import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const hashicorp = defineRules('HashiCorp', [
  {
    id: 'vault-token',
    title: 'HashiCorp Vault token',
    severity: 'critical',
    parts: [oneOf('hvs.', 'hvb.', 'hvr.'), chars('base64url', 24, 500)],
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    revoke: 'https://developer.hashicorp.com/vault/api-docs/auth/token#revoke-a-token-self',
    nearMisses: [(token) => token.replace('hv', 'hw')],
  },
  {
    id: 'vault-legacy-token',
    title: 'HashiCorp Vault token (before 1.10)',
    severity: 'critical',
    parts: [oneOf('s.', 'b.', 'r.'), chars('alnum', 24)],
    context: { words: ['vault'], label: 'VAULT_TOKEN' },
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    nearMisses: [(text) => text.replace(/=\w/, '=q')],
  },
  {
    id: 'terraform-cloud-token',
    title: 'Terraform Cloud or HCP token',
    severity: 'critical',
    parts: [chars('alnum', 14), '.atlasv1.', chars('alnum', 60, 70, '_=-')],
    reference: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    revoke: 'https://app.terraform.io/app/settings/tokens',
    nearMisses: [replacing('.atlasv1.', '.atlasv2.')],
  },
])
