import type { BodyBlock, Element, GongwenDocument, Part } from '../../../server/src/model/document.ts'
import { plainText } from '../../../server/src/model/text.ts'
import type { At, Block } from '../../../server/src/syntax/tree.ts'

/** What a document says, without saying where: equal before and after a change that keeps the meaning. */
export function meaningOf(document: GongwenDocument): unknown {
  return {
    format: document.format,
    genre: document.genre?.value,
    direction: document.direction?.value,
    head: valuesOf(document.head),
    imprint: valuesOf(document.imprint),
    issuers: document.issuers.map(({ value }) => value),
    approvers: document.approvers.map(({ value }) => value),
    main: partMeaning(document.main),
    issued: document.issued.map(partMeaning),
  }
}

function valuesOf(elements: GongwenDocument['head']): unknown {
  return Object.fromEntries(Object.entries(elements).map(([kind, element]) => [kind, element?.value]))
}

function partMeaning(part: Part): unknown {
  const said = (element: Element<string, unknown> | undefined) => element?.value
  return {
    kind: part.kind,
    label: said(part.label),
    title: said(part.title),
    subtitle: said(part.subtitle),
    adoption: said(part.adoption),
    addressee: said(part.addressee),
    landscape: part.landscape,
    external: part.external,
    file: part.file,
    signature: part.signature?.map(({ kind, value }) => [kind, value]),
    body: part.body.map(blockMeaning),
    attachments: part.attachments.map(partMeaning),
  }
}

export function blockText({ at, inline }: { readonly at: At; readonly inline: readonly Block[] }): string {
  return plainText(at.section, inline).trim()
}

function blockMeaning(block: BodyBlock): unknown {
  switch (block.kind) {
    case 'table':
      return {
        kind: 'table',
        rows: block.rows.map((row) => row.map((cell) => [blockText(cell), cell.columns, cell.rows, cell.align])),
        headRows: block.headRows,
        caption: block.caption?.value,
        unit: block.unit?.value,
        notes: block.notes.map(({ value }) => value),
        landscape: block.landscape,
      }
    case 'figure':
      return { kind: 'figure', path: block.path, caption: block.caption, landscape: block.landscape }
    case 'break':
      return { kind: 'break' }
    case 'contents':
      return { kind: 'contents', lines: block.lines?.length }
    case 'verbatim':
      return { kind: 'verbatim', text: plainText(block.at.section, block.inline) }
    case 'paragraph':
    case 'closing':
    case 'quoted':
      return { kind: block.kind, text: blockText(block), landscape: block.landscape }
    default:
      return {
        kind: block.kind,
        text: blockText(block),
        ordinal: block.ordinal,
        runIn: block.runIn !== undefined,
        depth: block.depth,
      }
  }
}
