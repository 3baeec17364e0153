import type { Preservation, Preserved } from '../sign/signAtLevel.ts'
import { Failure } from '../text/failure.ts'
import { formatMessage, message } from '../text/message.ts'
import { type ChineseCommand, collect } from './command.ts'
import type { Host } from './host.ts'
import { readCertificateFiles } from './trusted.ts'

const LIMIT = 50_000_000

/** What tells whether certificates had been revoked. */
export interface DataOptions {
  readonly chain?: readonly string[]
  readonly crl?: readonly string[]
  readonly ocsp?: readonly string[]
}

/** What makes a signature last: a timestamp, and data for later verifiers. */
export interface PreservationOptions extends DataOptions {
  readonly tsa?: string
  readonly online?: true
}

/** For who verifies. */
export function addDataOptions(command: ChineseCommand): ChineseCommand {
  return command
    .option('--chain <证书>', '缺少的上级证书（PEM 或 DER），只用来接上证书链，不因此受信任，可写多次', collect)
    .option('--crl <文件>', '核对用的吊销列表（DER），可写多次', collect)
    .option('--ocsp <文件>', '核对用的 OCSP 应答（DER），可写多次', collect) as ChineseCommand
}

export function addPreservationOptions(command: ChineseCommand): ChineseCommand {
  return command
    .option('--tsa <网址>', '向这个时间戳服务要时间戳（RFC 3161），只送出摘要', webAddress)
    .option('--chain <证书>', '写进文件的上级证书（PEM 或 DER），可写多次', collect)
    .option('--crl <文件>', '写进文件的吊销列表（DER），可写多次', collect)
    .option('--ocsp <文件>', '写进文件的 OCSP 应答（DER），可写多次', collect)
    .option('--online', '向证书里写明的网址查询吊销情况，写进文件（须联网）') as ChineseCommand
}

function webAddress(text: string): string {
  if (/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '')) return text
  throw new Failure('usage', message('--tsa 的值“{0}”不是网址，要写成 http://… 或 https://…。', text))
}

export async function readPreservation(host: Host, options: PreservationOptions): Promise<Preservation> {
  const { tsa, online } = options
  const data = await readData(host, options)
  return { ...(tsa !== undefined && { tsa }), ...(data && { data }), ...(online && { online }) }
}

/** Undefined when none is given. */
export async function readData(host: Host, options: DataOptions): Promise<Preservation['data']> {
  const { chain = [], crl = [], ocsp = [] } = options
  if (chain.length + crl.length + ocsp.length === 0) return undefined
  const read = (paths: readonly string[]): Promise<readonly Uint8Array[]> =>
    Promise.all(paths.map((path) => host.files.read(host.toUri(path), LIMIT)))
  return { certificates: await readCertificateFiles(host, chain), crls: await read(crl), ocsps: await read(ocsp) }
}

/** Tells what did not come about. */
export function tellNotes(host: Host, { notes }: Preserved): void {
  for (const { message } of notes) host.terminal.err(`注意：${formatMessage(message)}\n`)
}
