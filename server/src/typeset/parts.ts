import type { BodyBlock, GongwenDocument, Part } from '../model/document.ts'
import { textOfElement } from '../model/text.ts'
import { BODY_HEIGHT, TURNED } from '../standard/layout.ts'
import { sectionStart } from '../syntax/tree.ts'
import { attachmentNoteRows } from './attachmentNote.ts'
import { attendanceKeyRows, blockRows } from './body.ts'
import { contentsRows } from './contents.ts'
import { fitWord } from './inkLine.ts'
import { type Job, pieceOf } from './job.ts'
import { keepRows } from './keptRows.ts'
import { bodyStyle, wordStyle } from './piece.ts'
import type { Flow, Row } from './row.ts'
import { partSignatureRows, signatureRows } from './signature.ts'
import { tableRows } from './table.ts'
import { baselineOf, bodyShape, textRows } from './textRows.ts'
import { titleBlock } from './titleBlock.ts'

/** The text of the document in print order. */
export interface SetText {
  readonly flows: readonly Flow[]
  readonly titleLines: readonly string[]
}

/**
 * Main text, its signature, then 印发 texts and 附件 in the order of the source, each on a new page; of an attachment that is
 * sent by itself that alone.
 */
export function setText(job: Job, withAddressee: boolean): SetText {
  const { main } = job.document
  if (main.kind === '附件') return { flows: partFlows(job, main), titleLines: [] }
  const title = titleBlock(job, main, 0, 1)
  const opening = [...title.rows, ...(withAddressee ? addresseeRows(job, main, title.rows.length > 0) : [])]
  const flows = [
    ...bodyFlows(job, main.body, opening),
    {
      turned: false,
      rows: [...attendanceKeyRows(job), ...attachmentNoteRows(job, main.attachments), ...signatureRows(job)],
    },
    ...followingParts(job.document).flatMap((part) => partFlows(job, part)),
  ]
  return { flows, titleLines: title.lines }
}

/** 主送机关: one blank line below the title, flush left (7.3.2). */
function addresseeRows(job: Job, part: Part, titled: boolean): readonly Row[] {
  const addressee = part.addressee
  if (!addressee) return []
  const places = addressee.lines ?? (addressee.at ? [addressee.at] : [])
  const typed = places.map(({ section, span }) => section.text.slice(span.start, span.end).trim())
  const texts = typed.length > 0 ? typed : [`${addressee.value.join('，')}：`]
  const pieces = texts.map((text, index) => pieceOf(job, text, bodyStyle('仿宋'), 'addressee', places[index]))
  const shape = { ...bodyShape(job, 'addressee', 'P'), keepNext: true, source: job.source(addressee.at) }
  return textRows(job, pieces, { ...shape, before: titled ? job.linePitch : 0 })
}

/** Blocks as flows: what is 横排 goes onto turned pages of its own. */
function bodyFlows(job: Job, blocks: readonly BodyBlock[], opening: readonly Row[], turned = false): readonly Flow[] {
  const flows: { turned: boolean; rows: Row[] }[] = [{ turned, rows: [...opening] }]
  let breaks = false
  let afterTitle = opening.length > 0 && opening.at(-1)?.marks[0]?.element !== 'addressee'
  for (const block of blocks) {
    if (block.kind === 'break') {
      breaks = true
      continue
    }
    const sideways = turned || ('landscape' in block && block.landscape === true)
    if (flows.at(-1)?.turned !== sideways) flows.push({ turned: sideways, rows: [] })
    const rows = rowsOf(sideways && !turned ? { ...job, width: TURNED.width } : job, block, blocks)
    rows.forEach((row, index) => {
      const first = index === 0
      // The text stands one blank line below its title, as 主送 does.
      const before = first && afterTitle ? Math.max(row.before, job.linePitch) : row.before
      // The same object where nothing changes: by it a page knows that it was laid before.
      const stays = before === row.before && !(first && breaks)
      flows.at(-1)?.rows.push(stays ? row : { ...row, before, ...(first && breaks ? { newPage: true } : {}) })
    })
    // What follows a 目录 begins a page.
    if (rows.length > 0) [breaks, afterTitle] = [block.kind === 'contents', false]
  }
  return flows
}

function rowsOf(job: Job, block: BodyBlock, blocks: readonly BodyBlock[]): readonly Row[] {
  // What other blocks or images have a say in is made each time.
  if (block.kind === 'contents') return contentsRows(job, block, blocks)
  if (block.kind === 'figure') return blockRows(job, block)
  if (block.kind === 'table') return keepRows(job, block, (each) => tableRows(each, block))
  return keepRows(job, block, (each) => blockRows(each, block))
}

function followingParts({ main, issued, tree }: GongwenDocument): readonly Part[] {
  const start = ({ at }: Part) => (at ? sectionStart(tree, at.section) + at.span.start : Number.POSITIVE_INFINITY)
  return [...main.attachments, ...issued].sort((a, b) => start(a) - start(b))
}

function partFlows(upright: Job, part: Part): readonly Flow[] {
  if (part.external) return []
  const turned = part.landscape === true
  const job = turned ? { ...upright, width: TURNED.width } : upright
  const label = part.kind === '附件' ? labelRow(job, part) : undefined
  // Label on line 1, title on line 3 (7.3.7).
  const title = titleBlock(job, part, label ? job.linePitch : 0, 1)
  const opening = [...(label ? [label] : []), ...title.rows, ...addresseeRows(job, part, true)]
  const [first, ...others] = opening
  const rows = first ? [{ ...first, newPage: true }, ...others] : []
  const flows = bodyFlows(job, part.body, rows, turned)
  const end = [...partSignatureRows(job, part), ...attachmentNoteRows(job, part.attachments)]
  return [
    ...flows,
    ...(end.length > 0 ? [{ turned, rows: end }] : []),
    ...part.attachments.flatMap((each) => partFlows(upright, each)),
  ]
}

/**
 * 附件 and its ordinal in 黑体, flush left on line 1, without a colon; before it the 发文字号 where it is sent by itself
 * (7.3.7).
 */
function labelRow(job: Job, part: Part): Row {
  const { main, head } = job.document
  const number = main.kind === '附件' ? textOfElement(head.docNumber) : ''
  const text = `${number}附件${part.label?.value ?? ''}`
  const source = job.source(part.label?.at ?? part.at)
  const piece = pieceOf(job, text, wordStyle('黑体'), 'attachmentLabel')
  return {
    height: BODY_HEIGHT,
    before: 0,
    after: job.leading,
    draw: (x, y) => fitWord(job, piece, { left: x }, y + baselineOf(BODY_HEIGHT), job.width),
    marks: [
      {
        element: 'attachmentLabel',
        rect: { x: 0, y: 0, width: job.width, height: BODY_HEIGHT },
        ...(source ? { source } : {}),
      },
    ],
    tag: 'P',
    block: {},
    keepNext: true,
  }
}
