import { DOMParser, type Element } from '@xmldom/xmldom'
import { NAMESPACE } from './metadataXml.ts'

/** What a package says of itself. */
export interface PackageMetadata {
  /** Items of GB/T 33480 by their names, each with its values. */
  readonly items: ReadonlyMap<string, readonly string[]>
  readonly files: readonly { readonly path: string; readonly size: number }[]
  /** Digests of the log's entries. */
  readonly actions: readonly string[]
}

/** Reads 元数据.xml; undefined for anything that is not one. A document type is refused: it could stand for anything. */
export function readMetadata(text: string): PackageMetadata | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined
  let root: Element | null
  try {
    const parser = new DOMParser({
      onError: (_, problem) => {
        throw new Error(problem)
      },
    })
    root = parser.parseFromString(text, 'text/xml').documentElement
  } catch {
    return undefined
  }
  if (root?.namespaceURI !== NAMESPACE || root.localName !== '归档元数据') return undefined
  const [file] = elements(root, '文件实体')
  const items = new Map<string, readonly string[]>()
  for (const item of file ? children(file) : []) {
    const name = item.localName ?? ''
    items.set(name, [...(items.get(name) ?? []), contentOf(item)])
  }
  items.delete('文档')
  return {
    items,
    files: elements(root, '文档').map((each) => ({
      path: contentOf(elements(each, '计算机文件名')[0]),
      size: Number(contentOf(elements(each, '计算机文件大小')[0])),
    })),
    actions: elements(root, '业务标识符').map(contentOf),
  }
}

function elements(parent: Element, name: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS(NAMESPACE, name)]
}

function children(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
}

function contentOf(element: Element | undefined): string {
  return element?.textContent ?? ''
}
