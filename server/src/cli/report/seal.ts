import type { SealReport, SealSignatureReport } from '../../sign/seal/report.ts'
import { beijingTime } from '../../text/beijingTime.ts'
import { formatMessage } from '../../text/message.ts'

/** Version of the documents that `seal … --format json` prints; a change that breaks readers raises it. */
const SCHEMA = 1

/** What `seal show` says: facts alone, or with what is to be said of them. */
type Facts = SealReport['seal']

/** @param judged without it the verdict is left out, for who has only looked */
export function jsonSeal(report: SealReport | SealSignatureReport, judged: boolean): string {
  const { problems, valid, trusted, ...rest } = report
  const { bytes, ...picture } = report.seal.picture
  const verdict = {
    valid,
    trusted,
    problems: problems.map(({ rule, severity, message }) => ({ rule, severity, message: formatMessage(message) })),
  }
  const seal = { ...report.seal, picture: { ...picture, bytes: bytes.length } }
  return `${JSON.stringify({ schema: SCHEMA, ...(judged ? verdict : {}), ...rest, seal }, undefined, 2)}\n`
}

export function prettyFacts(seal: Facts): string {
  const { name, id, vendor, kind, holders, created, validFrom, validTo, picture, maker } = seal
  const by = holders.by === 'certificates' ? '' : '（只有证书的杂凑值）'
  return lines([
    ['印章', `“${name}”`],
    ['标识', id],
    ['类型', String(kind)],
    ['持有人', `${holders.names.map((each) => `“${each}”`).join('、')}${by}`],
    ['制章人', `“${maker}”（程序 ${vendor}）`],
    ['制作', beijingTime(created)],
    ['有效期', `${beijingTime(validFrom)}至${beijingTime(validTo)}`],
    ['图像', `${picture.type}，宽 ${picture.width} 毫米、高 ${picture.height} 毫米，${picture.bytes.length} 字节`],
  ])
}

/** The verdict for people: the conclusion first, then what is known, then the problems. */
export function prettySeal(report: SealReport | SealSignatureReport, file: string): string {
  const signature = 'signer' in report ? report : undefined
  const what = signature ? '签章' : '印章'
  const people = signature ? '签章人和制章人' : '制章人'
  const conclusion = !report.valid
    ? `${what}无效`
    : report.trusted
      ? `${what}有效，${people}受信任`
      : `${what}有效，但${people}未全部受信任`
  const signed = signature && [
    ['签章人', `“${signature.signer}”`],
    ['时间', `${beijingTime(signature.time)}（签章人自述）`],
    ['原文', signature.property],
  ]
  const problems = report.problems.map(({ severity, message }) => [
    severity === 'info' ? '提示' : '问题',
    formatMessage(message),
  ])
  return `${file}：${conclusion}。\n${lines(signed ?? [])}${prettyFacts(report.seal)}${lines(problems)}`
}

function lines(pairs: readonly (readonly string[])[]): string {
  return pairs.map(([label = '', text = '']) => `  ${label.padEnd(4, '　')}${text}\n`).join('')
}
