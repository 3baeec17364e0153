import type { Profile } from '../profile/profile.ts'
import { FRONT_MATTER_KEYS, type FrontMatterKey, findKey, NOT_KEYS, nearestKey } from '../standard/frontMatterKeys.ts'
import type { FrontMatter, FrontMatterEntry } from '../syntax/frontMatter.ts'
import type { At, Section } from '../syntax/tree.ts'
import { message } from '../text/message.ts'
import type { Element } from './document.ts'
import type { Line } from './line.ts'
import type { Report } from './problems.ts'

/** What is known of a key, wherever it comes from. */
export interface Field {
  readonly key: FrontMatterKey
  readonly values: readonly string[]
  readonly origin: Element['origin']
  readonly at?: At
  readonly lines?: readonly At[]
}

/** All keys of a document: the front matter first, then what was pasted into the text, then the profile's defaults. */
export class Fields {
  private readonly byKey = new Map<string, Field>()

  get(key: string): Field | undefined {
    return this.byKey.get(key)
  }

  text(key: string): string | undefined {
    return this.byKey.get(key)?.values[0]
  }

  /** Keeps the first that comes. */
  offer(field: Field): void {
    if (field.values.length > 0 && !this.byKey.has(field.key.key)) this.byKey.set(field.key.key, field)
  }

  offerPasted(key: string, values: readonly string[], lines: readonly Line[]): void {
    const places = lines.map(({ at }) => at)
    const [at] = places
    const record = findKey(key)
    if (!record || !at) return
    this.offer({ key: record, values, origin: 'text', at, ...(places.length > 1 ? { lines: places } : {}) })
  }

  offerProfile({ defaults }: Profile): void {
    for (const record of FRONT_MATTER_KEYS) {
      const value = defaults[record.key]
      if (value === undefined) continue
      const values = (typeof value === 'string' ? [value] : value).filter((text) => text !== '')
      this.offer({ key: record, values, origin: 'profile' })
    }
  }

  offerFrontMatter(section: Section, { entries }: FrontMatter): void {
    for (const entry of entries) {
      const record = findKey(entry.key)
      if (!record) continue
      const values = entry.values.map(({ text }) => text.trim()).filter((text) => text !== '')
      const first = entry.values[0]
      const last = entry.values.at(-1)
      const span = first && last ? { start: first.span.start, end: last.span.end } : entry.span
      this.offer({
        key: record,
        values: record.list ? values : values.slice(0, 1),
        origin: 'frontMatter',
        at: { section, span },
      })
    }
  }

  /** The element of a field: a list for keys that take one, otherwise a text. */
  element(key: string): Element<string, unknown> | undefined {
    const field = this.byKey.get(key)
    return field && elementOfField(field, field.key.list ? field.values : field.values[0])
  }

  /** One element for each text of a list. */
  each<K extends string>(key: string, kind: K): readonly Element<K>[] {
    const field = this.byKey.get(key)
    return field ? field.values.map((value) => ({ ...elementOfField(field, value), kind, value })) : []
  }
}

function elementOfField(field: Field, value: unknown): Element<string, unknown> {
  return {
    kind: field.key.element,
    value,
    origin: field.origin,
    ...(field.at ? { at: field.at } : {}),
    ...(field.lines ? { lines: field.lines } : {}),
  }
}

/** Keys that do not exist, values outside their list, lists where one text is wanted. */
export function checkFrontMatter({ entries }: FrontMatter, report: Report): void {
  for (const entry of entries) {
    const record = findKey(entry.key)
    if (record) checkEntry(entry, record, report)
    else reportUnknown(entry, report)
  }
}

function reportUnknown(entry: FrontMatterEntry, report: Report): void {
  const advice = NOT_KEYS.get(entry.key)
  if (advice) {
    report.add(
      'model-not-a-key',
      'warning',
      entry.keySpan,
      message('“{0}”不写在开头信息里：{1}。', entry.key, message(advice)),
    )
    return
  }
  const near = nearestKey(entry.key)
  if (!near) {
    report.add(
      'model-unknown-key',
      'warning',
      entry.keySpan,
      message('没有“{0}”这一项，它不会印出来。请删去或改用已有的项目名。', entry.key),
    )
    return
  }
  report.add(
    'model-unknown-key',
    'warning',
    entry.keySpan,
    message('没有“{0}”这一项，是不是“{1}”？', entry.key, near),
    [report.fix('suggestion', message('改为“{0}”', near), [{ span: entry.keySpan, text: near }])],
  )
}

function checkEntry(entry: FrontMatterEntry, record: FrontMatterKey, report: Report): void {
  if (entry.list && !record.list && entry.values.length > 1) {
    report.add(
      'model-key-list',
      'warning',
      entry.span,
      message('“{0}”只能写一项，这里列了{1}项，只采用第一项。', entry.key, entry.values.length),
    )
  }
  const [first] = entry.values
  if (!first || first.text.trim() === '') {
    // A 纪要 need not have a number, but whoever writes the key means to give it one.
    if (entry.key === '期号')
      report.add('model-key-empty', 'hint', entry.keySpan, message('“{0}”还没有填，编号后补上。', entry.key))
    return
  }
  if (!record.values) return
  if (record.values.includes(first.text.trim())) return
  report.add(
    'model-key-value',
    'warning',
    first.span,
    message('“{0}”应当是{1}之一，现在写的是“{2}”。', entry.key, record.values.join('、'), first.text.trim()),
  )
}
