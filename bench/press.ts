// Printing in process, warm: faces open, code compiled, the text changed each time.
import { nodeClock } from '../server/src/node/clock.ts'
import { nodeCrypto } from '../server/src/node/crypto.ts'
import { nodeFiles } from '../server/src/node/files.ts'
import { nodeFontSource } from '../server/src/node/fontSource.ts'
import { nodeRandom } from '../server/src/node/random.ts'
import { createPress } from '../server/src/press/inProcess.ts'
import type { Press } from '../server/src/press/press.ts'
import { EMPTY_PROFILE } from '../server/src/profile/profile.ts'
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

/** A document of so many pages as PDF. */
export async function pdfOfPages(pages: number): Promise<Uint8Array> {
  const press = benchPress()
  press.update(URI, 1, await documentOfPages(pages), EMPTY_PROFILE)
  const pdf = await press.pdf(URI, OPTIONS, never)
  await press.close()
  return pdf
}
