import { readAlone } from '../features/readAlone.ts'
import { inspectPackage } from '../record/archive/inspect.ts'
import { type Inspected, PROPERTIES } from '../record/archive/inspected.ts'
import { unpackZip } from '../record/archive/zip.ts'
import type { Verdict } from '../sign/verdict.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { formatMessage, message } from '../text/message.ts'
import { aboutFiles } from './aboutFiles.ts'
import { DONE, FAULT, UNTRUSTED } from './exitCode.ts'
import type { Host } from './host.ts'
import { type Input, readBytes } from './inputs.ts'
import { judgeEntry } from './judgeEntry.ts'
import { conclusion } from './report/verdict.ts'
import { withPress } from './withPress.ts'

const SCHEMA = 1
const ABOUT_PACKAGE = /^zip-/
const PACKAGE_LIMIT = 2_000_000_000
const LIMITS = { files: 10_000, bytes: 2_000_000_000 }

/** 四性检测 of an archive package; its exit code is that of `verify`. */
export async function verifyPackage(
  host: Host,
  input: Input,
  trusted: readonly Uint8Array[],
  format: 'pretty' | 'json',
): Promise<number> {
  const zip = await readBytes(host, input, PACKAGE_LIMIT)
  const files = await aboutFiles([[ABOUT_PACKAGE, input.name]], async () => unpackZip(zip, LIMITS))
  const items = await withPress(host, {}, (press) =>
    inspectPackage(
      files,
      {
        pdf: (pdf) => judged(press.verify(pdf, trusted)),
        file: (signature, content) => judged(press.verifyFile(signature, content, trusted)),
        entry: judgeEntry(press, trusted),
        read: readAlone,
      },
      host.crypto,
    ),
  )
  host.terminal.out(format === 'json' ? json(items) : pretty(input.name, items))
  if (!passed(items)) return FAULT
  return trustedBy(items) ? DONE : UNTRUSTED
}

/** What cannot be judged at all is not valid, and says why. */
async function judged(
  judging: Promise<Verdict>,
): Promise<{ readonly valid: boolean; readonly trusted: boolean; readonly summary: Message }> {
  try {
    const verdict = await judging
    const signers = verdict.signatures.map(({ signer }) => `“${signer}”`).join('、')
    const said = signers === '' ? '' : `（${signers}）`
    const { valid, trusted } = verdict
    return { valid, trusted, summary: message('{0}{1}。', conclusion(verdict), said) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { valid: false, trusted: false, summary: error.sentence }
  }
}

function passed(items: readonly Inspected[]): boolean {
  return items.every((item) => item.passed !== false)
}

/** Nobody who signed is unknown; a package whose 正本 does not hold has nobody to trust. */
function trustedBy(items: readonly Inspected[]): boolean {
  return passed(items) && items.every((item) => item.trusted !== false)
}

function json(items: readonly Inspected[]): string {
  const plain = items.map(({ item, evidence, ...rest }) => ({
    ...rest,
    item: formatMessage(item),
    evidence: formatMessage(evidence),
  }))
  return `${JSON.stringify({ schema: SCHEMA, valid: passed(items), trusted: trustedBy(items), items: plain }, undefined, 2)}\n`
}

function pretty(name: string, items: readonly Inspected[]): string {
  const groups = PROPERTIES.map((property) => {
    const lines = items
      .filter((item) => item.property === property)
      .map((item) => `  ${mark(item)} ${formatMessage(item.item)}：${formatMessage(item.evidence)}\n`)
    return `${property}\n${lines.join('')}`
  })
  return `${name}：${head(items)}${groups.join('')}`
}

function head(items: readonly Inspected[]): string {
  const count = (wanted: Mark) => items.filter((item) => mark(item) === wanted).length
  const unknown = count('[未信任]')
  const found = passed(items) ? '没有发现问题' : '发现问题'
  const hint = unknown > 0 ? `，签名有效但签名人未受信任${unknown}项（核对过来源的根证书用 --trust 指定）` : ''
  return `四性检测${found}。自动核对通过${count('[通过]')}项、不符${count('[不符]')}项${hint}，由人核对${count('[人工]')}项，不适用${count('[不适用]')}项。\n`
}

type Mark = '[人工]' | '[不适用]' | '[不符]' | '[未信任]' | '[通过]'

function mark({ by, passed: well, trusted }: Inspected): Mark {
  if (by !== '自动') return `[${by}]`
  if (!well) return '[不符]'
  return trusted === false ? '[未信任]' : '[通过]'
}
