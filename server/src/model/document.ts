import type { Profile } from '../profile/profile.ts'
import type { At, Block, SyntaxTree } from '../syntax/tree.ts'
import type { Finding, Uri } from '../text/finding.ts'

/** One element of the standard. `at` is absent when derived; then `from` names what it was derived from. */
export interface Element<K extends string = string, V = string> {
  readonly kind: K
  readonly value: V
  readonly origin: 'text' | 'frontMatter' | 'profile' | 'derived'
  /** Where it stands; of an element on several lines the first. */
  readonly at?: At
  /** All lines of an element that stands on several. */
  readonly lines?: readonly At[]
  readonly from?: readonly Element<string, unknown>[]
}

/** 层次序数: 一、（一）1.（1） · 编章节条款项 · 1 1.1 1.1.1 */
export interface Ordinal {
  readonly series: '通用' | '法规' | '预案'
  /** 1-based within its series. */
  readonly level: number
  readonly number: number
  /** As typed, e.g. `（一）`, without the text behind it. */
  readonly written: string
}

export interface TextBlock {
  readonly kind: 'paragraph' | 'closing' | 'quoted' | 'verbatim'
  readonly at: At
  /** Of `verbatim`: one text per line, with the spaces it begins with and its line end. */
  readonly inline: readonly Block[]
  /** Stands in a 横排 box. */
  readonly landscape?: boolean
}

export interface OutlineBlock {
  readonly kind: 'heading' | 'item' | 'article'
  readonly at: At
  readonly ordinal?: Ordinal
  /** End of the heading inside the paragraph, section-relative; absent when the whole block is the heading. */
  readonly runIn?: number
  readonly inline: readonly Block[]
  /** Number of `#` before it. One without ordinal and with depth 1 is a title inside its part. */
  readonly depth?: number
  readonly landscape?: boolean
}

export interface TableBlock {
  readonly kind: 'table'
  readonly at: At
  readonly rows: readonly (readonly Cell[])[]
  readonly headRows: number
  readonly caption?: Element
  readonly unit?: Element
  readonly notes: readonly Element[]
  readonly landscape: boolean
}

export interface FigureBlock {
  readonly kind: 'figure'
  readonly at: At
  readonly path: string
  readonly caption?: string
  readonly landscape?: boolean
}

export interface BreakBlock {
  readonly kind: 'break'
  readonly at: At
}

/** 目录: made by the typesetter at this place. */
export interface ContentsBlock {
  readonly kind: 'contents'
  readonly at: At
  /** The lines of a list of headings that was pasted here; they are not printed. */
  readonly lines?: readonly At[]
}

/** What a part is made of, in the order of the text. */
export type BodyBlock = TextBlock | OutlineBlock | TableBlock | FigureBlock | BreakBlock | ContentsBlock

/** `columns` and `rows` are how many it spans; a cell joined to another is not in the list. */
export interface Cell {
  readonly at: At
  readonly inline: readonly Block[]
  readonly columns: number
  readonly rows: number
  readonly align?: 'left' | 'center' | 'right'
}

/** The main text, every 附件 and every 印发 text have the same shape: none is a special case. */
export interface Part {
  readonly kind: '正文' | '印发' | '附件'
  /** The divider that opens it; absent for the main text. */
  readonly at?: At
  /** `{横排}`: its pages are turned. */
  readonly landscape?: boolean
  /** Ordinal of the attachment among its owner's, or null when it is the only one. */
  readonly label?: Element<'attachmentLabel', number | null>
  /** Title lines as the drafter broke them. */
  readonly title?: Element<'title', readonly string[]>
  readonly subtitle?: Element
  /** 题注 */
  readonly adoption?: Element
  readonly addressee?: Element<'addressee', readonly string[]>
  readonly body: readonly BodyBlock[]
  readonly attachments: readonly Part[]
  /** 署名 and 成文日期 of this part, in print order. */
  readonly signature?: readonly Element[]
  readonly file?: string
  /** 另附: named in the 附件说明, not printed. */
  readonly external: boolean
}

/** 版头 and 版记 elements by code name of the glossary. */
export type Elements = { readonly [kind: string]: Element<string, unknown> | undefined }

/** Lists from the first day: joint issue is not a later special case. Never absent: any text gives a document plus problems. */
export interface GongwenDocument {
  readonly uri: Uri
  readonly version: number
  readonly tree: SyntaxTree
  readonly format: '文件' | '信函' | '命令' | '纪要'
  readonly genre?: Element<'genre'>
  readonly direction?: Element<'direction', 'upward' | 'downward' | 'lateral'>
  readonly head: Elements
  readonly issuers: readonly Element<'issuer'>[]
  readonly approvers: readonly Element<'approver'>[]
  readonly main: Part
  readonly issued: readonly Part[]
  readonly imprint: Elements
  readonly profile: Profile
  /** Problems of syntax, front matter and structure, with spans in the whole text, sorted. */
  readonly problems: readonly Finding[]
  /** Files whose text stands in attachments; their sections are none of `tree`. */
  readonly included?: readonly { readonly uri: Uri; readonly tree: SyntaxTree }[]
}
