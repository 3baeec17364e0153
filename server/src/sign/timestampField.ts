import type { PdfFile, PdfView } from '../pdf/file.ts'
import { isDictionary, isStream } from '../pdf/objects.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { DRAWN_SEAL } from './appearance.ts'
import type { FormField } from './fields.ts'
import type { Found } from './history.ts'
import { appearanceOf } from './newField.ts'
import { problem } from './problem.ts'

/**
 * Anybody can get a timestamp over any file. One that stands where a seal is shown would pass for the consent of an
 * organ, so its field must be its own widget, show nothing, and be none that was made for a seal.
 * A drawing is let be only where it is empty, as common programs write one for every field (iText for one without an area).
 */
export function judgeTimestampField({ field, places }: Found, file: PdfFile): readonly Finding[] {
  if (places.every(({ revision, field }) => isHidden(field, file.view(revision)))) return []
  const text = message(
    '文档时间戳占用了签章位置（{0}）、带有图形或显示在页面上，看上去像印章，而它不是任何人的签章。',
    field,
  )
  return [problem('sign-timestamp-visible', 'error', text)]
}

function isHidden({ dictionary }: FormField, view: PdfView): boolean {
  const { entries } = dictionary
  if (entries.has('Kids') || entries.has(DRAWN_SEAL) || appearanceOf(dictionary, view) !== 'none') return false
  if (!entries.has('AP')) return true
  const appearance = view.resolve(entries.get('AP'))
  const names = isDictionary(appearance) ? [...appearance.entries.keys()] : []
  return names.join() === 'N' && isDictionary(appearance) && isStream(view.resolve(appearance.entries.get('N')))
}
