/** What is used of it: https://github.com/npm/npm-packlist */
declare module 'npm-packlist' {
  namespace packlist {
    interface PackageNode {
      /** The folder of the package. */
      readonly path: string
      /** Its package.json, as npm normalises it. */
      readonly package: Readonly<Record<string, unknown>>
      readonly isProjectRoot: boolean
      readonly isLink: boolean
      /** The package itself, unless it is a link to one. */
      readonly target: PackageNode
      /** The packages that it depends on, by their names. */
      readonly edgesOut: ReadonlyMap<string, { readonly to: PackageNode }>
    }
  }
  function packlist(tree: packlist.PackageNode): Promise<string[]>
  export = packlist
}
