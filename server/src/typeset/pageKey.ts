import type { DisplayItem } from './pages.ts'

const PRIME = 0x01000193

/** A digest of what is drawn, without sources: equal key, equal picture. FNV-1a twice over text and hundredths of mm. */
export function pageKey(items: readonly DisplayItem[]): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  const eat = (value: number) => {
    a = Math.imul(a ^ value, PRIME)
    b = Math.imul(b ^ (value + 0x9e37), PRIME)
  }
  const eatText = (text: string) => {
    eat(text.length)
    for (let i = 0; i < text.length; i++) eat(text.charCodeAt(i))
  }
  const eatNumber = (value: number) => eat(Math.round(value * 1000))
  const eatItem = (item: DisplayItem): void => {
    eatText(item.kind)
    switch (item.kind) {
      case 'run':
        eatText(item.text)
        eatText(item.face)
        eatText(item.colour)
        for (const value of [item.size, item.pitch, item.x, item.baseline, item.scale ?? 1]) eatNumber(value)
        break
      case 'line':
        eatText(item.colour)
        for (const value of [item.x1, item.y1, item.x2, item.y2, item.weight]) eatNumber(value)
        break
      case 'path':
        eatText(item.d + (item.fill ?? ''))
        eatNumber(item.stroke ?? -1)
        break
      case 'image':
        eatText(item.image)
        for (const value of [item.rect.x, item.rect.y, item.rect.width, item.rect.height]) eatNumber(value)
        break
      case 'turned':
        eatNumber(item.about.x)
        eatNumber(item.about.y)
        item.items.forEach(eatItem)
    }
  }
  items.forEach(eatItem)
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}
