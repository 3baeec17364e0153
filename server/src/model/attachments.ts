import { message } from '../text/message.ts'
import type { Part } from './document.ts'
import { elementOn, sameText } from './element.ts'
import type { Line } from './line.ts'
import type { PartReading } from './parts.ts'
import type { Report } from './problems.ts'
import { namesOfNote } from './tail.ts'

/** Name of an attachment as the 附件说明 prints it: its title lines joined, a 副题 included. */
function partName({ title, subtitle }: Part): string {
  return (title?.value.join('') ?? '') + (subtitle?.value.replace(/\n/g, '') ?? '')
}

/** Gives every text its attachments, numbered from 1, without number when there is only one. */
export function ownAttachments(
  readings: readonly PartReading[],
  report: Report,
): { main: Part; issued: readonly Part[] } {
  const owners: { readonly reading: PartReading; readonly attachments: Part[] }[] = []
  for (const reading of readings) {
    const owner = owners.at(-1)
    if (reading.part.kind !== '附件' || !owner) owners.push({ reading, attachments: [] })
    else owner.attachments.push(reading.part)
  }
  const parts = owners.map(({ reading, attachments }) => {
    const note = reading.plan.tail?.attachmentNote ?? []
    const all = note.length > 0 ? compareNote(note, attachments, report) : attachments
    return {
      ...reading.part,
      attachments: all.map((part, index) => labelled(part, all.length === 1 ? null : index + 1)),
    }
  })
  const [main, ...issued] = parts
  return { main: main as Part, issued }
}

function labelled(part: Part, number: number | null): Part {
  const from = part.title ? [part.title] : []
  return { ...part, label: { kind: 'attachmentLabel', value: number, origin: 'derived', from } }
}

/** A typed 附件说明 against the attachments. What it names beyond them is taken as 另附, so that it is still printed. */
function compareNote(note: readonly Line[], attachments: readonly Part[], report: Report): readonly Part[] {
  const names = namesOfNote(note)
  const [span, ...more] = note.map((line) => report.span(line))
  if (!span) return attachments
  const also = more.length > 0 ? { also: more } : {}
  const actual = attachments.map(partName)
  if (names.length === actual.length && names.every((name, index) => isNameOf(name, attachments[index] as Part))) {
    const fix = report.fix('safe', message('删去附件说明'), report.removal(note))
    report.add(
      'model-pasted-attachment-note',
      'hint',
      span,
      message('附件说明由“::附件”自动生成，这里不用再写。'),
      [fix],
      also,
    )
    return attachments
  }
  if (attachments.length === 0) return externals(note, names, span, report, also)
  report.add(
    'model-attachment-note-differs',
    'warning',
    span,
    message(
      '附件说明列的是“{0}”，实际附件是“{1}”，按实际附件排印。两处应当一致，请核对（GB/T 9704—2012 7.3.7）。',
      names.join('；'),
      actual.join('；'),
    ),
    [],
    also,
  )
  return attachments
}

/** With or without the 副题: （共12家） says how many the list has. */
function isNameOf(name: string, part: Part): boolean {
  return sameText(name, partName(part)) || sameText(name, part.title?.value.join('') ?? '')
}

function externals(
  note: readonly Line[],
  names: readonly string[],
  span: { readonly start: number; readonly end: number },
  report: Report,
  also: { readonly also?: readonly { readonly start: number; readonly end: number }[] },
): readonly Part[] {
  const end = report.source.length
  const lead = report.source.endsWith('\n') ? '\n' : '\n\n'
  const text = lead + names.map((name) => `::附件[${name}]{另附}\n`).join('\n')
  const fix = report.fix('suggestion', message('改为另附的附件'), [
    ...report.removal(note),
    { span: { start: end, end }, text },
  ])
  report.add(
    'model-attachment-missing',
    'info',
    span,
    message('这里列的附件没有对应的“::附件”，只印在附件说明里，按另附处理。'),
    [fix],
    also,
  )
  return names.map((name) => ({
    kind: '附件',
    title: elementOn('title', [name] as readonly string[], note),
    body: [],
    attachments: [],
    external: true,
  }))
}
