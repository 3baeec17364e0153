import { PNG } from 'pngjs'
import { indexedPng } from '../gallery/indexedPng.ts'

/** Sixteen levels a colour: in a screenshot nobody sees the difference between two colours of one step. */
const STEP = 17
const MOST = 256

/** The colours of one step: the most frequent of them stands for all, so that every even surface keeps its very colour. */
interface Shade {
  readonly step: number
  pixels: number
  readonly colours: Map<number, number>
}

/** The same picture in a palette, where that takes fewer bytes, else the very same file. Screenshots have no transparency. */
export function smallerPicture(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png)
  const shades = shadesOf(data)
  const kept = [...shades.values()].sort((a, b) => b.pixels - a.pixels).slice(0, MOST)
  const places = new Map([...shades.keys()].map((step) => [step, nearest(kept, step)]))
  const palette = Uint8Array.from(kept.map(usual).flatMap(parts))
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => places.get(stepOf(colourAt(data, at))) ?? 0)
  const packed = indexedPng(width, height, palette, pixels)
  return packed.length < png.length ? packed : png
}

function shadesOf(data: Buffer): ReadonlyMap<number, Shade> {
  const shades = new Map<number, Shade>()
  for (let at = 0; at < data.length / 4; at++) {
    const colour = colourAt(data, at)
    const step = stepOf(colour)
    const shade = shades.get(step) ?? { step, pixels: 0, colours: new Map<number, number>() }
    shade.pixels++
    shade.colours.set(colour, (shade.colours.get(colour) ?? 0) + 1)
    shades.set(step, shade)
  }
  return shades
}

function colourAt(data: Buffer, pixel: number): number {
  return data.readUIntBE(4 * pixel, 3)
}

function stepOf(colour: number): number {
  const [red, green, blue] = parts(colour).map((light) => Math.round(light / STEP))
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0)
}

function parts(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]
}

function usual({ colours }: Shade): number {
  const [most = [0]] = [...colours].sort(([, a], [, b]) => b - a)
  return most[0] ?? 0
}

function nearest(kept: readonly Shade[], step: number): number {
  const from = parts(step)
  const distances = kept.map((shade) =>
    parts(shade.step).reduce((sum, light, index) => sum + (light - (from[index] ?? 0)) ** 2, 0),
  )
  return distances.indexOf(Math.min(...distances))
}
