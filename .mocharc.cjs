// Where judges and published documents are at hand (our CI), a test that skips itself has failed.
const complete = process.env.HONGTOU_JUDGES === 'required' && process.env.HONGTOU_CORPUS !== undefined

module.exports = {
  import: 'tsx',
  'forbid-only': true,
  ...(complete && { 'forbid-pending': true }),
  timeout: 10_000,
}
