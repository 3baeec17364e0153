import type { Rule, RuleContext } from './rule.ts'
import type { Targets } from './targets.ts'

interface Definition extends Omit<Rule, 'visit'> {
  readonly visit: { readonly [kind in keyof Targets]?: (target: Targets[kind], context: RuleContext) => void }
}

/** A rule with the types of its visitors' targets checked. Every file of the catalogue exports one. */
export function rule(definition: Definition): Rule {
  return definition
}
