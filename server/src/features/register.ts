/** 发文登记: all documents of the workspace as rows of a register. */
import type { Summary } from '../model/summary.ts'
import { findDate } from '../standard/dates.ts'
import type { Uri } from '../text/finding.ts'
import { fileName, folderOf } from '../text/uri.ts'

/** `signed` and `printed` by the files beside the source; `numbered` when it has number and date. */
export type RegisterState = 'signed' | 'printed' | 'numbered' | 'draft'

export interface RegisterRow {
  readonly uri: Uri
  readonly docNumber: string
  readonly title: string
  readonly genre: string
  readonly issuer: string
  /** As it is written. */
  readonly date: string
  /** The same as digits that sort, `20260302`; empty where it is no date. */
  readonly day: string
  readonly state: RegisterState
  /** Whether its process is on record. */
  readonly hasLog: boolean
  /** Where it stands in its process, for people; absent where that is not known. */
  readonly standing?: string
}

const SOURCE = /\.gw\.md$/i

/** @param beside names of the files in a folder */
export function registerRows(
  documents: readonly Summary[],
  beside: ReadonlyMap<Uri, ReadonlySet<string>>,
): readonly RegisterRow[] {
  return documents
    .map(({ uri, docNumber = '', title = '', genre = '', issuer = '', date = '' }) => ({
      uri,
      docNumber,
      title: title || fileName(uri).replace(SOURCE, ''),
      genre,
      issuer,
      date,
      day: dayOf(date),
      state: stateOf(uri, docNumber, date, beside.get(folderOf(uri) ?? '')),
      hasLog: beside.get(folderOf(uri) ?? '')?.has(`${fileName(uri).replace(SOURCE, '')}.gw.log`) ?? false,
    }))
    .sort((a, b) => a.uri.localeCompare(b.uri))
}

function dayOf(date: string): string {
  const found = findDate(date)
  if (!found) return ''
  return [found.year, found.month, found.day].map((part) => String(part).padStart(2, '0')).join('')
}

function stateOf(uri: Uri, docNumber: string, date: string, names: ReadonlySet<string> | undefined): RegisterState {
  const stem = fileName(uri).replace(SOURCE, '')
  if (names?.has(`${stem}-签章.pdf`)) return 'signed'
  if (names?.has(`${stem}.pdf`)) return 'printed'
  return /\d号$/.test(docNumber) && date !== '' ? 'numbered' : 'draft'
}

const HEADINGS = ['发文字号', '标题', '文种', '发文机关', '成文日期', '状态', '办理', '文件'] as const

const STATE_NAMES: Readonly<Record<RegisterState, string>> = {
  signed: '已签章',
  printed: '已生成',
  numbered: '已编号',
  draft: '草稿',
}

/** For spreadsheets: with a byte order mark, without which Excel takes UTF-8 for the system's own encoding; CRLF (RFC 4180). */
export function registerCsv(rows: readonly Omit<RegisterRow, 'hasLog' | 'day'>[]): string {
  const records = rows.map(({ docNumber, title, genre, issuer, date, state, standing, uri }) => [
    docNumber,
    title,
    genre,
    issuer,
    date,
    STATE_NAMES[state],
    standing ?? '',
    fileName(uri),
  ])
  return `\uFEFF${[HEADINGS, ...records].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`
}

/** What begins like a formula is made text: a title must not be computed by whoever opens the file. */
function cellOf(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
