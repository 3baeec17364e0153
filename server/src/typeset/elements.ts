import type { Element, GongwenDocument } from '../model/document.ts'

type AnyElement = Element<string, unknown>

/** The texts of an element whose value is one text or a list of texts; empty ones left out. */
export function textsOf(element: AnyElement | undefined): readonly string[] {
  const value = element?.value
  const texts = Array.isArray(value) ? value : [value]
  return texts
    .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    .map((text) => text.trim())
}

/** The first text of an element, empty when there is none. */
export function textOfElement(element: AnyElement | undefined): string {
  return textsOf(element)[0] ?? ''
}

/** 加盖印章, 不加盖印章, 签名章 or 无: as written, else what is usual for the format and the genre. */
export function signatureForm(document: GongwenDocument): string {
  const written = textOfElement(document.head.signatureForm)
  if (written !== '') return written
  if (document.format === '命令') return '签名章'
  if (document.format === '纪要') return '无'
  if (['决议', '公报', '纪要'].includes(document.genre?.value ?? '')) return '无'
  return document.head.signedBy ? '签名章' : '加盖印章'
}
