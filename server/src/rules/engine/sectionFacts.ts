import type { Section, SyntaxTree } from '../../syntax/tree.ts'

/**
 * A document rule that needs the whole text folds facts of its sections: each section is read once for as long as its
 * text is unchanged, and a keystroke costs one section.
 */
export function sectionFacts<Fact>(extract: (section: Section) => Fact): (section: Section) => Fact {
  const known = new WeakMap<Section, { readonly fact: Fact }>()
  return (section) => {
    const found = known.get(section)
    if (found) return found.fact
    const fact = extract(section)
    known.set(section, { fact })
    return fact
  }
}

/** The facts of all sections with the number of the section and where it starts. */
export function factsOf<Fact>(
  tree: SyntaxTree,
  extract: (section: Section) => readonly Fact[],
): readonly { readonly fact: Fact; readonly offset: number; readonly index: number }[] {
  const { sections, starts } = tree
  const facts: { readonly fact: Fact; readonly offset: number; readonly index: number }[] = []
  // Each rule comes here at each keystroke, and most sections have no facts for it.
  for (let index = 0; index < sections.length; index++) {
    const found = extract(sections[index] as Section)
    for (let each = 0; each < found.length; each++) {
      facts.push({ fact: found[each] as Fact, offset: starts[index] as number, index })
    }
  }
  return facts
}
