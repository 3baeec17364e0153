import { type TextChange, textChange } from '../features/processChange.ts'
import { waitingFor } from '../features/processStanding.ts'
import { type Deadline, deadlines } from '../record/deadlines.ts'
import { actionText } from '../record/entry.ts'
import { refuseFlow } from '../record/flowOfLog.ts'
import type { Linked } from '../record/log.ts'
import type { ProcessState, StepState } from '../record/state.ts'
import { beijingDay, beijingTime } from '../text/beijingTime.ts'
import { isoTime } from '../text/isoTime.ts'
import { formatMessage } from '../text/message.ts'
import { ChineseCommand, oneOf } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { placed, readProcess } from './processLog.ts'
import type { Session } from './session.ts'

interface ShowOptions {
  readonly flow?: string
  readonly format: 'pretty' | 'json'
}

const SCHEMA = 1

export function recordShowCommand(session: Session): ChineseCommand {
  return new ChineseCommand('show')
    .description('办到哪一步了，下一步由谁办，各人的意见')
    .usage('[选项] <文件>')
    .argument('<文件>', '公文源文件')
    .option('--flow <流程>', '流程的名称或文件（默认是记录里写明的，还没有记录的是 发文）')
    .option(
      '--format <形式>',
      'pretty 或 json（默认 pretty）',
      oneOf('--format', ['pretty', 'json'] as const),
      'pretty',
    )
    .examples('hongtou record show 通知.gw.md', 'hongtou record show 通知.gw.md --format json')
    .action((file: string, options: ShowOptions) =>
      session.run((host) => runShow(host, file, options)),
    ) as ChineseCommand
}

async function runShow(host: Host, file: string, { flow: named, format }: ShowOptions): Promise<number> {
  const { log, logFile, state, flowDigest, text, document } = await readProcess(host, file, named)
  const limits = deadlines(state, log.entries, isoTime(host.clock))
  for (const problem of log.problems) host.terminal.err(`警告：${host.toPath(logFile)} ${placed(problem)}\n`)
  const otherFlow = refuseFlow(log.entries, flowDigest)
  if (otherFlow) host.terminal.err(`警告：${formatMessage(otherFlow)}\n`)
  if (format === 'json') {
    host.terminal.out(
      `${JSON.stringify({ schema: SCHEMA, state: { ...plain(state), deadlines: limits }, entries: log.entries }, undefined, 2)}\n`,
    )
    return DONE
  }
  for (const linked of log.entries) host.terminal.out(`${lineOf(linked)}\n`)
  sayState(host, state)
  host.terminal.err(changeNote(textChange(state, text, document, undefined)))
  for (const each of limits) host.terminal.err(`${deadlineText(each)}\n`)
  return DONE
}

/** A text may change until it is settled; but one that changed may also be another document than the log is about. */
export function changeNote(change: TextChange | undefined): string {
  if (!change) return ''
  return change.settled
    ? `“${change.since}”以后正文改动过，要退回到“${change.since}”重新办理。\n`
    : `“${change.since}”以后正文改动过：签发以前可以改，请看看这份记录是不是这份公文的。\n`
}

/** `“承办”限3个工作日，到2026年11月26日为止，还有2个工作日；已催办1次。` */
function deadlineText({ step, limit, due, left, surely, urged }: Deadline): string {
  const rest = left < 0 ? `已超过${-left}个工作日` : left === 0 ? '今天到期' : `还有${left}个工作日`
  const doubt = surely ? '' : '（节假日安排还不知道，只除去了周末）'
  return `“${step}”限${limit}个工作日，到${beijingDay(`${due}T00:00:00+08:00`)}为止${doubt}，${rest}${urged > 0 ? `；已催办${urged}次` : ''}。`
}

/** An entry as people read it. */
function lineOf({ entry }: Linked): string {
  const { time, actor, opinion, signature } = entry
  const who = `${actor.organ}${actor.post ?? ''}　${actor.name}`
  return `${beijingTime(time)}　${actionText(entry)}　${who}${opinion === undefined ? '' : `　“${opinion}”`}${signature === undefined ? '　（未签名）' : ''}`
}

/** Where a 公文 stands and who is next. */
export function sayState(host: Host, state: ProcessState): void {
  for (const { linked, reason } of state.refused) {
    host.terminal.err(`警告：${lineOf(linked)}：流程不允许，不算数。${formatMessage(reason)}\n`)
  }
  host.terminal.err(`${formatMessage(standing(state))}\n`)
}

function standing({ ended, steps, current }: ProcessState): { template: string; args: readonly string[] } {
  const due = steps[current]
  if (ended || !due) return { template: '这份公文已经{0}。', args: [ended ?? '办结'] }
  const { step } = due
  const who = waitingFor(due)
  if (who.length === 0) return { template: '下一步：{0}{1}。', args: [step.name, step.optional ? '（可以不办）' : ''] }
  return {
    template: '下一步：{0}{1}，由{2}办理。',
    args: [step.name, step.optional ? '（可以不办）' : '', whoText(due, who)],
  }
}

/** Participants one beside the other; of those who are entitled organ and post read as one: 某某市财政局办公室主任、副主任. */
function whoText({ step: { entitled, participants } }: StepState, who: readonly string[]): string {
  if (participants.length > 0) return who.join('、')
  return [entitled.organs, entitled.posts, entitled.names].map((each) => each.join('、')).join('')
}

function plain({ steps, current, ended, settled, refused, flow }: ProcessState): object {
  return {
    flow: flow.name,
    steps: steps.map(({ step, complete, done }) => ({
      name: step.name,
      complete,
      entries: done.map(({ digest }) => digest),
    })),
    next: ended ? null : (steps[current]?.step.name ?? null),
    ended: ended ?? null,
    settled: settled ? { document: settled.document, entry: settled.by.digest } : null,
    refused: refused.map(({ linked, reason }) => ({ entry: linked.digest, message: formatMessage(reason) })),
  }
}
