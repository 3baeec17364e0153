import type { GongwenDocument } from '../model/document.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { actionText } from './entry.ts'
import type { Linked } from './log.ts'
import type { ProcessState } from './state.ts'
import { tableCell } from './tableCell.ts'

/** What a row says, under its label. */
type Field = readonly [label: string, value: string]

/**
 * The 办文单 of a 公文 as a document in the dialect, so that it is set like any other: what the front matter says, then
 * every step with the opinions given in it and their dates (条例 22: a 签发 bears opinion, name and full date).
 */
export function processingSheet(document: GongwenDocument, entries: readonly Linked[], state: ProcessState): string {
  const rows = [...factRows(document), ...stepRows(state), ...noteRows(entries, state)]
  const title = `# ${state.flow.name}处理单`
  return `---\n发文机关标志: 无\n署名方式: 无\n---\n\n${title}\n\n${[rows[0], RULER, ...rows.slice(1)].join('\n')}\n`
}

/** A table without a head: its first row is empty. */
const RULER = '|:--:|---|:--:|---|'

function factRows(document: GongwenDocument): readonly string[] {
  const { head, main, imprint, genre, issuers } = document
  const facts: readonly Field[] = [
    ['文种', textOfElement(genre)],
    ['发文字号', textOfElement(head.docNumber) || textOfElement(head.orderNumber)],
    ['密级', textOfElement(head.secrecy)],
    ['紧急程度', textOfElement(head.urgency)],
  ]
  const [first, second, third, fourth] = facts as readonly [Field, Field, Field, Field]
  return [
    '| | | | |',
    wide(['标题', main.title?.value.join('') ?? '']),
    pair(first, second),
    pair(third, fourth),
    wide(['发文机关', issuers.map(({ value }) => value).join('、')]),
    wide(['主送', textsOf(main.addressee).join('、')]),
    wide(['抄送', textsOf(imprint.copyTo).join('，')]),
  ]
}

function stepRows({ steps }: ProcessState): readonly string[] {
  return steps.map(({ step, done }) => wide([step.name, done.map(said).join('\n')]))
}

/** What was said beside the steps, and what sent the document back. */
function noteRows(entries: readonly Linked[], { steps, refused }: ProcessState): readonly string[] {
  const counted = new Set(steps.flatMap(({ done }) => done.map(({ digest }) => digest)))
  const dropped = new Set(refused.map(({ linked }) => linked.digest))
  const others = entries.filter(({ digest, entry }) => !counted.has(digest) && entry.action !== '合并')
  if (others.length === 0) return []
  const told = others.map((linked) => {
    return `${actionText(linked.entry)}${dropped.has(linked.digest) ? '（不算数）' : ''}：${said(linked)}`
  })
  return [wide(['其他', told.join('\n')])]
}

/** `同意。　市长　张某　2026年11月23日` */
function said({ entry: { opinion, actor, time } }: Linked): string {
  const who = [actor.organ, actor.post, actor.name].filter((each) => each !== undefined).join('　')
  return `${opinion === undefined ? '' : `${opinion}　`}${who}　${beijingDay(time)}`
}

function pair(left: Field, right: Field): string {
  return `| ${[...left, ...right].map(tableCell).join(' | ')} |`
}

function wide([label, value]: Field): string {
  return `| ${tableCell(label)} | ${tableCell(value)} | << | << |`
}
