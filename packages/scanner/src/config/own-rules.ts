import { relative } from 'node:path'
import type { CustomRule } from '../custom/custom-rule.ts'
import { expression } from '../custom/expression.ts'
import type { ConfigData, RuleName } from './config-data.ts'
import { slashed } from './discover.ts'
import type { PartsRule } from './parts-rule.ts'

type Sources = Pick<ConfigData, 'custom' | 'parts'>

export const namesOf = ({ custom, parts }: Sources): readonly RuleName[] =>
  [...custom, ...parts].map(({ value: { id, provider = 'custom' } }) => ({ id, provider }))

/** Rules of a user's own, of the configuration that holds for all that is scanned. */
export class OwnRules {
  /** Each with where it is defined. */
  readonly sources: Sources
  /** Where the paths of its rules start; undefined: where scanning does. */
  readonly #folder: string | undefined
  /** Of rules that look at some paths only, by their ids. */
  readonly #paths: ReadonlyMap<string, (path: string) => boolean>

  private constructor(
    sources: Sources,
    folder: string | undefined,
    paths: ReadonlyMap<string, (path: string) => boolean>,
  ) {
    this.sources = sources
    this.#folder = folder
    this.#paths = paths
  }

  static readonly none = new OwnRules({ custom: [], parts: [] }, undefined, new Map())

  /** @param sources - checked */
  static of(sources: Sources, folder: string | undefined): OwnRules {
    const paths = new Map<string, (path: string) => boolean>()
    for (const { value } of sources.custom) {
      if (value.path === undefined) continue
      const compiled = expression(value.path)
      paths.set(value.id, (path) => compiled.test(Buffer.from(path)))
    }
    return new OwnRules(sources, folder, paths)
  }

  get count(): number {
    return this.sources.custom.length + this.sources.parts.length
  }

  get parts(): readonly PartsRule[] {
    return this.sources.parts.map(({ value }) => value)
  }

  /**
   * Rules by an expression, as threads have them. Where not every path of what they look at is known to a thread, or not
   * the way to it, they look everywhere there: `fits` tells later.
   *
   * @param base - where the paths start that rules see, when that is one folder for all
   */
  custom(base: string | undefined, knowsPaths: boolean): readonly CustomRule[] {
    const way = base === undefined ? '' : slashed(relative(this.#folder ?? base, base))
    return this.sources.custom.map(({ value, where }) => {
      const { path, ...rule } = value
      const origin = where.replace(/:\d+:\d+$/, '')
      const isLater = rule.regex !== undefined && !(base !== undefined && knowsPaths)
      if (path === undefined || isLater) return { ...rule, origin }
      return { ...rule, path, origin, ...(way === '' ? {} : { pathPrefix: way }) }
    })
  }

  /**
   * Whether a path is one that the rule looks at.
   *
   * @param place - absolute
   * @param start - where scanning started
   */
  fits(ruleId: string, place: string, start: string | undefined): boolean {
    const path = this.#paths.get(ruleId)
    const from = this.#folder ?? start
    return path === undefined || path(from === undefined ? place : slashed(relative(from, place)))
  }
}
