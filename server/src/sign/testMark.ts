/** What every test certificate says of itself in its OU; `verify` looks for it. */
export const TEST_MARK = '仅供测试，不具法律效力'
