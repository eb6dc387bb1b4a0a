/** What a part is of the value that it was taken from. */
export type PartKind =
  | 'password'
  | 'user'
  | 'basic'
  | 'parameter'
  | 'path'
  | 'field'
  | 'authorization'
  | 'pem body'
  | 'pem line'
  | 'jwt signature'
  | 'decoded'
  | 'line'

/** A part of a structured value that is secret by itself. */
export interface Part {
  readonly kind: PartKind
  readonly value: string | Uint8Array
}

/** Something in a value that may be a part: `declared` when its place or its name says that it is secret. */
export interface Candidate extends Part {
  readonly declared?: true
  /** Why it is no part, when that is known already. */
  readonly refused?: string
}

/** Reads one kind of structure; nothing when the value has another. */
export type Reader = (value: string) => Iterable<Candidate>
