import pdfmakeModule, { type PdfFiles, type PdfReference } from 'pdfmake/js/PDFDocument.js'
import { type PaperInfo, xmpOf } from './xmp.ts'

// A CommonJS module with a `default` property: Node hands over the whole module, bundlers the property.
const PdfmakeDocument = (pdfmakeModule as unknown as { default?: typeof pdfmakeModule }).default ?? pdfmakeModule

/** pdfmake's document: offline, with metadata that XML can hold and a form that holds signature fields only. */
export class Paper extends PdfmakeDocument {
  private readonly fields: PdfReference[] = []

  constructor(fonts: ReadonlyMap<string, Uint8Array>, info: PaperInfo, conformance: 'PDF/A-2b' | 'PDF/A-3b') {
    const descriptors = Object.fromEntries([...fonts.keys()].map((name) => [name, { normal: name }]))
    const files: PdfFiles = {
      existsSync: (name) => fonts.has(name),
      readFileSync: (name) => fonts.get(name)!,
    }
    const options = {
      pdfVersion: '1.7',
      subset: conformance,
      lang: 'zh-CN',
      displayTitle: true,
      autoFirstPage: false,
      fontLayoutCache: false,
      info,
      font: null,
    }
    super(descriptors, {}, {}, {}, options, files, () => false)
  }

  /** Adds a field of the form whose dictionary is also its only widget. */
  addField(field: PdfReference): void {
    this.fields.push(field)
  }

  /** Called by pdfkit. Its own version writes titles into XML as they are, `&` and `<` included. */
  protected _addInfo(): void {
    this.appendXML(xmpOf(this.info as unknown as PaperInfo))
  }

  /** Called by pdfkit, whose form wants fonts: ours has no text fields. */
  protected endAcroForm(): void {}

  /** The finished file. */
  async finish(): Promise<Uint8Array> {
    if (this.fields.length > 0) {
      const form = this.ref({ Fields: this.fields })
      form.end()
      this._root.data.AcroForm = form
    }
    const chunks: Uint8Array[] = []
    const ended = new Promise<void>((resolve, reject) => {
      this.on('data', (chunk) => chunks.push(chunk))
      this.on('error', reject)
      this.on('end', resolve)
    })
    this.end()
    await ended
    const file = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
    let position = 0
    for (const chunk of chunks) {
      file.set(chunk, position)
      position += chunk.length
    }
    return file
  }
}
