import * as vscode from 'vscode'
import type { ProcessDeed, ProcessState, ProcessStep } from '../../../server/src/lsp/processProtocol.ts'
import { t } from '../text.ts'

type Change = NonNullable<ProcessState['change']>

/** A line of the view 办文. */
export type ProcessNode =
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly step: ProcessStep; readonly back: boolean }
  | { readonly kind: 'deed'; readonly deed: ProcessDeed; readonly named: boolean }
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'others'; readonly deeds: readonly ProcessDeed[] }

export function rootNodes({ problems, change, steps, others, backTargets }: ProcessState): ProcessNode[] {
  return [
    ...problems.map((text): ProcessNode => ({ kind: 'problem', text })),
    ...(change ? [{ kind: 'change', change } as const] : []),
    ...steps.map((step): ProcessNode => ({ kind: 'step', step, back: backTargets.includes(step.name) })),
    ...(others.length > 0 ? [{ kind: 'others', deeds: others } as const] : []),
  ]
}

export function childNodes(node: ProcessNode): ProcessNode[] {
  switch (node.kind) {
    case 'step':
      return [
        ...node.step.done.map((deed): ProcessNode => ({ kind: 'deed', deed, named: false })),
        ...factsOf(node.step).map((text): ProcessNode => ({ kind: 'fact', text })),
      ]
    case 'others':
      return node.deeds.map((deed) => ({ kind: 'deed', deed, named: true }))
    case 'change':
      return (node.change.lines ?? []).map((line) => ({ kind: 'line', line }))
    default:
      return []
  }
}

/** What is said of a step that somebody may do now. */
function factsOf({ standing, action, limit, deadline }: ProcessStep): readonly string[] {
  if (standing !== 'due' && standing !== 'returned') return []
  return [
    ...(limit === undefined ? [] : [deadline ? limitText(limit, deadline) : t('时限 {0} 个工作日', limit)]),
    ...(deadline?.surely === false ? [t('节假日安排还不知道，只除去了周末')] : []),
    ...(deadline && deadline.urged > 0 ? [t('已催办 {0} 次', deadline.urged)] : []),
    ...(action?.refusal === undefined ? [] : [action.refusal]),
  ]
}

function limitText(limit: number, { due, left }: NonNullable<ProcessStep['deadline']>): string {
  if (left < 0) return t('时限 {0} 个工作日，到{1}为止，已超过 {2} 个工作日', limit, due, -left)
  if (left === 0) return t('时限 {0} 个工作日，今天到期', limit)
  return t('时限 {0} 个工作日，到{1}为止，还有 {2} 个工作日', limit, due, left)
}

/** Names and opinions are those of others: labels are plain text, in which nothing is a link. */
export function itemOf(node: ProcessNode, document: vscode.Uri): vscode.TreeItem {
  switch (node.kind) {
    case 'problem':
      return leaf(node.text, new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed')))
    case 'change':
      return changeItem(node.change)
    case 'line':
      return lineItem(node.line, document)
    case 'step':
      return stepItem(node.step, node.back)
    case 'deed':
      return deedItem(node.deed, node.named)
    case 'fact':
      return leaf(node.text, new vscode.ThemeIcon('info'))
    case 'others': {
      const item = new vscode.TreeItem(t('其他'), vscode.TreeItemCollapsibleState.Collapsed)
      item.description = t('批注、退回、传阅、催办')
      item.iconPath = new vscode.ThemeIcon('comment-discussion')
      return item
    }
  }
}

function leaf(text: string, icon: vscode.ThemeIcon): vscode.TreeItem {
  const item = new vscode.TreeItem(text)
  item.tooltip = text
  item.iconPath = icon
  return item
}

function changeItem({ since, settled, lines }: Change): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState
  const label = settled ? t('“{0}”后正文有改动', since) : t('“{0}”以后正文有改动', since)
  const item = new vscode.TreeItem(label, lines && lines.length > 0 ? Collapsed : None)
  item.description = lines ? t('{0} 行', lines.length) : ''
  item.tooltip = settled ? t('原来的“{0}”不再有效：改回定稿，或者退回重新办理。', since) : label
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'))
  item.contextValue = settled ? 'changeSettled' : 'change'
  item.accessibilityInformation = { label: [label, item.description, item.tooltip].filter(Boolean).join('，') }
  return item
}

function lineItem(line: number, document: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(t('第 {0} 行', line + 1))
  const selection = new vscode.Range(line, 0, line, 0)
  item.command = { command: 'vscode.open', title: '', arguments: [document, { selection }] }
  item.iconPath = new vscode.ThemeIcon('edit')
  return item
}

const STEP_ICONS: Readonly<Record<ProcessStep['standing'], vscode.ThemeIcon>> = {
  done: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  due: new vscode.ThemeIcon('circle-large-outline'),
  returned: new vscode.ThemeIcon('discard'),
  waiting: new vscode.ThemeIcon('circle-small'),
  skipped: new vscode.ThemeIcon('dash'),
}

const OVERDUE = new vscode.ThemeIcon('watch', new vscode.ThemeColor('problemsWarningIcon.foreground'))

function standingText(standing: ProcessStep['standing']): string {
  switch (standing) {
    case 'done':
      return t('办毕')
    case 'due':
      return t('在办')
    case 'returned':
      return t('退回')
    case 'waiting':
      return t('未办')
    case 'skipped':
      return t('略过')
  }
}

function stepItem(step: ProcessStep, back: boolean): vscode.TreeItem {
  const { standing, done, next, optional } = step
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState
  const open = standing === 'due' || standing === 'returned'
  const children = childNodes({ kind: 'step', step, back }).length
  const item = new vscode.TreeItem(step.name, children === 0 ? None : open ? Expanded : Collapsed)
  const last = done.at(-1)
  item.description = [
    standingText(standing),
    ...(optional && standing !== 'done' ? [t('可以不办')] : []),
    ...((step.deadline?.left ?? 0) < 0 ? [t('逾期')] : []),
    ...(next.length > 0 && standing !== 'skipped' ? [t('由{0}办理', next.join('、'))] : []),
    ...(last ? [`${last.name} ${last.time}`] : []),
  ].join(' · ')
  item.iconPath = (step.deadline?.left ?? 0) < 0 ? OVERDUE : STEP_ICONS[standing]
  item.contextValue = back ? 'stepBack' : open ? 'stepDue' : 'step'
  item.tooltip = step.action?.refusal ?? `${step.name} ${item.description}`
  item.accessibilityInformation = { label: `${step.name}，${item.description}` }
  return item
}

const PROOF_ICONS: Readonly<Record<ProcessDeed['proof'], string>> = {
  unsigned: 'person',
  signed: 'key',
  valid: 'verified',
  untrusted: 'warning',
  invalid: 'error',
}

function proofText(proof: ProcessDeed['proof']): string {
  switch (proof) {
    case 'unsigned':
      return t('未签名')
    case 'signed':
      return t('有签名，未核对')
    case 'valid':
      return t('签名有效')
    case 'untrusted':
      return t('签名有效，证书未受信任')
    case 'invalid':
      return t('签名无效')
  }
}

/** @param named whether the line has to say what was done */
function deedItem(deed: ProcessDeed, named: boolean): vscode.TreeItem {
  const what = deed.to === undefined ? deed.action : t('{0}到{1}', deed.action, deed.to)
  const said = deed.opinion ?? (named ? '' : t('（没有意见）'))
  const item = new vscode.TreeItem(named ? [what, said].filter((each) => each !== '').join('：') : said)
  const who = [deed.organ, deed.post ?? '', deed.name].filter((each) => each !== '').join(' ')
  item.description = [
    who,
    deed.time,
    proofText(deed.proof),
    ...(deed.signer === undefined ? [] : [t('证书是{0}的', deed.signer)]),
    ...(deed.refusal === undefined ? [] : [t('不算数')]),
  ].join(' · ')
  item.tooltip = [said, item.description, deed.refusal ?? ''].filter((each) => each !== '').join('\n')
  item.iconPath = new vscode.ThemeIcon(deed.refusal === undefined ? PROOF_ICONS[deed.proof] : 'circle-slash')
  item.accessibilityInformation = { label: [what, said, item.description, deed.refusal ?? ''].join('，') }
  return item
}
