import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { FillTemplateRequest, NewChoicesRequest } from '../../../server/src/lsp/protocol.ts'
import { ask, LANGUAGE } from '../languageClient.ts'
import { t } from '../text.ts'
import { selectBlank } from './nextBlank.ts'

const ENDING = '.gw.md'

type Choices = NewChoicesRequest['result']

interface Kind extends vscode.QuickPickItem {
  readonly template?: vscode.Uri
  readonly formats?: readonly string[]
}

/** 新建公文: 文种 → 格式 → 发文机关, and opens the filled template as a new document. */
export async function newDocument(client: LanguageClient, extension: vscode.Uri): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? null
  const choices = await ask<NewChoicesRequest>(client, 'hongtou/newChoices', { folder })
  const kind = await chooseKind(choices, extension)
  if (!kind?.template) return
  const format = await chooseFormat(kind.formats ?? [])
  if (format === undefined) return
  const issuer = await chooseIssuer(choices.organs)
  if (issuer === undefined) return
  const template = new TextDecoder().decode(await vscode.workspace.fs.readFile(kind.template))
  const content = await ask<FillTemplateRequest>(client, 'hongtou/fillTemplate', {
    folder,
    template,
    ...(format === '' ? {} : { format }),
    ...(issuer === '' ? {} : { issuer }),
  })
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content })
  const editor = await vscode.window.showTextDocument(document)
  // The drafter types at once what is to be filled in first.
  selectBlank(editor, 0)
}

async function chooseKind(choices: Choices, extension: vscode.Uri): Promise<Kind | undefined> {
  const folder = vscode.Uri.joinPath(extension, 'templates')
  const ours: Kind[] = choices.genres.map(({ name, use, formats }) => ({
    label: name,
    detail: use,
    template: vscode.Uri.joinPath(folder, name + ENDING),
    formats,
  }))
  const theirs = await officeTemplates()
  const separator = (label: string): Kind => ({ label, kind: vscode.QuickPickItemKind.Separator })
  const kinds = theirs.length > 0 ? [separator(t('本单位的模板')), ...theirs, separator(t('文种')), ...ours] : ours
  return vscode.window.showQuickPick(kinds, {
    title: t('新建公文（1/3）'),
    placeHolder: t('选择文种'),
    matchOnDetail: true,
  })
}

/** Templates of the office, from the folder in the user's own settings; a folder that cannot be read is told. */
async function officeTemplates(): Promise<readonly Kind[]> {
  const path = vscode.workspace.getConfiguration('hongtou').get<string>('templates', '')
  if (path === '') return []
  const folder = vscode.Uri.file(path)
  try {
    const files = await vscode.workspace.fs.readDirectory(folder)
    return files
      .filter(([name]) => name.endsWith(ENDING))
      .map(([name]) => ({
        label: name.slice(0, -ENDING.length),
        description: t('本单位的模板'),
        template: vscode.Uri.joinPath(folder, name),
      }))
  } catch {
    void vscode.window.showWarningMessage(t('读不到设置“hongtou.templates”里的模板文件夹：{0}', path))
    return []
  }
}

/** Empty: as the template has it. */
async function chooseFormat(formats: readonly string[]): Promise<string | undefined> {
  const [only] = formats
  if (formats.length <= 1) return only ?? ''
  const uses: Readonly<Record<string, string>> = {
    文件: t('红头文件，通用'),
    信函: t('首页红色双线，用于平行文和一般事项'),
    命令: t('命令（令）'),
    纪要: t('会议纪要'),
  }
  const items = formats.map((label, index) => ({
    label,
    description: index === 0 ? t('常用') : '',
    detail: uses[label] ?? '',
  }))
  const chosen = await vscode.window.showQuickPick(items, { title: t('新建公文（2/3）'), placeHolder: t('选择格式') })
  return chosen?.label
}

/** Empty: left to be filled in. */
async function chooseIssuer(organs: readonly string[]): Promise<string | undefined> {
  const title = t('新建公文（3/3）')
  const other = t('其他机关…')
  const later = t('以后再填')
  if (organs.length > 0) {
    const chosen = await vscode.window.showQuickPick([...organs, other, later], {
      title,
      placeHolder: t('选择发文机关'),
    })
    if (chosen !== other) return chosen === later ? '' : chosen
  }
  const typed = await vscode.window.showInputBox({
    title,
    prompt: t('发文机关的全称或者规范化简称；可以空着，以后再填。'),
    ignoreFocusOut: true,
  })
  return typed?.trim()
}
