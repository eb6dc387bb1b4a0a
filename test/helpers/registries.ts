import { createRegistry, type Registry } from '@tacet/runtime'

/** A registry with these secrets, by their names. */
export function registryWith(secrets: Readonly<Record<string, string | Uint8Array>>): Registry {
  const registry = createRegistry()
  for (const [name, value] of Object.entries(secrets)) registry.add(name, value)
  return registry
}

/** The same, but whatever is searched by it throws, with the secrets in the message. */
export function failingRegistry(secrets: Readonly<Record<string, string>>): Registry {
  const wholeMatcher = (): never => {
    throw new Error(`broken by ${Object.values(secrets).join()}`)
  }
  return Object.assign(Object.create(registryWith(secrets)) as Registry, { wholeMatcher })
}
