import * as vscode from 'vscode'
import { t } from '../text.ts'

/** Places of certificates that were used, the last one first; never their content, never a password. */
const USED = 'hongtou.certificates'
const MOST_USED = 5

/** A certificate with its password, and where that came from. */
export interface OpenCertificate {
  readonly uri: vscode.Uri
  readonly password: string
  readonly remembered: boolean
}

/** Asks for a certificate and, unless the user had it kept in the system's own store, for its password. */
export async function openCertificate({
  globalState,
  secrets,
}: vscode.ExtensionContext): Promise<OpenCertificate | undefined> {
  const uri = await chooseCertificate(globalState.get<readonly string[]>(USED, []))
  if (!uri) return undefined
  const kept = await secrets.get(secretOf(uri))
  if (kept !== undefined) return { uri, password: kept, remembered: true }
  const password = await vscode.window.showInputBox({
    title: t('证书密码'),
    prompt: t('密码只用于这一次签章；签好以后可以选择记住。'),
    password: true,
    ignoreFocusOut: true,
  })
  return password === undefined ? undefined : { uri, password, remembered: false }
}

/** Notes where a certificate is that has signed. */
export async function rememberCertificate(memory: vscode.Memento, uri: vscode.Uri): Promise<void> {
  const others = memory.get<readonly string[]>(USED, []).filter((each) => each !== uri.toString())
  await memory.update(USED, [uri.toString(), ...others].slice(0, MOST_USED))
}

/** Keeps the password in the system's own store, encrypted for this user. Only ever called because the user said so. */
export async function rememberPassword(
  secrets: vscode.SecretStorage,
  { uri, password }: OpenCertificate,
): Promise<void> {
  await secrets.store(secretOf(uri), password)
}

export async function forgetPassword(secrets: vscode.SecretStorage, uri: vscode.Uri): Promise<void> {
  await secrets.delete(secretOf(uri))
}

/** 忘记签章密码: of all certificates that were used. */
export async function forgetPasswords({ globalState, secrets }: vscode.ExtensionContext): Promise<void> {
  const used = globalState.get<readonly string[]>(USED, [])
  for (const uri of used) await secrets.delete(secretOf(vscode.Uri.parse(uri)))
  await globalState.update(USED, [])
  void vscode.window.showInformationMessage(t('已清除记住的证书位置和密码。'))
}

function secretOf(uri: vscode.Uri): string {
  return `hongtou.password:${uri.toString()}`
}

interface Choice extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri
}

async function chooseCertificate(used: readonly string[]): Promise<vscode.Uri | undefined> {
  if (used.length > 0) {
    const known = used.map((each) => vscode.Uri.parse(each))
    const choices: readonly Choice[] = [
      ...known.map((uri, index) => ({
        label: index === 0 ? t('上次用的证书') : t('用过的证书'),
        description: uri.fsPath,
        uri,
      })),
      { label: t('选择其他证书…') },
    ]
    const chosen = await vscode.window.showQuickPick(choices, { title: t('用哪一个证书签章') })
    if (!chosen) return undefined
    if (chosen.uri) return chosen.uri
  }
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('选择签章证书'),
      openLabel: t('用它签章'),
      filters: { [t('证书（P12、PFX）')]: ['p12', 'pfx'] },
    })) ?? []
  return file
}
