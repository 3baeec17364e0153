import * as vscode from 'vscode'
import type { ProcessActor } from '../../../server/src/lsp/processProtocol.ts'
import { t } from '../text.ts'

const SETTING = 'actor'

/** Who works at this machine, as the user's own settings say; a folder cannot say it (`scope: machine`). */
export function knownActor(): ProcessActor | undefined {
  const { name, organ, post } = vscode.workspace
    .getConfiguration('hongtou')
    .get<Partial<Record<keyof ProcessActor, unknown>>>(SETTING, {})
  if (!isText(name) || !isText(organ)) return undefined
  return { name, organ, ...(isText(post) ? { post } : {}) }
}

/** The same, asked for once and then kept. Undefined when the user gives up. */
export async function requireActor(): Promise<ProcessActor | undefined> {
  return knownActor() ?? (await askActor())
}

/** 换办理人: says who acts from now on. */
export async function changeActor(): Promise<void> {
  const actor = await askActor()
  if (!actor) return
  const { organ, post, name } = actor
  void vscode.window.showInformationMessage(t('以后的办理人：{0}。', `${organ}${post ?? ''}${name}`))
}

/** Asks for name, organ and post, and keeps them in the user's settings. */
async function askActor(): Promise<ProcessActor | undefined> {
  const before = knownActor()
  const name = await askText(t('办理人：姓名'), before?.name ?? '', true)
  if (name === undefined) return undefined
  const organ = await askText(t('办理人：机关'), before?.organ ?? '', true)
  if (organ === undefined) return undefined
  const post = await askText(t('办理人：职务（可以不填）'), before?.post ?? '', false)
  if (post === undefined) return undefined
  const actor = { name, organ, ...(post === '' ? {} : { post }) }
  await vscode.workspace.getConfiguration('hongtou').update(SETTING, actor, vscode.ConfigurationTarget.Global)
  return actor
}

async function askText(title: string, value: string, required: boolean): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    value,
    prompt: t('记在办理记录里；存在本机的用户设置里，以后不再问。'),
    ignoreFocusOut: true,
    validateInput: (text) => (required && text.trim() === '' ? t('请填写。') : undefined),
  })
  return answer?.trim()
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
