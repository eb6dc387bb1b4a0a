/** A module of a program as a bundler has it: as its author wrote it, or as it went into the output. */
export interface Module {
  readonly id: string
  readonly text: string
}

/** A file that a bundler is about to write. */
export interface Output {
  readonly file: string
  readonly content: string | Uint8Array
  /** What went into it. Called only when there is a secret in it. */
  readonly modules: () => Iterable<Module>
}

/** A secret in the output of a build, and where it comes from. */
export interface Leak {
  /** The variables that have this value. */
  readonly variables: readonly string[]
  /** The rule that knows it, when one does. */
  readonly rule?: { readonly id: string; readonly title: string; readonly remedy: string }
  readonly masked: string
  /** `file:line:column`, each once. */
  readonly places: readonly string[]
  /** The modules that brought it in, as far as it can be told. */
  readonly modules: readonly string[]
}
