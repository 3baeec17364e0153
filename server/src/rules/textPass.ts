/** Runs the `text` visitors over a section: each line is scanned once for trigger characters, and only rules whose characters stand in it are called. */
import type { Section } from '../syntax/tree.ts'
import type { Rule } from './rule.ts'
import type { TextLine } from './targets.ts'
import { textLines } from './textLines.ts'

/** Calls `visit` for every rule and line that may meet. */
export type TextPass = (section: Section, visit: (rule: Rule, line: TextLine) => void) => void

/** @param rules those that have a `text` visitor */
export function compileTextPass(rules: readonly Rule[]): TextPass {
  const always = rules.filter((rule) => rule.triggers === undefined)
  const triggered = rules.filter((rule) => rule.triggers !== undefined)
  const { classOf, rulesOf } = classesOf(triggered)
  const seenClass = new Uint32Array(rulesOf.length)
  const seenRule = new Uint32Array(triggered.length)
  let stamp = 0

  return (section, visit) => {
    for (const line of textLines(section)) {
      stamp++
      for (const rule of always) visit(rule, line)
      const { text } = line
      for (let at = 0; at < text.length; at++) {
        const found = classOf[text.charCodeAt(at)] as number
        if (found === 0 || seenClass[found] === stamp) continue
        seenClass[found] = stamp
        for (const index of rulesOf[found] as readonly number[]) {
          if (seenRule[index] === stamp) continue
          seenRule[index] = stamp
          visit(triggered[index] as Rule, line)
        }
      }
    }
  }
}

/** Characters that trigger the same rules, by their index, share a class; class 0 triggers none. */
function classesOf(rules: readonly Rule[]): {
  readonly classOf: Uint16Array
  readonly rulesOf: readonly (readonly number[])[]
} {
  const byUnit = new Map<number, number[]>()
  for (const [index, { triggers = '' }] of rules.entries()) {
    for (let at = 0; at < triggers.length; at++) {
      const unit = triggers.charCodeAt(at)
      const known = byUnit.get(unit)
      if (!known) byUnit.set(unit, [index])
      else if (!known.includes(index)) known.push(index)
    }
  }
  const classOf = new Uint16Array(0x10000)
  const rulesOf: (readonly number[])[] = [[]]
  const classByKey = new Map<string, number>()
  for (const [unit, group] of byUnit) {
    const key = group.join(' ')
    let known = classByKey.get(key)
    if (known === undefined) {
      known = rulesOf.length
      classByKey.set(key, known)
      rulesOf.push(group)
    }
    classOf[unit] = known
  }
  return { classOf, rulesOf }
}
