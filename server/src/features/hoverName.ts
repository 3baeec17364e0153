/** What a name stands for: the cited 公文, the attachment, the full form of a 简称, the organ of the directory. */
import type { GongwenDocument } from '../model/document.ts'
import type { Summary } from '../model/summary.ts'
import type { Organ } from '../profile/profile.ts'
import { sourceText } from '../syntax/tree.ts'
import { fileName } from '../text/uri.ts'
import type { Hover } from './hover.ts'
import { literal } from './literal.ts'
import { type Name, nameAt } from './names.ts'

export function hoverName(document: GongwenDocument, offset: number, others: readonly Summary[]): Hover | undefined {
  const found = nameAt(document, offset, others)
  const said = found && sayName(found.name)
  return found && said ? { span: found.span, markdown: [said] } : organAt(document, offset)
}

function sayName({ kind, text, target, full, ordinal }: Name): string | undefined {
  if (target) {
    const { title, docNumber, issuer, date, uri } = target
    const facts = [docNumber, issuer, date].filter((fact) => fact !== undefined).map(literal)
    return [`**${literal(title ?? text)}**`, facts.join('，'), `[${literal(fileName(uri))}](${uri})`]
      .filter((line) => line !== '')
      .join('\n\n')
  }
  if (kind === 'term') return `**${literal(text)}**：${literal(full ?? '')}的简称`
  if (kind === 'attachment') return `**附件${ordinal ?? ''}**　${literal(text)}`
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

function sayOrgan({ name, short, code, parent, level, kind }: Organ): string {
  const facts = [
    short && `规范化简称：${short}`,
    code && `代字：${code}`,
    (level || kind) && `级别：${[level && `${level}级`, kind].filter(Boolean).join('，')}`,
    parent && `上级：${parent}`,
  ]
  return [`**${literal(name)}**`, ...facts.filter((fact): fact is string => Boolean(fact)).map(literal)].join('\n\n')
}
