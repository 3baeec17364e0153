import type { Actor } from '../entry.ts'
import type { Linked } from '../log.ts'

/** Everybody who acted, each once, in the order in which they first did. */
export function actorsOf(entries: readonly Linked[]): readonly Actor[] {
  const actors: Actor[] = []
  for (const { entry } of entries) if (!actors.some((actor) => isSame(actor, entry.actor))) actors.push(entry.actor)
  return actors
}

/** How an actor is named where their deeds refer to them. */
export function actorId(actors: readonly Actor[], actor: Actor): string {
  return `人员${1 + actors.findIndex((each) => isSame(each, actor))}`
}

function isSame(a: Actor, b: Actor): boolean {
  return a.name === b.name && a.organ === b.organ && a.post === b.post && a.certificate === b.certificate
}
