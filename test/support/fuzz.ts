/** Random cases of a property: as many as fit into a run of all tests, or `HONGTOU_FUZZ` where somebody has the time. */
export function fuzzRuns(usual: number): number {
  return Number(process.env.HONGTOU_FUZZ ?? usual)
}
