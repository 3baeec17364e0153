import type { PdfReference } from 'pdfmake/js/PDFDocument.js'
import type { Paper } from './paper.ts'
import type { MarkedContent, Structure, StructureElement } from './structure.ts'

/** Writes the structure of a document whose pages are made (ISO 32000-1, 14.7). */
export function addStructureTree(paper: Paper, { root, pages }: Structure): void {
  const references = new Map<StructureElement, PdfReference>()
  const sheets = paper._root.data.Pages.data.Kids
  const tree = paper.ref({ Type: 'StructTreeRoot' })
  const write = (element: StructureElement, parent: PdfReference): PdfReference => {
    const reference = paper.ref({})
    references.set(element, reference)
    const kids = element.kids.map((kid) => ('tag' in kid ? write(kid, reference) : contentOf(kid, sheets)))
    paper.put(reference, `<</S/${element.tag}/P ${parent}${attributesOf(element)}/K[${kids.join(' ')}]>>`)
    return reference
  }
  tree.data.K = write(root, tree)
  tree.data.ParentTree = paper.ref({})
  tree.data.ParentTreeNextKey = pages.length
  const owners = pages.map((page, index) => `${index}[${page.owners.map((owner) => references.get(owner)).join(' ')}]`)
  paper.put(tree.data.ParentTree as PdfReference, `<</Nums[${owners.join('')}]>>`)
  paper._root.data.StructTreeRoot = tree
}

function contentOf({ page, mark }: MarkedContent, sheets: readonly PdfReference[]): string {
  return `<</Type/MCR/Pg ${sheets[page]}/MCID ${mark}>>`
}

function attributesOf({ alt, cell }: StructureElement): string {
  const spans =
    cell === undefined
      ? ''
      : (cell.columns > 1 ? `/ColSpan ${cell.columns}` : '') +
        (cell.rows > 1 ? `/RowSpan ${cell.rows}` : '') +
        (cell.head ? '/Scope/Column' : '')
  return (alt === undefined ? '' : `/Alt<${utf16(alt)}>`) + (spans === '' ? '' : `/A<</O/Table${spans}>>`)
}

/** A text string as hexadecimal digits of UTF-16 with its byte order mark. */
function utf16(text: string): string {
  let digits = 'FEFF'
  for (let i = 0; i < text.length; i++) digits += text.charCodeAt(i).toString(16).padStart(4, '0')
  return digits
}
