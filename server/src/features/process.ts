/** The view 办文: how far a 公文 has come, who did what, who is next, and what is not as it should be. */
import { type Deadline, deadlines } from '../record/deadlines.ts'
import { isSameDocument } from '../record/digests.ts'
import { dueSteps } from '../record/dueSteps.ts'
import type { Actor, DocumentDigest } from '../record/entry.ts'
import type { Linked, ProcessLog } from '../record/log.ts'
import { type CheckedEntry, otherHolder, underOtherName } from '../record/signatures.ts'
import type { ProcessState, StepState } from '../record/state.ts'
import { beijingDay, beijingTime } from '../text/beijingTime.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { backTargets, type ProcessAction, stepActions } from './processActions.ts'
import { type TextChange, textChange } from './processChange.ts'
import { isOverdue, processStanding, waitingFor } from './processStanding.ts'

/** What is known of the process of a document. */
export interface ProcessFacts {
  readonly log: Pick<ProcessLog, 'entries' | 'problems'>
  readonly state: ProcessState
  /** Why the flow is not the one that the log goes by. */
  readonly otherFlow?: Message
  readonly text: string
  readonly document: DocumentDigest
  /** The 定稿, where it is at hand and what was settled. */
  readonly settledText?: string
  /** ISO 8601. */
  readonly now: string
  /** Who sits at the editor. */
  readonly actor?: Actor
  /** What was found out about the signatures of the first entries; later ones are not judged. */
  readonly checked?: readonly CheckedEntry[]
}

/** `signed`: there is a signature that nobody has judged yet. */
export type Proof = 'unsigned' | 'signed' | 'valid' | 'untrusted' | 'invalid'

/** Something that was done, as the log says it. */
export interface Deed {
  readonly action: string
  /** To which step it was sent back. */
  readonly to?: string
  readonly name: string
  readonly organ: string
  readonly post?: string
  readonly time: string
  readonly opinion?: string
  readonly proof: Proof
  /** Why it counts for nothing. */
  readonly refusal?: Message
  /** Whose certificate it is, where that is another name than the one that was typed. */
  readonly signer?: string
}

/** 办毕, 在办 (somebody may do it now), 退回 (the same, but not for the first time), 未办, 略过 (passed over). */
export type StepStanding = 'done' | 'due' | 'returned' | 'waiting' | 'skipped'

export interface ProcessStep {
  readonly name: string
  readonly standing: StepStanding
  readonly optional: boolean
  readonly done: readonly Deed[]
  /** Organs, posts and persons it waits for; none where everybody may. */
  readonly next: readonly string[]
  /** Working days, from when it becomes due. */
  readonly limit?: number
  /** How the time limit stands, once it runs. */
  readonly deadline?: Pick<Deadline, 'due' | 'left' | 'surely' | 'urged'>
  /** Absent where it is complete. */
  readonly action?: ProcessAction
}

export interface ProcessView {
  readonly flow: string
  readonly begun: boolean
  readonly ended: boolean
  /** 待签发 */
  readonly standing: Message
  readonly steps: readonly ProcessStep[]
  /** 批注, 退回 and what else was said beside the steps, and what counts for nothing. */
  readonly others: readonly Deed[]
  readonly backTargets: readonly string[]
  readonly change?: TextChange
  readonly problems: readonly ProcessProblem[]
}

export interface ProcessProblem {
  /** 1-based, of the log; 0 when it is about no line of it. */
  readonly line: number
  readonly message: Message
}

export function processView(facts: ProcessFacts): ProcessView {
  const { state, log, text, document, settledText, actor, now } = facts
  const change = textChange(state, text, document, settledText)
  const actions = stepActions(state, document, actor)
  const due = new Set(dueSteps(state))
  const running = new Map(deadlines(state, log.entries, now).map((each) => [each.step, each]))
  const deed = deedOf(facts)
  return {
    flow: state.flow.name,
    begun: log.entries.length > 0,
    ended: state.ended !== undefined,
    standing: processStanding(state, log.entries, {
      changed: change?.settled === true,
      overdue: isOverdue(state, log.entries, now),
    }),
    steps: state.steps.map((each, index) => {
      const { name, optional, limit } = each.step
      const action = actions.find((one) => one.action === name)
      return {
        name,
        optional,
        standing: standingOf(state, index, due, log.entries),
        done: each.done.map(deed),
        next: each.complete ? [] : waitingFor(each),
        ...(limit === undefined ? {} : { limit }),
        ...deadlineOf(running.get(name)),
        ...(action ? { action } : {}),
      }
    }),
    others: otherEntries(state, log.entries).map(deed),
    backTargets: backTargets(state),
    ...(change ? { change } : {}),
    problems: problemsOf(facts),
  }
}

function deadlineOf(deadline: Deadline | undefined): Pick<ProcessStep, 'deadline'> {
  if (!deadline) return {}
  const { due, left, surely, urged } = deadline
  return { deadline: { due: beijingDay(`${due}T00:00:00+08:00`), left, surely, urged } }
}

function standingOf(
  { steps, current }: ProcessState,
  index: number,
  due: ReadonlySet<StepState>,
  entries: readonly Linked[],
): StepStanding {
  const each = steps[index] as StepState
  if (each.complete) return 'done'
  if (index < current) return 'skipped'
  if (!due.has(each)) return 'waiting'
  const before = entries.some(({ entry }) => entry.action === each.step.name)
  return before && each.done.length === 0 ? 'returned' : 'due'
}

function otherEntries({ steps, refused }: ProcessState, entries: readonly Linked[]): readonly Linked[] {
  const counted = new Set(steps.flatMap(({ done }) => done.map(({ digest }) => digest)))
  const dropped = new Set(refused.map(({ linked }) => linked.digest))
  return entries.filter(({ digest, entry }) => entry.action !== '合并' && (dropped.has(digest) || !counted.has(digest)))
}

const PROOFS: Readonly<Record<CheckedEntry['state'], Proof>> = {
  有效: 'valid',
  未受信任: 'untrusted',
  没有签名: 'unsigned',
  无效: 'invalid',
}

function deedOf({ state, checked = [] }: ProcessFacts): (linked: Linked) => Deed {
  const judged = new Map(checked.map((each) => [each.linked.digest, each]))
  const refusals = new Map(state.refused.map(({ linked, reason }) => [linked.digest, reason]))
  return ({ digest, entry: { action, step, actor, time, opinion, signature } }) => {
    const { name, organ, post } = actor
    const verdict = judged.get(digest)
    const signer = verdict && otherHolder(verdict)
    const refusal = refusals.get(digest)
    return {
      action,
      name,
      organ,
      time: beijingTime(time),
      proof: verdict ? PROOFS[verdict.state] : signature === undefined ? 'unsigned' : 'signed',
      ...(step === undefined ? {} : { to: step }),
      ...(post === undefined ? {} : { post }),
      ...(opinion === undefined ? {} : { opinion }),
      ...(refusal ? { refusal } : {}),
      ...(signer === undefined ? {} : { signer }),
    }
  }
}

/** What is wrong with the log itself, with number and flow, and with signatures that were judged. */
function problemsOf({ log, state, otherFlow, document, checked = [] }: ProcessFacts): readonly ProcessProblem[] {
  const lines = new Map(log.entries.map(({ digest }, index) => [digest, index + 1]))
  return [
    ...log.problems.map(({ line, message: sentence }) => ({ line, message: sentence })),
    ...checked.flatMap((each) => {
      const sentence = each.reason ?? underOtherName(each)
      return sentence ? [{ line: lines.get(each.linked.digest) ?? 0, message: sentence }] : []
    }),
    ...numberProblem(state, document),
    ...(otherFlow ? [{ line: 0, message: otherFlow }] : []),
  ]
}

function numberProblem({ numbered, steps }: ProcessState, { number }: DocumentDigest): readonly ProcessProblem[] {
  if (!numbered || numbered.number === number) return []
  const name = steps[numbered.step]?.step.name ?? ''
  const sentence = message('“{0}”时的发文字号是{1}，现在是{2}。', name, numbered.number, number ?? '—')
  return [{ line: 0, message: sentence }]
}

/** Whether the text is still the one that was settled, as far as that can be said. */
export function isChanged({ settled }: ProcessState, document: DocumentDigest): boolean {
  return settled !== undefined && !isSameDocument(settled.document, document)
}

/** What 核对记录 found, in one sentence. */
export function processVerdict({ problems, begun }: ProcessView, checked: readonly CheckedEntry[]): Message {
  if (!begun) return message('还没有办理记录。')
  if (problems.length > 0) return message('办理记录有 {0} 处问题，见“办文”。', problems.length)
  const unsigned = checked.filter(({ state }) => state === '没有签名').length
  const untrusted = checked.filter(({ state }) => state === '未受信任').length
  if (unsigned > 0)
    return message('{0} 条记录没有发现改动；{1} 条没有签名，不能证明是谁记的。', checked.length, unsigned)
  if (untrusted > 0)
    return message('{0} 条记录没有发现改动，签名有效；{1} 条的证书未受信任。', checked.length, untrusted)
  return message('{0} 条记录没有发现改动，签名有效，证书受信任。', checked.length)
}
