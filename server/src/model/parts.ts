import { findDateText } from '../standard/dates.ts'
import { genreOfTitle } from '../standard/genres.ts'
import type { Edit } from '../text/edit.ts'
import { message } from '../text/message.ts'
import { readAddressee } from './addressee.ts'
import { readBody } from './body.ts'
import type { Element, Part } from './document.ts'
import { elementOn, sameText } from './element.ts'
import type { Line, Lines } from './line.ts'
import type { Manner } from './outline.ts'
import type { PartPlan } from './plan.ts'
import type { Report } from './problems.ts'
import { mainTitleLines, partTitleLines, readTitleZone, type TitleZone, type ZoneRequest } from './titleZone.ts'

/** A part as it was read, with what does not belong into it. */
export interface PartReading {
  readonly part: Part
  readonly plan: PartPlan
  /** Mark and number that were pasted round the title. */
  readonly head: readonly Line[]
}

export interface PartRequest {
  readonly lines: Lines
  readonly plan: PartPlan
  readonly zone: TitleZone
  readonly manner: Manner
  readonly report: Report
}

/** Finds the title of a part. `names` are those by which the text before it calls its attachments and the text it issues. */
export function readZone(lines: Lines, plan: PartPlan, names: readonly string[], untitled: boolean): TitleZone {
  const { from, tail, to } = plan
  const end = tail?.start ?? to
  return readTitleZone({
    lines,
    from: skipPastedLabel(lines, plan),
    to: Math.max(from, end),
    unmarkedTitle: finder(plan, names, untitled),
    head: plan.kind === '正文',
  })
}

function finder(
  { kind, divider }: PartPlan,
  names: readonly string[],
  untitled: boolean,
): ZoneRequest['unmarkedTitle'] {
  if (untitled) return () => 0
  if (kind === '正文') return mainTitleLines
  if (!divider?.text) return partTitleLines(names)
  const { text } = divider
  return (candidates) => {
    let joined = ''
    for (const [index, line] of candidates.entries()) {
      joined += line.text
      if (sameText(joined, text)) return index + 1
    }
    return 0
  }
}

/** “附件1” just below `::附件`. */
function skipPastedLabel(lines: Lines, { divider, from, to, kind }: PartPlan): number {
  if (!divider || kind !== '附件') return from
  let at = from
  while (at < to && lines[at]?.kind === 'comment') at++
  return lines[at]?.form === 'attachmentLabel' ? at + 1 : from
}

export function readPart({ lines, plan, zone, manner, report }: PartRequest): PartReading {
  const { kind, divider, tail, to, from } = plan
  const end = tail?.start ?? to
  const main = kind === '正文'
  const { addressee, end: bodyStart } = readAddressee(lines, zone.end, Math.max(zone.end, end), main)
  const body = [
    ...readBody(lines, bodyStart, Math.max(bodyStart, end), manner),
    ...(tail?.outdated ?? []).flatMap((line) => readBody([line], 0, 1, manner)),
  ]
  const title = titleOf(plan, zone)
  const attributes = divider?.block.attributes ?? {}
  const signature = main ? [] : signatureOf(plan)
  const part: Part = {
    kind,
    ...(divider ? { at: divider.at } : plan.pastedLabel ? { at: plan.pastedLabel.at } : {}),
    ...(attributes.横排 !== undefined ? { landscape: true } : {}),
    ...(title ? { title } : {}),
    ...(zone.subtitle ? { subtitle: zone.subtitle } : {}),
    ...(zone.adoption ? { adoption: zone.adoption } : {}),
    ...(addressee ? { addressee } : {}),
    body,
    attachments: [],
    ...(signature.length > 0 ? { signature } : {}),
    ...(attributes.文件 ? { file: attributes.文件 } : {}),
    external: attributes.另附 !== undefined,
  }
  reportPart(part, plan, zone, lines.slice(from, zone.end), report)
  return { part, plan, head: zone.head }
}

function titleOf({ divider }: PartPlan, zone: TitleZone): Part['title'] {
  if (!divider?.text) return zone.title
  if (zone.title && zone.unmarked.length === 0) return zone.title
  const children = divider.block.children ?? []
  const span = {
    start: children[0]?.at.start ?? divider.at.span.start,
    end: children.at(-1)?.at.end ?? divider.at.span.end,
  }
  return { kind: 'title', value: [divider.text], origin: 'text', at: { section: divider.at.section, span } }
}

/** 署名 and date of a part that carries its own. */
function signatureOf({ tail }: PartPlan): readonly Element[] {
  if (!tail?.date) return []
  return [
    ...signatoriesOf(tail.signatory, tail.date),
    elementOn('issueDate', findDateText(tail.date.text) ?? tail.date.text, [tail.date]),
    ...tail.notes.map((line) => elementOn('note', line.text, [line])),
  ]
}

function signatoriesOf(signatory: readonly Line[], date: Line): readonly Element[] {
  if (date.form !== 'nameAndDate') return signatory.map((line) => elementOn('signatory', line.text, [line]))
  const name = date.text.slice(0, -(findDateText(date.text) ?? '').length).trim()
  return [elementOn('signatory', name, [date])]
}

function reportPart(part: Part, plan: PartPlan, zone: TitleZone, first: readonly Line[], report: Report): void {
  if (plan.pasted) reportPasted(part, plan, zone, first, report)
  else if (plan.divider) reportDivided(part, plan.divider, zone, first, report)
  else if (zone.unmarked.length > 0) reportUnmarked(zone.unmarked, report)
}

/** The first character is replaced along with its mark: two insertions at one place would lose one of them. */
function markTitle(lines: readonly Line[], report: Report): readonly Edit[] {
  return lines.map((line) => {
    const { start } = report.span(line)
    const { section, span } = line.at
    const first = String.fromCodePoint(section.text.codePointAt(span.start) as number)
    return { span: { start, end: start + first.length }, text: `# ${first}` }
  })
}

function reportUnmarked(unmarked: readonly Line[], report: Report): void {
  const [first, ...more] = unmarked.map((line) => report.span(line))
  if (!first) return
  const fix = report.fix('safe', message('在标题前加“# ”'), markTitle(unmarked, report))
  report.add('model-title-unmarked', 'info', first, message('这几个字按标题排印。请在标题每一行前加“# ”。'), [fix], {
    ...(more.length > 0 ? { also: more } : {}),
  })
}

/** Text that was pasted behind the signature without a divider. */
function reportPasted(part: Part, plan: PartPlan, zone: TitleZone, first: readonly Line[], report: Report): void {
  const { pastedLabel, kind } = plan
  const opening = pastedLabel ?? first.find((line) => line.kind !== 'comment') ?? undefined
  const anchor = opening ? report.span(opening) : part.body[0] && report.span({ at: part.body[0].at } as Line)
  if (!anchor) return
  const divider = kind === '附件' ? '::附件' : '::印发'
  const opened = pastedLabel
    ? { span: anchor, text: divider }
    : { span: { start: anchor.start, end: anchor.start }, text: `${divider}\n` }
  const edits = [opened, ...markTitle(zone.unmarked, report)]
  const fix = report.fix('safe', message('加上“{0}”', divider), edits)
  const also = zone.unmarked.filter((line) => line !== opening).map((line) => report.span(line))
  report.add(
    'model-divider-missing',
    'info',
    anchor,
    kind === '附件'
      ? message('附件从“::附件”一行开始，不用写“附件”字样和序号。')
      : message('署名之后的正文按印发的文件另页排印，前面请加一行“::印发”。'),
    [fix],
    also.length > 0 ? { also } : {},
  )
}

const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set(['横排', '另附', '文件', 'class', 'id'])

function reportDivided(part: Part, divider: Line, zone: TitleZone, first: readonly Line[], report: Report): void {
  const span = report.span(divider)
  const label = first.find(({ form }) => form === 'attachmentLabel')
  if (label) {
    report.add(
      'model-pasted-label',
      'hint',
      report.span(label),
      message('附件序号由排版自动生成，这一行不会再印一次。'),
      [report.fix('safe', message('删去这一行'), report.removal([label]))],
    )
  }
  if (divider.text && zone.unmarked.length > 0) reportRepeated(zone.unmarked, report)
  else if (zone.unmarked.length > 0) reportUnmarked(zone.unmarked, report)
  else if (divider.text && zone.title && !sameText(zone.title.value.join(''), divider.text)) {
    const typed = zone.title.value.join('')
    report.add(
      'model-title-differs',
      'warning',
      span,
      message('方括号里的名称与下面的标题“{0}”不一致，按标题排印。', typed),
    )
  }
  if (!part.title)
    report.add(
      'model-part-unnamed',
      'warning',
      span,
      message('“{0}”没有名称。请写成“::{0}[名称]”，或者在下一行用“# ”写标题。', part.kind),
    )
  const stranger = Object.keys(divider.block.attributes ?? {}).find((name) => !KNOWN_ATTRIBUTES.has(name))
  if (stranger)
    report.add(
      'model-unknown-attribute',
      'warning',
      span,
      message('“{0}”不是这里可用的选项。可用的有：横排、另附、文件=…。', stranger),
    )
  if (part.file !== undefined && !part.external && !isIncludable(part.file)) {
    const fix = report.fix('suggestion', message('改为另附'), [asExternal(divider, report)])
    report.add(
      'model-attachment-file',
      'error',
      span,
      message(
        '文件“{0}”的文字不会排印：只能并入 .gw.md 文件。请把它另存为 .gw.md，或者把文字写在这一行下面；单独附送的，加上“另附”。',
        part.file,
      ),
      [fix],
    )
  }
  if (part.external && part.body.length > 0) {
    report.add('model-external-text', 'warning', span, message('另附的附件不在本文件里排印，下面的文字不会印出来。'))
  }
}

/** Only files in the dialect are taken in; of others the text is not known. */
export function isIncludable(file: string): boolean {
  return /\.gw\.md$/i.test(file)
}

/** `另附` just behind the opening brace. */
function asExternal({ at }: Line, report: Report): Edit {
  const written = at.section.text.slice(at.span.start, at.span.end)
  const brace = Math.max(written.lastIndexOf('{'), written.lastIndexOf('｛'))
  const start = report.span({ at } as Line).start + brace + 1
  return { span: { start, end: start }, text: '另附 ' }
}

function reportRepeated(unmarked: readonly Line[], report: Report): void {
  const [span, ...also] = unmarked.map((line) => report.span(line))
  if (!span) return
  report.add(
    'model-title-repeated',
    'hint',
    span,
    message('标题已经写在方括号里，这一行不会再印一次。'),
    [report.fix('safe', message('删去这一行'), report.removal(unmarked))],
    also.length > 0 ? { also } : {},
  )
}

/** Whether the 一、 of a text are clauses: by the 文种 that its title ends with. */
export function clausesByTitle(title: Part['title']): boolean {
  return title !== undefined && (genreOfTitle(title.value.join(''))?.clauses ?? false)
}
