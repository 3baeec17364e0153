import * as vscode from 'vscode'

let english: Readonly<Record<string, string>> | undefined

/**
 * Texts are written in Chinese. `vscode.l10n` treats English as the language of the source and would never load
 * a bundle for it, so the bundle is read here.
 */
export async function loadTexts(extension: vscode.Uri): Promise<void> {
  if (vscode.env.language.startsWith('zh')) return
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'l10n', 'bundle.l10n.en.json'))
    english = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // Chinese is better than nothing.
  }
}

/** The sentence in the user's language; `{0}` and so on are filled with the arguments. */
export function t(template: string, ...args: readonly (string | number)[]): string {
  const pattern = english?.[template] ?? template
  return pattern.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole))
}
