import type { FontRole } from '../standard/fontRole.ts'
import type { Mm, Rect } from '../standard/units.ts'
import type { Uri } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** Where printed things come from: a section by its index in the tree, and a span relative to it; -1 is the front matter, -2 and less stand in another file. */
export interface SourceRef {
  readonly uri: Uri
  readonly section: number
  readonly span: Span
}

/** How a title was broken, and how else it may be. */
export interface TitleFact {
  /** Where its first line stands. */
  readonly source: SourceRef
  readonly lines: readonly string[]
  /** The best first; as printed is not among them. */
  readonly others: readonly (readonly string[])[]
}

/** What the typesetter found out, as data of the model: rules and features read it without knowing the typesetter. */
export interface LayoutFacts {
  readonly uri: Uri
  readonly version: number
  readonly pages: number
  readonly titleLines: readonly string[]
  /** Titles of the parts that have several ways to be broken. */
  readonly titles?: readonly TitleFact[]
  /** Attachments that are printed by themselves: their ordinals, null of an only one, in the order of the source. */
  readonly separate?: readonly (number | null)[]
  readonly elements: readonly {
    readonly element: string
    /** 0-based. */
    readonly page: number
    readonly rect: Rect
    readonly source?: SourceRef
  }[]
  readonly faces: readonly {
    readonly role: FontRole
    readonly family: string
    readonly substitute: boolean
    /** Of a face that helps the role's own one out: with which characters, the first of them, and with how many. */
    readonly helps?: { readonly characters: readonly string[]; readonly count: number }
  }[]
  readonly problems: readonly {
    readonly code: string
    readonly source?: SourceRef
    readonly args: readonly (string | number)[]
  }[]
  readonly adjusted: readonly {
    readonly what: 'linePitch' | 'pitch' | 'mark'
    readonly page: number
    readonly from: Mm
    readonly to: Mm
  }[]
}
