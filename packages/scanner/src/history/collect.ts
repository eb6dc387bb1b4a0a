import type { ListedObject } from '../sources/git/listing.ts'
import { objectUnits } from '../sources/git/objects-unit.ts'
import type { Repository } from '../sources/git/repository.ts'
import type { PackedObject } from '../sources/packs/packed-unit.ts'
import { CleanObjects, cleanKey, isWithin } from './clean-objects.ts'
import type { HeldSecrets } from './held-secrets.ts'
import type { HistoryHost, HistoryOptions } from './host.ts'
import { PackedObjects } from './packed.ts'
import type { Held } from './scan-objects.ts'

/** So many objects are worth the start of a process of Git. */
const ENOUGH_UNCLEAR = 24
/** Milliseconds after which it is worth it for fewer. */
const SOON = 1000

/** Has objects looked at, and keeps what they hold; those that are known to be clean are spared. */
export class Collector {
  readonly #repository: Repository
  readonly #options: HistoryOptions
  readonly #host: HistoryHost
  readonly #secrets: HeldSecrets
  readonly #clean: CleanObjects | undefined

  constructor(repository: Repository, options: HistoryOptions, host: HistoryHost, secrets: HeldSecrets) {
    this.#repository = repository
    this.#options = options
    this.#host = host
    this.#secrets = secrets
    const { cache } = options
    if (cache === undefined || isWithin(cache, repository)) return
    const settings = host.settings()
    if (settings !== undefined) this.#clean = new CleanObjects(cache, repository, settings)
  }

  /** @param takeNames - gives the names to look at besides, since it was last asked */
  async collect(
    objects: AsyncIterable<readonly ListedObject[]>,
    takeNames: () => readonly string[] = () => [],
  ): Promise<void> {
    const options = { takeNames, tellsClean: this.#clean !== undefined }
    for await (const result of this.#host.scan(
      objectUnits(this.#repository, this.#unknown(objects), options),
      true,
    )) {
      for (const each of result.held) this.#secrets.add(each)
      this.#clean?.add(result.clean)
    }
  }

  /** Collects, and spares what is in packs most of the work. */
  async collectPacked(objects: AsyncIterable<readonly ListedObject[]>): Promise<void> {
    if (this.#options.reader === 'git') return this.collect(objects)
    const repository = this.#repository
    const packed = new PackedObjects(repository)
    const expected = this.#clean?.isEmpty === false ? 0 : packed.count
    const host = this.#host
    // Git lists, and threads start, while the packs are opened.
    const listing = startedAtOnce(this.#unknown(objects))
    const unclear: ListedObject[] = []
    let asked = 0
    async function* again() {
      yield unclear.slice(asked)
      asked = unclear.length
    }
    const tellsClean = this.#clean !== undefined
    async function* units() {
      host.expect(expected)
      packed.open()
      yield* objectUnits(repository, packed.others(listing), { tellsClean: true })
      const { files } = packed
      if (files !== undefined) host.total(files)
      let last = performance.now()
      for (const unit of packed.units()) {
        yield unit
        // What may hold something is looked at on the way: a scan that is stopped can tell of it then.
        const isDue = unclear.length > asked && performance.now() - last > SOON
        if (!isDue && unclear.length - asked < ENOUGH_UNCLEAR) continue
        last = performance.now()
        yield* objectUnits(repository, again(), { tellsClean })
      }
    }
    const left: PackedObject[] = []
    const held: Held[] = []
    try {
      for await (const result of host.scan(units(), true)) {
        for (const each of result.held) held.push(each)
        for (const each of result.unclear) {
          left.push(each)
          unclear.push(packed.listed(each))
        }
        this.#clean?.add(result.clean)
      }
      if (this.#clean) for (const each of packed.clean(left)) this.#clean.add([cleanKey(each)])
      for await (const result of host.scan(objectUnits(repository, again(), { tellsClean }), true)) {
        for (const each of result.held) held.push(each)
        this.#clean?.add(result.clean)
      }
    } finally {
      // In the order of the packs, whenever it was that they were looked at again.
      const order = new Map(unclear.map(({ id }, index) => [id, index]))
      const placeOf = ({ id }: Held): number => order.get(id) ?? -1
      for (const each of held.sort((a, b) => placeOf(a) - placeOf(b))) this.#secrets.add(each)
    }
  }

  /** Remembers what was clean, also when not everything was looked at. */
  close(): void {
    this.#clean?.save()
  }

  /** What is not known to be clean. */
  async *#unknown(
    objects: AsyncIterable<readonly ListedObject[]>,
  ): AsyncGenerator<readonly ListedObject[], void, undefined> {
    const clean = this.#clean
    for await (const batch of objects) {
      const unknown = clean ? batch.filter((object) => !clean.has(object)) : batch
      if (unknown.length < batch.length) this.#host.known(batch.length - unknown.length)
      yield unknown
    }
  }
}

/** The same, but asked for its first value before anybody waits for that. */
function startedAtOnce<Value>(source: AsyncGenerator<Value, void, undefined>): AsyncIterable<Value> {
  const first = source.next()
  // Whoever waits for it gets the error.
  first.catch(() => {})
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let next = await first; !next.done; next = await source.next()) yield next.value
      } finally {
        await source.return()
      }
    },
  }
}
