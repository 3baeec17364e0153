import { verdictSentences } from '../../features/verdictSentences.ts'
import type { SignatureVerdict, Verdict } from '../../sign/verdict.ts'
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
    revisions: verdict.revisions,
    signatures: verdict.signatures.map((signature) => ({
      ...signature,
      later: signature.later.map(({ text, ...rest }) => ({ ...rest, text: formatMessage(text) })),
      problems: signature.problems.map(problem),
    })),
    problems: verdict.problems.map(problem),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function signature(each: SignatureVerdict, index: number): string {
  const { integrity, coverage, changes, trust, time } = verdictSentences(each)
  const inside = each.field !== ''
  const kind = kindOf(each)
  const identity = each.documentTimestamp && each.trust === 'untrusted' ? '时间戳机构未受信任' : formatMessage(trust)
  const level = `  级别　　${inside ? 'PAdES' : 'CAdES'} ${each.level === 'other' ? '以外' : each.level}`
  const lines = [
    inside ? `${kind} ${index + 1}　“${each.signer}”${placeOf(each)}` : `签名 ${index + 1}　“${each.signer}”`,
    `  身份　　${identity}`,
    `  内容　　${[integrity, coverage, changes].map((sentence) => formatMessage(sentence)).join('；')}`,
    ...(each.later.length > 0 ? [`  此后　　${laterLine(each.later)}`] : []),
    `  时间　　${time ? formatMessage(time) : '没有记录'}`,
    ...(each.documentTimestamp ? [] : [level]),
    ...each.problems.map((problem) => `  ${labelOf(problem)}　　${formatMessage(problem.message)}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** A timestamp is nobody's consent and never goes by the name of a seal. */
function kindOf({ documentTimestamp }: SignatureVerdict): string {
  return documentTimestamp ? '文档时间戳' : '签章'
}

/** More than this many changes are counted, not told. */
const MOST_TOLD = 4

function laterLine(later: SignatureVerdict['later']): string {
  const told = later.slice(0, MOST_TOLD).map(({ revision, text }) => `第 ${revision} 版${formatMessage(text)}`)
  return `${told.join('；')}${later.length > MOST_TOLD ? ` 等 ${later.length} 项` : ''}`
}

/** With more signatures than this, those without a fault take one line each. */
const MOST_SHOWN = 6

function isFaultless({ integrity, coverage, changesAfter, trust, problems }: SignatureVerdict): boolean {
  const isSound = integrity === 'ok' && coverage !== 'partial' && changesAfter !== 'forbidden'
  return isSound && trust === 'trusted' && problems.every(({ severity }) => severity === 'info')
}

function signatureLine(each: SignatureVerdict, index: number): string {
  return `${kindOf(each)} ${index + 1}　“${each.signer}”　有效，可信\n`
}

/** Revision and field, by which `--revision` takes it. */
function placeOf({ revision, field }: SignatureVerdict): string {
  return revision === undefined ? `（${field}）` : `（第 ${revision} 版，${field}）`
}

/** What is only information is no problem. */
function labelOf({ severity }: Finding): string {
  return severity === 'info' ? '提示' : '问题'
}

/** The verdict in a few words. */
export function conclusion(verdict: Verdict): string {
  if (verdict.signatures.length === 0) return '没有可以验证的签章'
  if (!verdict.valid) return '签章无效'
  return verdict.trusted ? '签章有效，签章人受信任' : '签章有效，但签章人未受信任'
}

/**
 * The verdict for people: the conclusion first, then each signature.
 * @param options.signedCopy a file that is probably the signed form of this one
 * @param options.trusting whether the user named a certificate to trust
 */
export function prettyVerdict(
  verdict: Verdict,
  name: string,
  { signedCopy, trusting }: { readonly signedCopy: string | undefined; readonly trusting: boolean },
): string {
  const problems = verdict.problems.map((each) => `  ${labelOf(each)}　　${formatMessage(each.message)}\n`).join('')
  const copy = signedCopy === undefined ? '' : `签了章的可能是 ${signedCopy}。`
  const hint = !trusting && verdict.valid && !verdict.trusted ? '核对过来源的根证书用 --trust 指定。' : ''
  const isLong = verdict.signatures.length > MOST_SHOWN
  const signatures = verdict.signatures
    .map((each, index) => (isLong && isFaultless(each) ? signatureLine : signature)(each, index))
    .join('')
  return `${name}：${conclusion(verdict)}。${copy}${hint}\n${problems}${signatures}`
}
