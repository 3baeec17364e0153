// The verdict on a PDF's signatures in sentences.
import type { Press } from '../press/press.ts'
import { beijingTime } from '../text/beijingTime.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { VerifyRequest } from './protocol.ts'

type Verdict = Awaited<ReturnType<Press['verify']>>
type Signature = Verdict['signatures'][number]

export function describeVerdict(verdict: Verdict, say: (message: Message) => string): VerifyRequest['result'] {
  return {
    valid: verdict.valid,
    trusted: verdict.trusted,
    headline: say(headline(verdict)),
    signatures: verdict.signatures.map((signature) => ({
      field: signature.field,
      signer: signature.signer,
      sentences: [...facts(signature), ...signature.problems.map((problem) => problem.message)].map(say),
    })),
  }
}

function headline({ valid, trusted, signatures, problems }: Verdict): Message {
  if (signatures.length === 0) return problems[0]?.message ?? message('这份 PDF 没有签名。')
  if (valid && trusted) return message('签章有效：{0} 处签名完好，签章人证书可信。', signatures.length)
  if (valid)
    return message(
      '签章完好，但签章人未受信任。请看详情；核对过来源的根证书可以加入设置“hongtou.trustedCertificates”。',
    )
  return message('签章无效：文件在签章后被改动，或者签名已损坏。请向发文机关重新索取。')
}

const INTEGRITY = { ok: '签名完好', broken: '签名已损坏' } as const
const COVERAGE = { whole: '覆盖整个文件', revision: '覆盖签章时的全部内容', partial: '有内容没有被签名覆盖' } as const
const CHANGES = { none: '签章后没有改动', allowed: '签章后只有允许的改动', forbidden: '签章后有不允许的改动' } as const
const TRUST = {
  trusted: '证书可信',
  untrusted: '签章人未受信任',
  revoked: '证书已吊销',
  expired: '签章时证书不在有效期内',
  unknown: '证书是否可信无法判断',
} as const

function facts({ integrity, coverage, changesAfter, trust, time }: Signature): readonly Message[] {
  const signed =
    time &&
    message(time.from === 'timestamp' ? '签章时间（时间戳）：{0}' : '签章时间（签章人自述）：{0}', beijingTime(time.at))
  return [
    message(INTEGRITY[integrity]),
    message(COVERAGE[coverage]),
    message(CHANGES[changesAfter]),
    message(TRUST[trust]),
    ...(signed ? [signed] : []),
  ]
}
