import type { Argument, Finding, Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { fileName } from '../text/uri.ts'

/** A problem of a profile. Its span is in the profile's own text, so the sentence begins with file `{0}` and line `{1}`. */
export function profileProblem(
  uri: Uri,
  line: number,
  span: Finding['span'],
  template: string,
  ...args: readonly Argument[]
): Finding {
  return problemOf({ uri, shown: fileName(uri) }, line, span, template, ...args)
}

/** Most profiles are called 红头.yaml: an inherited one is shown as the file that inherits names it. */
export interface ProfileName {
  readonly uri: Uri
  readonly shown: string
}

export function problemOf(
  { uri, shown }: ProfileName,
  line: number,
  span: Finding['span'],
  template: string,
  ...args: readonly Argument[]
): Finding {
  return {
    rule: 'profile',
    severity: 'warning',
    span,
    message: message(template, shown, line, ...args),
    fixes: [],
    related: [{ uri, span, message: message('在这个配置文件里') }],
  }
}
