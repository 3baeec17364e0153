/** What every test certificate says of itself in its OU; `verify` looks for it. */
export const TEST_MARK = '仅供测试，不具法律效力'

/** The holder's name as it stands in a test certificate. */
export function markedName(name: string): string {
  return name.includes('测试') ? name : `${name}（测试）`
}
