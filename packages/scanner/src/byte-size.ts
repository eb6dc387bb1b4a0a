const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  kib: 2 ** 10,
  m: 1e6,
  mb: 1e6,
  mib: 2 ** 20,
  g: 1e9,
  gb: 1e9,
  gib: 2 ** 30,
}

/** Bytes of a size such as `500KB`, `1.5 MiB` or `1000`; undefined for anything else, and for less than one byte. */
export function byteSize(text: string): number | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?) ?([a-z]{0,3})$/i.exec(text.trim()) ?? []
  const factor = unit === undefined ? undefined : units[unit.toLowerCase()]
  const bytes = Math.floor(Number(digits) * (factor ?? Number.NaN))
  return Number.isSafeInteger(bytes) && bytes >= 1 ? bytes : undefined
}
