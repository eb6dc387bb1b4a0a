import type { ListedObject } from './listing.ts'
import type { Repository } from './repository.ts'

/** Objects of a repository, in the order in which they are looked at. */
export interface ObjectsUnit {
  readonly kind: 'objects'
  readonly repository: Repository
  readonly objects: readonly ListedObject[]
  /** Names to look at besides those that trees among the objects give. */
  readonly names?: readonly string[]
  /** Whether to tell in which objects nothing was found. */
  readonly tellsClean?: boolean
}

export interface UnitOptions {
  readonly takeNames?: () => readonly string[]
  readonly tellsClean?: boolean
}

/** Few enough that threads end together, enough that the start of Git for each unit costs little. */
const UNIT_OBJECTS = 6000

/**
 * Cuts a listing into units.
 *
 * @param takeNames - gives the names to look at besides, since it was last asked
 */
export async function* objectUnits(
  repository: Repository,
  listing: AsyncIterable<readonly ListedObject[]>,
  { takeNames = () => [], tellsClean = false }: UnitOptions = {},
): AsyncGenerator<readonly ObjectsUnit[], void, undefined> {
  let objects: ListedObject[] = []
  for await (const batch of listing) {
    for (const object of batch) objects.push(object)
    if (objects.length < UNIT_OBJECTS) continue
    yield [{ kind: 'objects', repository, objects, names: takeNames(), tellsClean }]
    objects = []
  }
  const names = takeNames()
  if (objects.length > 0 || names.length > 0)
    yield [{ kind: 'objects', repository, objects, names, tellsClean }]
}
