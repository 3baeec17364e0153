import { fromLatin1, latin1 } from '../pdf/lexer.ts'
import { array, dictionary, name, type PdfReference, stream } from '../pdf/objects.ts'
import type { Update } from '../pdf/update.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import type { Size } from './appearance.ts'

/** More numbers than this are no seal. */
const MAX_LENGTH = 2_000_000

/** What an SVG of paths looks like: ours, and others that are as plain. */
const HEAD = /^(?:<\?xml[^>]*>\s*)?<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/
const PATH = /<path ([^>]*)\/>/g
const COLOUR = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i

/** Whether a picture is SVG. */
export function isSvg(bytes: Uint8Array): boolean {
  return HEAD.test(latin1(bytes.subarray(0, 600)))
}

/**
 * Adds a form that shows an SVG as large as fits into `size` (points), centred. Only filled paths of absolute M L C Z are
 * drawn, which is what a seal is made of; nothing else is taken, lest a seal look different here than elsewhere.
 * @throws Failure `sign-seal-image`
 */
export function addSvgSeal(update: Update, bytes: Uint8Array, size: Size): PdfReference {
  if (bytes.length > MAX_LENGTH) throw unfit('文件太大')
  const text = latin1(bytes)
  const [head = '', width, height] = HEAD.exec(text) ?? []
  const [w, h] = [Number(width), Number(height)]
  if (!(w > 0 && h > 0)) throw unfit('没有尺寸')
  const body = text.slice(head.length).replace(/<\/svg>\s*$/, '')
  const rest = body.replace(PATH, '').replace(/<defs>\s*<\/defs>/, '')
  if (rest.trim() !== '') throw unfit('除了实心路径还有别的内容')
  const scale = Math.min(size.width / w, size.height / h)
  const [x, y] = [(size.width - w * scale) / 2, (size.height - h * scale) / 2]
  const paths = [...body.matchAll(PATH)].map(([, attributes = '']) => drawPath(attributes))
  // SVG's y grows downward.
  const drawing = `q /Ink gs ${numbers(scale, 0, 0, -scale, x, y + h * scale)} cm\n${paths.join('\n')}\nQ`
  return update.add(
    stream(
      {
        Type: name('XObject'),
        Subtype: name('Form'),
        BBox: array([0, 0, size.width, size.height]),
        // As ink: what lies under the seal stays legible.
        Resources: dictionary({
          ExtGState: dictionary({ Ink: dictionary({ Type: name('ExtGState'), BM: name('Multiply') }) }),
        }),
      },
      fromLatin1(drawing),
    ),
  )
}

function unfit(why: string): Failure {
  return new Failure(
    'sign-seal-image',
    message('印章图片不能用：SVG {0}。请换用只有实心路径的 SVG，或者 PNG 图片。', message(why)),
  )
}

function drawPath(attributes: string): string {
  const given = new Map<string, string>()
  for (const [, key = '', value = ''] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) given.set(key, value)
  const [d = '', fill = '#000', move = 'translate(0 0)'] = ['d', 'fill', 'transform'].map((key) => given.get(key))
  const known = [...given.keys()].every((key) => ['d', 'fill', 'transform'].includes(key) || key.startsWith('data-'))
  const place = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(move)
  if (!known || !place) throw unfit('的路径带有不认识的属性')
  return `q ${numbers(1, 0, 0, 1, Number(place[1]), Number(place[2]))} cm ${colour(fill)} rg ${operators(d)} f Q`
}

function colour(fill: string): string {
  const channels = COLOUR.exec(fill)
    ?.slice(1)
    .filter((part) => part !== undefined)
  if (!channels) throw unfit('的颜色不认识')
  return numbers(...channels.map((part) => Number.parseInt(part.padStart(2, part), 16) / 255))
}

const OPERATORS: Readonly<Record<string, readonly [operator: string, count: number]>> = {
  M: ['m', 2],
  L: ['l', 2],
  C: ['c', 6],
  Z: ['h', 0],
}

function operators(d: string): string {
  const drawn: string[] = []
  for (const [, command = '', list = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const [operator, count] = OPERATORS[command] ?? []
    const values = (list.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    if (
      operator === undefined ||
      count === undefined ||
      (count === 0 ? values.length > 0 : values.length % count !== 0)
    )
      throw unfit('的路径有不认识的笔画')
    if (count === 0) drawn.push(operator)
    for (let at = 0; count > 0 && at < values.length; at += count)
      drawn.push(`${numbers(...values.slice(at, at + count))} ${command === 'M' && at > 0 ? 'l' : operator}`)
  }
  return drawn.join(' ')
}

/** Ten-thousandths, which JavaScript never writes with an exponent that PDF could not read. */
function numbers(...values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 1e4) / 1e4 || 0)).join(' ')
}
