/** Dividers begin a new part, which runs to the next divider or the end of the text. */
const DIVIDERS = ['附件', '印发'] as const

/** Leaves stand for themselves. */
const LEAVES = ['分页', '目录'] as const

/** Boxes hold a small block and are closed by a line of colons. */
const BOXES = ['横排', '原样'] as const

/** All names that mean something behind colons. */
export const DIRECTIVE_NAMES: readonly string[] = [...DIVIDERS, ...LEAVES, ...BOXES]

const dividers: ReadonlySet<string> = new Set(DIVIDERS)
const boxes: ReadonlySet<string> = new Set(BOXES)

/** Whether it begins another part. */
export function isDivider(name: string): boolean {
  return dividers.has(name)
}

/** Whether it has an end of its own. */
export function isBox(name: string): boolean {
  return boxes.has(name)
}
