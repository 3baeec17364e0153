import fontkit from '../../server/src/fonts/fontkit.cts'
import { readCMap } from '../../server/src/pdf/font/cmap.ts'
import { isString, type PdfObject } from '../../server/src/pdf/objects.ts'
import type { Archive, Values } from './archive.ts'

/** The codes of all characters that each font shows, by the font's `BaseFont`. */
function shownCodes({
  contents,
}: Archive): ReadonlyMap<string, { readonly font: Values; readonly codes: Set<number> }> {
  const shown = new Map<string, { font: Values; codes: Set<number> }>()
  for (const { operators, resources } of contents) {
    let codes: Set<number> | undefined
    for (const { operator, operands } of operators) {
      const [operand] = operands
      if (operator === 'Tf') {
        const font = resources.dictionary('Font').dictionary((operand as { name: string }).name)
        const name = font.name('BaseFont') ?? ''
        codes = shown.get(name)?.codes ?? new Set()
        shown.set(name, { font, codes })
      }
      if (operator === 'Tj') for (const code of codesOf(operand)) codes?.add(code)
    }
  }
  return shown
}

function codesOf(operand: PdfObject | undefined): readonly number[] {
  if (!isString(operand)) return []
  const { bytes } = operand
  return Array.from({ length: bytes.length / 2 }, (_, index) => (bytes[2 * index]! << 8) | bytes[2 * index + 1]!)
}

/** ISO 19005-2, 6.2.11: what is shown is embedded, as wide as the file says, and can be read as text. */
export function fontFaults(archive: Archive): readonly string[] {
  return [...shownCodes(archive)].flatMap(([name, { font, codes }]) => {
    const faults = compositeFaults(font, archive)
    const [descendant] = font.list('DescendantFonts')
    const cid = archive.values(descendant ?? null)
    const program = cid.dictionary('FontDescriptor').at('FontFile2')
    if (program === null) return faults
    const parsed = fontkit.create(archive.decode(program) as Parameters<typeof fontkit.create>[0])
    if ('fonts' in parsed) return ['6.2.11.4.1 a collection is embedded']
    const widths = widthsOf(cid, archive)
    const { texts } = readCMap(archive.decode(font.at('ToUnicode')))
    for (const code of codes) {
      if (code === 0) faults.push(`6.2.11.8 ${name} shows .notdef`)
      if (code >= parsed.numGlyphs) faults.push(`6.2.11.4.1 ${name} has no glyph ${code}`)
      else {
        const width = (parsed.getGlyph(code).advanceWidth * 1000) / parsed.unitsPerEm
        const said = widths.get(code) ?? 1000
        if (Math.abs(width - said) > 1) faults.push(`6.2.11.5 ${name} ${code} is ${width} wide, not ${said}`)
      }
      const text = texts.get(code) ?? ''
      if (/^[\0\ufeff\ufffe]?$/.test(text)) faults.push(`6.2.11.7 ${name} ${code} cannot be read`)
    }
    return faults
  })
}

function compositeFaults(font: Values, { values }: Archive): string[] {
  const faults: string[] = []
  const cid = values(font.list('DescendantFonts')[0] ?? null)
  const descriptor = cid.dictionary('FontDescriptor')
  if (font.name('Subtype') !== 'Type0' || cid.name('Subtype') !== 'CIDFontType2')
    faults.push('6.2.11.3 another kind of font')
  if (font.name('Encoding') !== 'Identity-H') faults.push('6.2.11.3.3 a CMap that is not embedded')
  if (cid.name('CIDToGIDMap') !== 'Identity') faults.push('6.2.11.3.2 CIDToGIDMap')
  if (descriptor.at('FontFile2') === null) faults.push('6.2.11.4.1 a font is not embedded')
  if (!/^[A-Z]{6}\+/.test(font.name('BaseFont') ?? '')) faults.push('6.2.11.4.2 a subset without a tag')
  for (const name of [cid.name('BaseFont'), descriptor.name('FontName')]) {
    if (name !== font.name('BaseFont')) faults.push('6.2.11.2 names of one font differ')
  }
  return faults
}

/** `W` of a CIDFont in the form that we write: a first code and the widths from there. */
function widthsOf(cid: Values, { values }: Archive): ReadonlyMap<number, number> {
  const [first, list] = cid.list('W')
  const holder = values({ kind: 'dictionary', entries: new Map([['list', list ?? null]]), repeated: false })
  return new Map(holder.list('list').map((width, index) => [Number(first) + index, Number(width)]))
}
