/**
 * Stands in for an object of which one method is replaced. The object itself is not changed, and its other methods run
 * on it: others may hold it too.
 */
export function intercept<T extends object>(target: T, method: string, replacement: unknown): T {
  return new Proxy(target, {
    get(object, key) {
      if (key === method) return replacement
      const value: unknown = Reflect.get(object, key, object)
      return typeof value === 'function' ? value.bind(object) : value
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  })
}
