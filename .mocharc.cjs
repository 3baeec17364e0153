// Where judges and published documents are at hand (our CI), a test that skips itself has failed.
const complete = process.env.HONGTOU_JUDGES === 'required' && process.env.HONGTOU_CORPUS !== undefined

module.exports = {
  // Without the first, Node 20.19 and later load tests by require(), and what they load lazily by import():
  // two copies of every module, whose classes do not know each other.
  'node-option': ['no-experimental-require-module', 'import=tsx'],
  'forbid-only': true,
  ...(complete && { 'forbid-pending': true }),
  timeout: 30_000,
}
