import type { FigureBlock } from '../model/document.ts'
import { BODY_HEIGHT } from '../standard/layout.ts'
import { SIZES } from '../standard/sizes.ts'
import { type Mm, ptToMm } from '../standard/units.ts'
import { fitWord } from './inkLine.ts'
import { type ImageFault, type ImageSize, type Job, pieceOf } from './job.ts'
import type { DisplayItem, Line } from './pages.ts'
import { freeStyle } from './piece.ts'
import type { Row } from './row.ts'
import { baselineOf, bodyShape, type Shape, textRows } from './textRows.ts'

/** Most of the height of a page that a figure may take, so that its caption stays beside it. */
const FIGURE_HEIGHT = 180
/** The frame in place of an image that cannot be had: room to see by, without pushing the text about. */
const FRAME = { height: 60, weight: 0.25, inset: 5 }
const MOST_SAID = 20

/** A figure in the middle of the type area, scaled to it, with its caption below; a frame where there is no image. */
export function figureRows(job: Job, block: FigureBlock): readonly Row[] {
  const known = job.images.get(block.path) ?? 'image-missing'
  const row = typeof known === 'string' ? frameRow(job, block, known) : imageRow(job, block, known)
  if (block.caption === undefined) return [row]
  const caption = pieceOf(job, block.caption, freeStyle('仿宋', SIZES.四号), 'caption', block.at)
  return [row, ...textRows(job, [caption], captionShape(job))]
}

function imageRow(job: Job, block: FigureBlock, size: ImageSize): Row {
  const source = job.source(block.at)
  if (size.lost?.length) job.report('image-incomplete', source, block.path, size.lost.join('、'))
  if (size.simplified?.length) job.report('image-simplified', source, block.path, size.simplified.join('、'))
  const most = Math.min(FIGURE_HEIGHT, job.width * 0.8)
  const widest = Math.min(job.width, size.most ?? job.width)
  const scale = Math.min(widest / size.width, most / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  const left = (job.width - width) / 2
  const of = {
    image: block.path,
    alt: block.caption ?? '',
    ...(size.key === undefined ? {} : { key: size.key }),
    ...(source ? { source } : {}),
  }
  return {
    ...placed(job, block, { left, width, height }),
    draw: (x, y) => [{ kind: 'image', rect: { x: x + left, y, width, height }, ...of }],
    tag: 'Figure',
  }
}

/** What an editor can see and what a signature must not be put under: the build refuses. */
function frameRow(job: Job, block: FigureBlock, fault: ImageFault): Row {
  job.report('image-unprinted', job.source(block.at), block.path, fault)
  const words = pieceOf(
    job,
    `图片“${shortened(block.path)}”没有印出`,
    freeStyle('仿宋', SIZES.四号),
    'figure',
    block.at,
  )
  const { height, inset } = FRAME
  const middle = (height - ptToMm(SIZES.四号)) / 2 + baselineOf(ptToMm(SIZES.四号))
  return {
    ...placed(job, block, { left: 0, width: job.width, height }),
    draw(x, y): readonly DisplayItem[] {
      const said = fitWord(job, words, { centre: x + job.width / 2 }, y + middle, job.width - 2 * inset)
      return [...edges(x, y, job.width, height), ...said]
    },
    tag: 'P',
  }
}

/** The end of a path says most. */
function shortened(path: string): string {
  const characters = [...path]
  return characters.length > MOST_SAID ? `…${characters.slice(-MOST_SAID).join('')}` : path
}

function placed(job: Job, block: FigureBlock, { left, width, height }: Record<'left' | 'width' | 'height', Mm>) {
  const source = job.source(block.at)
  return {
    height,
    before: job.leading,
    after: job.leading,
    marks: [{ element: 'figure', rect: { x: left, y: 0, width, height }, ...(source ? { source } : {}) }],
    block,
    text: true,
    keepNext: block.caption !== undefined,
  }
}

function edges(x: Mm, y: Mm, width: Mm, height: Mm): readonly Line[] {
  const [right, bottom] = [x + width, y + height]
  const line = (x1: Mm, y1: Mm, x2: Mm, y2: Mm): Line => {
    return { kind: 'line', x1, y1, x2, y2, weight: FRAME.weight, colour: '黑', element: 'figure' }
  }
  return [line(x, y, right, y), line(right, y, right, bottom), line(right, bottom, x, bottom), line(x, bottom, x, y)]
}

/** Captions and notes of tables and figures: 4号, on lines of the text (practice). */
export function captionShape(job: Job, element = 'caption'): Shape {
  const height = ptToMm(SIZES.四号)
  return { ...bodyShape(job, element, 'Caption'), align: 'center', height, leading: job.leading + BODY_HEIGHT - height }
}
