import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional, secret, uuid } from '../parts.ts'

export const hashicorp = defineRules('HashiCorp', () => [
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
  {
    id: 'vault-unseal-key',
    title: 'Vault unseal key',
    severity: 'critical',
    parts: [
      oneOf('Unseal Key ', 'unseal key '),
      chars('digits', 1, 2),
      ': ',
      secret(chars('base64', 43, 44), optional('=')),
    ],
    reference: 'https://developer.hashicorp.com/vault/docs/concepts/seal',
    nearMisses: [replacing('nseal ', 'nsort ')],
  },
  {
    id: 'vault-approle-secret-id',
    title: 'Vault AppRole secret id',
    severity: 'critical',
    parts: uuid,
    context: { words: ['approle', 'vault_secret', 'vault_role'], label: 'VAULT_SECRET_ID' },
    reference: 'https://developer.hashicorp.com/vault/docs/auth/approle',
    nearMisses: [replacing('VAULT_SECRET_ID', 'VAULT_REGION')],
  },
  {
    id: 'consul-acl-token',
    title: 'Consul ACL token',
    severity: 'high',
    parts: uuid,
    context: {
      words: ['consul_http', 'consul_token', 'consul-token', 'consul_acl', 'consul.token'],
      label: 'CONSUL_HTTP_TOKEN',
    },
    reference: 'https://developer.hashicorp.com/consul/docs/security/acl',
    nearMisses: [replacing('CONSUL_HTTP_TOKEN', 'CONSUL_REGION')],
  },
  {
    id: 'nomad-acl-token',
    title: 'Nomad ACL token',
    severity: 'high',
    parts: uuid,
    context: { words: ['nomad_token', 'nomad-token', 'nomad_acl', 'nomadtoken'], label: 'NOMAD_TOKEN' },
    reference: 'https://developer.hashicorp.com/nomad/docs/secure/acl',
    nearMisses: [replacing('NOMAD_TOKEN', 'NOMAD_REGION')],
  },
])
