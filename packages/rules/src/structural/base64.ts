/** The bytes of standard or URL-safe base64 as text, a unit a byte; undefined when it is no base64. */
export function decodeBase64(text: string): string | undefined {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return undefined
  return atob(standard)
}

/** Standard base64 of text of which each unit is a byte. */
export function encodeBase64(bytes: string): string {
  return btoa(bytes)
}

/** URL-safe base64 without padding. */
export function encodeBase64Url(bytes: string): string {
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
