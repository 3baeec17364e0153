import type { Finding } from '../text/finding.ts'
import type { FrontMatterPlace } from './frontMatterPlace.ts'

/** What is wrong with the two `---` lines. */
export function findFenceProblems(_place: FrontMatterPlace): readonly Finding[] {
  return []
}
