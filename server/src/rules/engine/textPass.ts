/** Runs the `text` visitors over a section: each line is scanned once for triggers, and only rules whose triggers stand in it are called. */
import type { Section } from '../../syntax/tree.ts'
import type { Rule } from '../rule.ts'
import type { TextLine } from '../targets.ts'
import { textLines } from './textLines.ts'

/** Calls `visit` for every rule and line that may meet. */
export type TextPass = (section: Section, visit: (rule: Rule, line: TextLine) => void) => void

/** @param rules those that have a `text` visitor */
export function compileTextPass(rules: readonly Rule[]): TextPass {
  const always = rules.filter((rule) => rule.triggers === undefined)
  const triggered = rules.filter((rule) => rule.triggers !== undefined)
  const { classOf, rulesOf } = classesOf(triggered)
  const { groupOf, groups } = wordsOf(triggered)
  const seenClass = new Uint32Array(rulesOf.length)
  const seenRule = new Uint32Array(triggered.length)
  let stamp = 0

  return (section, visit) => {
    const meet = (index: number, line: TextLine): void => {
      if (seenRule[index] === stamp) return
      seenRule[index] = stamp
      visit(triggered[index] as Rule, line)
    }
    for (const line of textLines(section)) {
      stamp++
      for (const rule of always) visit(rule, line)
      const { text } = line
      let before = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        const found = classOf[unit] as number
        if (found !== 0 && seenClass[found] !== stamp) {
          seenClass[found] = stamp
          for (const index of rulesOf[found] as readonly number[]) meet(index, line)
        }
        const group = groupOf[placeOf(before, unit)] as number
        if (group !== 0) {
          for (const word of groups[group] as readonly Word[]) {
            if (text.startsWith(word.text, at - 1)) meet(word.rule, line)
          }
        }
        before = unit
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
    for (const trigger of triggers) {
      if (trigger.length > 1) continue
      const unit = trigger.charCodeAt(0)
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

interface Word {
  readonly text: string
  /** Its index. */
  readonly rule: number
}

/** Words by their first two code units; group 0 is empty. Two beginnings may share a group, so the word itself is held against the text. */
function wordsOf(rules: readonly Rule[]): {
  readonly groupOf: Uint16Array
  readonly groups: readonly (readonly Word[])[]
} {
  const groupOf = new Uint16Array(0x10000)
  const groups: Word[][] = [[]]
  for (const [rule, { triggers = '' }] of rules.entries()) {
    for (const text of triggers) {
      if (text.length < 2) continue
      const place = placeOf(text.charCodeAt(0), text.charCodeAt(1))
      let group = groupOf[place] as number
      if (group === 0) {
        group = groups.push([]) - 1
        groupOf[place] = group
      }
      groups[group]?.push({ text, rule })
    }
  }
  return { groupOf, groups }
}

/** Two code units as a number of 16 bits, spread well (Fibonacci hashing). */
function placeOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> 16
}
