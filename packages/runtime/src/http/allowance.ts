import type { Registry } from '../registry.ts'
import type { AllowedRoutes } from './types.ts'

/** Which secrets may leave by which routes. */
export class Allowance {
  readonly #registry: Registry
  readonly #routes: readonly (readonly [name: string, routes: readonly string[]])[]
  /** What is left to look for, by the names that may leave. */
  readonly #views = new Map<string, Registry>()

  constructor(registry: Registry, allowed: AllowedRoutes) {
    this.#registry = registry
    this.#routes = Object.entries(allowed)
  }

  /** What to look for in what leaves by this route. */
  registryFor(place: string): Registry {
    const names = this.#routes.filter(([, routes]) => routes.some((route) => isRoute(place, route)))
    if (names.length === 0) return this.#registry
    const key = JSON.stringify(names.map(([name]) => name))
    const known = this.#views.get(key)
    if (known) return known
    const view = this.#registry.without(names.map(([name]) => name))
    this.#views.set(key, view)
    return view
  }
}

function isRoute(place: string, route: string): boolean {
  return route.endsWith('*') ? place.startsWith(route.slice(0, -1)) : place === route
}
