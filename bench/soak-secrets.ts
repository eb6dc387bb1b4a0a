import { ordinaryJson } from './ordinary.ts'
import { makeSecrets } from './secrets.ts'

/** Secrets that are mounted as files, and rotated. */
const MOUNTED = 100
/** Secrets in the environment. */
const FIXED = 900

/** Every fourth has in it what most encodings change. */
const values = makeSecrets(FIXED + 2 * MOUNTED).map((value, index) =>
  index % 4 === 0 ? `${value.slice(0, value.length / 2)}/+"\\&ä${value.slice(value.length / 2)}` : value,
)

/** All values that the secrets ever have. */
export const allValues: readonly string[] = values

export const mountedNames = Array.from({ length: MOUNTED }, (_, index) => `mounted-${index}`)

/** The environment of the service. */
export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  values.slice(0, FIXED).map((value, index) => [`FIXED_${index}`, value]),
)

/** The files of the volume after so many rotations: the two values of each take turns. */
export function filesAfter(rotations: number): (readonly [name: string, text: string])[] {
  const first = FIXED + (rotations % 2) * MOUNTED
  return mountedNames.map((name, index) => [name, values[first + index]!])
}

/** An answer in which there is no secret: it has to arrive as it is. */
export const innocent = JSON.stringify(ordinaryJson(4000))
