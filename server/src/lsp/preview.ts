// What a preview shows over its pages: where the findings stand, and the grid.
import { diagnostics } from '../features/diagnostics.ts'
import { findingPlaces } from '../features/findingPlaces.ts'
import { pageGrid } from '../features/pageGrid.ts'
import type { Reading } from '../workspace/workspace.ts'
import type { PreviewMark, PreviewRequest } from './protocol.ts'
import type { Session } from './session.ts'

type Overlay = Pick<NonNullable<PreviewRequest['result']>, 'marks' | 'grid'>

export function overlay(session: Session, { document }: Reading): Overlay {
  const findings = diagnostics(document, session.surroundings(document.uri))
  const marks = findingPlaces(document, findings).map(
    ({ finding, ...place }): PreviewMark => ({
      ...place,
      severity: finding.severity,
      message: session.say(finding.message),
    }),
  )
  return { marks, grid: pageGrid(document) }
}
