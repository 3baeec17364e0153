/** What was found out about one signature, in words: callers lay them out. */
import type { SignatureVerdict } from '../sign/verdict.ts'
import { beijingTime } from '../text/beijingTime.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'

interface VerdictSentences {
  readonly integrity: Message
  readonly coverage: Message
  readonly changes: Message
  readonly trust: Message
  /** When it was made and who says so; undefined if the signature says nothing of it. */
  readonly time: Message | undefined
}

const INTEGRITY = { ok: '签名完好', broken: '签名与内容不符，或者已损坏' } as const
const COVERAGE = { whole: '覆盖整个文件', revision: '覆盖签章时的全部内容', partial: '有内容没有被签名覆盖' } as const
const CHANGES = { none: '签章后没有改动', allowed: '签章后只有允许的改动', forbidden: '签章后有不允许的改动' } as const
/** A broken signature says nothing of what came after it. */
const UNKNOWN_CHANGES = '签章后有没有改动无从判断'
const TRUST = {
  trusted: '证书可信',
  untrusted: '签章人未受信任',
  revoked: '证书已吊销',
  expired: '签章时证书不在有效期内',
  unknown: '证书是否可信无法判断',
} as const
const TIME = { timestamp: '{0}（时间戳）', claimed: '{0}（签章人自述）' } as const

export function verdictSentences(signature: SignatureVerdict): VerdictSentences {
  const { integrity, coverage, changesAfter, trust, time } = signature
  return {
    integrity: message(INTEGRITY[integrity]),
    coverage: message(COVERAGE[coverage]),
    changes: message(integrity === 'broken' && changesAfter === 'none' ? UNKNOWN_CHANGES : CHANGES[changesAfter]),
    trust: message(TRUST[trust]),
    time: time && message(TIME[time.from], beijingTime(time.at)),
  }
}
