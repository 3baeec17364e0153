import * as vscode from 'vscode'
import type { PrintWishes } from '../../../server/src/lsp/protocol.ts'
import { t } from '../text.ts'

/** How the user printed last. */
const LAST = 'hongtou.printWishes'

interface Wish extends vscode.QuickPickItem {
  readonly key: keyof PrintWishes
}

/** Asks how the document is printed, with what was chosen last time already ticked; undefined when the user gives up. */
export async function askWishes(memory: vscode.Memento, title: string): Promise<PrintWishes | undefined> {
  const last = memory.get<PrintWishes>(LAST, {})
  const wishes: readonly Wish[] = [
    { key: 'duplex', label: t('双面'), detail: t('版记在背面，背面的订口留在右边') },
    { key: 'preprinted', label: t('套打'), detail: t('打印在印好红头的纸上，红头留空') },
    { key: 'separate', label: t('另附附件'), detail: t('不编入正文的附件各生成一个 PDF') },
  ]
  const chosen = await vscode.window.showQuickPick(
    wishes.map((wish) => ({ ...wish, picked: last[wish.key] === true })),
    { title, placeHolder: t('怎样打印；都不选就是单面全印'), canPickMany: true, ignoreFocusOut: true },
  )
  if (!chosen) return undefined
  const asked: PrintWishes = Object.fromEntries(chosen.map(({ key }) => [key, true]))
  await memory.update(LAST, asked)
  return asked
}
