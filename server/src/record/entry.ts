import type { ChainEntry } from './chain.ts'

/** Who did something, as the process log names them. */
export interface Actor {
  readonly name: string
  readonly organ: string
  readonly post?: string
  /** SHA-256 of the certificate that the entry is signed with, in hex. */
  readonly certificate?: string
}

/** What the document was when something was done with it: digests of its canonical text (`canonicalText.ts`), in hex. */
export interface DocumentDigest {
  readonly sha256: string
  readonly sm3: string
  /** 发文字号 or 令号, which the canonical text leaves out; none while it is not given. */
  readonly number?: string
}

/** The flow by which something was done (`flowOfLog.ts`). */
export interface FlowDigest {
  readonly name: string
  /** SHA-256 of its file, in hex. */
  readonly sha256: string
}

/** One thing that was done with a 公文 (条例 18–27; 业务实体 and 机构人员实体 of DA/T 46). A line of the process log. */
export interface LogEntry extends ChainEntry {
  readonly schema: 1
  readonly actor: Actor
  readonly action: string
  /** Step of the flow that the action is about, where it does not bear its name. */
  readonly step?: string
  readonly opinion?: string
  /** By which flow; absent of a 合并, which is no part of one. */
  readonly flow?: FlowDigest
  readonly document: DocumentDigest
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[]
  /** Detached CMS over the line without this field, in base64. */
  readonly signature?: string
}

/**
 * The one way in which an entry is written: keys in the order of {@link LogEntry}, no blanks. A line in any other spelling
 * was not written by this program.
 */
export function entryLine(entry: LogEntry): string {
  const { schema, seq, time, actor, action, step, opinion, flow, document, attachments, previous, signature } = entry
  return JSON.stringify({
    schema,
    seq,
    time,
    actor: { name: actor.name, organ: actor.organ, post: actor.post, certificate: actor.certificate },
    action,
    step,
    opinion,
    flow: flow && { name: flow.name, sha256: flow.sha256 },
    document: { sha256: document.sha256, sm3: document.sm3, number: document.number },
    attachments: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
    previous,
    signature,
  })
}

/** What was done, in words: `审核`, `退回到拟稿`, `催办承办`. */
export function actionText({ action, step }: Pick<LogEntry, 'action' | 'step'>): string {
  return `${action}${action === '退回' && step !== undefined ? '到' : ''}${step ?? ''}`
}

/** What the actor signs: the line without the signature. */
export function signedBytes({ signature: _, ...entry }: LogEntry): Uint8Array {
  return new TextEncoder().encode(entryLine(entry))
}
