// `npm run gallery`: pictures of every format as it is printed, and docs/gallery.md that shows them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printSource } from '../test/conformance/cases.ts'
import { judgeBytes } from '../test/support/judges.ts'
import { palettePng } from './gallery/palettePng.ts'
import { SHOWN, type Shown } from './gallery/shown.ts'

const DPI = 60
const root = fileURLToPath(new URL('../', import.meta.url))
const pictures = join(root, 'docs/images/gallery')
const workshop = mkdtempSync(join(tmpdir(), 'hongtou-gallery-'))

/** Prints one source and takes a picture of each page that is shown; tells their lines of the page of pictures. */
async function show({ name, source, pages, look, seals = 0, options = [] }: Shown, nth: number): Promise<string> {
  const pdf = join(workshop, 'a.pdf')
  writeFileSync(pdf, await printSource(join(root, source), { options, seals }))
  const images = pages.map((page) => {
    const file = `${String(nth + 1).padStart(2, '0')}-${page}.png`
    const ppm = judgeBytes('pdftoppm', ['-r', String(DPI), '-f', String(page), '-l', String(page), pdf])
    writeFileSync(join(pictures, file), palettePng(ppm))
    return `![${name}，第${page}页](images/gallery/${file})`
  })
  return `## ${name}\n\n${look}\n\n${images.join('\n')}\n`
}

rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
const sections: string[] = []
try {
  for (const [nth, shown] of SHOWN.entries()) sections.push(await show(shown, nth))
} finally {
  rmSync(workshop, { recursive: true, force: true })
}
const preface = `# 图例

各种格式印出来的样子，字体是随程序带的，印章是试用证书的。条号指 GB/T 9704—2012。这一页由 \`npm run gallery\` 生成。
`
writeFileSync(join(root, 'docs/gallery.md'), [preface, ...sections].join('\n'))
