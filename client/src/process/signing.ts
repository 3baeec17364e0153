// With which certificate an entry or a package is signed, if with any.
import * as vscode from 'vscode'
import { forgetPassword, type OpenCertificate, openCertificate, rememberCertificate } from '../commands/certificate.ts'
import { t } from '../text.ts'

interface Question {
  readonly title: string
  /** What it means not to sign, and to sign. */
  readonly unsigned: string
  readonly signed: string
  /** Where the last answer is kept: it stands first the next time. */
  readonly memory: string
}

/** Undefined when the user gives up; without a certificate when nothing is to be signed. */
export async function askSigning(
  context: vscode.ExtensionContext,
  { title, unsigned, signed, memory }: Question,
): Promise<{ readonly certificate?: OpenCertificate } | undefined> {
  const choices = [
    { label: t('不签名'), detail: unsigned, signs: false },
    { label: t('用证书签名'), detail: signed, signs: true },
  ]
  const before = context.globalState.get<boolean>(memory, false)
  const ordered = before ? choices.toReversed() : choices
  const chosen = await vscode.window.showQuickPick(ordered, { title, ignoreFocusOut: true })
  if (!chosen) return undefined
  await context.globalState.update(memory, chosen.signs)
  if (!chosen.signs) return {}
  const certificate = await openCertificate(context)
  return certificate && { certificate }
}

export function keyOf({ uri, password }: OpenCertificate): { readonly p12: string; readonly password: string } {
  return { p12: uri.toString(), password }
}

/** Does something with a certificate, and keeps in mind whether that went well. */
export async function withCertificate<T>(
  { globalState, secrets }: vscode.ExtensionContext,
  certificate: OpenCertificate | undefined,
  work: () => Thenable<T>,
): Promise<T> {
  try {
    const done = await work()
    if (certificate) await rememberCertificate(globalState, certificate.uri)
    return done
  } catch (error) {
    // It may have been the password: a wrong one that is kept would fail for ever.
    if (certificate?.remembered) await forgetPassword(secrets, certificate.uri)
    throw error
  }
}
