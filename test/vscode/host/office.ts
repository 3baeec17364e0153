// The office in which the suites work: its documents, and waiting for what the language server says of them.
import assert from 'node:assert/strict'
import * as vscode from 'vscode'

export const EXTENSION = 'hongtou.hongtou'

const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open')

export function inOffice(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name)
}

/** Writes a document into the folder and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(inOffice(name), new TextEncoder().encode(text))
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inOffice(name)))
}

/** Waits until something is there; what it is, is returned. */
export async function until<T>(what: string, find: () => T | undefined | false | Thenable<T | undefined | false>) {
  for (let tries = 0; tries < 500; tries++) {
    const found = await find()
    if (found) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.fail(`never: ${what}`)
}

export function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === '红头')
}

export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code
}

/** The finding of a rule, as soon as it is told. */
export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(rule, () => findings(uri).find((each) => ruleOf(each) === rule))
}

/** Where some words stand, from their beginning to their end. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words)
  assert.notEqual(at, -1, words)
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length))
}

/** Tabs of our webviews, by title. */
export function webviewTabs(kind: string): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(kind))
}

export const NOTICE = `---
发文机关: 某某市教育局
发文字号: 某教发〔2026〕18号
成文日期: 2026年9月4日
---

# 某某市教育局关于做好冬季取暖工作的通知

各县（市、区）教育局：

为保障师生温暖过冬，现就有关工作通知如下：

一、摸清底数

各县（市、区）教育局要逐校核实取暖设施，按《取暖设施统计表》（附件1）填报。

二、抓好落实

各单位要明确责任，抓好落实。

::附件[取暖设施统计表]

# 取暖设施统计表

每校一行。
`
