import type { BoxTree } from './boxes.ts'
import type { Node } from './mend.ts'
import type { Block } from './tree.ts'

/** The block of an mdast node, `by` units further on. */
export function toBlock(node: Node, by: number): Block {
  const { start, end } = node.position
  return {
    type: node.type,
    at: { start: start.offset + by, end: end.offset + by },
    ...(node.children && { children: node.children.map((child) => toBlock(child, by)) }),
    ...((node.type === 'comment' || node.type === 'yaml') && node.value !== undefined && { value: node.value }),
    ...(node.depth !== undefined && { depth: node.depth }),
    ...(node.name !== undefined && { name: node.name }),
    ...(node.attributes && { attributes: { ...node.attributes } }),
    ...(node.align && { align: node.align }),
    ...(node.url !== undefined && { url: node.url }),
    ...(node.type === 'image' && { alt: node.alt ?? '' }),
  }
}

/** Boxes of the blocks of the section that starts at `sectionStart` of `text`. */
export function blockBoxes(text: string, sectionStart: number): BoxTree<Block> {
  return {
    type: (block) => block.type,
    name: (block) => block.name,
    colons: (block) => countColons(text, sectionStart + block.at.start),
    box: (opening, children, closing) => ({
      type: 'containerDirective',
      at: { start: opening.at.start, end: (closing ?? children.at(-1) ?? opening).at.end },
      children: opening.children?.length ? [labelOf(opening), ...children] : children,
      ...(opening.name !== undefined && { name: opening.name }),
      ...(opening.attributes && { attributes: opening.attributes }),
    }),
  }
}

/** A label on a box is a paragraph of its own, as in the directives of remark: nothing written is lost. */
function labelOf(opening: Block): Block {
  const children = opening.children as readonly Block[]
  return { type: 'paragraph', at: { start: children[0]!.at.start, end: children.at(-1)!.at.end }, children }
}

/** Boxes of an mdast tree of the same text. */
export function mdastBoxes(text: string): BoxTree<Node> {
  return {
    type: (node) => node.type,
    name: (node) => node.name,
    colons: (node) => countColons(text, node.position.start.offset),
    box: (opening, children, closing) => ({
      type: 'containerDirective',
      ...(opening.name !== undefined && { name: opening.name }),
      ...(opening.attributes && { attributes: opening.attributes }),
      children: opening.children?.length ? [labelNode(opening), ...children] : children,
      position: { start: opening.position.start, end: (closing ?? children.at(-1) ?? opening).position.end },
    }),
  }
}

function labelNode(opening: Node): Node {
  const children = opening.children as Node[]
  return {
    type: 'paragraph',
    data: { directiveLabel: true },
    children,
    position: { start: children[0]!.position.start, end: children.at(-1)!.position.end },
  }
}

function countColons(text: string, start: number): number {
  let at = start
  while (text[at] === ':' || text[at] === '：') at++
  return at - start
}
