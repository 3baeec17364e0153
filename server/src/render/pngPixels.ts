import { unzlibSync } from 'fflate'
import { joined, type Pass, type Png, passesOf, rowBytes, unpackedSize } from './png.ts'

/** Pixels of 8 bits a channel. */
export interface Pixels {
  readonly channels: 1 | 3
  readonly samples: Uint8Array
  /** What each pixel covers; undefined where all are opaque. */
  readonly alpha: Uint8Array | undefined
}

/** The pixels of a whole PNG of any kind: palette, 1 to 16 bits, with alpha or one clear colour, interlaced or not. */
export function pixelsOf(png: Png): Pixels {
  const { width, height, colourType } = png
  const rows = unzlibSync(joined(png.data), { out: new Uint8Array(unpackedSize(png)) })
  const isColoured = colourType !== 0 && colourType !== 4
  const [samples, alpha] = [new Uint8Array(width * height * (isColoured ? 3 : 1)), new Uint8Array(width * height)]
  const place = placer(png, samples, alpha)
  let at = 0
  for (const pass of passesOf(png)) {
    const size = rowBytes(png, pass.columns)
    const step = Math.max(1, (png.depth * png.channels) / 8)
    let above: Uint8Array = new Uint8Array(size)
    for (let row = 0; row < pass.rows; row++, at += 1 + size) {
      const line = rows.subarray(at + 1, at + 1 + size)
      unfilter(rows[at] ?? 0, line, above, step)
      placeRow(png, pass, row, line, place)
      above = line
    }
  }
  return { channels: isColoured ? 3 : 1, samples, alpha: alpha.every((value) => value === 255) ? undefined : alpha }
}

/** Undoes the filter of a row in place (PNG, 9.2). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? (line[at - step] as number) : 0
    const up = above[at] as number
    const corner = at >= step ? (above[at - step] as number) : 0
    line[at] = (line[at] as number) + guessed(filter, left, up, corner)
  }
}

function guessed(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Puts the channels of one pixel, as stored, at its place. */
type Place = (pixel: number, values: readonly number[]) => void

function placeRow({ width, depth, channels }: Png, pass: Pass, row: number, line: Uint8Array, place: Place): void {
  const values = new Array<number>(channels).fill(0)
  const start = (pass.top + row * pass.down) * width + pass.left
  let index = 0
  for (let column = 0; column < pass.columns; column++) {
    for (let channel = 0; channel < channels; channel++, index++) values[channel] = valueAt(line, index, depth)
    place(start + column * pass.across, values)
  }
}

function valueAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] as number
  if (depth === 16) return ((line[2 * index] as number) << 8) | (line[2 * index + 1] as number)
  const bit = index * depth
  return ((line[bit >> 3] as number) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
}

function placer(png: Png, samples: Uint8Array, alpha: Uint8Array): Place {
  const { depth, colourType, palette = new Uint8Array(), transparency } = png
  const scale = 255 / (2 ** depth - 1)
  if (colourType === 3) {
    return (pixel, [entry = 0]) => {
      for (let channel = 0; channel < 3; channel++) samples[3 * pixel + channel] = palette[3 * entry + channel] ?? 0
      alpha[pixel] = transparency?.[entry] ?? 255
    }
  }
  const colours = colourType === 0 || colourType === 4 ? 1 : 3
  const clear = colourType === 0 || colourType === 2 ? clearColour(transparency, colours) : undefined
  return (pixel, values) => {
    for (let channel = 0; channel < colours; channel++) {
      samples[colours * pixel + channel] = Math.round((values[channel] as number) * scale)
    }
    const covers = values[colours]
    if (covers !== undefined) alpha[pixel] = Math.round(covers * scale)
    else alpha[pixel] = clear?.every((value, channel) => value === values[channel]) ? 0 : 255
  }
}

function clearColour(transparency: Uint8Array | undefined, colours: number): readonly number[] | undefined {
  if (!transparency || transparency.length < 2 * colours) return undefined
  return Array.from(
    { length: colours },
    (_, at) => ((transparency[2 * at] ?? 0) << 8) | (transparency[2 * at + 1] ?? 0),
  )
}
