/** What is wrong with a file as a whole, beside what is wrong with each of its signatures. */
import type { PdfFile } from '../pdf/file.ts'
import { isString } from '../pdf/objects.ts'
import { Failure } from '../text/failure.ts'
import type { Finding } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Called } from './called.ts'
import { isEmpty, readSignatureFields, strayPages } from './fields.ts'
import type { Found, History } from './history.ts'
import { problem } from './problem.ts'
import { signatoryOf } from './signatory.ts'

/** Fields that are not as a reader expects: outside the form, or without a signature. */
export function judgeFields(file: PdfFile): readonly Finding[] {
  return [...straySignatures(file), ...emptyFields(file)]
}

/** Some programs put a signature on a page and forget the form, so that others do not see it. */
function straySignatures(file: PdfFile): readonly Finding[] {
  try {
    return strayPages(file.view()).map((page) =>
      problem('sign-detached', 'error', message('第 {0} 页上有一枚签章不在文件的表单里，不能核验。', page)),
    )
  } catch (error) {
    // A tree of pages that cannot be walked is judged where it is compared.
    if (error instanceof Failure && error.code === 'pdf-damaged') return []
    throw error
  }
}

function emptyFields(file: PdfFile): readonly Finding[] {
  const view = file.view()
  return readSignatureFields(view)
    .filter((field) => isEmpty(field, view))
    .map((field) =>
      problem(
        'sign-field-empty',
        'info',
        message('“{0}”的签章位置还没有签章。', signatoryOf(field, view) ?? field.name),
      ),
    )
}

/**
 * Problems that no single signature has: of signatures together, and of what changed from one to the next.
 * @param covered the last revision that somebody signed
 */
export function judgeWhole(
  file: PdfFile,
  found: readonly Found[],
  covered: number,
  history: History,
  called: Called,
): readonly Finding[] {
  const last = file.revisions.length - 1
  const removed = found.filter(({ revisions }) => !revisions.includes(last))
  return [
    ...removed.map(({ field }) =>
      problem('sign-removed', 'error', message('{0}在后来的修改中被去掉或替换了。', called(field))),
    ),
    ...sharedValues(found).map(([first, second]) =>
      problem('sign-ambiguous', 'error', message('{0}和{1}用的是同一份签名数据。', called(first), called(second))),
    ),
    ...filledIn(history, covered),
    ...addedInSight(history, called),
  ]
}

/** Fields that were filled in after the last signature, or between two. */
function filledIn(history: History, covered: number): readonly Finding[] {
  const filled = (isOf: (revision: number) => boolean) =>
    [...history]
      .filter(([revision]) => isOf(revision))
      .flatMap(([, changes]) => changes ?? [])
      .filter(({ kind }) => kind === 'form')
      .map(({ field }) => field)
  const after = filled((revision) => revision > covered)
  const between = new Set(filled((revision) => revision <= covered))
  return [
    ...after.map((field) =>
      problem('sign-uncovered', 'error', message('“{0}”是最后一次签章之后填写的，不受任何签章保护。', field ?? '')),
    ),
    ...[...between].map((field) =>
      problem('sign-filled-in', 'warning', message('“{0}”是前面的人签章之后填写的，请核对它的内容。', field ?? '')),
    ),
  ]
}

function addedInSight(history: History, called: Called): readonly Finding[] {
  const shown = [...history.values()].flatMap((changes) => changes ?? []).filter(({ visible }) => visible)
  return [...new Set(shown.map(({ field }) => field))].map((field) =>
    problem(
      'sign-new-visible-field',
      'warning',
      message('{0}的位置是前面的人签章之后新加的，请看清它有没有遮盖正文。', called(field ?? '')),
    ),
  )
}

/** One signature that stands in two fields could show any number of seals. */
function sharedValues(found: readonly Found[]): readonly (readonly [string, string])[] {
  const fields = new Map<number, string>()
  return found.flatMap(({ field, signature }) => {
    const contents = signature.entries.get('Contents')
    const place = isString(contents) ? contents.at?.start : undefined
    const other = place === undefined ? undefined : fields.get(place)
    if (place !== undefined) fields.set(place, field)
    return other === undefined ? [] : [[other, field] as const]
  })
}
