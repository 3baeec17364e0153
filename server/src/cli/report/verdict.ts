import type { SignatureVerdict, Verdict } from '../../sign/verdict.ts'
import { beijingTime } from '../../text/beijingTime.ts'
import type { Finding } from '../../text/finding.ts'
import { formatMessage } from '../../text/message.ts'

/** Version of the document that `verify --format json` prints; a change that breaks readers raises it. */
const SCHEMA = 1

function problem({ rule, severity, message }: Finding): object {
  return { rule, severity, message: formatMessage(message) }
}

export function jsonVerdict(verdict: Verdict): string {
  const document = {
    schema: SCHEMA,
    valid: verdict.valid,
    trusted: verdict.trusted,
    signatures: verdict.signatures.map((signature) => ({ ...signature, problems: signature.problems.map(problem) })),
    problems: verdict.problems.map(problem),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const INTEGRITY = { ok: '内容与签章时一致', broken: '内容被改动过，或者签名已损坏' } as const
const COVERAGE = {
  whole: '签章覆盖整个文件',
  revision: '签章覆盖当时的整个文件，其后另有修订',
  partial: '签章没有覆盖全部内容',
} as const
const CHANGES = {
  none: '签章后没有改动',
  allowed: '签章后的改动都是允许的',
  forbidden: '签章后有不允许的改动',
} as const
const TRUST = {
  trusted: '受信任',
  untrusted: '不受信任',
  revoked: '证书已吊销',
  expired: '签章时证书不在有效期内',
  unknown: '无法判断',
} as const

function signature(each: SignatureVerdict, index: number): string {
  const time = each.time
    ? `${beijingTime(each.time.at)}（${each.time.from === 'timestamp' ? '时间戳' : '签章人所称'}）`
    : '没有记录'
  const lines = [
    `签章 ${index + 1}　“${each.field}”`,
    `  签章人　“${each.signer}”`,
    `  身份　　${TRUST[each.trust]}`,
    `  内容　　${INTEGRITY[each.integrity]}；${COVERAGE[each.coverage]}；${CHANGES[each.changesAfter]}`,
    `  时间　　${time}`,
    `  级别　　PAdES ${each.level === 'other' ? '以外' : each.level}`,
    ...each.problems.map(({ message }) => `  问题　　${formatMessage(message)}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function conclusion(verdict: Verdict): string {
  if (verdict.signatures.length === 0) return '没有可以验证的签章'
  if (!verdict.valid) return '签章无效'
  return verdict.trusted ? '签章有效，签章人受信任' : '签章有效，但签章人未受信任'
}

/**
 * The verdict for people: the conclusion first, then each signature.
 * @param signedCopy a file that is probably the signed form of this one
 */
export function prettyVerdict(verdict: Verdict, name: string, signedCopy?: string): string {
  const problems = verdict.problems.map(({ message }) => `  问题　　${formatMessage(message)}\n`).join('')
  const hint = signedCopy === undefined ? '' : `签了章的可能是 ${signedCopy}。`
  return `${name}：${conclusion(verdict)}。${hint}\n${problems}${verdict.signatures.map(signature).join('')}`
}
