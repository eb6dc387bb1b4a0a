import { alphabets } from '../alphabets.ts'

/**
 * The account number, twelve digits, that an AWS access key id (`AKIA…` or `ASIA…`, 20 characters) carries.
 *
 * The sixteen characters after the prefix are base32; bits 1 to 40 of the first 48 are the account. Ids from
 * before 2019 carry none: their first bit is 0 (I or J after the prefix), and they give `undefined`, as does
 * anything that is no such id. Worked out by Aidan Steele and by Tal Be'ery, "A short note on AWS KEY ID" (2023).
 */
export function awsAccount(keyId: string): string | undefined {
  if (!/^A[KS]IA[Q-Z2-7][A-Z2-7]{15}$/.test(keyId)) return undefined
  let bits = 0n
  for (const digit of keyId.slice(4, 14)) bits = (bits << 5n) | BigInt(alphabets.base32.indexOf(digit))
  return String((bits >> 9n) & 0xff_ffff_ffffn).padStart(12, '0')
}
