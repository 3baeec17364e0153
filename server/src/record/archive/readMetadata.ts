import { parseXml, XmlElement } from '@rgrove/parse-xml'
import type { Message } from '../../text/finding.ts'
import { message } from '../../text/message.ts'
import { NAMESPACE } from './metadataXml.ts'

/** What a package says of itself. */
export interface PackageMetadata {
  /** Items of GB/T 33480 by their names, each with its values. */
  readonly items: ReadonlyMap<string, readonly string[]>
  readonly files: readonly { readonly path: string; readonly size: number }[]
  /** Digests of the log's entries. */
  readonly actions: readonly string[]
}

/** A declaration that lets a name stand for anything: another file, or itself a thousand times over. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i

/** Reads 元数据.xml, or says why it is not read. */
export function readMetadata(text: string | undefined): PackageMetadata | Message {
  if (text === undefined) return message('没有元数据.xml，或者它不是 UTF-8 文本。')
  if (DECLARES.test(text))
    return message('元数据.xml 里有 DOCTYPE 或者实体声明，可以借它引入别的文件、成倍地膨胀，不予读取。')
  const root = rootOf(text)
  if (!root) return message('元数据.xml 不是完整的 XML。')
  // We write one namespace, without prefixes; a name with one is none of ours.
  if (root.name !== '归档元数据' || root.attributes.xmlns !== NAMESPACE)
    return message('元数据.xml 不是归档元数据（“归档元数据”，{0}）。', NAMESPACE)
  const [file] = children(root, '文件实体')
  const items = new Map<string, readonly string[]>()
  for (const item of file ? children(file) : []) items.set(item.name, [...(items.get(item.name) ?? []), item.text])
  items.delete('文档')
  const actions = children(root, '业务实体块').flatMap((block) => children(block, '业务实体'))
  return {
    items,
    files: (file ? children(file, '文档') : []).map((each) => ({
      path: textOf(each, '计算机文件名'),
      size: Number(textOf(each, '计算机文件大小')),
    })),
    actions: actions.map((each) => textOf(each, '业务标识符')),
  }
}

function rootOf(text: string): XmlElement | null {
  try {
    return parseXml(text).root
  } catch {
    return null
  }
}

function children(parent: XmlElement, name?: string): readonly XmlElement[] {
  const elements = parent.children.filter((node): node is XmlElement => node instanceof XmlElement)
  return name === undefined ? elements : elements.filter((each) => each.name === name)
}

function textOf(parent: XmlElement, name: string): string {
  return children(parent, name)[0]?.text ?? ''
}
