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
  type PdfReference,
  withEntries,
} from '../pdf/objects.ts'
import { readPages } from '../pdf/pages.ts'
import type { Update } from '../pdf/update.ts'
import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { visibleText } from '../text/visible.ts'
import { addSeal, drawnSeal, type Size } from './appearance.ts'
import type { Certificate } from './certificate.ts'
import { type FormField, formOf, isEmpty, readFields } from './fields.ts'
import { addToList, appended } from './lists.ts'
import { isHeldBy, signatoryOf } from './signatory.ts'
import { addStraddlingSeal } from './straddle.ts'
import { textString } from './textString.ts'

/** Where to sign and what to show there. */
export interface SignaturePlace {
  /** Name of the field; when absent the empty one of the organ, of the certificate's holder, or the first one. */
  readonly field?: string
  /** 署名 beside which to sign: the empty field that the typesetter left for this organ. */
  readonly organ?: string
  /** Instead of an empty field: 0-based page, lower left corner and size in points. Without it: invisible. */
  readonly place?: { readonly page: number; readonly rect: readonly [number, number, number, number] }
  /** PNG or SVG of a seal instead of the drawn one. */
  readonly seal?: Uint8Array
  /** 骑缝章: the seal again, over the right edges of all pages. */
  readonly straddle?: true
}

/** Annotation flags Print and Locked are set, Invisible, Hidden and NoView cleared (ISO 32000-1 table 165). */
const SHOWN = 4 | 128
const HIDDEN = 1 | 2 | 32

/**
 * Ties a signature value to a field: an existing empty one, or a new one.
 * @returns name of the field
 * @throws Failure `sign-field-…`, `sign-organ-missing`, `sign-page`, `sign-seal-missing`, `sign-seal-image`, `sign-straddle-…`
 */
export function placeSignature(
  update: Update,
  view: PdfView,
  value: PdfReference,
  place: SignaturePlace,
  signer: Certificate,
): string {
  const fields = readFields(view)
  const field = chooseField(fields, view, place, signer)
  if (field) fillField(update, field, value, place.seal)
  const title = field?.name ?? unusedName(fields, '签章')
  const target = field?.target ?? addField(update, view, value, title, place)
  updateForm(update, view, field ? undefined : target)
  if (place.straddle) addStraddlingSeal(update, view, target, place.seal)
  return title
}

/** Ties a document timestamp to a field of its own, which shows nothing. @returns name of the field */
export function placeTimestamp(update: Update, view: PdfView, value: PdfReference): string {
  const title = unusedName(readFields(view), '时间戳')
  updateForm(update, view, addField(update, view, value, title, {}))
  return title
}

/** Whether a signature would be seen on a page: there is an empty field for it, or a place was named. */
export function isShown(view: PdfView, { place }: SignaturePlace): boolean {
  if (place) return true
  return readFields(view).some((field) => field.type === 'Sig' && isEmpty(field, view))
}

function chooseField(
  fields: readonly FormField[],
  view: PdfView,
  { field: wanted, organ, place: explicit }: SignaturePlace,
  signer: Certificate,
): FormField | undefined {
  const signatures = fields.filter(({ type }) => type === 'Sig')
  if (wanted === undefined) {
    // Who names a page and a place on it means just that.
    if (explicit && organ === undefined) return undefined
    const empty = signatures.filter((field) => isEmpty(field, view))
    if (organ !== undefined) return fieldOfOrgan(empty, view, organ)
    return empty.find((field) => isHeldBy(signer, signatoryOf(field, view))) ?? empty[0]
  }
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

function fieldOfOrgan(empty: readonly FormField[], view: PdfView, organ: string): FormField {
  const field = empty.find((each) => signatoryOf(each, view) === organ)
  if (field) return field
  const organs = empty.flatMap((each) => signatoryOf(each, view) ?? [])
  throw new Failure(
    'sign-organ-missing',
    organs.length > 0
      ? message(
          '没有留给“{0}”的空签章位置，现有：{1}。',
          organ,
          organs.map((each) => `“${visibleText(each)}”`).join('、'),
        )
      : message('没有留给“{0}”的空签章位置，可能都签过了。', organ),
  )
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

function unusedName(fields: readonly FormField[], stem: string): string {
  const used = new Set(fields.map(({ name }) => name.split('.')[0]))
  let number = 1
  while (used.has(`${stem}${number}`)) number++
  return `${stem}${number}`
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
