/** What is printed without being written: the ordinal of an attachment, the 附件说明, pages and length; in an attachment, what a 简称 of the main text stands for. */
import type { GongwenDocument, Part } from '../model/document.ts'
import { allParts } from '../model/traverse.ts'
import { mainLength } from '../rules/readings/lengthLimit.ts'
import { absoluteSpan, sourceText } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { currentSurroundings, type Surroundings } from './diagnostics.ts'
import { names } from './names.ts'

export interface InlayHint {
  readonly offset: number
  readonly label: Message
  /** Why it is there. */
  readonly tooltip?: Message
}

export function inlayHints(document: GongwenDocument, surroundings: Surroundings): readonly InlayHint[] {
  return [
    ...lengthHint(document, surroundings),
    ...attachmentHints(document),
    ...termHints(document, surroundings),
  ].sort((a, b) => a.offset - b.offset)
}

/** Behind the title. */
function lengthHint(document: GongwenDocument, surroundings: Surroundings): readonly InlayHint[] {
  const at = document.main.title?.lines?.at(-1) ?? document.main.title?.at
  if (!at) return []
  const offset = lineEnd(document, absoluteSpan(document.tree, at).end)
  const count = mainLength(document)
  const { layout } = currentSurroundings(document, surroundings)
  const label = layout ? message('{0} 面，正文 {1} 字', layout.pages, count) : message('正文 {0} 字', count)
  return [{ offset, label }]
}

function attachmentHints(document: GongwenDocument): readonly InlayHint[] {
  const { tree, main, issued } = document
  return [main, ...issued].flatMap((owner) => {
    const note = noteOf(owner)
    return owner.attachments.flatMap((part): readonly InlayHint[] => {
      if (!part.at || !tree.sections.includes(part.at.section)) return []
      const offset = lineEnd(document, absoluteSpan(tree, part.at).end)
      return [
        { offset, label: message('附件{0}', part.label?.value ?? ''), tooltip: message('附件说明印成：{0}', note) },
      ]
    })
  })
}

/** As GB/T 9704—2012 7.3.4 has it: no number of an only one, no mark behind a name. */
function noteOf({ attachments }: Part): string {
  const name = ({ title, subtitle }: Part) => (title?.value.join('') ?? '') + (subtitle?.value ?? '')
  const listed = attachments.map((part) =>
    part.label?.value == null ? name(part) : `${part.label.value}.${name(part)}`,
  )
  return `附件：${listed.join('　')}`
}

/** An attachment is read by itself, where nobody sees what the main text called short. */
function termHints(document: GongwenDocument, { others = [] }: Surroundings): readonly InlayHint[] {
  const { tree } = document
  const starts = allParts(document)
    .flatMap(({ at }) => (at && tree.sections.includes(at.section) ? [absoluteSpan(tree, at).start] : []))
    .sort((a, b) => a - b)
  const partAt = (offset: number) => starts.findLastIndex((start) => start <= offset)
  return names(document, others).flatMap(({ kind, definition, uses, full }): readonly InlayHint[] => {
    if (kind !== 'term' || !definition) return []
    const seen = new Set([partAt(definition.start)])
    return uses.flatMap(({ start, end }): readonly InlayHint[] => {
      const part = partAt(start)
      if (seen.has(part)) return []
      seen.add(part)
      return [{ offset: end, label: message('（{0}）', full ?? ''), tooltip: message('简称是在别的部分里说明的') }]
    })
  })
}

function lineEnd({ tree }: GongwenDocument, offset: number): number {
  return offset + (/[\r\n]|$/.exec(sourceText(tree).slice(offset))?.index ?? 0)
}
