import type { ListedObject } from '../sources/git/listing.ts'
import { objectUnits } from '../sources/git/objects-unit.ts'
import type { Repository } from '../sources/git/repository.ts'
import type { PackedObject } from '../sources/packs/packed-unit.ts'
import { CleanObjects, cleanKey, isWithin } from './clean-objects.ts'
import type { HeldSecrets } from './held-secrets.ts'
import type { HistoryHost, HistoryOptions } from './host.ts'
import { PackedObjects } from './packed.ts'

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
    const others = packed.others(this.#unknown(objects))
    const expected = this.#clean?.isEmpty === false ? 0 : packed.count
    const host = this.#host
    async function* units() {
      host.expect(expected)
      yield* objectUnits(repository, others, { tellsClean: true })
      yield* packed.units()
    }
    const unclear: PackedObject[] = []
    for await (const result of this.#host.scan(units(), true)) {
      for (const each of result.held) this.#secrets.add(each)
      for (const each of result.unclear) unclear.push(each)
      this.#clean?.add(result.clean)
    }
    if (this.#clean) for (const each of packed.clean(unclear)) this.#clean.add([cleanKey(each)])
    async function* rest() {
      yield unclear.map((each) => packed.listed(each))
    }
    await this.collect(rest())
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
