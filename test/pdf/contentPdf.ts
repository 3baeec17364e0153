import { createBudget } from '../../server/src/pdf/content/budget.ts'
import type { PageMarks } from '../../server/src/pdf/content/marks.ts'
import { readPage } from '../../server/src/pdf/content/readPage.ts'
import { openPdf } from '../../server/src/pdf/file.ts'
import { createFontCache } from '../../server/src/pdf/font/font.ts'
import { readPages } from '../../server/src/pdf/pages.ts'
import { makePdf, type Objects, streamText } from './samplePdf.ts'

/** What stands on the pages of a PDF. */
export function marksOf(pdf: Uint8Array): readonly PageMarks[] {
  const view = openPdf(pdf).view()
  const shared = { fonts: createFontCache(view), budget: createBudget() }
  return readPages(view).map((page) => readPage(view, page, shared))
}

/** Fonts that any viewer has: Latin by one-byte codes, Chinese by UTF-16. Neither is in the file. */
const FONTS: Objects = {
  10: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
  11: '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /UniGB-UTF16-H /DescendantFonts [12 0 R] >>',
  12: '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /DW 1000 >>',
}

/** A page of 200 × 100 points with the content; `/Latin` and `/Han` are fonts, further objects from 20 on may be named. */
export function onePage(
  content: string,
  options: { readonly page?: string; readonly resources?: string; readonly objects?: Objects } = {},
): Uint8Array {
  const resources = `<< /Font << /Latin 10 0 R /Han 11 0 R >> ${options.resources ?? ''} >>`
  return makePdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources ${resources} ${options.page ?? ''} >>`,
    4: streamText('', content),
    ...FONTS,
    ...options.objects,
  })
}

/** What stands on that page. */
export function paintedBy(content: string, options: Parameters<typeof onePage>[1] = {}): PageMarks {
  return marksOf(onePage(content, options))[0] as PageMarks
}

export const mm = (points: number): number => (points * 25.4) / 72
