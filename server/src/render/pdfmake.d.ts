/** The part of pdfmake's document (a pdfkit document) that the painter uses; the package ships no types. */
declare module 'pdfmake/js/PDFDocument.js' {
  export interface PdfReference {
    readonly id: number
    offset: number
    compress: boolean
    readonly data: Record<string, unknown>
    write(chunk: string | Uint8Array): void
    end(chunk?: string | Uint8Array): void
  }

  export interface PdfFont {
    readonly id: string
    ref(): PdfReference
    /** Glyph codes of the subset as hexadecimal digits. */
    encode(text: string): readonly [codes: readonly string[], positions: readonly unknown[]]
  }

  export interface PdfImage {
    readonly label: string
    readonly obj: PdfReference
    /** JPEG only. */
    readonly colorSpace?: string
    /** PNG only: completes the image object, after an asynchronous decoding for some. */
    finalize?: () => void
    embed(document: PDFDocument): void
  }

  export interface PdfPage {
    readonly dictionary: PdfReference
    readonly fonts: Record<string, PdfReference>
    readonly xobjects: Record<string, PdfReference>
    readonly annotations: PdfReference[]
    write(chunk: string): void
  }

  export interface PdfOutline {
    readonly outlineData: { Count?: number }
    readonly children: readonly PdfOutline[]
    addItem(title: string, options: { pageNumber: number; top: number; left: number }): PdfOutline
  }

  export interface PdfFiles {
    existsSync(name: string): boolean
    readFileSync(name: string): Uint8Array
  }

  export default class PDFDocument {
    constructor(
      fonts: Readonly<Record<string, { normal: string }>>,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs: PdfFiles,
      localAccessPolicy: (path: string) => boolean,
    )
    readonly page: PdfPage
    readonly outline: PdfOutline
    readonly _root: PdfReference & {
      readonly data: { readonly Pages: { readonly data: { readonly Kids: readonly PdfReference[] } } }
    }
    /** Length of the file so far. */
    _offset: number
    _write(data: string | Uint8Array): void
    _refEnd(reference: PdfReference): void
    addPage(options: { size: readonly [width: number, height: number]; margin: number }): this
    provideFont(family: string, bold: boolean, italics: boolean): PdfFont
    openImage(bytes: ArrayBuffer): PdfImage
    ref(data: object): PdfReference
    file(bytes: ArrayBuffer, options: object): PdfReference
    end(): void
  }
}
