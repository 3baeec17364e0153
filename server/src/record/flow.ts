/** Who may act in a step. Of each list one entry must fit; an empty list lets everybody. */
export interface Entitled {
  readonly organs: readonly string[]
  readonly posts: readonly string[]
  readonly names: readonly string[]
}

/** How the organs or persons of a step act: each in turn, all in any order, or one of them. */
export type Manner = '一人' | '依次' | '并行'

export interface Step {
  readonly name: string
  readonly entitled: Entitled
  readonly manner: Manner
  /** Organs or persons who each have to act where the manner is 依次 or 并行, in their order. */
  readonly participants: readonly string[]
  readonly optional: boolean
  /** From here on the text stands: 定稿 (条例 22; a change of substance goes back, 条例 25). */
  readonly settles: boolean
  /** From here on the 发文字号 stands: 登记 (条例 25(2)). */
  readonly numbers: boolean
  /** Working days, from when the step becomes due; how they stand is told by `deadlines.ts`. */
  readonly limit?: number
}

/** The way of a 公文 through an office, as its own data says. */
export interface Flow {
  readonly name: string
  readonly steps: readonly Step[]
  /** Who may send a 公文 back, and who may give it up; absent where everybody may. */
  readonly restricted?: Readonly<Partial<Record<RestrictedAction, Entitled>>>
}

/** What a flow may leave to some, beside its steps. */
export const RESTRICTED_ACTIONS = ['退回', '作废'] as const
export type RestrictedAction = (typeof RESTRICTED_ACTIONS)[number]

/** What the log itself knows beside the steps of a flow; no step may be called so. */
export const RESERVED_ACTIONS = ['退回', '批注', '传阅', '催办', '作废', '合并'] as const
