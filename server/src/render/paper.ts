import pdfmakeModule, { type PdfFiles, type PdfReference } from 'pdfmake/js/PDFDocument.js'
import { type PaperDescription, xmpOf } from './xmp.ts'

// A CommonJS module with a `default` property: Node hands over the whole module, bundlers the property.
const PdfmakeDocument = (pdfmakeModule as unknown as { default?: typeof pdfmakeModule }).default ?? pdfmakeModule

/** pdfmake's document: offline, with metadata that XML can hold and a form that holds signature fields only. */
export class Paper extends PdfmakeDocument {
  private readonly fields: PdfReference[] = []
  /** The file so far. Declared, not initialised: pdfkit writes before this class has its fields. */
  declare private parts: (string | Uint8Array)[] | undefined

  constructor(
    fonts: ReadonlyMap<string, Uint8Array>,
    private readonly description: PaperDescription,
  ) {
    const descriptors = Object.fromEntries([...fonts.keys()].map((name) => [name, { normal: name }]))
    const files: PdfFiles = {
      existsSync: (name) => fonts.has(name),
      readFileSync: (name) => fonts.get(name)!,
    }
    const options = {
      pdfVersion: '1.7',
      subset: `PDF/A-${description.part}b`,
      lang: 'zh-CN',
      displayTitle: true,
      autoFirstPage: false,
      fontLayoutCache: false,
      info: description.info,
      font: null,
    }
    super(descriptors, {}, {}, {}, options, files, () => false)
  }

  /** Adds a field of the form whose dictionary is also its only widget. */
  addField(field: PdfReference): void {
    this.fields.push(field)
  }

  /** Says that all content is marked; to be called before the first page (ISO 32000-1, 14.8). */
  beginStructure(): void {
    this._root.data.MarkInfo = this.ref({ Marked: true })
  }

  /** Writes an object as it is: for the many small ones, which pdfkit would put together key by key. */
  put(reference: PdfReference, body: string): void {
    reference.offset = this._offset
    this._write(`${reference.id} 0 obj\n${body}\nendobj`)
    this._refEnd(reference)
  }

  /** Called by pdfkit. Its own version goes through a stream of Node for every line. */
  _write(data: string | Uint8Array): void {
    this.parts ??= []
    const part = typeof data === 'string' ? `${data}\n` : data
    this.parts.push(part)
    this._offset += part.length
  }

  /** Called by pdfkit. Its own version writes titles into XML as they are, `&` and `<` included. */
  protected endMetadata(): void {
    const packet = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    packet.compress = false
    packet.end(new TextEncoder().encode(xmpOf(this.description)))
    this._root.data.Metadata = packet
  }

  /** Called by pdfkit, whose form wants fonts: ours has no text fields. */
  protected endAcroForm(): void {}

  /** The finished file. */
  finish(): Uint8Array {
    if (this.fields.length > 0) {
      const form = this.ref({ Fields: this.fields })
      form.end()
      this._root.data.AcroForm = form
    }
    this.end()
    const file = new Uint8Array(this._offset)
    let at = 0
    for (const part of this.parts ?? []) {
      if (typeof part === 'string') for (let i = 0; i < part.length; i++) file[at + i] = part.charCodeAt(i)
      else file.set(part, at)
      at += part.length
    }
    return file
  }
}
