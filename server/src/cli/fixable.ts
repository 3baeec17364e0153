import type { Surroundings } from '../features/diagnostics.ts'
import type { Finding } from '../text/finding.ts'
import type { Source } from './readDocument.ts'

/** How many of the findings `lint --fix` would mend: fixes that cannot be made together are made one after the other. */
export async function countFixable(
  document: Source['document'],
  findings: readonly Finding[],
  surroundings: Surroundings,
): Promise<number> {
  const some = findings.some(({ ignored, fixes }) => !ignored && fixes.some(({ kind }) => kind === 'safe'))
  if (!some) return 0
  const { fixAll } = await import('../features/fixAll.ts')
  return fixAll(document, surroundings).mended
}
