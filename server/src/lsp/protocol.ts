/**
 * The requests that go beyond LSP, as types: with those of 办文 (`processProtocol.ts`) and the commands (`commandProtocol.ts`)
 * all that the client imports of the server.
 */
import type { Position, Range } from 'vscode-languageserver'
import type { PaintedPages } from '../press/press.ts'
import type { Severity } from '../text/finding.ts'

export type { PaintedElement, PaintedPage, PaintedPages } from '../press/press.ts'

/** What the client tells the server when it starts. Every field may be missing: other editors send none. */
export interface InitializationOptions {
  /** False in a folder that the user does not trust: then nothing is written and no key is opened. */
  readonly trusted?: boolean
  /** Address of a rule's page, with `{rule}` in the place of its id. */
  readonly rulePage?: string
  /** Commands of the editor behind the lenses above a title; a lens without a command is not shown. */
  readonly lenses?: Readonly<Partial<Record<'check' | 'process' | 'preview' | 'render' | 'sign', string>>>
  /** Documents of the folder are checked without being open, for editors that ask for that. */
  readonly checkFolder?: boolean
  /** What the user set under `hongtou.` in the editor. */
  readonly settings?: HongtouSettings
}

export interface HongtouSettings {
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  readonly fonts?: Readonly<Record<string, readonly string[]>>
}

/** A method of the protocol with what it takes and gives. */
export interface Method<Name extends string = string, Params = unknown, Result = unknown> {
  readonly method: Name
  readonly params: Params
  readonly result: Result
}

/** A title as it is broken on its page, and how else it may be. */
export interface PreviewTitle {
  /** In the text: a place in the title, to name it by. */
  readonly position: Position
  /** On the page: the name of its first run. */
  readonly place: PrintedPlace
  readonly lines: readonly string[]
  /** The best first. */
  readonly others: readonly (readonly string[])[]
}

/** A finding with its place on the page: `start` and `end` are offsets as printed runs carry them. */
export interface PreviewMark {
  readonly section: number
  readonly start: number
  readonly end: number
  readonly severity: Severity
  readonly message: string
}

/** 版心 and the lines and characters that fill it, in millimetres from the upper left corner of the paper. */
export interface PreviewGrid {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  /** From one line to the next, and height of a character. */
  readonly pitch: number
  readonly character: number
  readonly paper: { readonly width: number; readonly height: number }
}

/**
 * The pages of an open document: `known` are the keys of those that the client has drawn, by page ('' for none), `within`
 * the first and last that it is about to show (all when absent). Those are drawn, of the others it is told that they exist.
 */
export type PreviewRequest = Method<
  'hongtou/preview',
  {
    readonly uri: string
    readonly known: readonly string[]
    readonly within?: { readonly first: number; readonly last: number }
  },
  | (PaintedPages & {
      readonly version: number
      readonly titles: readonly PreviewTitle[]
      readonly marks: readonly PreviewMark[]
      readonly grid: PreviewGrid
    })
  | null
>

/** Titles of an open document with the ways to break them, best first; null when it is not open. */
export type TitlesRequest = Method<
  'hongtou/titles',
  { readonly uri: string },
  { readonly version: number; readonly titles: readonly PreviewTitle[] } | null
>

/** What printed runs carry as `data-section` and `data-start`: section -1 is the front matter. */
export interface PrintedPlace {
  readonly section: number
  readonly offset: number
}

/** From a printed run to its place in the text; null when the page is older than the text. */
export type SourceAtRequest = Method<'hongtou/sourceAt', { readonly uri: string } & PrintedPlace, Position | null>

/** From a place in the text to the name that the run printed from it carries, and its page (0-based) if it is printed. */
export type PlaceOfRequest = Method<
  'hongtou/placeOf',
  { readonly uri: string; readonly position: Position },
  (PrintedPlace & { readonly page?: number }) | null
>

export interface CheckedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly clause: string
  readonly range: Range
}

/** All findings as they count when the document is issued: a missing number or date is an error then. */
export type CheckRequest = Method<'hongtou/check', { readonly uri: string }, readonly CheckedFinding[]>

/** How a document is printed. */
export interface PrintWishes {
  /** 双面: binding edge of back sides at the right, 版记 on a back side. */
  readonly duplex?: boolean
  /** 套打: onto paper with a printed 版头. */
  readonly preprinted?: boolean
  /** Attachments that are not bound in are written beside it, each as a PDF. */
  readonly separate?: boolean
}

export interface Printed {
  readonly pages: number
  /** What was written, the document first. */
  readonly files: readonly string[]
}

/** Prints the open document as PDF to `target`. */
export type RenderRequest = Method<
  'hongtou/render',
  {
    readonly uri: string
    readonly target: string
    readonly wishes?: PrintWishes
    /** One copy of a print run: its 1-based number. 份号 is printed from it, and the file is called after it. */
    readonly copy?: number
  },
  Printed
>

/** Prints and signs. The password stays in memory for the length of the request. */
export type RenderAndSignRequest = Method<
  'hongtou/renderAndSign',
  {
    readonly uri: string
    readonly target: string
    readonly p12: string
    readonly password: string
    readonly wishes?: PrintWishes
  },
  Printed
>

export interface VerifiedSignature {
  readonly field: string
  readonly signer: string
  readonly sentences: readonly string[]
  /** What each saving after the signature did, oldest first. */
  readonly later: readonly { readonly revision: number; readonly allowed: boolean; readonly text: string }[]
}

/** What can be said of the signatures in a PDF; `headline` is the answer in one sentence. */
export type VerifyRequest = Method<
  'hongtou/verify',
  { readonly pdf: string; readonly trusted: readonly string[] },
  {
    readonly valid: boolean
    readonly trusted: boolean
    readonly headline: string
    readonly signatures: readonly VerifiedSignature[]
  }
>

/** Writes the PDF as it was when the signature in `field` was made to `target`. */
export type RevisionRequest = Method<
  'hongtou/revision',
  { readonly pdf: string; readonly field: string; readonly target: string },
  null
>

/** The dialect for plain text that is pasted over `range`; null when it should go in as it is. */
export type PasteRequest = Method<
  'hongtou/paste',
  { readonly uri: string; readonly range: Range; readonly text: string },
  string | null
>

/** The words of a text that was copied from a web page or a chat, and nothing else; null when it has nothing else. */
export type CleanPasteRequest = Method<'hongtou/cleanPaste', { readonly text: string }, string | null>

/** A piece of a line that is in both versions, only in the first, or only in the second. */
export interface ComparedPiece {
  readonly kind: 'kept' | 'struck' | 'written'
  readonly text: string
}

/** 花脸 of two versions, line by line. */
export type CompareRequest = Method<
  'hongtou/compare',
  { readonly before: string; readonly after: string },
  readonly (readonly ComparedPiece[])[]
>

/** How long an open document is; pages only when they have been made. Null when it is not open. */
export type LengthRequest = Method<
  'hongtou/length',
  { readonly uri: string },
  { readonly characters: number; readonly pages: number | null } | null
>

export interface ChecklistEntry {
  /** Its name, the same in every language. */
  readonly key: string
  readonly group: string
  readonly text: string
  readonly clause: string
  /** Verified by the rules, found wrong by the rules, or for a person to judge. */
  readonly state: 'verified' | 'faulty' | 'judge'
  /** Why a program cannot judge it. */
  readonly reason?: string
  /** Where rules found something. */
  readonly ranges: readonly Range[]
}

/** 核稿清单 of an open document; null when it is not open. */
export type ChecklistRequest = Method<'hongtou/checklist', { readonly uri: string }, readonly ChecklistEntry[] | null>

/** One row of the form 公文要素. */
export interface ElementField {
  readonly key: string
  /** What the key is called in the user's language. */
  readonly name: string
  readonly group: string
  readonly description: string
  readonly example: string
  /** Several values are written one under the other. */
  readonly list: boolean
  readonly values: readonly string[]
  /** Words to choose from. */
  readonly choices: readonly string[]
  /** Nothing but the choices is right. */
  readonly closed: boolean
  /** Documents of this 格式 have it; one of another may still carry it. */
  readonly usual: boolean
  readonly problem?: { readonly severity: Severity; readonly message: string }
}

/** 公文要素 of an open document; null when it is not open. */
export type ElementsRequest = Method<
  'hongtou/elements',
  { readonly uri: string },
  { readonly version: number; readonly fields: readonly ElementField[] } | null
>

/** What to change in the text so that a key has these values; none takes the key away. The client applies it as one step. */
export type SetElementRequest = Method<
  'hongtou/setElement',
  { readonly uri: string; readonly key: string; readonly values: readonly string[] },
  { readonly version: number; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }
>

/** What 新建公文 offers. `folder` is where the document will probably be saved: its profile knows the organs. */
export type NewChoicesRequest = Method<
  'hongtou/newChoices',
  { readonly folder: string | null },
  {
    readonly genres: readonly { readonly name: string; readonly use: string; readonly formats: readonly string[] }[]
    readonly organs: readonly string[]
  }
>

/** A template filled with what was chosen. */
export type FillTemplateRequest = Method<
  'hongtou/fillTemplate',
  { readonly folder: string | null; readonly template: string; readonly format?: string; readonly issuer?: string },
  string
>

export interface RegisterRow {
  readonly uri: string
  readonly docNumber: string
  readonly title: string
  readonly genre: string
  readonly issuer: string
  readonly date: string
  /** `20260302`, to sort by; empty where the date is none. */
  readonly day: string
  readonly state: 'signed' | 'printed' | 'numbered' | 'draft'
  /** Where it stands in its process, 待签发; absent where there is no log. */
  readonly standing?: string
}

/** 发文登记: all documents of the workspace. */
export type RegisterRequest = Method<'hongtou/register', null, readonly RegisterRow[]>

/** The same as CSV for spreadsheets, with byte order mark. */
export type RegisterCsvRequest = Method<'hongtou/registerCsv', null, string>

/** What is marked in the text of an open document, each with its group; null when it is not open. */
export type FindingsRequest = Method<
  'hongtou/findings',
  { readonly uri: string },
  readonly (CheckedFinding & { readonly group: string })[] | null
>

/** Told when the user has begun to trust the folder. */
export type TrustedNotification = Method<'hongtou/trusted', null, undefined>
