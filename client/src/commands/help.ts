import * as vscode from 'vscode'
import { t } from '../text.ts'

/** 使用说明: the guides that came with the extension, so that they are there without a network. */
export async function help(extension: vscode.Uri): Promise<void> {
  const guides = [
    { label: t('公文怎么写'), detail: t('文件头、标题、层次、附件、表格'), file: 'dialect.md' },
    { label: t('校对规则'), detail: t('每条规则的依据和例子'), file: 'rules/README.md' },
    { label: t('单位设置'), detail: t('机关、代字、规则和模板'), file: 'profile.md' },
    { label: t('签章和验证'), detail: t('证书、时间、签章后的改动'), file: 'signatures.md' },
    { label: t('字体'), detail: t('用哪些字体，缺字怎么办'), file: 'fonts.md' },
  ]
  const chosen = await vscode.window.showQuickPick(guides, { title: t('使用说明') })
  if (!chosen) return
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extension, 'docs', chosen.file))
}
