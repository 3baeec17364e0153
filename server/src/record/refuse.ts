import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { changedAttachment, isSameDocument } from './digests.ts'
import { dueSteps } from './dueSteps.ts'
import type { Actor, LogEntry } from './entry.ts'
import { type Entitled, RESERVED_ACTIONS, type RestrictedAction } from './flow.ts'
import type { ProcessState, StepState } from './state.ts'

/** What the flow looks at; without attachments it is not asked whether they changed. */
type Asked = Pick<LogEntry, 'action' | 'actor' | 'document' | 'step'> & Partial<Pick<LogEntry, 'attachments'>>

/** Why the flow does not allow an entry now; undefined when it does. */
export function refuse(state: ProcessState, entry: Asked): Message | undefined {
  const { action } = entry
  if (action === '合并' || action === '批注' || action === '传阅') return undefined
  if (state.ended) return message('这份公文已经{0}，不能再办“{1}”。', state.ended, action)
  if (action === '作废') return refuseRestricted(state, action, entry.actor)
  if (action === '催办') return refuseUrging(state, entry)
  if (action === '退回') return refuseSendingBack(state, entry) ?? refuseRestricted(state, action, entry.actor)
  const index = state.steps.findIndex(({ step }) => step.name === action)
  if (index < 0)
    return message('流程“{0}”里没有“{1}”这一步。可办的有：{2}。', state.flow.name, action, actionsOf(state))
  return (
    refuseOrder(state, index) ??
    refuseActor(state.steps[index] as StepState, entry.actor) ??
    refuseText(state, index, entry)
  )
}

function actionsOf({ steps }: ProcessState): string {
  const others = RESERVED_ACTIONS.filter((action) => action !== '合并')
  return [...steps.map(({ step }) => step.name), ...others].join('、')
}

/** Who urges a step names one that can be done now, or none. */
function refuseUrging(state: ProcessState, { step: name }: Pick<LogEntry, 'step'>): Message | undefined {
  const due = dueSteps(state).map(({ step }) => step.name)
  if (name === undefined || due.includes(name)) return undefined
  const index = state.steps.findIndex(({ step }) => step.name === name)
  if (index < 0) return message('流程“{0}”里没有“{1}”这一步，不能催办它。', state.flow.name, name)
  if (index < state.current) return message('“{0}”已经办过了，不用催办。', name)
  return message('还没有轮到“{0}”，不能催办它。现在要办的是：{1}。', name, due.join('、'))
}

function refuseRestricted({ flow }: ProcessState, action: RestrictedAction, actor: Actor): Message | undefined {
  const entitled = flow.restricted?.[action]
  return entitled && refuseEntitled(action, entitled, actor)
}

function refuseSendingBack(state: ProcessState, { step: name }: Pick<LogEntry, 'step'>): Message | undefined {
  if (name === undefined) return message('“退回”要写明退回到哪一步（--to）。')
  const target = state.steps.findIndex(({ step }) => step.name === name)
  if (target < 0) return message('流程“{0}”里没有“{1}”这一步，不能退回到它。', state.flow.name, name)
  if (target >= state.current) return message('“{0}”还没有办过，不能退回到它。', name)
  return undefined
}

/** A step is done when all before it are; optional ones may be passed over. */
function refuseOrder(state: ProcessState, index: number): Message | undefined {
  const name = (state.steps[index] as StepState).step.name
  if (index < state.current) return message('“{0}”已经办过了。要重办，请先退回到这一步。', name)
  const missing = state.steps.slice(state.current, index).find(({ step, done }) => !step.optional || done.length > 0)
  if (missing) return message('“{0}”之前还没有办完“{1}”。', name, missing.step.name)
  return undefined
}

function refuseActor({ step, done }: StepState, actor: Actor): Message | undefined {
  const reason = refuseEntitled(step.name, step.entitled, actor)
  if (reason || step.manner === '一人') return reason
  const acted = (participant: string) => done.some(({ entry }) => isParticipant(participant, entry.actor))
  const own = step.participants.find((participant) => isParticipant(participant, actor))
  if (own === undefined)
    return message('“{0}”由{1}办理，{2}不在其中。', step.name, step.participants.join('、'), actor.organ)
  if (acted(own)) return message('{0}已经办过“{1}”了。', own, step.name)
  const next = step.participants.find((participant) => !acted(participant)) as string
  if (step.manner === '依次' && next !== own) return message('“{0}”依次办理，现在轮到{1}。', step.name, next)
  return undefined
}

/** A participant is named as an organ or as a person. */
function isParticipant(participant: string, { organ, name }: Actor): boolean {
  return participant === organ || participant === name
}

function refuseEntitled(name: string, entitled: Entitled, actor: Actor): Message | undefined {
  const tests: readonly (readonly [keyof Entitled, string])[] = [
    ['organs', actor.organ],
    ['posts', actor.post ?? ''],
    ['names', actor.name],
  ]
  const failed = tests.find(([key, value]) => entitled[key].length > 0 && !entitled[key].includes(value))
  if (!failed) return undefined
  const [key] = failed
  return message('{0}无权办理“{1}”：流程规定由{2}办理。', whoIs(actor), name, entitled[key].join('、'))
}

function whoIs({ organ, post, name }: Actor): string {
  return `${organ}${post ?? ''}${name}`
}

/** After the 定稿 text and attachments stand, and after 登记 the number; what changed goes back to who settled it (条例 25(1)). */
function refuseText(
  { steps, settled, numbered }: ProcessState,
  index: number,
  { document, attachments }: Asked,
): Message | undefined {
  const nameOf = (at: number) => (steps[at] as StepState).step.name
  if (settled && index > settled.step && !isSameDocument(settled.document, document))
    return message(
      '“{0}”以后正文改动过，原来的“{0}”不再有效。请改回定稿，或者退回到“{0}”重新办理。',
      nameOf(settled.step),
    )
  const changed =
    settled && attachments && index > settled.step
      ? changedAttachment(settled.by.entry.attachments, attachments)
      : undefined
  if (settled && changed !== undefined)
    return message(
      '“{0}”以后附件“{1}”改动过，原来的“{0}”不再有效。请改回原样，或者退回到“{0}”重新办理。',
      nameOf(settled.step),
      changed,
    )
  if (numbered && index > numbered.step && numbered.number !== document.number)
    return message(
      '“{0}”时的发文字号是{1}，现在是{2}。请改回去，或者退回到“{0}”重新办理。',
      nameOf(numbered.step),
      numbered.number,
      document.number ?? '空的',
    )
  return undefined
}
