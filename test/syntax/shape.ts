import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { remarkGongwen } from '../../server/src/remark.ts'
import type { Block, SyntaxTree } from '../../server/src/syntax/tree.ts'

/** All that a tree says, with offsets of the whole text: two trees that look the same here are the same. */
export interface Shape {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly children: readonly Shape[]
  readonly [field: string]: unknown
}

const FIELDS = ['depth', 'name', 'attributes', 'align', 'url', 'alt'] as const

interface MdastNode {
  readonly type: string
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } }
  readonly children?: readonly MdastNode[]
  readonly value?: string
  readonly alt?: string | null
  readonly [field: string]: unknown
}

/** Blocks of the section-wise parser. */
export function shapeOfTree(tree: SyntaxTree): readonly Shape[] {
  const front = tree.frontMatter?.blocks.map((block) => shapeOfBlock(block, 0)) ?? []
  return [
    ...front,
    ...tree.sections.flatMap((section, index) =>
      section.blocks.map((block) => shapeOfBlock(block, tree.starts[index] as number)),
    ),
  ]
}

function shapeOfBlock(block: Block, by: number): Shape {
  return {
    type: block.type,
    start: block.at.start + by,
    end: block.at.end + by,
    children: (block.children ?? []).map((child) => shapeOfBlock(child, by)),
    ...fieldsOf(block),
  }
}

/** The same of a plain unified pipeline that reads the whole text at once. */
export function shapeOfPipeline(text: string): readonly Shape[] {
  const root = unified().use(remarkParse).use(remarkGongwen).parse(text)
  return root.children.map((node) => shapeOfNode(node as unknown as MdastNode))
}

function shapeOfNode(node: MdastNode): Shape {
  return {
    type: node.type,
    start: node.position?.start.offset as number,
    end: node.position?.end.offset as number,
    children: (node.children ?? []).map(shapeOfNode),
    ...fieldsOf(node),
  }
}

function fieldsOf(
  node: { readonly type: string; readonly value?: string; readonly [field: string]: unknown } | Block,
): Record<string, unknown> {
  const record = node as unknown as Record<string, unknown>
  const fields = FIELDS.filter((field) => record[field] !== undefined && record[field] !== null).map((field) => [
    field,
    record[field],
  ])
  const value = node.type === 'comment' || node.type === 'yaml' ? [['value', record.value]] : []
  return Object.fromEntries([...fields, ...value])
}
