/** The only source of time. Tests and reproducible builds bring their own. */
export interface Clock {
  now(): Date
  /** Minutes east of UTC, for signing times and for what "today" means. */
  offset(): number
}
