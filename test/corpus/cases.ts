/** How a published text is written in the dialect. Lines are 1-based and name lines of the text, which stays outside this project. */
export interface Case {
  /** Beginning of the file's name. */
  readonly file: string
  readonly issuer: string
  readonly format?: '信函'
  /** Line(s) of the title. */
  readonly title: readonly number[]
  /** Line that holds the 发文字号; moved to the front matter. */
  readonly number?: number
  /** Lines of 署名 (derived, so left out) and 成文日期. */
  readonly signature: number
  readonly date: number
  readonly note?: number
  /** 抄送 line, moved without its label. */
  readonly copyTo?: number
  /** Titles of issued texts and attachments become dividers; several lines are one title. */
  readonly issued?: readonly number[]
  readonly attachment?: readonly number[]
  /** Lines that the dialect derives: a typed 附件说明, a label 附件. */
  readonly derived?: readonly number[]
  /** Name of an attachment that the published copy lacks. */
  readonly external?: { readonly line: number; readonly label: string }
}

export const CASES: readonly Case[] = [
  {
    file: '009',
    issuer: '仙居县人民政府',
    number: 1,
    title: [2],
    signature: 7,
    date: 8,
    external: { line: 6, label: '附件：' },
  },
  { file: '010', issuer: '国务院办公厅', title: [1], number: 2, signature: 15, date: 16, note: 17 },
  { file: '011', issuer: '国务院办公厅', title: [1], number: 2, signature: 34, date: 35, note: 36 },
  { file: '012', issuer: '国务院办公厅', title: [1], number: 2, signature: 46, date: 47, note: 48 },
  { file: '016', issuer: '陕西省人民政府', title: [1], signature: 5, date: 6 },
  { file: '018', issuer: '湖北省住房和城乡建设厅', number: 1, title: [2], signature: 16, date: 17, note: 18 },
  { file: '023', issuer: '国务院办公厅', title: [1], number: 2, signature: 20, date: 21, note: 22 },
  { file: '026', issuer: '国务院办公厅', title: [1], number: 2, signature: 5, date: 6, note: 7, issued: [8] },
  { file: '027', issuer: '国务院办公厅', title: [1], number: 2, signature: 7, date: 8, note: 9, issued: [10] },
  {
    file: '034',
    issuer: '国务院',
    title: [1],
    number: 2,
    signature: 7,
    date: 8,
    derived: [6, 9],
    attachment: [10, 11],
  },
  { file: '036', issuer: '国务院办公厅', format: '信函', title: [1], number: 2, signature: 23, date: 24, note: 25 },
  { file: '040', issuer: '国务院办公厅', format: '信函', title: [1], number: 2, signature: 30, date: 31, note: 32 },
]

/** The document in the dialect: every line of the text word for word, as a line, a title or a value of the front matter. */
export function inDialect(each: Case, text: string): string {
  const lines = text.replace(/\n+$/, '').split('\n')
  const line = (number: number): string => lines[number - 1] ?? ''
  const head = [
    '---',
    ...(each.format ? [`格式: ${each.format}`] : []),
    `发文机关: ${each.issuer}`,
    ...(each.number ? [`发文字号: ${line(each.number)}`] : []),
    `成文日期: ${line(each.date)}`,
    ...(each.note ? [`附注: ${line(each.note)}`] : []),
    ...(each.copyTo ? [`抄送: ${line(each.copyTo).replace(/^抄送：/, '')}`] : []),
    '---',
    '',
  ]
  const moved = new Set(
    [each.number, each.signature, each.date, each.note, each.copyTo, ...(each.derived ?? [])].filter(Boolean),
  )
  const body: string[] = []
  for (let number = 1; number <= lines.length; number++) {
    if (moved.has(number)) continue
    body.push(written(each, number, line(number)))
  }
  return [...head, ...body, ''].join('\n')
}

function written(each: Case, number: number, text: string): string {
  if (each.title.includes(number)) return `# ${text}`
  if (each.issued?.includes(number)) return `\n::印发[${text}]\n`
  if (each.external?.line === number) return `\n::附件[${text.replace(each.external.label, '')}]{另附}\n`
  if (each.attachment?.[0] === number) return `\n::附件\n\n# ${text}`
  if (each.attachment?.includes(number)) return `# ${text}`
  return text
}
