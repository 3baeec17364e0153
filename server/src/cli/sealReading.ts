import type { SealReport } from '../sign/seal/report.ts'
import type { ValidationData } from '../sign/validationData.ts'
import { aboutFiles } from './aboutFiles.ts'
import { refuseExisting } from './existing.ts'
import { DONE, FAULT, UNTRUSTED } from './exitCode.ts'
import type { Host } from './host.ts'
import { filled } from './inputs.ts'
import { PDF_LIMIT } from './pdfTarget.ts'
import { type DataOptions, readData } from './preservation.ts'
import { jsonSeal, prettyFacts, prettySeal } from './report/seal.ts'
import { readTrusted } from './trusted.ts'
import { withPress } from './withPress.ts'

/** A seal is a picture and a few certificates. */
export const SEAL_LIMIT = 5_000_000
/** What a signature by seal is called beside its file. */
export const SEALED_ENDING = '.ses'

export interface ShowOptions {
  readonly picture?: string
  readonly force?: true
  readonly format: 'pretty' | 'json'
}

export interface VerifyOptions extends DataOptions {
  readonly content?: string
  readonly trust?: readonly string[]
  readonly format: 'pretty' | 'json'
}

export async function runSealShow(host: Host, path: string, options: ShowOptions): Promise<number> {
  const report = await reportSeal(host, path, [])
  if (options.picture !== undefined) {
    const target = host.toUri(options.picture)
    if (!options.force) await refuseExisting(host, target)
    await host.files.write(target, report.seal.picture.bytes)
    host.terminal.err(`印章图像已存为 ${host.toPath(target)}。\n`)
  }
  host.terminal.out(options.format === 'json' ? jsonSeal(report, false) : prettyFacts(report.seal))
  if (options.format === 'pretty') host.terminal.err('以上内容没有核验真伪，请用 hongtou seal verify 核验。\n')
  return DONE
}

export async function runSealVerify(host: Host, path: string, options: VerifyOptions): Promise<number> {
  const trusted = await readTrusted(host, options.trust ?? [])
  const data = await readData(host, options)
  const sealed = options.content !== undefined || path.toLowerCase().endsWith(SEALED_ENDING)
  const report = sealed
    ? await reportSealed(host, path, options.content, trusted, data)
    : await reportSeal(host, path, trusted, data)
  const name = host.toPath(host.toUri(path))
  host.terminal.out(options.format === 'json' ? jsonSeal(report, true) : prettySeal(report, name))
  if (!report.valid) return FAULT
  return report.trusted ? DONE : UNTRUSTED
}

async function reportSeal(
  host: Host,
  path: string,
  trusted: readonly Uint8Array[],
  data?: ValidationData,
): Promise<SealReport> {
  const uri = host.toUri(path)
  const seal = filled(await host.files.read(uri, SEAL_LIMIT), host.toPath(uri))
  return aboutFiles([[/^seal-damaged$/, host.toPath(uri)]], () =>
    withPress(host, {}, (press) => press.readSeal(seal, trusted, data)),
  )
}

async function reportSealed(
  host: Host,
  path: string,
  content: string | undefined,
  trusted: readonly Uint8Array[],
  data: ValidationData | undefined,
): Promise<SealReport> {
  const uri = host.toUri(path)
  const signature = filled(await host.files.read(uri, SEAL_LIMIT), host.toPath(uri))
  const text = content === undefined ? uri.slice(0, -SEALED_ENDING.length) : host.toUri(content)
  const bytes = await host.files.read(text, PDF_LIMIT)
  return aboutFiles([[/^seal-damaged$/, host.toPath(uri)]], () =>
    withPress(host, {}, (press) => press.readSealed(signature, bytes, trusted, data)),
  )
}
