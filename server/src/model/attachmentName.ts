import type { Part } from './document.ts'

/** The name under which an attachment is listed: its title lines joined, a 副题 included, nothing behind it (7.3.4). */
export function attachmentName(part: Part): string {
  const title = (part.title?.value ?? []).join('')
  const name = (title + (part.subtitle?.value ?? '')).replace(/[，。；：、]+$/, '')
  // A title that was letter-spaced for show is not listed so.
  return name.replace(/(?:\p{Script=Han}[ \u3000]+){2,}\p{Script=Han}/gu, (spaced) => spaced.replace(/[ \u3000]/g, ''))
}
