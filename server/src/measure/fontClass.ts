import type { FontRole } from '../standard/fontRole.ts'

/** Names by which foundries and systems call the classes of face; the first that fits counts. */
const CLASSES: readonly (readonly [role: FontRole, name: RegExp])[] = [
  ['小标宋', /小标宋|xiao\s?biao|xbs/i],
  ['仿宋', /仿宋|fang\s?song|simfang|fzfs|[-_]fs/i],
  ['楷体', /楷|kai/i],
  ['黑体', /黑|hei|gothic|yahei|sans\s?cjk|source\s?han\s?sans|sanscjk/i],
  ['宋体', /宋|song|ming|simsun|serif\s?cjk|serifcjk|source\s?han\s?serif/i],
  ['西文', /times|arial|helvet|courier|calibri|cambria|liberation|nimbus|dejavu|georgia|^cm[a-z]+\d|latin/i],
]

/** The class of a font by its name; undefined for a name that says nothing. */
export function fontClassOf(name: string): FontRole | undefined {
  return CLASSES.find(([, pattern]) => pattern.test(name))?.[0]
}
