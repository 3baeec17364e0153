import type { PdfView } from '../pdf/file.ts'
import {
  array,
  dictionary,
  integerOf,
  isArray,
  isDictionary,
  isReference,
  name,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
  withEntries,
} from '../pdf/objects.ts'
import { readPages } from '../pdf/pages.ts'
import type { Update } from '../pdf/update.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { addSeal, drawnSeal, type Size } from './appearance.ts'
import { type FormField, formOf, isEmpty, readFields } from './fields.ts'
import { textString } from './textString.ts'

/** Where to sign and what to show there. */
export interface SignaturePlace {
  /** Name of the field; the first empty one when absent. */
  readonly field?: string
  /** Used when the file has no empty field: 0-based page, lower left corner and size in points. Without it: invisible. */
  readonly place?: { readonly page: number; readonly rect: readonly [number, number, number, number] }
  /** PNG or SVG of a seal instead of the drawn one. */
  readonly seal?: Uint8Array
}

/** Annotation flags Print and Locked are set, Invisible, Hidden and NoView cleared (ISO 32000-1 table 165). */
const SHOWN = 4 | 128
const HIDDEN = 1 | 2 | 32

/**
 * Ties a signature value to a field: an existing empty one, or a new one.
 * @returns name of the field
 * @throws Failure `sign-field-missing`, `sign-field-filled`, `sign-page`, `sign-seal-missing`, `sign-seal-image`
 */
export function placeSignature(update: Update, view: PdfView, value: PdfReference, place: SignaturePlace): string {
  const fields = readFields(view)
  const field = chooseField(fields, view, place.field)
  if (field) fillField(update, field, value, place.seal)
  const title = field?.name ?? unusedName(fields)
  updateForm(update, view, field ? undefined : addField(update, view, value, title, place))
  return title
}

function chooseField(fields: readonly FormField[], view: PdfView, wanted: string | undefined): FormField | undefined {
  const signatures = fields.filter(({ type }) => type === 'Sig')
  if (wanted === undefined) return signatures.find((field) => isEmpty(field, view))
  const field = signatures.find(({ name }) => name === wanted)
  if (!field)
    throw new Failure(
      'sign-field-missing',
      signatures.length > 0
        ? message(
            '文件里没有名为“{0}”的签章位置，现有：{1}。',
            wanted,
            signatures.map(({ name }) => `“${visibleText(name)}”`).join('、'),
          )
        : message('文件里没有名为“{0}”的签章位置，也没有别的签章位置。', wanted),
    )
  if (!isEmpty(field, view))
    throw new Failure('sign-field-filled', message('签章位置“{0}”已经签过章，不能重复签。', wanted))
  return field
}

function fillField(update: Update, field: FormField, value: PdfReference, seal: Uint8Array | undefined): void {
  update.replace(field.target, withEntries(field.dictionary, { V: value }))
  for (const target of field.widgets.length > 0 ? field.widgets : [field.target]) {
    const widget = update.read(target)
    if (isDictionary(widget)) update.replace(target, showSeal(update, widget, seal))
  }
}

function showSeal(update: Update, widget: PdfDictionary, seal: Uint8Array | undefined): PdfDictionary {
  const flags = ((integerOf(update.read(widget.entries.get('F'))) ?? 0) | SHOWN) & ~HIDDEN
  const size = sizeOf(update, widget)
  const shown = seal && size ? addSeal(update, seal, size) : drawnSeal(widget)
  return withEntries(widget, shown ? { F: flags, AP: dictionary({ N: shown }) } : { F: flags })
}

/** Size of the widget; undefined for one that shows nothing. */
function sizeOf(update: Update, widget: PdfDictionary): Size | undefined {
  const rect = update.read(widget.entries.get('Rect'))
  const numbers = isArray(rect) ? rect.items.map((item) => Number(update.read(item))) : []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers
  const size = { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
  return size.width > 0 && size.height > 0 ? size : undefined
}

function unusedName(fields: readonly FormField[]): string {
  const used = new Set(fields.map(({ name }) => name.split('.')[0]))
  let number = 1
  while (used.has(`签章${number}`)) number++
  return `签章${number}`
}

function addField(
  update: Update,
  view: PdfView,
  value: PdfReference,
  title: string,
  { place, seal }: SignaturePlace,
): PdfReference {
  const page = readPages(view)[place?.page ?? 0]
  if (!page)
    throw new Failure('sign-page', message('文件没有第 {0} 页，无法在那里签章。请核对页码。', (place?.page ?? 0) + 1))
  const [x, y, width, height] = place?.rect ?? [0, 0, 0, 0]
  if (place && !(width > 0 && height > 0))
    throw new Failure('sign-page', message('签章位置的宽和高都应大于 0。请重新指定位置。'))
  if (place && !seal)
    throw new Failure(
      'sign-seal-missing',
      message('要在页面上显示签章，请同时给出印章图片（PNG、SVG 或电子印章）；不给位置则签成不显示的签名。'),
    )
  const shown = seal && place && addSeal(update, seal, { width, height })
  const field = update.add(
    dictionary({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString(title),
      F: SHOWN,
      Rect: array([x, y, x + width, y + height]),
      P: page,
      V: value,
      AP: shown && dictionary({ N: shown }),
    }),
  )
  addToList(update, page, 'Annots', field)
  return field
}

/** Appends to an array that stands in a dictionary or as an object of its own. */
function addToList(update: Update, owner: PdfReference, key: string, item: PdfReference): void {
  const dictionary = update.read(owner)
  if (!isDictionary(dictionary)) return
  const entry = dictionary.entries.get(key)
  const list = appended(update.read(entry), item)
  if (isReference(entry)) update.replace(entry, list)
  else update.replace(owner, withEntries(dictionary, { [key]: list }))
}

function appended(list: PdfObject, item: PdfReference): PdfObject {
  return array([...(isArray(list) ? list.items : []), item])
}

/** Sets SigFlags to SignaturesExist and AppendOnly, and lists a new field. */
function updateForm(update: Update, view: PdfView, added: PdfReference | undefined): void {
  const form = formOf(view)
  if (form && !added && form.entries.get('SigFlags') === 3) return
  const root = view.trailer.entries.get('Root')
  const catalog = update.read(root)
  if (!isReference(root) || !isDictionary(catalog)) return
  const fields = form?.entries.get('Fields')
  if (added && isReference(fields)) update.replace(fields, appended(update.read(fields), added))
  const list = added && !isReference(fields) ? appended(fields ?? null, added) : fields
  const changed = withEntries(form ?? dictionary({}), { SigFlags: 3, Fields: list })
  const place = catalog.entries.get('AcroForm')
  if (form && isReference(place)) update.replace(place, changed)
  else update.replace(root, withEntries(catalog, { AcroForm: changed }))
}
