import type { GongwenDocument } from '../model/document.ts'
import { metadataOf } from '../model/metadata.ts'
import { textOfElement, textsOf } from '../model/text.ts'
import { beijingDay } from '../text/beijingTime.ts'
import { headsOf } from './chain.ts'
import { type Actor, actionText } from './entry.ts'
import type { Linked } from './log.ts'
import { FEWEST_DIGITS } from './pins.ts'
import type { ProcessState } from './state.ts'
import { tableCell } from './tableCell.ts'

/**
 * The 办文单 of a 公文 as a document in the dialect, so that it is set like any other: what the front matter says, then
 * every step with the opinions given in it, by whom and when (条例 22: a 签发 bears opinion, name and full date).
 */
export function processingSheet(document: GongwenDocument, entries: readonly Linked[], state: ProcessState): string {
  const rows = [
    ...factRows(document),
    '| 环节 | 意见 | << | 办理人和日期 |',
    ...stepRows(state),
    ...noteRows(entries, state),
    ...headRows(entries),
  ]
  const title = `# ${state.flow.name}处理单`
  return `---\n发文机关标志: 无\n署名方式: 无\n---\n\n${title}\n\n${[rows[0], RULER, ...rows.slice(1)].join('\n')}\n`
}

/** As forms have it where nothing is given yet: it keeps the column of the opinions, which stand below it, wide. */
const NO_NUMBER = '〔　　　〕　　　号'

/** A table without a head: its first row is empty. */
const RULER = '|:--:|---|:--:|:--:|'

function factRows(document: GongwenDocument): readonly string[] {
  const { head, main, imprint, genre, issuers } = document
  const number = textOfElement(head.docNumber) || textOfElement(head.orderNumber)
  return [
    '| | | | |',
    wide('标题', main.title?.value.join('') ?? ''),
    row('发文字号', number || NO_NUMBER, '文种', textOfElement(genre)),
    row('密级', textOfElement(head.secrecy), '紧急程度', textOfElement(head.urgency)),
    wide('发文机关', issuers.map(({ value }) => value).join('、')),
    wide('主送', textsOf(main.addressee).join('、')),
    wide('抄送', textsOf(imprint.copyTo).join('，')),
    wide('附件', metadataOf(document).attachments.join('、')),
  ]
}

/** Who acted together stands together; a step that nobody has done leaves its place. */
function stepRows({ steps }: ProcessState): readonly string[] {
  return steps.flatMap(({ step, done }) => {
    if (done.length === 0) return [`| ${tableCell(step.name)} | | << | |`]
    return done.map((linked, index) => said(index === 0 ? tableCell(step.name) : '^^', linked))
  })
}

/** What was said beside the steps, and what sent the document back. */
function noteRows(entries: readonly Linked[], { steps, refused }: ProcessState): readonly string[] {
  const counted = new Set(steps.flatMap(({ done }) => done.map(({ digest }) => digest)))
  const dropped = new Set(refused.map(({ linked }) => linked.digest))
  const others = entries.filter(({ digest, entry }) => !counted.has(digest) && entry.action !== '合并')
  if (others.length === 0) return []
  const told = others.map((linked) => {
    const action = `${actionText(linked.entry)}${dropped.has(linked.digest) ? '（不算数）' : ''}`
    return said(tableCell(action), linked)
  })
  return ['| 退回以前的办理和其他意见 | << | << | << |', ...told]
}

/** `| 签发 | 同意。 | << | 某某市人民政府市长<br>张某　2026年11月23日 |` */
function said(label: string, { entry: { opinion, actor, time, signature } }: Linked): string {
  const who = `${actor.organ}${actor.post ?? ''}\n${actor.name}　${beijingDay(time)}\n${signedMark(actor, signature)}`
  return `| ${label} | ${tableCell(opinion ?? '')} | << | ${tableCell(who)} |`
}

/** Digits of a certificate that a sheet shows: enough to tell one from another. */
const SHOWN_DIGITS = 8

/** Only that there is a signature: whether it holds is told by verifying the log. */
function signedMark({ certificate }: Actor, signature: string | undefined): string {
  if (signature === undefined || certificate === undefined) return '未签名'
  return `已签名（证书${certificate.slice(0, SHOWN_DIGITS)}）`
}

/** How the log ended when the sheet was made, so that paper can show later that nothing was cut off (`pins.ts`). */
function headRows(entries: readonly Linked[]): readonly string[] {
  const digests = headsOf(entries).map((digest) => digest.slice(0, FEWEST_DIGITS))
  if (digests.length === 0) return []
  return [wide('办理记录', `共${entries.length}条，末条摘要${digests.join('、')}`)]
}

function row(...cells: readonly [string, string, string, string]): string {
  return `| ${cells.map(tableCell).join(' | ')} |`
}

function wide(label: string, value: string): string {
  return `| ${tableCell(label)} | ${tableCell(value)} | << | << |`
}
