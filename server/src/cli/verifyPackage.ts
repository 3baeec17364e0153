import { readAlone } from '../features/readAlone.ts'
import { SIGNATURE_FILE } from '../record/archive/bag.ts'
import { inspectPackage } from '../record/archive/inspect.ts'
import { type Inspected, PROPERTIES } from '../record/archive/inspected.ts'
import { inspectionReport, type Result, resultOf } from '../record/archive/inspectionReport.ts'
import type { ValidationData } from '../sign/validationData.ts'
import type { Verdict } from '../sign/verdict.ts'
import { Failure } from '../text/failure.ts'
import type { Message, Uri } from '../text/finding.ts'
import { hex } from '../text/hex.ts'
import { formatMessage, message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { DONE, FAULT, UNTRUSTED } from './exitCode.ts'
import type { Host } from './host.ts'
import type { Input } from './inputs.ts'
import { judgeEntry } from './judgeEntry.ts'
import { type PackageFile, readPackage } from './packageFile.ts'
import { checkPdfTarget } from './pdfTarget.ts'
import { openText } from './readDocument.ts'
import { renderDocument } from './renderDocument.ts'
import { conclusion } from './report/verdict.ts'
import { withPress } from './withPress.ts'

const SCHEMA = 1

interface PackageRequest {
  readonly trusted: readonly Uint8Array[]
  readonly data: ValidationData | undefined
  readonly format: 'pretty' | 'json'
  /** Where the 检测报告 goes. */
  readonly report?: string
}

/** 四性检测 of an archive package; its exit code is that of `verify`. */
export async function verifyPackage(
  host: Host,
  input: Input,
  { trusted, data, format, report }: PackageRequest,
): Promise<number> {
  const target = report === undefined ? undefined : host.toUri(report)
  if (target !== undefined) await checkPdfTarget(host, target, false)
  const { zip, files } = await readPackage(host, input)
  const items = await withPress(host, {}, (press) =>
    inspectPackage(
      files,
      {
        pdf: (pdf) => judged(press.verify(pdf, trusted, data)),
        file: (signature, content) => judged(press.verifyFile(signature, content, trusted, data)),
        entry: judgeEntry(press, trusted),
        printed,
        read: readAlone,
      },
      host.crypto,
    ),
  )
  const inspection = { input, zip, files, items }
  if (target !== undefined) await writeReport(host, target, inspection)
  host.terminal.out(format === 'json' ? json(inspection) : pretty(inspection))
  if (!passed(items)) return FAULT
  return trustedBy(items) ? DONE : UNTRUSTED
}

interface Inspection extends PackageFile {
  readonly input: Input
  readonly items: readonly Inspected[]
}

/** The 检测报告 as PDF, dated as the package is: made again, it is the same. */
async function writeReport(host: Host, target: Uri, inspection: Inspection): Promise<void> {
  const { input, zip, files, items } = inspection
  const digest = hex(await host.crypto.digest('SHA-256', zip))
  const about = { file: fileName(input.uri), digest, conclusion: head(inspection), version: host.version }
  const text = inspectionReport(items, about)
  const reading = await openText(createWorkspace(host.files), input, text)
  const info = files.find(({ path }) => path === 'bag-info.txt')
  const [, day] = /^Bagging-Date: (\d{4}-\d\d-\d\d)$/m.exec(new TextDecoder().decode(info?.bytes)) ?? []
  const clock = { ...host.clock, now: () => new Date(day ?? EARLIEST) }
  const { pdf } = await renderDocument({ ...host, clock }, { ...reading, input, source: { text, mark: false } }, {})
  await host.files.write(target, pdf)
  host.terminal.err(`已生成检测报告 ${host.toPath(target)}。\n`)
}

/** The day of a package that does not tell one. */
const EARLIEST = '1980-01-01'

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

/** Pages of another program may have no text, or be damaged. */
async function printed(pdf: Uint8Array): Promise<string | undefined> {
  const { printedText } = await import('../measure/printedText.ts')
  try {
    return printedText(pdf)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return undefined
  }
}

function passed(items: readonly Inspected[]): boolean {
  return items.every((item) => item.passed !== false)
}

/** Nobody who signed is unknown; a package whose 正本 does not hold has nobody to trust. */
function trustedBy(items: readonly Inspected[]): boolean {
  return passed(items) && items.every((item) => item.trusted !== false)
}

/** Whether anybody answers for the package as a whole. */
function isSigned({ files }: Inspection): boolean {
  return files.some(({ path }) => path === SIGNATURE_FILE)
}

function json(inspection: Inspection): string {
  const { items } = inspection
  const plain = items.map(({ item, evidence, ...rest }) => ({
    ...rest,
    item: formatMessage(item),
    evidence: formatMessage(evidence),
  }))
  const verdict = { valid: passed(items), trusted: trustedBy(items), signed: isSigned(inspection) }
  return `${JSON.stringify({ schema: SCHEMA, ...verdict, items: plain }, undefined, 2)}\n`
}

function pretty(inspection: Inspection): string {
  const { input, items } = inspection
  const groups = PROPERTIES.map((property) => {
    const lines = items
      .filter((item) => item.property === property)
      .map((item) => `  [${resultOf(item)}] ${formatMessage(item.item)}：${formatMessage(item.evidence)}\n`)
    return `${property}\n${lines.join('')}`
  })
  return `${input.name}：${head(inspection)}\n${groups.join('')}`
}

function head(inspection: Inspection): string {
  const { items } = inspection
  const count = (wanted: Result) => items.filter((item) => resultOf(item) === wanted).length
  const unknown = count('未信任')
  const found = passed(items) ? '没有发现问题' : '发现问题'
  const hint = unknown > 0 ? `，签名有效但签名人未受信任${unknown}项（核对过来源的根证书用 --trust 指定）` : ''
  const bare = isSigned(inspection) ? '' : '归档包没有签名，证明不了里面的文件没有换过。'
  return `${bare}四性检测${found}。自动核对通过${count('通过')}项、不符${count('不符')}项${hint}，由人核对${count('人工')}项，不适用${count('不适用')}项。`
}
