import { sameOrgan } from '../../profile/organNames.ts'
import type { NamedOrgan } from './routing.ts'

/** Whether two names call one organ, by the directory or by the words of the names. */
export function sameNamed(one: NamedOrgan, other: NamedOrgan): boolean {
  if (one.organ && other.organ) return one.organ === other.organ
  return sameOrgan(one.name, other.name)
}
