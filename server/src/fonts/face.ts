import type { FontRole } from '../standard/fontRole.ts'

/** `key` = digest of the bytes + face name; equal key, equal glyphs. Metrics are normalised to 880/−120/0 per 1000 em. */
export interface Face {
  readonly key: string
  readonly family: string
  readonly role: FontRole
  readonly origin: 'configured' | 'installed' | 'bundled'
  readonly substitute: boolean
  readonly embeddable: boolean
  /** Where the file lies, for people. */
  readonly path?: string
}

/** Port: where font files come from. The best candidate for a role comes first; the bundled face is always the last. */
export interface FontSource {
  find(
    role: FontRole,
    names: readonly string[],
  ): Promise<readonly { readonly face: Face; bytes(): Promise<Uint8Array> }[]>
}
