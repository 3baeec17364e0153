// `npm run demo:pictures`: pictures of what `npm run demo:process` made, for examples/办文流程/README.md.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judgeBytes } from '../test/support/judges.ts'
import { palettePng } from './gallery/palettePng.ts'

const DPI = 60
const root = fileURLToPath(new URL('../', import.meta.url))
const pictures = join(root, 'docs/images/办文流程')

/** Name of the picture, the PDF and its page. */
const SHOWN = [
  ['正本-1', '通知-签章.pdf', 1],
  ['正本-2', '通知-签章.pdf', 2],
  ['办文单', '通知-办文单.pdf', 1],
  ['检测报告', '检测报告.pdf', 1],
] as const

rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
for (const [name, pdf, page] of SHOWN) {
  const file = join(root, 'out/办文流程', pdf)
  const ppm = judgeBytes('pdftoppm', ['-r', String(DPI), '-f', String(page), '-l', String(page), file])
  writeFileSync(join(pictures, `${name}.png`), palettePng(ppm))
}
