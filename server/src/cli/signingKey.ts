import type { P12 } from '../press/press.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ABOUT_KEY, ABOUT_SEAL, type Blame } from './aboutFiles.ts'
import type { ChineseCommand } from './command.ts'
import type { Host } from './host.ts'
import { addPasswordOptions, type PasswordOptions, readPassword } from './password.ts'

const P12_LIMIT = 1_000_000
const SEAL_LIMIT = 5_000_000
/** PNG, SVG as text, or an electronic seal in DER; what is in them is looked at when the seal is put on the page. */
const STARTS = [[0x89, 0x50, 0x4e, 0x47], [0x3c], [0x30]] as const

export interface KeyOptions extends PasswordOptions {
  readonly p12?: string
  readonly seal?: string
}

export function addKeyOptions(command: ChineseCommand): ChineseCommand {
  return addPasswordOptions(command).option(
    '--seal <印章>',
    '用这张印章图片（PNG、SVG）或者电子印章里的图像，代替按标准画出的印章',
  ) as ChineseCommand
}

/** The certificate file with its password. */
export async function readKey(host: Host, path: string, options: PasswordOptions): Promise<P12> {
  const uri = host.toUri(path)
  const bytes = await host.files.read(uri, P12_LIMIT)
  if (isOpenPem(bytes)) return { bytes, password: '' }
  const password = await readPassword(host, options, `请输入证书 ${host.toPath(uri)} 的密码：`)
  return { bytes, password }
}

/** A PEM file whose key is not encrypted: there is no password to ask for. */
function isOpenPem(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.includes('PRIVATE KEY-----') && !text.includes('ENCRYPTED')
}

/** @throws {Failure} `not-png` for a picture of another kind */
export async function readSeal(host: Host, path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined
  const uri = host.toUri(path)
  const bytes = await host.files.read(uri, SEAL_LIMIT)
  if (!STARTS.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    throw new Failure(
      'not-png',
      message('印章图片 {0} 不是 PNG、SVG，也不是电子印章。请另存为 PNG（背景透明）后再用。', host.toPath(uri)),
    )
  }
  return bytes
}

/** Failures of signing that are about the certificate file or the picture of the seal. */
export function blameFor(host: Host, { p12, seal }: KeyOptions): Blame {
  const named = (codes: RegExp, path: string | undefined): Blame =>
    path === undefined ? [] : [[codes, host.toPath(host.toUri(path))]]
  return [...named(ABOUT_KEY, p12), ...named(ABOUT_SEAL, seal)]
}
