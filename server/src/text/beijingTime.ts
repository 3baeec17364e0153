/** All of China keeps one time, eight hours east of Greenwich. */
const OFFSET_MINUTES = 8 * 60

/**
 * A moment as people in China write it, with the zone: `2026年11月23日15时34分（北京时间）`.
 * @param moment ISO 8601
 */
export function beijingTime(moment: string): string {
  const [day, hour, minute] = split(new Date(moment), OFFSET_MINUTES)
  return `${day}${hour}时${minute}分（北京时间）`
}

/**
 * The day of a moment in China, `2026年11月23日`.
 * @param moment ISO 8601
 */
export function beijingDay(moment: string): string {
  return chineseDay(new Date(moment), OFFSET_MINUTES)
}

/**
 * The day of a moment in China, by its parts.
 * @param moment ISO 8601
 */
export function beijingDate(moment: string): { readonly year: number; readonly month: number; readonly day: number } {
  const local = new Date(Date.parse(moment) + OFFSET_MINUTES * 60_000)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/**
 * A date as people in a zone write it, `2026年11月23日`.
 * @param offset minutes east of UTC
 */
export function chineseDay(date: Date, offset: number): string {
  return split(date, offset)[0]
}

function split(date: Date, offset: number): readonly [day: string, hour: string, minute: string] {
  const local = new Date(date.getTime() + offset * 60_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`
  return [day, two(local.getUTCHours()), two(local.getUTCMinutes())]
}
