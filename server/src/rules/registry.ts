import { CATALOGUE } from './catalogue/index.ts'
import type { Rule } from './rule.ts'

/** All rules, by group and id. The list is made of the files of the catalogue by `npm run generate`. */
export const RULES: readonly Rule[] = CATALOGUE

const byName = new Map(RULES.flatMap((rule) => [[rule.id, rule] as const, [rule.name, rule] as const]))

/** A rule by its id or its Chinese name. */
export function findRule(idOrName: string): Rule | undefined {
  return byName.get(idOrName)
}
