import * as vscode from 'vscode'
import type {
  ProcessActor,
  ProcessActRequest,
  ProcessRequest,
  ProcessState,
} from '../../../server/src/lsp/processProtocol.ts'
import { savedDocument } from '../activeDocument.ts'
import type { OpenCertificate } from '../commands/certificate.ts'
import { ask } from '../languageClient.ts'
import { t } from '../text.ts'
import { requireActor } from './actor.ts'
import type { ProcessNode } from './nodes.ts'
import { askSigning, keyOf, withCertificate } from './signing.ts'
import type { ProcessOffice } from './view.ts'

type Deed = Pick<ProcessActRequest['params'], 'action' | 'to' | 'numbered'> & {
  /** An opinion must be given. */
  readonly reasoned?: boolean
}

interface Desk {
  readonly document: vscode.Uri
  readonly actor: ProcessActor
  readonly state: ProcessState
}

/** 办理下一步: the step whose line was clicked, or one that is chosen; what the flow does not allow is said with its reason. */
export async function act(office: ProcessOffice, at: unknown): Promise<void> {
  const desk = await sitDown(office)
  if (!desk) return
  const step = asNode(at)?.kind === 'step' ? (at as ProcessNode & { kind: 'step' }).step.name : undefined
  const chosen = step ?? (await chooseStep(desk))
  if (chosen === undefined) return
  const action = desk.state.steps.find(({ name }) => name === chosen)?.action
  if (action?.refusal !== undefined) {
    void vscode.window.showWarningMessage(action.refusal)
    return
  }
  const numbered = action?.numbers ? await askNumber() : false
  if (numbered === undefined) return
  await enter(office, desk, { action: chosen, reasoned: action?.settles === true, ...(numbered ? { numbered } : {}) })
}

/** 退回: to a step that was done, with the reason. */
export async function sendBack(office: ProcessOffice, at: unknown): Promise<void> {
  const desk = await sitDown(office)
  if (!desk) return
  const { backTargets } = desk.state
  if (backTargets.length === 0) {
    void vscode.window.showInformationMessage(t('还没有办过哪一步，没有可以退回的。'))
    return
  }
  const node = asNode(at)
  const clicked = node?.kind === 'step' && node.back ? node.step.name : undefined
  const to =
    clicked ?? (await vscode.window.showQuickPick([...backTargets], { title: t('退回到哪一步'), ignoreFocusOut: true }))
  if (to !== undefined) await enter(office, desk, { action: '退回', to, reasoned: true })
}

/** 批注、传阅、催办、作废: what is said or done beside the steps. */
export async function note(office: ProcessOffice): Promise<void> {
  const desk = await sitDown(office)
  if (!desk) return
  const choices = [
    { label: '批注', detail: t('写一条意见，不算办一步') },
    { label: '传阅', detail: t('写明传给谁看') },
    { label: '催办', detail: t('催下一步的办理人') },
    { label: '作废', detail: t('这份公文不再办；以后只能批注') },
  ]
  const chosen = await vscode.window.showQuickPick(choices, { title: t('记一笔'), ignoreFocusOut: true })
  if (!chosen) return
  if (chosen.label === '作废' && !(await isSure())) return
  await enter(office, desk, { action: chosen.label, reasoned: chosen.label !== '催办' })
}

async function isSure(): Promise<boolean> {
  const yes = t('作废')
  const text = t('作废以后不能再办，也不能撤销。')
  return (await vscode.window.showWarningMessage(text, { modal: true }, yes)) === yes
}

function asNode(at: unknown): ProcessNode | undefined {
  return typeof at === 'object' && at !== null && 'kind' in at ? (at as ProcessNode) : undefined
}

/** The document, saved, with who works on it and where it stands. */
async function sitDown({ client, document }: ProcessOffice): Promise<Desk | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showErrorMessage(t('这个文件夹未被信任：只能看办理记录，不能办文。'))
    return undefined
  }
  const saved = await savedDocument(document())
  const actor = saved && (await requireActor())
  if (!actor) return undefined
  const uri = client.code2ProtocolConverter.asUri(saved.uri)
  const state = await ask<ProcessRequest>(client, 'hongtou/process', { uri, actor })
  return state ? { document: saved.uri, actor, state } : undefined
}

/** What is allowed stands first; what is not is shown with its reason, so that nobody has to guess. */
async function chooseStep({ state }: Desk): Promise<string | undefined> {
  const open = state.steps.flatMap((step) => (step.action ? [{ ...step, action: step.action }] : []))
  if (open.length === 0) {
    void vscode.window.showInformationMessage(t('这份公文{0}，没有可以办的步骤。', state.standing))
    return undefined
  }
  const allowed = open.filter(({ action }) => action.refusal === undefined)
  const refused = open.filter(({ action }) => action.refusal !== undefined)
  const choices = [
    ...allowed.map(({ name, optional, next }) => ({
      name,
      label: `$(arrow-right) ${name}`,
      description: optional ? t('可以不办') : '',
      ...(next.length > 0 ? { detail: t('由{0}办理', next.join('、')) } : {}),
    })),
    ...refused.map(({ name, action }) => ({
      name,
      label: `$(circle-slash) ${name}`,
      description: t('现在不能办'),
      detail: action.refusal ?? '',
    })),
  ]
  return (
    await vscode.window.showQuickPick(choices, {
      title: t('办理哪一步'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    })
  )?.name
}

/** Whether the register gives the number; undefined when the user gives up. */
async function askNumber(): Promise<boolean | undefined> {
  const choices = [
    { label: t('从登记簿取下一个字号'), detail: t('登记在 发文登记.jsonl，并写进公文'), numbered: true },
    { label: t('用文中已写的字号'), detail: t('文件夹里有登记簿的，也登记进去'), numbered: false },
  ]
  return (await vscode.window.showQuickPick(choices, { title: t('登记编号'), ignoreFocusOut: true }))?.numbered
}

async function enter(office: ProcessOffice, desk: Desk, { reasoned, ...deed }: Deed): Promise<void> {
  const opinion = await vscode.window.showInputBox({
    title: deed.to === undefined ? t('{0}：意见', deed.action) : t('退回到{0}：理由', deed.to),
    prompt: reasoned ? t('写进办理记录和办文单。') : t('写进办理记录和办文单；没有意见就留空。'),
    ignoreFocusOut: true,
    validateInput: (text) => (reasoned && text.trim() === '' ? t('请填写。') : undefined),
  })
  if (opinion === undefined) return
  const signing = await askSigning(office.context, {
    title: t('给这一条签名吗'),
    unsigned: t('记录里标明没有签名'),
    signed: t('以后能证明是谁记的'),
    memory: 'hongtou.process.signed',
  })
  if (!signing) return
  const { certificate } = signing
  const said = opinion.trim() === '' ? {} : { opinion: opinion.trim() }
  const key = certificate && keyOf(certificate)
  const state = await record(office, desk, { ...deed, ...said, ...(key ? { key } : {}) }, certificate)
  office.show(desk.document, state)
  void vscode.window.showInformationMessage(t('已记下“{0}”。现在：{1}。', deed.action, state?.standing ?? ''))
}

async function record(
  { client, context }: ProcessOffice,
  { document, actor }: Desk,
  deed: Omit<ProcessActRequest['params'], 'uri' | 'actor'>,
  certificate: OpenCertificate | undefined,
): Promise<ProcessState | null> {
  const progress = { location: vscode.ProgressLocation.Notification, title: t('正在记入办理记录…') }
  const params = { uri: client.code2ProtocolConverter.asUri(document), actor, ...deed }
  return withCertificate(context, certificate, () =>
    vscode.window.withProgress(progress, () => ask<ProcessActRequest>(client, 'hongtou/processAct', params)),
  )
}
