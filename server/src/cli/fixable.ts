import type { Surroundings } from '../features/diagnostics.ts'
import type { GongwenDocument } from '../model/document.ts'
import type { Finding } from '../text/finding.ts'

/** How many of the findings `lint --fix` would mend: fixes that cannot be made together are made one after the other. */
export async function countFixable(
  document: GongwenDocument,
  findings: readonly Finding[],
  surroundings: Surroundings,
): Promise<number> {
  const some = findings.some(({ ignored, fixes }) => !ignored && fixes.some(({ kind }) => kind === 'safe'))
  if (!some) return 0
  const { fixAll } = await import('../features/fixAll.ts')
  return fixAll(document, surroundings).mended
}
