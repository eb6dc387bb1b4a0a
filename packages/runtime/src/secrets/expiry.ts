import { X509Certificate } from 'node:crypto'
import type { SecretValue } from './secret.ts'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]{1,65536}-----END CERTIFICATE-----/g
const TOKEN = /^[\w-]{2,4096}\.([\w-]{2,16384})\.[\w-]*$/

/**
 * When a value ends: the first of its certificates (RFC 5280, `notAfter`), or a JSON Web Token (RFC 7519, `exp`, in
 * seconds since 1970). Undefined for anything else, and for what cannot be read.
 */
export function expiryOf(value: SecretValue): Date | undefined {
  const text = typeof value === 'string' ? value : Buffer.from(value).toString('latin1')
  const ends = [...text.matchAll(CERTIFICATE)].map(([pem]) => endOfCertificate(pem))
  const token = TOKEN.exec(text.trim())
  if (token) ends.push(endOfToken(token[1]!))
  const times = ends.flatMap((end) => (end === undefined || Number.isNaN(end) ? [] : [end]))
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

function endOfCertificate(pem: string): number | undefined {
  try {
    return Date.parse(new X509Certificate(pem).validTo)
  } catch {
    return undefined
  }
}

function endOfToken(payload: string): number | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const { exp } = claims as { exp?: unknown }
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}
