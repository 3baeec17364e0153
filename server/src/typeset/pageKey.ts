import type { DisplayItem } from './pages.ts'

const PRIME = 0x01000193

const digests = new Map<string, number>()

/** Keys of faces are long and few. */
function digestOf(face: string): number {
  let digest = digests.get(face)
  if (digest === undefined) {
    digest = 0x811c9dc5
    for (let i = 0; i < face.length; i++) digest = Math.imul(digest ^ face.charCodeAt(i), PRIME)
    digests.set(face, digest)
  }
  return digest
}

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
    eat(item.kind.charCodeAt(0))
    switch (item.kind) {
      case 'run':
        eatText(item.text)
        eat(digestOf(item.face))
        eat(item.colour.charCodeAt(0))
        for (const value of [item.size, item.pitch, item.x, item.baseline, item.scale ?? 1]) eatNumber(value)
        break
      case 'line':
        eat(item.colour.charCodeAt(0))
        for (const value of [item.x1, item.y1, item.x2, item.y2, item.weight]) eatNumber(value)
        break
      case 'path':
        eatText(item.d + (item.fill ?? ''))
        for (const value of [item.stroke ?? -1, item.at?.x ?? 0, item.at?.y ?? 0]) eatNumber(value)
        break
      case 'image':
        eatText(item.image + (item.key ?? ''))
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
