import type { GongwenDocument } from '../../model/document.ts'

/** A telegram says so in its red letters or its number: 明传电报, 某发电〔2026〕1号. */
export function isTelegram({ head }: GongwenDocument): boolean {
  return /电报|发电/.test(`${String(head.issuerMark?.value ?? '')} ${String(head.docNumber?.value ?? '')}`)
}
