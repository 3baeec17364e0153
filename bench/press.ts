// Printing and signing in process, warm: faces open, code compiled, the text changed each time.
import { nodeClock } from '../server/src/node/clock.ts'
import { nodeCrypto } from '../server/src/node/crypto.ts'
import { nodeFiles } from '../server/src/node/files.ts'
import { nodeFontSource } from '../server/src/node/fontSource.ts'
import { nodeRandom } from '../server/src/node/random.ts'
import { createPress } from '../server/src/press/inProcess.ts'
import type { Press } from '../server/src/press/press.ts'
import { EMPTY_PROFILE } from '../server/src/profile/profile.ts'
import { readCertificate } from '../server/src/sign/certificate.ts'
import { createIdentity } from '../server/src/sign/identity.ts'
import { openP12 } from '../server/src/sign/p12.ts'
import { signPdf } from '../server/src/sign/sign.ts'
import { documentOfBytes, edited, rewritten } from './documents.ts'
import { type Timing, time } from './measure.ts'

const URI = 'file:///bench/通知.gw.md'
const OPTIONS = { epoch: 1_790_000_000, attachSource: false }
const never = new AbortController().signal

function benchPress(): Press {
  return createPress({
    fonts: nodeFontSource({ bundledFolder: new URL('../dist/fonts/', import.meta.url), mode: 'bundled' }),
    crypto: nodeCrypto,
    clock: nodeClock,
    random: nodeRandom,
    files: nodeFiles(),
  })
}

/** A document that fills `pages` pages, found by trying lengths. */
export async function documentOfPages(pages: number): Promise<string> {
  const press = benchPress()
  let bytes = pages * 1000
  for (let version = 1; version < 40; version++) {
    const text = documentOfBytes(bytes)
    press.update(URI, version, text, EMPTY_PROFILE)
    const made = (await press.layout(URI, version, never)).pages
    if (made === pages) return text
    bytes += Math.round((pages - made) * 700)
    if (bytes < 500) throw new RangeError(`no document of ${pages} pages: the shortest has ${made}`)
  }
  throw new RangeError(`no document of ${pages} pages found`)
}

/** Layout alone, and layout with painting the PDF. */
export async function printing(
  text: string,
  budget: number,
): Promise<{ readonly layout: Timing; readonly pdf: Timing }> {
  const press = benchPress()
  let version = 0
  const update = (): void => {
    version++
    press.update(URI, version, edited(text, version).text, EMPTY_PROFILE)
  }
  const layout = await time(budget, update, () => press.layout(URI, version, never))
  const pdf = await time(budget, update, () => press.pdf(URI, OPTIONS, never))
  await press.close()
  return { layout, pdf }
}

/** Layout alone of a text of which no paragraph was set before. */
export async function layingOut(text: string, budget: number): Promise<Timing> {
  const press = benchPress()
  const setting = await time(
    budget,
    (index) => press.update(URI, index, rewritten(text, index), EMPTY_PROFILE),
    (_, index) => press.layout(URI, index, never),
  )
  await press.close()
  return setting
}

/** Signing with a key at hand, and with the P12 opened each time, which is slow on purpose. */
export async function signing(
  text: string,
  budget: number,
): Promise<{ readonly sign: Timing; readonly withP12: Timing; readonly verify: Timing }> {
  const press = benchPress()
  press.update(URI, 1, text, EMPTY_PROFILE)
  const pdf = await press.pdf(URI, OPTIONS, never)
  const { p12 } = await press.identity({ name: '某某市人民政府', password: 'bench', days: 30 })
  const key = { bytes: p12, password: 'bench' }
  const ports = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom }
  const opened = await openP12(key, ports)
  const sign = await time(
    budget,
    () => undefined,
    () => signPdf(pdf, opened, {}, ports),
  )
  const withP12 = await time(
    budget,
    () => undefined,
    () => press.sign(pdf, { key }),
  )
  const { pdf: signed } = await press.sign(pdf, { key })
  const verify = await time(
    budget,
    () => undefined,
    () => press.verify(signed, []),
  )
  return { sign, withP12, verify }
}

/** SM2 alone, over the signed attributes of a signature: the key is at hand and the table of its curve is made. */
export async function sm2(budget: number): Promise<{ readonly sign: Timing; readonly verify: Timing }> {
  const ports = { crypto: nodeCrypto, clock: nodeClock, random: nodeRandom }
  const request = { name: '某某市人民政府', password: 'bench', days: 30, algorithm: 'SM2' } as const
  const { p12 } = await createIdentity(request, ports)
  const key = await openP12({ bytes: p12, password: 'bench' }, ports)
  const { publicKey } = readCertificate(key.chain[0] as Uint8Array)
  const attributes = (): Uint8Array => nodeRandom.bytes(250)
  const sign = await time(budget, attributes, (bytes) => key.sign(bytes, 'SM3'))
  const verify = await time(
    budget,
    async () => {
      const bytes = attributes()
      return { bytes, signature: await key.sign(bytes, 'SM3') }
    },
    async ({ bytes, signature }) => {
      if (!(await nodeCrypto.verify(publicKey, 'SM2', 'SM3', signature, bytes))) throw new Error('SM2 signature')
    },
  )
  return { sign, verify }
}
