import type { ValidationData } from '../sign/validationData.ts'
import type { Verdict } from '../sign/verdict.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { aboutFiles } from './aboutFiles.ts'
import { refuseExisting } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { filled, type Input, readBytes, singleInput } from './inputs.ts'
import { PDF_LIMIT } from './pdfTarget.ts'
import { withProgress } from './progress.ts'
import { blameFor, type KeyOptions, readKey } from './signingKey.ts'
import { withPress } from './withPress.ts'

/** What a signature beside its file is called: the file's whole name and this. */
export const DETACHED_ENDING = '.p7s'

const SIGNATURE_LIMIT = 1_000_000

interface DetachedOptions extends KeyOptions {
  readonly output?: string
  readonly force?: true
}

/** Signs any file without touching it. */
export async function signDetached(host: Host, pattern: string, options: DetachedOptions): Promise<number> {
  refusePlaces(options)
  const input = await singleInput(host, pattern)
  if (input.standardInput && options.output === undefined)
    throw new Failure('usage', message('要签的文件来自标准输入时，要用 -o 写明签名文件。'))
  const target = options.output === undefined ? `${input.uri}${DETACHED_ENDING}` : host.toUri(options.output)
  if (!target.toLowerCase().endsWith(DETACHED_ENDING))
    throw new Failure('not-p7s-name', message('签名文件 {0} 的扩展名要写 .p7s。', host.toPath(target)))
  if (!options.force) await refuseExisting(host, target)
  const content = await readBytes(host, input, PDF_LIMIT)
  const key = await readKey(host, options)
  const signature = await aboutFiles(blameFor(host, options), () =>
    withPress(host, {}, (press) => withProgress(host.terminal, '正在签名', () => press.signFile(content, key))),
  )
  await host.files.write(target, signature)
  host.terminal.err(`已签名 ${host.toPath(target)}，${input.name} 没有改动。\n`)
  return DONE
}

/** A signature beside a file is seen nowhere in it. */
function refusePlaces(options: object): void {
  const given = [
    'field',
    'organ',
    'page',
    'at',
    'seal',
    '骑缝章',
    'certify',
    'reason',
    'location',
    'tsa',
    'chain',
    'crl',
    'ocsp',
    'online',
  ].find((name) => name in options)
  if (given !== undefined)
    throw new Failure('usage', message('--detached 不改动文件，不能同时写 --{0}。请去掉其中一个。', given))
}

interface Checking {
  readonly trusted: readonly Uint8Array[]
  readonly data: ValidationData | undefined
  /** Path of the file that was signed; beside the signature when absent. */
  readonly content: string | undefined
}

export async function verifyDetached(
  host: Host,
  signature: Input,
  { trusted, data, content }: Checking,
): Promise<Verdict> {
  if (signature.standardInput && content === undefined)
    throw new Failure('usage', message('签名来自标准输入时，要用 --content 写明所签的文件。'))
  const uri = content === undefined ? signature.uri.slice(0, -DETACHED_ENDING.length) : host.toUri(content)
  const signed = filled(await readBytes(host, signature, SIGNATURE_LIMIT), signature.name)
  const bytes = await host.files.read(uri, PDF_LIMIT)
  return aboutFiles([[/^verify-signature$/, signature.name]], () =>
    withPress(host, {}, (press) => press.verifyFile(signed, bytes, trusted, data)),
  )
}
