import { findDate } from '../standard/dates.ts'
import { ADOPTION_ACTS } from '../standard/formulae.ts'
import { genreOfTitle } from '../standard/genres.ts'
import type { Element, Part } from './document.ts'
import { elementOn, sameText } from './element.ts'
import { endsOpen, type Line, type Lines } from './line.ts'

/** The first lines of a part: title, 副题, 题注. */
export interface TitleZone {
  readonly title?: NonNullable<Part['title']>
  readonly subtitle?: Element
  readonly adoption?: Element
  /** Title lines that carry no `#`: taken for the title all the same. */
  readonly unmarked: readonly Line[]
  /** Lines that name the number or the mark of the document: they belong to the head. */
  readonly head: readonly Line[]
  /** First line that does not belong to the zone. */
  readonly end: number
}

export interface ZoneRequest {
  readonly lines: Lines
  readonly from: number
  readonly to: number
  /** Looks for a title without `#` among the first lines: how many of the lines given belong to it. */
  readonly unmarkedTitle: (candidates: readonly Line[], next: Line | undefined) => number
  /** Whether mark and number may have been pasted here. */
  readonly head: boolean
}

const MOST_TITLE_LINES = 6

export function readTitleZone({ lines, from, to, unmarkedTitle, head }: ZoneRequest): TitleZone {
  const cursor = new Cursor(lines, from, to)
  const pasted: Line[] = head ? takeHead(cursor) : []
  let title = cursor.takeWhile((line) => line.kind === 'hash' && line.block.depth === 1 && line.text !== '')
  let unmarked: readonly Line[] = []
  if (title.length === 0) {
    unmarked = takeUnmarked(cursor, unmarkedTitle)
    title = [...unmarked]
  }
  const below = title.length > 0 ? takeBelow(cursor, head, pasted) : {}
  return {
    ...(title.length > 0
      ? { title: elementOn('title', title.map(({ text }) => text) as readonly string[], title) }
      : {}),
    ...below,
    unmarked,
    head: pasted,
    end: cursor.at,
  }
}

/** Goes over the lines of a part and passes over comments. */
class Cursor {
  constructor(
    readonly lines: Lines,
    public at: number,
    readonly to: number,
  ) {
    this.pass()
  }

  private pass(): void {
    while (this.at < this.to && this.lines[this.at]?.kind === 'comment') this.at++
  }

  get line(): Line | undefined {
    return this.at < this.to ? this.lines[this.at] : undefined
  }

  /** The next `count` lines that are no comments, without taking them. */
  ahead(count: number): Line[] {
    const found: Line[] = []
    for (let i = this.at; i < this.to && found.length < count; i++) {
      const line = this.lines[i] as Line
      if (line.kind !== 'comment') found.push(line)
    }
    return found
  }

  take(count: number): Line[] {
    const taken: Line[] = []
    while (taken.length < count && this.line) {
      taken.push(this.line)
      this.at++
      this.pass()
    }
    return taken
  }

  takeWhile(test: (line: Line) => boolean): Line[] {
    const taken: Line[] = []
    while (this.line && test(this.line)) taken.push(...this.take(1))
    return taken
  }
}

/** Mark, number and the like, pasted above the title: `某某市人民政府令`, `第12号`, `某政发〔2026〕1号`. */
function takeHead(cursor: Cursor): Line[] {
  const [first, second] = cursor.ahead(2)
  const masthead =
    first?.kind === 'text' &&
    second?.form === 'docNumber' &&
    first.text.length <= 40 &&
    /(?:文件|令|公告|通告)$/.test(first.text) &&
    !first.text.includes('关于')
  const taken = masthead ? cursor.take(1) : []
  return [...taken, ...cursor.takeWhile((line) => line.form === 'docNumber')]
}

function takeUnmarked(cursor: Cursor, unmarkedTitle: ZoneRequest['unmarkedTitle']): readonly Line[] {
  const ahead = cursor.ahead(MOST_TITLE_LINES + 1)
  const candidates: Line[] = []
  for (const line of ahead.slice(0, MOST_TITLE_LINES)) {
    if (
      line.kind !== 'text' ||
      line.form !== 'plain' ||
      line.ordinal ||
      line.text.length > 60 ||
      !endsOpen(line.text) ||
      /[。；]/.test(line.text)
    )
      break
    candidates.push(line)
  }
  if (candidates.length === 0) return []
  return cursor.take(unmarkedTitle(candidates, ahead[candidates.length]))
}

function takeBelow(cursor: Cursor, head: boolean, pasted: Line[]): { subtitle?: Element; adoption?: Element } {
  const subtitle: Line[] = []
  const adoption: Line[] = []
  while (cursor.line) {
    const many = adoptionLines(cursor.ahead(8))
    if (many > 0) adoption.push(...cursor.take(many))
    else if (head && cursor.line.form === 'docNumber') pasted.push(...cursor.take(1))
    else if (subtitle.length < 3 && adoption.length === 0 && isSubtitle(cursor.line)) subtitle.push(...cursor.take(1))
    else break
  }
  const join = (lines: readonly Line[]) => lines.map(({ text }) => text).join('\n')
  return {
    ...(subtitle.length > 0 ? { subtitle: elementOn('subtitle', join(subtitle), subtitle) } : {}),
    ...(adoption.length > 0 ? { adoption: elementOn('adoption', join(adoption), adoption) } : {}),
  }
}

function isSubtitle(line: Line): boolean {
  if (line.kind !== 'text' || line.text.length > 60 || line.ordinal) return false
  return /^[—－-]{1,2}[^—－-]/.test(line.text)
    ? endsOpen(line.text)
    : line.form === 'bracketed' || /^[（(].*[）)]$/.test(line.text)
}

const ACT = new RegExp(ADOPTION_ACTS.join('|'))

/** How many of the lines at hand make one 题注: a full date and what was done, in brackets or without a full stop. */
function adoptionLines(ahead: readonly Line[]): number {
  const [first] = ahead
  if (first?.kind !== 'text' || !/^[（(]?[〇一二三四五六七八九0-9０-９]{4}\s*年/.test(first.text)) return 0
  let joined = ''
  const opened = /^[（(]/.test(first.text)
  for (const [index, line] of ahead.entries()) {
    if (line.kind !== 'text') return 0
    joined += line.text
    const closed = opened ? /[）)]$/.test(line.text) : endsOpen(line.text) && !/[。；]/.test(line.text)
    if (closed && joined.length <= 400 && findDate(joined) && ACT.test(joined)) return index + 1
    if (!opened && (!closed || index === 2)) return 0
  }
  return 0
}

/** A title of the 公文 itself: it ends with a 文种, or reads 关于…的… and the 主送 follows. */
export function mainTitleLines(candidates: readonly Line[], next: Line | undefined): number {
  let joined = ''
  for (const [index, line] of candidates.entries()) {
    joined += line.text
    const following = candidates[index + 1]
    if (joined.length < 6 || (following && /^[的及和]/.test(following.text))) continue
    if (genreOfTitle(joined) && /关于|的|会议|代表大会|[〈《]/.test(joined)) return index + 1
    if (/(?:关于|对).+的[\p{Script=Han}]{2,6}$/u.test(joined) && isAddressed(following ?? next)) return index + 1
  }
  return 0
}

function isAddressed(line: Line | undefined): boolean {
  return line !== undefined && (line.form === 'docNumber' || /[：:]$/.test(line.text))
}

const KINDS_OF_TEXT =
  /(?:办法|规定|规则|细则|方案|规划|计划|意见|要点|制度|条例|章程|预案|纲要|目录|清单|名单|表|图|指南|标准|规范|流程|说明|报告|通知|决定|公约|准则|制|书|函)(?:（[^（）]*）)?$/

/**
 * A title of a text or attachment that was pasted behind the signature: its lines joined are one of the names given elsewhere
 * (《…》 of the title, the 附件说明), or they run up to a word that names a kind of text.
 */
export function partTitleLines(names: readonly string[]): ZoneRequest['unmarkedTitle'] {
  return (candidates, next) => {
    let joined = ''
    for (const [index, line] of candidates.entries()) {
      joined += line.text
      // A name may end in a 副题 that stands on its own line: （共3项）.
      const below = candidates[index + 1] ?? next
      const whole = below?.form === 'bracketed' ? joined + below.text : joined
      if (names.some((name) => sameText(name, joined) || sameText(name, whole))) return index + 1
    }
    joined = ''
    for (const [index, line] of candidates.slice(0, 4).entries()) {
      if (line.form !== 'plain' || line.text.length > 40) return 0
      joined += line.text
      if (KINDS_OF_TEXT.test(joined) && joined.length <= 80) return index + 1
    }
    return 0
  }
}
