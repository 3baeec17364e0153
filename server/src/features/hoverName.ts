/** What a name stands for: the cited 公文, the attachment, the full form of a 简称, the organ of the directory. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Organ } from '../profile/profile.ts'
import { sourceText } from '../syntax/tree.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import type { Hover } from './hover.ts'
import { literal } from './literal.ts'
import { type Name, nameAt } from './names.ts'

export function hoverName(document: GongwenDocument, offset: number, others: readonly Summary[]): Hover | undefined {
  const found = nameAt(document, offset, others)
  const said = found && sayName(found.name)
  return found && said ? { span: found.span, markdown: [said] } : organAt(document, offset)
}

function sayName({ kind, text, target, full, ordinal }: Name): readonly Message[] | undefined {
  if (target) {
    const { title, docNumber, issuer, date, uri } = target
    const facts = [docNumber, issuer, date].filter((fact) => fact !== undefined).map(literal)
    return [`**${literal(title ?? text)}**`, facts.join('，'), `[${literal(fileName(uri))}](${uri})`]
      .filter((line) => line !== '')
      .map((line) => message('{0}', line))
  }
  if (kind === 'term') return [message('**{0}**：{1}的简称', literal(text), literal(full ?? ''))]
  if (kind === 'attachment') return [message('**附件{0}**　{1}', ordinal ?? '', literal(text))]
  return undefined
}

/** The longest name of the directory that covers a place. */
function organAt({ tree, profile }: GongwenDocument, offset: number): Hover | undefined {
  const text = sourceText(tree)
  const forms = profile.organs.flatMap((organ) =>
    [organ.name, ...(organ.short ? [organ.short] : [])].map((form) => ({ organ, form })),
  )
  const covering = forms.flatMap(({ organ, form }) => {
    const from = Math.max(0, offset - form.length + 1)
    const at = text.slice(from, offset + form.length).indexOf(form)
    return at < 0 ? [] : [{ organ, span: { start: from + at, end: from + at + form.length } }]
  })
  const [longest] = covering.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
  return longest && { span: longest.span, markdown: [sayOrgan(longest.organ)] }
}

function sayOrgan({ name, short, code, parent, level, kind }: Organ): readonly Message[] {
  const facts = [
    short && message('规范化简称：{0}', literal(short)),
    code && message('代字：{0}', literal(code)),
    (level || kind) && message('级别：{0}', literal([level && `${level}级`, kind].filter(Boolean).join('，'))),
    parent && message('上级：{0}', literal(parent)),
  ]
  return [message('**{0}**', literal(name)), ...facts.filter((fact) => typeof fact === 'object')]
}
