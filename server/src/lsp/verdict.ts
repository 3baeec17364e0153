// The verdict on a PDF's signatures in sentences.
import { verdictSentences } from '../features/verdictSentences.ts'
import type { Press } from '../press/press.ts'
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
      sentences: [...facts(signature, say), ...signature.problems.map((problem) => say(problem.message))],
      later: signature.later.map(({ text, ...rest }) => ({ ...rest, text: say(text) })),
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

function facts(signature: Signature, say: (message: Message) => string): readonly string[] {
  const { integrity, coverage, changes, trust, time } = verdictSentences(signature)
  const signed = time ? [message('签章时间：{0}', say(time))] : []
  return [integrity, coverage, changes, trust, ...signed].map(say)
}
