/** The day of a moment as it was where it was written down: `2026年11月23日` for `2026-11-23T15:34:00+08:00`. */
export function chineseDate(time: string): string {
  const [year, month, day] = time.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
