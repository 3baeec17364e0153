import { isBox, isDivider } from './directiveNames.ts'

/** What pairing needs to know of a node, be it one of mdast or a block. */
export interface BoxTree<N> {
  type(node: N): string
  name(node: N): string | undefined
  /** Number of colons of an opening or closing line. */
  colons(node: N): number
  box(opening: N, children: N[], closing: N | undefined): N
}

/** What {@link pairBoxes} hands back. */
export interface Pairing<N> {
  readonly nodes: readonly N[]
  /** Opening lines that nothing closes. */
  readonly unclosed: readonly N[]
  /** Closing lines that close nothing. */
  readonly stray: readonly N[]
}

interface OpenBox<N> {
  readonly opening: N
  readonly children: N[]
}

/**
 * Takes flat nodes in order and pairs opening with closing lines. A box also ends before a divider and before a box of
 * its own name, so that a forgotten closing line never swallows an attachment and no text nests deep.
 */
export function pairBoxes<N>(tree: BoxTree<N>): { add(node: N): void; isOpen(): boolean; finish(): Pairing<N> } {
  const nodes: N[] = []
  const unclosed: N[] = []
  const stray: N[] = []
  const open: OpenBox<N>[] = []

  function close(closing: N | undefined): void {
    const { opening, children } = open.pop() as OpenBox<N>
    if (!closing) unclosed.push(opening)
    const target = open.at(-1)?.children ?? nodes
    target.push(tree.box(opening, children, closing))
  }

  function closeWith(closing: N): void {
    const colons = tree.colons(closing)
    const sizes = open.map((each) => Math.max(3, tree.colons(each.opening)))
    const same = sizes.lastIndexOf(colons)
    const index = same >= 0 ? same : sizes.findIndex((size) => size <= colons)
    if (index < 0) {
      stray.push(closing)
      return
    }
    while (open.length > index + 1) close(undefined)
    close(closing)
  }

  return {
    add(node) {
      const type = tree.type(node)
      const name = tree.name(node) ?? ''
      if (type === 'boxEnd') {
        closeWith(node)
      } else if (type === 'leafDirective' && isBox(name)) {
        const same = open.findIndex((each) => tree.name(each.opening) === name)
        while (same >= 0 && open.length > same) close(undefined)
        open.push({ opening: node, children: [] })
      } else {
        if (type === 'leafDirective' && isDivider(name)) while (open.length > 0) close(undefined)
        ;(open.at(-1)?.children ?? nodes).push(node)
      }
    },
    isOpen: () => open.length > 0,
    finish() {
      while (open.length > 0) close(undefined)
      return { nodes, unclosed, stray }
    },
  }
}
