/** 公文要素: the front matter as a form, and one field of it written back as one edit. */
import type { GongwenDocument } from '../model/document.ts'
import { setEntry } from '../model/frontMatterEdits.ts'
import { FRONT_MATTER_KEYS, type FrontMatterKey, findKey, isUsual } from '../standard/frontMatterKeys.ts'
import { readFrontMatter } from '../syntax/frontMatter.ts'
import type { Edit } from '../text/edit.ts'
import { Failure } from '../text/failure.ts'
import type { Finding, Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Span } from '../text/span.ts'
import { fixedValues } from './completeFrontMatter.ts'

export interface ElementField {
  readonly key: string
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
  /** Documents of this 格式 have it. */
  readonly usual: boolean
  readonly problem?: { readonly severity: Finding['severity']; readonly message: Message }
}

/** What drafters fill in first comes first. */
const ORDER = ['版头和主体', '版记', '格式和排版'] as const

const GROUPS: Readonly<Record<FrontMatterKey['place'], (typeof ORDER)[number]>> = {
  head: '版头和主体',
  issuers: '版头和主体',
  approvers: '版头和主体',
  imprint: '版记',
  option: '格式和排版',
}

const RECORDS = ORDER.flatMap((group) => FRONT_MATTER_KEYS.filter(({ place }) => GROUPS[place] === group))

/** Every key of the standard with what is written for it and what is wrong with that. */
export function elements(document: GongwenDocument, findings: readonly Finding[]): readonly ElementField[] {
  const written = new Map(readFrontMatter(document.tree.frontMatter).entries.map((entry) => [entry.key, entry]))
  return RECORDS.map((record) => {
    const entry = written.get(record.key)
    const values = (entry?.values ?? []).map(({ text }) => text)
    const problem = entry && problemOf(record, entry.span, values, findings)
    return {
      key: record.key,
      group: GROUPS[record.place],
      description: record.description,
      example: [record.example].flat().join('、'),
      list: record.list,
      values,
      choices: fixedValues(record),
      closed: record.values !== undefined,
      usual: isUsual(record, document.format),
      ...(problem ? { problem } : {}),
    }
  })
}

const WORST_FIRST: readonly Finding['severity'][] = ['error', 'warning', 'info', 'hint']

/** The worst that a rule says of the entry; where none does, that it is not written as the schema has it. */
function problemOf(
  record: FrontMatterKey,
  span: Span,
  values: readonly string[],
  findings: readonly Finding[],
): ElementField['problem'] {
  const own = findings.filter((each) => each.span.start >= span.start && each.span.end <= span.end)
  const found = WORST_FIRST.flatMap((severity) => own.find((each) => each.severity === severity) ?? [])[0]
  if (found) return { severity: found.severity, message: found.message }
  const strange = values.find((value) => value !== '' && !fits(record, value))
  if (strange === undefined) return undefined
  return {
    severity: 'warning',
    message: message('“{0}”的写法不对，例如：{1}', strange, [record.example].flat().join('、')),
  }
}

function fits({ values, pattern }: FrontMatterKey, value: string): boolean {
  if (values) return values.includes(value)
  return pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value)
}

/**
 * The smallest edit that writes the values of a key; none when they stand there already.
 * @throws {Failure} `unknown-key`; `front-matter-broken` when the front matter cannot be written into
 */
export function setElement(document: GongwenDocument, key: string, values: readonly string[]): readonly Edit[] {
  if (!findKey(key)) throw new Failure('unknown-key', message('文件头里没有“{0}”这一项。', key))
  const wanted = values.map((value) => value.trim()).filter((value) => value !== '')
  const entry = readFrontMatter(document.tree.frontMatter).entries.find((each) => each.key === key)
  const now = (entry?.values ?? []).map(({ text }) => text)
  if (now.length === wanted.length && now.every((value, index) => value === wanted[index])) return []
  const edit = setEntry(document.tree, key, wanted)
  if (edit) return [edit]
  if (wanted.length === 0) return []
  throw new Failure('front-matter-broken', message('文件头不完整（缺少结尾的 ---），写不进去。请先在正文里改好。'))
}
