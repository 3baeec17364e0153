// Made by `npm run generate` of the files beside it; do not edit.
import type { Rule } from '../rule.ts'
import attachReferenced from './attachment/attach-referenced.ts'
import attachTitleMatch from './attachment/attach-title-match.ts'
import dateArabic from './date/date-arabic.ts'
import dateFullYear from './date/date-full-year.ts'
import dateMissing from './date/date-missing.ts'
import dateNoPadding from './date/date-no-padding.ts'
import dateRiNotHao from './date/date-ri-not-hao.ts'
import dateValid from './date/date-valid.ts'
import docnumBrackets from './docnum/docnum-brackets.ts'
import docnumHalfwidthDigits from './docnum/docnum-halfwidth-digits.ts'
import docnumIncomplete from './docnum/docnum-incomplete.ts'
import docnumJointHost from './docnum/docnum-joint-host.ts'
import docnumNoDi from './docnum/docnum-no-di.ts'
import docnumNoPadding from './docnum/docnum-no-padding.ts'
import docnumOrder from './docnum/docnum-order.ts'
import docnumSuffixHao from './docnum/docnum-suffix-hao.ts'
import docnumYearFull from './docnum/docnum-year-full.ts'
import docnumYearMatchesDate from './docnum/docnum-year-matches-date.ts'
import headingArabicDot from './heading/heading-arabic-dot.ts'
import headingCnComma from './heading/heading-cn-comma.ts'
import headingContinuity from './heading/heading-continuity.ts'
import headingDuplicate from './heading/heading-duplicate.ts'
import headingHalfwidthParen from './heading/heading-halfwidth-paren.ts'
import headingOrder from './heading/heading-order.ts'
import headingParenNoPunct from './heading/heading-paren-no-punct.ts'
import headingSkip from './heading/heading-skip.ts'
import ccFullstop from './imprint/cc-fullstop.ts'
import numRangePercent from './number/num-range-percent.ts'
import numRangeSymbol from './number/num-range-symbol.ts'
import numYearRange from './number/num-year-range.ts'
import puncDuplicate from './punctuation/punc-duplicate.ts'
import puncFullwidth from './punctuation/punc-fullwidth.ts'
import puncPaired from './punctuation/punc-paired.ts'
import signerRequiredUpward from './routing/signer-required-upward.ts'
import upwardNoCcDownward from './routing/upward-no-cc-downward.ts'
import upwardSingleRecipient from './routing/upward-single-recipient.ts'
import copyNumberFormat from './secrecy/copy-number-format.ts'
import copyNumberRequired from './secrecy/copy-number-required.ts'
import secrecyLevelValue from './secrecy/secrecy-level-value.ts'
import secrecyPeriodArabic from './secrecy/secrecy-period-arabic.ts'
import secrecyPeriodCap from './secrecy/secrecy-period-cap.ts'
import secrecyPeriodRequired from './secrecy/secrecy-period-required.ts'
import secrecyStar from './secrecy/secrecy-star.ts'
import genreDuplicated from './title/genre-duplicated.ts'
import genreMissing from './title/genre-missing.ts'
import genreStatutory from './title/genre-statutory.ts'
import titleNoFinalPunct from './title/title-no-final-punct.ts'
import ignoreReasonMissing from './tool/ignore-reason-missing.ts'
import ignoreUnknown from './tool/ignore-unknown.ts'
import ignoreUnpaired from './tool/ignore-unpaired.ts'
import ignoreUnused from './tool/ignore-unused.ts'
import internalRuleFailed from './tool/internal-rule-failed.ts'
import ruleDisabled from './tool/rule-disabled.ts'
import placeholderLeft from './wording/placeholder-left.ts'
import wordingPair from './wording/wording-pair.ts'

export const CATALOGUE: readonly Rule[] = [
  attachReferenced,
  attachTitleMatch,
  dateArabic,
  dateFullYear,
  dateMissing,
  dateNoPadding,
  dateRiNotHao,
  dateValid,
  docnumBrackets,
  docnumHalfwidthDigits,
  docnumIncomplete,
  docnumJointHost,
  docnumNoDi,
  docnumNoPadding,
  docnumOrder,
  docnumSuffixHao,
  docnumYearFull,
  docnumYearMatchesDate,
  headingArabicDot,
  headingCnComma,
  headingContinuity,
  headingDuplicate,
  headingHalfwidthParen,
  headingOrder,
  headingParenNoPunct,
  headingSkip,
  ccFullstop,
  numRangePercent,
  numRangeSymbol,
  numYearRange,
  puncDuplicate,
  puncFullwidth,
  puncPaired,
  signerRequiredUpward,
  upwardNoCcDownward,
  upwardSingleRecipient,
  copyNumberFormat,
  copyNumberRequired,
  secrecyLevelValue,
  secrecyPeriodArabic,
  secrecyPeriodCap,
  secrecyPeriodRequired,
  secrecyStar,
  genreDuplicated,
  genreMissing,
  genreStatutory,
  titleNoFinalPunct,
  ignoreReasonMissing,
  ignoreUnknown,
  ignoreUnpaired,
  ignoreUnused,
  internalRuleFailed,
  ruleDisabled,
  placeholderLeft,
  wordingPair,
]
