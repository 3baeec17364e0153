import * as vscode from 'vscode'
import { webviewPage } from './webviewPage.ts'

/** Puts the page of that name, built into `dist`, into a webview. It may load files of ours and nothing else. */
export function fillWebview(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: 'preview' | 'form' | 'register' | 'compare',
  body: string,
  data?: Readonly<Record<string, unknown>>,
): void {
  const dist = vscode.Uri.joinPath(extension, 'dist')
  const runs = name !== 'compare'
  webview.options = { enableScripts: runs, localResourceRoots: [dist] }
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString()
  webview.html = webviewPage({
    style: address(`${name}.css`),
    ...(runs ? { script: address(`${name}.js`) } : {}),
    nonce: randomWord(),
    language: vscode.env.language,
    body,
    ...(data ? { data } : {}),
  })
}

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, '0')
}
