import { fromBase64 } from '../text/base64.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { signedBytes } from './entry.ts'
import type { Linked } from './log.ts'

/** What judging a detached signature says; it is another room's work. */
export type JudgeSignature = (
  signature: Uint8Array,
  content: Uint8Array,
) => Promise<{
  readonly valid: boolean
  readonly trusted: boolean
  readonly signer: string
  readonly certificate?: string
}>

export type SignatureState = '有效' | '未受信任' | '没有签名' | '无效'

export interface CheckedEntry {
  readonly linked: Linked
  readonly state: SignatureState
  /** Whose name is in the certificate. */
  readonly signer?: string
  /** Why it is 无效. */
  readonly reason?: Message
}

/** Whose name is in the certificate, where it is not the one that the entry gives: that is what somebody typed. */
export function otherHolder({ linked, signer }: CheckedEntry): string | undefined {
  return signer === undefined || isNamed(signer, linked.entry.actor.name) ? undefined : signer
}

/**
 * What is wrong where somebody who is trusted acted under another's name. The certificate of the actor's organ may sign for
 * its people, though it does not tell who it was; of one whom nobody trusts the name says nothing.
 */
export function underOtherName(checked: CheckedEntry): Message | undefined {
  const holder = otherHolder(checked)
  const { actor } = checked.linked.entry
  if (holder === undefined || checked.state !== '有效' || isNamed(holder, actor.organ)) return undefined
  return message(
    '办理人写的是“{0}”，证书的持有人是“{1}”：是别人以他的名义记的，或者姓名写错了。',
    actor.name,
    visibleText(holder),
  )
}

/**
 * Whether a certificate is that of a person or organ. Blanks, the mark of test certificates, and numbers that authorities put
 * beside a name (`王某@330102`) do not count; another name does.
 */
function isNamed(holder: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  const bare = plain(holder).replace(/\(测试\)$/, '')
  const names = bare.split(/[@\-_]/).filter((part) => /\p{Script=Han}/u.test(part))
  return bare === plain(name) || (names.length === 1 && names[0] === plain(name))
}

/**
 * Judges the signature of every entry: it must be over that very line, by the certificate that the line names. An entry
 * that names a certificate and has no signature lost it.
 */
export async function checkSignatures(
  entries: readonly Linked[],
  judge: JudgeSignature,
): Promise<readonly CheckedEntry[]> {
  const checked: CheckedEntry[] = []
  for (const linked of entries) checked.push(await checkEntry(linked, judge))
  return checked
}

async function checkEntry(linked: Linked, judge: JudgeSignature): Promise<CheckedEntry> {
  const { actor, signature } = linked.entry
  const invalid = (template: string): CheckedEntry => ({ linked, state: '无效', reason: message(template) })
  if (signature === undefined)
    return actor.certificate === undefined ? { linked, state: '没有签名' } : invalid('这一条的签名被去掉了。')
  const bytes = fromBase64(signature)
  const verdict = bytes && (await judge(bytes, signedBytes(linked.entry)))
  if (!verdict?.valid) return invalid('这一条的签名与内容不符，是改过的或者伪造的。')
  if (verdict.certificate !== actor.certificate) return invalid('这一条是用另一张证书签的，不是办理人写明的那一张。')
  return { linked, state: verdict.trusted ? '有效' : '未受信任', signer: verdict.signer }
}
