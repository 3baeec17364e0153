import type { Box } from '../pdf/content/matrix.ts'
import { looksLikeDate } from '../standard/dates.ts'
import { PAPER, TYPE_AREA } from '../standard/layout.ts'
import type { Mm } from '../standard/units.ts'
import { isRed, type Line } from './line.ts'
import type { MeasuredPage } from './page.ts'
import type { OwnTypeArea } from './typeArea.ts'

export interface AttachmentPage {
  readonly label: Line
  readonly title: readonly Line[]
}

/** What follows the text. */
export interface Tail {
  readonly body: readonly Line[]
  readonly attachmentNote: Line | undefined
  readonly signatory: readonly Line[]
  readonly date: Line | undefined
  /** Seals and places for seals near the date. */
  readonly seals: readonly Box[]
  readonly note: Line | undefined
  readonly attachments: readonly AttachmentPage[]
}

const ATTACHMENT_LABEL = /^附\s*件\s*[\d０-９一二三四五六七八九十]*\s*[：:]?$/

/** A date as it was written before 2012: digits in Chinese. */
export const DATE_IN_HAN =
  /^[〇○零一二三四五六七八九０-９]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日$/

/**
 * @param pages without the lines of 版记
 * @param taken lines of the head, the title and 主送
 * @param headBottom lower edge of 版头 on the first page
 */
export function findTail(
  pages: readonly MeasuredPage[],
  area: OwnTypeArea,
  taken: ReadonlySet<Line | undefined>,
  headBottom: Mm,
): Tail {
  const attachments = pages.slice(1).flatMap((page) => attachmentOn(page, area) ?? [])
  const firstAttachment = attachments[0]?.label.page ?? Number.POSITIVE_INFINITY
  const text = pages.flatMap(({ lines, number }) =>
    number >= firstAttachment
      ? []
      : lines.filter((line) => !taken.has(line) && (number > 1 || line.top > headBottom - 1)),
  )
  const dateAt = text.findIndex((line) => isDate(line) && line.left > PAPER.width * 0.4)
  const date = text[dateAt]
  const signatory = date ? namesAbove(text.slice(0, dateAt), date) : []
  const note = date ? text.slice(dateAt + 1).find(({ text: said }) => /^[（(].*[）)]?$/.test(said)) : undefined
  const signed = new Set<Line | undefined>([...signatory, date, note])
  const body = text.filter((line) => !signed.has(line) && (date === undefined || !isAfter(line, date)))
  return {
    body,
    attachmentNote: [...body].reverse().find(({ text: said }) => /^附\s*件\s*[：:]/.test(said)),
    signatory,
    date,
    seals: date ? sealsNear(pages[date.page - 1], date) : [],
    note,
    attachments,
  }
}

function isAfter(line: Line, date: Line): boolean {
  return line.page > date.page || (line.page === date.page && line.baseline > date.baseline)
}

function isDate({ text }: Line): boolean {
  const bare = text.replace(/\s/g, '')
  return looksLikeDate(bare) || DATE_IN_HAN.test(bare) || /^\d{4}年\s*月\s*日$/.test(bare)
}

/** Lines of the right half directly above the date; a line of text reaches further left or ends with 。 */
function namesAbove(text: readonly Line[], date: Line): readonly Line[] {
  const names: Line[] = []
  let below = date
  for (let index = text.length - 1; index >= 0; index--) {
    const line = text[index] as Line
    const near = line.page === date.page && below.baseline - line.baseline < 2 * (below.bottom - below.top) + 4
    if (!near || line.left < TYPE_AREA.x + 20 || /[。；：:]$/.test(line.text)) break
    names.unshift(line)
    below = line
  }
  return names
}

/** Boxes of the size of a seal whose middle lies near the date. */
function sealsNear(page: MeasuredPage | undefined, date: Line): readonly Box[] {
  if (page === undefined) return []
  const boxes = [
    ...page.marks.fields.map(({ box }) => box),
    ...page.marks.pictures.map(({ box }) => box),
    ...page.marks.shapes.filter(({ colour }) => isRed(colour)).map(({ box }) => box),
  ]
  return boxes.filter((box) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    const near = box.top < date.bottom && box.bottom > date.top - 30
    return near && width > 20 && width < 65 && height > 10 && height < 65
  })
}

function attachmentOn(page: MeasuredPage, area: OwnTypeArea): AttachmentPage | undefined {
  const [label, ...rest] = page.lines
  if (label === undefined || !ATTACHMENT_LABEL.test(label.text.replace(/\s/g, ''))) return undefined
  const centre = (area.left(page.number) + area.right(page.number)) / 2
  const end = rest.findIndex(
    (line) => Math.abs((line.left + line.right) / 2 - centre) > 6 || line.size < area.bodySize - 0.5,
  )
  const title = rest
    .slice(0, end < 0 ? rest.length : end)
    .filter(({ size }, _, all) => Math.abs(size - (all[0]?.size ?? 0)) < 1)
  return { label, title: title.slice(0, 4) }
}
