import { textChange } from '../features/processChange.ts'
import { changedAttachment, digestDocument, isSameDocument } from '../record/digests.ts'
import { firstOfOtherFlow, refuseFlow } from '../record/flowOfLog.ts'
import type { Linked } from '../record/log.ts'
import { overtaken } from '../record/overtaken.ts'
import {
  type CheckedEntry,
  checkSignatures,
  otherHolder,
  type SignatureState,
  underOtherName,
} from '../record/signatures.ts'
import { formatMessage } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { beside } from '../workspace/beside.ts'
import { digestAttachments } from './attachedFiles.ts'
import { ChineseCommand, collect } from './command.ts'
import { isThere } from './existing.ts'
import { DONE, FAULT, UNTRUSTED } from './exitCode.ts'
import type { Host } from './host.ts'
import { judgeEntry } from './judgeEntry.ts'
import { headDigest, missingEntries, type NotedOptions } from './pins.ts'
import { type Process, placed, readProcess } from './processLog.ts'
import { changeNote } from './recordShow.ts'
import type { Session } from './session.ts'
import { TEXT_LIMIT } from './sourceText.ts'
import { readTrusted, TRUST_HELP } from './trusted.ts'
import { unifiedDiff } from './unifiedDiff.ts'
import { withPress } from './withPress.ts'

interface VerifyOptions extends NotedOptions {
  readonly trust?: readonly string[]
  readonly flow?: string
}

export function recordVerifyCommand(session: Session): ChineseCommand {
  return new ChineseCommand('verify')
    .description('核对办理记录：有没有改动、删去、调换，有没有违反流程，正文还是不是定稿')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件')
    .option('--flow <流程>', '流程的名称或文件（默认是记录里写明的，还没有记录的是 发文）')
    .option('--trust <证书>', TRUST_HELP, collect)
    .option('--head <摘要>', '以前抄下的末条摘要（至少前16位）：这一条还在不在，可写多次', collectHeads)
    .option('--copy <文件>', '以前留的记录副本（.gw.log）或者归档信息包（.zip）：各条都还在不在，可写多次', collect)
    .examples(
      'hongtou record verify 通知.gw.md',
      'hongtou record verify 通知.gw.md --head 3f9a0c5d71be2846',
      'hongtou record verify 通知.gw.md --copy 通知-归档.zip',
      'hongtou record verify 通知.gw.md --trust 机关根证书.pem',
      '退出码：没有问题为 0，有问题为 1，读不了为 2；写了 --trust，有记录没有签名或者证书未受信任为 3。',
    )
    .action((file: string, options: VerifyOptions) =>
      session.run((host) => runVerify(host, file, options)),
    ) as ChineseCommand
}

async function runVerify(host: Host, file: string, options: VerifyOptions): Promise<number> {
  const recorded = await readProcess(host, file, options.flow)
  const { input, log, logFile, state } = recorded
  const name = host.toPath(logFile)
  if (log.entries.length === 0 && log.problems.length === 0) {
    host.terminal.out(`${input.name} 还没有办理记录（${name}）。\n`)
    return FAULT
  }
  const lines = new Map(log.entries.map(({ digest }, index) => [digest, index + 1]))
  const late = overtaken(recorded.flow, log.entries, state.refused)
  const checked = await judgeEntries(host, log.entries, options.trust)
  const problems = [
    ...log.problems.map(placed),
    ...flowProblems(recorded),
    ...state.refused.flatMap((refused) =>
      late.includes(refused)
        ? []
        : [`第${lines.get(refused.linked.digest)}行：流程不允许。${formatMessage(refused.reason)}`],
    ),
    ...checked.flatMap((each) => {
      const reason = each.reason ?? underOtherName(each)
      return reason ? [`第${lines.get(each.linked.digest)}行：${formatMessage(reason)}`] : []
    }),
    ...(await textProblems(host, recorded)),
    ...(await missingEntries(host, recorded, options)),
  ]
  for (const problem of problems) host.terminal.out(`${name} ${problem}\n`)
  const found = problems.length === 0 ? '没有发现改动' : `发现${problems.length}处问题`
  host.terminal.out(`${name}：共${log.entries.length}条记录，${found}；${signaturesIn(checked)}。\n`)
  if (problems.length === 0) host.terminal.out(headNote(log.heads))
  for (const { linked, reason } of late)
    host.terminal.out(`${name} 第${lines.get(linked.digest)}行：合并以后不算数，不是改动。${formatMessage(reason)}\n`)
  // What changed after 签发 is a problem and was told.
  const change = textChange(state, recorded.text, recorded.document, undefined)
  if (!change?.settled) host.terminal.out(changeNote(change))
  for (const each of checked) host.terminal.out(holderNote(name, lines.get(each.linked.digest) ?? 0, each))
  if (problems.length > 0) return FAULT
  const isProved = options.trust === undefined || checked.every(({ state: proof }) => proof === '有效')
  return isProved ? DONE : UNTRUSTED
}

/** By itself a log cannot tell that its end was cut off. */
function headNote(heads: readonly string[]): string {
  return `末条摘要：${heads.join('、')}。抄在别处，以后用 --head 核对末尾有没有被截去。\n`
}

function collectHeads(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, headDigest(value)]
}

function holderNote(file: string, line: number, checked: CheckedEntry): string {
  const holder = otherHolder(checked)
  if (holder === undefined || underOtherName(checked)) return ''
  const { name } = checked.linked.entry.actor
  return `${file} 第${line}行：办理人写的是“${name}”，证书的持有人是“${visibleText(holder)}”，请核对。\n`
}

/** An entry of another flow was never held against the steps of this one. */
function flowProblems({ log, flowDigest }: Process): readonly string[] {
  const reason = refuseFlow(log.entries, flowDigest)
  return reason ? [`第${1 + firstOfOtherFlow(log.entries, flowDigest)}行：${formatMessage(reason)}`] : []
}

/** Whether text, number and attachments are still those that were settled. */
async function textProblems(host: Host, recorded: Process): Promise<readonly string[]> {
  return [
    ...numberProblems(recorded),
    ...(await settledProblems(host, recorded)),
    ...(await attachmentProblems(host, recorded)),
  ]
}

function numberProblems({ document, state: { numbered, steps } }: Process): readonly string[] {
  if (!numbered || numbered.number === document.number) return []
  const name = steps[numbered.step]?.step.name
  return [`“${name}”时的发文字号是${numbered.number}，现在是${document.number ?? '空的'}。`]
}

async function attachmentProblems(host: Host, recorded: Process): Promise<readonly string[]> {
  const { settled, steps } = recorded.state
  if (!settled) return []
  const changed = changedAttachment(settled.by.entry.attachments, await digestAttachments(host, recorded))
  if (changed === undefined) return []
  const name = steps[settled.step]?.step.name
  return [`附件“${changed}”与“${name}”时的不同，原来的“${name}”不再有效。`]
}

/** What has changed is shown where the settled text is at hand. */
async function settledProblems(
  host: Host,
  { input, text, document, state: { settled, steps } }: Process,
): Promise<readonly string[]> {
  if (!settled || isSameDocument(settled.document, document)) return []
  const name = steps[settled.step]?.step.name
  const problem = `正文与“${name}”时的定稿不同，原来的“${name}”不再有效。`
  const draft = beside(input.uri, '.定稿.md')
  if (!(await isThere(host, draft))) return [problem]
  const before = new TextDecoder().decode(await host.files.read(draft, TEXT_LIMIT))
  if (!isSameDocument(await digestDocument(before, host.crypto), settled.document))
    return [problem, `${host.toPath(draft)} 也被改动过，不能用来比较。`]
  host.terminal.err(unifiedDiff(host.toPath(draft), before, text))
  return [problem]
}

function judgeEntries(
  host: Host,
  entries: readonly Linked[],
  trust: readonly string[] = [],
): Promise<readonly CheckedEntry[]> {
  return withPress(host, {}, async (press) => {
    const trusted = await readTrusted(host, trust)
    return checkSignatures(entries, judgeEntry(press, trusted))
  })
}

/** How many entries are signed, and what that proves. */
function signaturesIn(checked: readonly CheckedEntry[]): string {
  const count = (state: SignatureState) => checked.filter((each) => each.state === state).length
  const said: readonly (readonly [SignatureState, string])[] = [
    ['有效', '签名有效，证书受信任'],
    ['未受信任', '签名有效，证书未受信任'],
    ['没有签名', '没有签名，只能证明前后相接，不能证明是谁记的'],
    ['无效', '签名无效'],
  ]
  return said.flatMap(([state, text]) => (count(state) > 0 ? [`${count(state)}条${text}`] : [])).join('；')
}
