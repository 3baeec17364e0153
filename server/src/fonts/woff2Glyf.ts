/**
 * The outlines of a WOFF2 file (W3C Recommendation, 5.1 to 5.3) as the tables glyf and loca. The mark of overlapping
 * contours, which our packer does not keep, is lost: some rasterizers smooth edges otherwise, the outlines are the same.
 */

/** A stream that is read from its start. */
interface Stream {
  readonly view: DataView
  at: number
}

interface Sink {
  bytes: Uint8Array
  length: number
}

/** Points of one glyph: absolute places, and whether each lies on the curve. Grows with the largest glyph. */
interface Outline {
  x: Int16Array
  y: Int16Array
  on: Uint8Array
  ends: number[]
  count: number
}

const ON_CURVE = 1
const X_SHORT = 2
const Y_SHORT = 4
const REPEAT = 8
const X_SAME_OR_PLUS = 16
const Y_SAME_OR_PLUS = 32

/** Of a component. */
const WORDS = 0x01
const SCALE = 0x08
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80
const INSTRUCTED = 0x100

/** @param table the transformed table; @returns loca in its long form */
export function writeGlyf(table: Uint8Array): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const head = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const count = head.getUint16(4)
  const [contours, points, flags, glyphs, composites, boxes, instructions] = streamsOf(table, head)
  const bitmap = boxes.view
  boxes.at = ((count + 31) >> 5) << 2
  const sink: Sink = { bytes: new Uint8Array(table.length * 2), length: 0 }
  const loca = new DataView(new ArrayBuffer(4 * (count + 1)))
  const outline: Outline = {
    x: new Int16Array(512),
    y: new Int16Array(512),
    on: new Uint8Array(512),
    ends: [],
    count: 0,
  }
  for (let glyph = 0; glyph < count; glyph++) {
    loca.setUint32(4 * glyph, sink.length)
    const many = int16(contours)
    if (many === 0) continue
    const boxed = ((bitmap.getUint8(glyph >> 3) >> (7 - (glyph & 7))) & 1) === 1
    if (many < 0) writeComposite(sink, composites, glyphs, boxes, instructions)
    else {
      readOutline(outline, many, points, flags, glyphs)
      writeOutline(sink, outline, boxed ? boxes : undefined, instructions, short255(glyphs))
    }
    sink.length += sink.length & 1
  }
  loca.setUint32(4 * count, sink.length)
  return { glyf: sink.bytes.slice(0, sink.length), loca: new Uint8Array(loca.buffer) }
}

type Streams = readonly [Stream, Stream, Stream, Stream, Stream, Stream, Stream]

function streamsOf(table: Uint8Array, head: DataView): Streams {
  let at = 36
  return Array.from({ length: 7 }, (_, index): Stream => {
    const length = head.getUint32(8 + 4 * index)
    const view = new DataView(table.buffer, table.byteOffset + at, length)
    at += length
    return { view, at: 0 }
  }) as unknown as Streams
}

function readOutline(outline: Outline, contours: number, points: Stream, flags: Stream, glyphs: Stream): void {
  outline.ends = []
  let count = 0
  for (let contour = 0; contour < contours; contour++) {
    count += short255(points)
    outline.ends.push(count - 1)
  }
  outline.count = count
  if (count > outline.x.length) {
    outline.x = new Int16Array(2 * count)
    outline.y = new Int16Array(2 * count)
    outline.on = new Uint8Array(2 * count)
  }
  let [x, y] = [0, 0]
  for (let point = 0; point < count; point++) {
    const flag = byte(flags)
    const code = flag & 0x7f
    // 5.2: the code says how many bytes follow and what they mean.
    if (code < 10) y += signed(code, ((code & 14) << 7) + byte(glyphs))
    else if (code < 20) x += signed(code, (((code - 10) & 14) << 7) + byte(glyphs))
    else if (code < 84) {
      const [high, low] = [code - 20, byte(glyphs)]
      x += signed(code, 1 + (high & 0x30) + (low >> 4))
      y += signed(code >> 1, 1 + ((high & 0x0c) << 2) + (low & 0x0f))
    } else if (code < 120) {
      const high = code - 84
      x += signed(code, 1 + (Math.floor(high / 12) << 8) + byte(glyphs))
      y += signed(code >> 1, 1 + (((high % 12) >> 2) << 8) + byte(glyphs))
    } else if (code < 124) {
      const [first, middle, last] = [byte(glyphs), byte(glyphs), byte(glyphs)]
      x += signed(code, (first << 4) + (middle >> 4))
      y += signed(code >> 1, ((middle & 0x0f) << 8) + last)
    } else {
      x += signed(code, uint16(glyphs))
      y += signed(code >> 1, uint16(glyphs))
    }
    outline.x[point] = x
    outline.y[point] = y
    outline.on[point] = flag >> 7 === 0 ? ON_CURVE : 0
  }
}

function signed(code: number, value: number): number {
  return (code & 1) === 1 ? value : -value
}

function writeOutline(
  sink: Sink,
  { x, y, on, ends, count }: Outline,
  box: Stream | undefined,
  instructions: Stream,
  instructionLength: number,
): void {
  room(sink, 16 + 2 * ends.length + instructionLength + 5 * count)
  put16(sink, ends.length)
  if (box) copy(sink, box, 8)
  else putBox(sink, x.subarray(0, count), y.subarray(0, count))
  for (const end of ends) put16(sink, end)
  put16(sink, instructionLength)
  copy(sink, instructions, instructionLength)
  putFlags(sink, x, y, on, count)
  putSteps(sink, x, count)
  putSteps(sink, y, count)
}

function putBox(sink: Sink, x: Int16Array, y: Int16Array): void {
  let [left, low, right, high] = [0, 0, 0, 0]
  for (let point = 0; point < x.length; point++) {
    const [across, up] = [x[point] as number, y[point] as number]
    if (point === 0) [left, right, low, high] = [across, across, up, up]
    if (across < left) left = across
    if (across > right) right = across
    if (up < low) low = up
    if (up > high) high = up
  }
  for (const value of [left, low, right, high]) put16(sink, value)
}

function putFlags(sink: Sink, x: Int16Array, y: Int16Array, on: Uint8Array, count: number): void {
  let [last, repeats] = [-1, 0]
  for (let point = 0; point < count; point++) {
    const dx = (x[point] as number) - (point === 0 ? 0 : (x[point - 1] as number))
    const dy = (y[point] as number) - (point === 0 ? 0 : (y[point - 1] as number))
    const flag = (on[point] as number) | flagOf(dx, X_SHORT, X_SAME_OR_PLUS) | flagOf(dy, Y_SHORT, Y_SAME_OR_PLUS)
    if (flag === last && repeats < 255) {
      repeats++
      if (repeats === 1) {
        sink.bytes[sink.length - 1] = flag | REPEAT
        sink.length++
      }
      sink.bytes[sink.length - 1] = repeats
    } else {
      sink.bytes[sink.length++] = flag
      last = flag
      repeats = 0
    }
  }
}

function flagOf(step: number, short: number, sameOrPlus: number): number {
  if (step === 0) return sameOrPlus
  if (step > -256 && step < 256) return step > 0 ? short | sameOrPlus : short
  return 0
}

function putSteps(sink: Sink, places: Int16Array, count: number): void {
  let last = 0
  for (let point = 0; point < count; point++) {
    const step = (places[point] as number) - last
    last = places[point] as number
    if (step === 0) continue
    if (step > -256 && step < 256) sink.bytes[sink.length++] = Math.abs(step)
    else put16(sink, step)
  }
}

function writeComposite(sink: Sink, composites: Stream, glyphs: Stream, boxes: Stream, instructions: Stream): void {
  room(sink, 10)
  put16(sink, -1)
  copy(sink, boxes, 8)
  let flags = MORE
  let instructed = false
  while ((flags & MORE) !== 0) {
    flags = composites.view.getUint16(composites.at)
    const scales = (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0
    copy(sink, composites, 4 + ((flags & WORDS) !== 0 ? 4 : 2) + scales)
    instructed ||= (flags & INSTRUCTED) !== 0
  }
  if (!instructed) return
  const length = short255(glyphs)
  room(sink, 2)
  put16(sink, length)
  copy(sink, instructions, length)
}

function byte(stream: Stream): number {
  return stream.view.getUint8(stream.at++)
}

function uint16(stream: Stream): number {
  stream.at += 2
  return stream.view.getUint16(stream.at - 2)
}

function int16(stream: Stream): number {
  stream.at += 2
  return stream.view.getInt16(stream.at - 2)
}

/** 255UInt16 (4.1): small numbers in one byte. */
function short255(stream: Stream): number {
  const code = byte(stream)
  if (code === 253) return uint16(stream)
  if (code === 254) return 506 + byte(stream)
  return code === 255 ? 253 + byte(stream) : code
}

function room(sink: Sink, more: number): void {
  if (sink.length + more <= sink.bytes.length) return
  const larger = new Uint8Array(2 * (sink.length + more))
  larger.set(sink.bytes.subarray(0, sink.length))
  sink.bytes = larger
}

function put16(sink: Sink, value: number): void {
  sink.bytes[sink.length++] = (value >> 8) & 0xff
  sink.bytes[sink.length++] = value & 0xff
}

function copy(sink: Sink, from: Stream, length: number): void {
  room(sink, length)
  for (let index = 0; index < length; index++) sink.bytes[sink.length++] = byte(from)
}
