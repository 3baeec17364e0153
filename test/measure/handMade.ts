import { makePdf, streamText } from '../pdf/samplePdf.ts'

/** A text on a page, as a word processor places it: pen and baseline in millimetres from the top left corner. */
export interface Word {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Points; 16 when absent. */
  readonly size?: number
  /** 仿宋 when absent. */
  readonly face?: keyof typeof FACES
  readonly red?: boolean
  /** Distance of pens in millimetres; the size when absent. */
  readonly pitch?: number
  readonly page?: number
}

/** A level line: middle, ends and thickness in millimetres. */
export interface Rule {
  readonly y: number
  readonly x1?: number
  readonly x2?: number
  readonly weight?: number
  readonly red?: boolean
  readonly page?: number
}

/** A stamped seal: its square in millimetres. */
export interface Stamp {
  readonly x: number
  readonly y: number
  readonly diameter: number
  readonly page: number
}

/** Names that fonts have on the machines of offices; the files carry none of them. */
const FACES = {
  仿宋: 'FangSong_GB2312',
  小标宋: 'FZXBSJW--GB1-0',
  黑体: 'SimHei',
  楷体: 'KaiTi_GB2312',
  宋体: 'SimSun',
  粗黑: 'SimHei,Bold',
} as const

const MM = 72 / 25.4

/** A PDF as a word processor writes it: fonts by name, codes in UTF-16, filled rectangles for lines. */
export function handMade(
  words: readonly Word[],
  rules: readonly Rule[] = [],
  paper: { readonly width?: number; readonly height?: number; readonly stamps?: readonly Stamp[] } = {},
): Uint8Array {
  const { width = 210, height = 297, stamps = [] } = paper
  const pages = Math.max(1, ...[...words, ...rules].map(({ page = 1 }) => page))
  const fonts = Object.keys(FACES).map((_, index) => `/F${index} ${20 + 2 * index} 0 R`)
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, index) => `${100 + 2 * index} 0 R`).join(' ')}] /MediaBox [0 0 ${width * MM} ${height * MM}] /Resources << /Font << ${fonts.join(' ')} >> >> >>`,
  }
  Object.values(FACES).forEach((name, index) => {
    objects[20 + 2 * index] =
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /UniGB-UTF16-H /DescendantFonts [${21 + 2 * index} 0 R] >>`
    objects[21 + 2 * index] =
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] >>`
  })
  for (let page = 1; page <= pages; page++) {
    const content = [
      ...words.filter((word) => (word.page ?? 1) === page).map((word) => drawWord(word, height)),
      ...rules.filter((rule) => (rule.page ?? 1) === page).map((rule) => drawRule(rule, height)),
    ]
    const seals = stamps.filter((stamp) => stamp.page === page).map((stamp) => drawStamp(stamp, height))
    objects[98 + 2 * page] =
      `<< /Type /Page /Parent 2 0 R /Contents ${99 + 2 * page} 0 R /Annots [${seals.join(' ')}] >>`
    objects[99 + 2 * page] = streamText('', content.join('\n'))
  }
  return makePdf(objects)
}

function drawWord({ text, x, y, size = 16, face = '仿宋', red = false, pitch }: Word, height: number): string {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  const spacing = pitch === undefined ? 0 : pitch * MM - size
  const font = Object.keys(FACES).indexOf(face)
  return `${red ? '1 0 0 rg' : '0 g'} BT /F${font} ${size} Tf ${spacing} Tc 1 0 0 1 ${x * MM} ${(height - y) * MM} Tm <${codes.join('')}> Tj ET`
}

function drawRule({ y, x1 = 28, x2 = 184, weight = 0.4, red = false }: Rule, height: number): string {
  const bottom = (height - y - weight / 2) * MM
  return `${red ? '1 0 0 rg' : '0 g'} ${x1 * MM} ${bottom} ${(x2 - x1) * MM} ${weight * MM} re f`
}

function drawStamp({ x, y, diameter }: Stamp, height: number): string {
  const [left, top] = [x * MM, (height - y) * MM]
  return `<< /Type /Annot /Subtype /Stamp /Rect [${left} ${top - diameter * MM} ${left + diameter * MM} ${top}] >>`
}
