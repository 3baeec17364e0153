import { createLinter } from './engine/engine.ts'
import { RULES } from './registry.ts'

/** All rules of the catalogue over a document. What the caches know of unchanged sections is not computed again. */
export const lint = createLinter(RULES)
