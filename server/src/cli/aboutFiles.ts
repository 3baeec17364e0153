import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'

/** Which failures are about which file: beginnings of their codes, the more particular ones first. */
export type Blame = readonly (readonly [codes: RegExp, path: string])[]

export const ABOUT_KEY = /^sign-(?:p12|key|certificate)-/
export const ABOUT_SEAL = /^(?:sign-seal-image|seal-(?:damaged|unfit|holder))$/
export const ABOUT_PDF = /^(?:pdf|sign|measure)-/

/** Does the work; a failure of rooms that know bytes only gets the name of the file that it is about. */
export async function aboutFiles<T>(blame: Blame, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const [, path] = blame.find(([codes]) => codes.test(error.code)) ?? []
    if (path === undefined) throw error
    throw new Failure(error.code, message('{0}：{1}', path, error.sentence), error, error.commandLine)
  }
}
