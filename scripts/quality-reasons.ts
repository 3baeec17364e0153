/** What people judged of the figures in docs/quality.md: by file and rule, or by file and number of the labelled mistake. */

/** Why an error in a published document is a real mistake. */
export const REASONS_OF_ERRORS: Readonly<Record<string, string>> = {}

/** Which rules fit a labelled mistake for which the label names none. */
export const ACCEPTED_RULES: Readonly<Record<string, readonly string[]>> = {
  '006 1': ['title-request-redundant'],
  '023 1': ['style-no-subject'],
}

/** Why a labelled mistake is not found. */
export const REASONS_OF_MISSES: Readonly<Record<string, string>> = {}
