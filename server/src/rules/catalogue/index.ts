// Made by `npm run generate` of the files beside it; do not edit.
import type { Rule } from '../rule.ts'
import attachInBodyRef from './attachment/attach-in-body-ref.ts'
import attachNoteColon from './attachment/attach-note-colon.ts'
import attachNoteNoPunct from './attachment/attach-note-no-punct.ts'
import attachNoteNumber from './attachment/attach-note-number.ts'
import attachNoteSingleNumber from './attachment/attach-note-single-number.ts'
import attachReferenced from './attachment/attach-referenced.ts'
import attachTitleMatch from './attachment/attach-title-match.ts'
import abbrConsistent from './citation/abbr-consistent.ts'
import abbrDefineFirst from './citation/abbr-define-first.ts'
import abbrNormalisedOrgan from './citation/abbr-normalised-organ.ts'
import citeAbolished from './citation/cite-abolished.ts'
import citeDate from './citation/cite-date.ts'
import citeLawArticle from './citation/cite-law-article.ts'
import citeLawName from './citation/cite-law-name.ts'
import citeTitleThenNumber from './citation/cite-title-then-number.ts'
import decimalsConsistent from './citation/decimals-consistent.ts'
import timeExact from './citation/time-exact.ts'
import totalsConsistent from './citation/totals-consistent.ts'
import closingLetterAsk from './closing/closing-letter-ask.ts'
import closingLetterReply from './closing/closing-letter-reply.ts'
import closingMissingRequest from './closing/closing-missing-request.ts'
import closingMotion from './closing/closing-motion.ts'
import closingNoSalute from './closing/closing-no-salute.ts'
import closingNotice from './closing/closing-notice.ts'
import closingOpinionByDirection from './closing/closing-opinion-by-direction.ts'
import closingProclaim from './closing/closing-proclaim.ts'
import closingPunct from './closing/closing-punct.ts'
import closingReplyFu from './closing/closing-reply-fu.ts'
import closingReportNoAsk from './closing/closing-report-no-ask.ts'
import closingRequest from './closing/closing-request.ts'
import dateArabic from './date/date-arabic.ts'
import dateFullYear from './date/date-full-year.ts'
import dateInFigures from './date/date-in-figures.ts'
import dateMissing from './date/date-missing.ts'
import dateNoPadding from './date/date-no-padding.ts'
import dateRiNotHao from './date/date-ri-not-hao.ts'
import dateValid from './date/date-valid.ts'
import docnumAgencyCode from './docnum/docnum-agency-code.ts'
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
import orderNumberForm from './docnum/order-number-form.ts'
import issuerOneEach from './header/issuer-one-each.ts'
import orgMarkForm from './header/org-mark-form.ts'
import orgMarkJointOrder from './header/org-mark-joint-order.ts'
import signerJointAll from './header/signer-joint-all.ts'
import signerLabelColon from './header/signer-label-colon.ts'
import signerOnlyUpward from './header/signer-only-upward.ts'
import signerPrincipal from './header/signer-principal.ts'
import urgencyOveruse from './header/urgency-overuse.ts'
import urgencyValuePaper from './header/urgency-value-paper.ts'
import urgencyValueTelegram from './header/urgency-value-telegram.ts'
import headingArabicDot from './heading/heading-arabic-dot.ts'
import headingCircledNoPunct from './heading/heading-circled-no-punct.ts'
import headingCnComma from './heading/heading-cn-comma.ts'
import headingContinuity from './heading/heading-continuity.ts'
import headingDuplicate from './heading/heading-duplicate.ts'
import headingFinalPunct from './heading/heading-final-punct.ts'
import headingHalfwidthParen from './heading/heading-halfwidth-paren.ts'
import headingOrder from './heading/heading-order.ts'
import headingOrdinalConflict from './heading/heading-ordinal-conflict.ts'
import headingParenNoPunct from './heading/heading-paren-no-punct.ts'
import headingSingleChild from './heading/heading-single-child.ts'
import headingSkip from './heading/heading-skip.ts'
import ordinalInlineContinuity from './heading/ordinal-inline-continuity.ts'
import ccDuplicatesRecipient from './imprint/cc-duplicates-recipient.ts'
import ccFullstop from './imprint/cc-fullstop.ts'
import ccOveruse from './imprint/cc-overuse.ts'
import ccSelf from './imprint/cc-self.ts'
import imprintNoCopies from './imprint/imprint-no-copies.ts'
import imprintNoSubjectTerms from './imprint/imprint-no-subject-terms.ts'
import imprintNotEarlier from './imprint/imprint-not-earlier.ts'
import imprintYinfa from './imprint/imprint-yinfa.ts'
import bodyStartsOnPage1 from './layout/body-starts-on-page1.ts'
import layoutElementFits from './layout/layout-element-fits.ts'
import layoutGlyphMissing from './layout/layout-glyph-missing.ts'
import layoutImageMissing from './layout/layout-image-missing.ts'
import layoutTableTooWide from './layout/layout-table-too-wide.ts'
import titleLineBalance from './layout/title-line-balance.ts'
import titleLineLeadingDe from './layout/title-line-leading-de.ts'
import titleLineOverflow from './layout/title-line-overflow.ts'
import titleLineWordSplit from './layout/title-line-word-split.ts'
import lengthComprehensive from './length/length-comprehensive.ts'
import lengthSpecial from './length/length-special.ts'
import minutesElements from './minutes/minutes-elements.ts'
import minutesNoDiscussionAsDecision from './minutes/minutes-no-discussion-as-decision.ts'
import orderFormula from './minutes/order-formula.ts'
import noEmptyPageNote from './note/no-empty-page-note.ts'
import noteContactReport from './note/note-contact-report.ts'
import noteContactRequest from './note/note-contact-request.ts'
import noteParentheses from './note/note-parentheses.ts'
import notePublicFlag from './note/note-public-flag.ts'
import numApproxDuplicate from './number/num-approx-duplicate.ts'
import numApproxHanzi from './number/num-approx-hanzi.ts'
import numApproxNoDunhao from './number/num-approx-no-dunhao.ts'
import numArabicMeasure from './number/num-arabic-measure.ts'
import numClock from './number/num-clock.ts'
import numDateExists from './number/num-date-exists.ts'
import numDateForm from './number/num-date-form.ts'
import numDateMixed from './number/num-date-mixed.ts'
import numDateYear4 from './number/num-date-year4.ts'
import numDecimalZero from './number/num-decimal-zero.ts'
import numEventDot from './number/num-event-dot.ts'
import numFixedIdiom from './number/num-fixed-idiom.ts'
import numFullwidth from './number/num-fullwidth.ts'
import numLunarHanzi from './number/num-lunar-hanzi.ts'
import numMultiple from './number/num-multiple.ts'
import numNoMix from './number/num-no-mix.ts'
import numOrdinal from './number/num-ordinal.ts'
import numPercentPoint from './number/num-percent-point.ts'
import numRangePercent from './number/num-range-percent.ts'
import numRangeSymbol from './number/num-range-symbol.ts'
import numRangeUnitDrop from './number/num-range-unit-drop.ts'
import numRangeWan from './number/num-range-wan.ts'
import numThousands from './number/num-thousands.ts'
import numUnitConsistent from './number/num-unit-consistent.ts'
import numWanYi from './number/num-wan-yi.ts'
import numWeekday from './number/num-weekday.ts'
import numYearRange from './number/num-year-range.ts'
import numZeroForm from './number/num-zero-form.ts'
import halfCjkSpace from './punctuation/half-cjk-space.ts'
import puncBeforeDeng from './punctuation/punc-before-deng.ts'
import puncBookmarkEndMark from './punctuation/punc-bookmark-end-mark.ts'
import puncBookmarkNest from './punctuation/punc-bookmark-nest.ts'
import puncBookmarkNoDunhao from './punctuation/punc-bookmark-no-dunhao.ts'
import puncBookmarkPeriodical from './punctuation/punc-bookmark-periodical.ts'
import puncBookmarkScope from './punctuation/punc-bookmark-scope.ts'
import puncBookmarkTypeWord from './punctuation/punc-bookmark-type-word.ts'
import puncBookmarkWithNote from './punctuation/punc-bookmark-with-note.ts'
import puncBracketNest from './punctuation/punc-bracket-nest.ts'
import puncBracketPosition from './punctuation/punc-bracket-position.ts'
import puncCaptionFinal from './punctuation/punc-caption-final.ts'
import puncColonDouble from './punctuation/punc-colon-double.ts'
import puncDashForm from './punctuation/punc-dash-form.ts'
import puncDuplicate from './punctuation/punc-duplicate.ts'
import puncEllipsisEtc from './punctuation/punc-ellipsis-etc.ts'
import puncEllipsisForm from './punctuation/punc-ellipsis-form.ts'
import puncEllipsisMax from './punctuation/punc-ellipsis-max.ts'
import puncExclamation from './punctuation/punc-exclamation.ts'
import puncFinalStop from './punctuation/punc-final-stop.ts'
import puncFullwidth from './punctuation/punc-fullwidth.ts'
import puncHalfwidthDocument from './punctuation/punc-halfwidth-document.ts'
import puncHyphenRegion from './punctuation/punc-hyphen-region.ts'
import puncListSemicolon from './punctuation/punc-list-semicolon.ts'
import puncMiddleDot from './punctuation/punc-middle-dot.ts'
import puncMixedSlash from './punctuation/punc-mixed-slash.ts'
import puncOrdinalComma from './punctuation/punc-ordinal-comma.ts'
import puncPaired from './punctuation/punc-paired.ts'
import puncParallelConsistent from './punctuation/punc-parallel-consistent.ts'
import puncPeriod from './punctuation/punc-period.ts'
import puncQuoteNest from './punctuation/punc-quote-nest.ts'
import puncQuoteNoDunhao from './punctuation/punc-quote-no-dunhao.ts'
import puncQuoteStyle from './punctuation/punc-quote-style.ts'
import puncQuoteTerminal from './punctuation/punc-quote-terminal.ts'
import puncRuxiaColon from './punctuation/punc-ruxia-colon.ts'
import puncSlash from './punctuation/punc-slash.ts'
import puncSpace from './punctuation/punc-space.ts'
import puncStackLimit from './punctuation/punc-stack-limit.ts'
import puncTitleAndDot from './punctuation/punc-title-and-dot.ts'
import puncYijiComma from './punctuation/punc-yiji-comma.ts'
import announcementNoRecipient from './routing/announcement-no-recipient.ts'
import deptNoDirectiveToGov from './routing/dept-no-directive-to-gov.ts'
import govConsentNote from './routing/gov-consent-note.ts'
import innerOfficeNoExternal from './routing/inner-office-no-external.ts'
import jointSameLevel from './routing/joint-same-level.ts'
import noCoordinationNoIssue from './routing/no-coordination-no-issue.ts'
import noForwardOriginal from './routing/no-forward-original.ts'
import noSkipLevel from './routing/no-skip-level.ts'
import oneMatter from './routing/one-matter.ts'
import recipientColon from './routing/recipient-colon.ts'
import recipientFullname from './routing/recipient-fullname.ts'
import recipientMissing from './routing/recipient-missing.ts'
import recipientNotByLeader from './routing/recipient-not-by-leader.ts'
import recipientNotInnerDept from './routing/recipient-not-inner-dept.ts'
import recipientNotPerson from './routing/recipient-not-person.ts'
import recipientOrder from './routing/recipient-order.ts'
import recipientPunct from './routing/recipient-punct.ts'
import reportNoRequest from './routing/report-no-request.ts'
import signerRequiredUpward from './routing/signer-required-upward.ts'
import upwardNoCcDownward from './routing/upward-no-cc-downward.ts'
import upwardSingleRecipient from './routing/upward-single-recipient.ts'
import copyNumberFormat from './secrecy/copy-number-format.ts'
import copyNumberRequired from './secrecy/copy-number-required.ts'
import secrecyLevelValue from './secrecy/secrecy-level-value.ts'
import secrecyMonthUnit from './secrecy/secrecy-month-unit.ts'
import secrecyNonstateMark from './secrecy/secrecy-nonstate-mark.ts'
import secrecyNotPublic from './secrecy/secrecy-not-public.ts'
import secrecyPeriodArabic from './secrecy/secrecy-period-arabic.ts'
import secrecyPeriodCap from './secrecy/secrecy-period-cap.ts'
import secrecyPeriodRequired from './secrecy/secrecy-period-required.ts'
import secrecyStar from './secrecy/secrecy-star.ts'
import sealWithSignature from './signature/seal-with-signature.ts'
import signatureBeforeDate from './signature/signature-before-date.ts'
import signatureFullname from './signature/signature-fullname.ts'
import signatureOrderJoint from './signature/signature-order-joint.ts'
import termBoss from './term/term-boss.ts'
import termCriminal from './term/term-criminal.ts'
import termGrand from './term/term-grand.ts'
import termHkMo from './term/term-hk-mo.ts'
import termNeutralDisability from './term/term-neutral-disability.ts'
import termPartyState from './term/term-party-state.ts'
import termTw from './term/term-tw.ts'
import genreAnnouncementMisuse from './title/genre-announcement-misuse.ts'
import genreDuplicated from './title/genre-duplicated.ts'
import genreLetterForNonsubordinate from './title/genre-letter-for-nonsubordinate.ts'
import genreMissing from './title/genre-missing.ts'
import genreMotionIssuer from './title/genre-motion-issuer.ts'
import genreOldName from './title/genre-old-name.ts'
import genreOrderIssuer from './title/genre-order-issuer.ts'
import genreReplyTarget from './title/genre-reply-target.ts'
import genreRequestVsReport from './title/genre-request-vs-report.ts'
import genreResolutionAdopted from './title/genre-resolution-adopted.ts'
import genreStatutory from './title/genre-statutory.ts'
import titleBookmarksNonregulation from './title/title-bookmarks-nonregulation.ts'
import titleForwardVerb from './title/title-forward-verb.ts'
import titleGenreStacking from './title/title-genre-stacking.ts'
import titleGuanyuDui from './title/title-guanyu-dui.ts'
import titleGuanyuFirst from './title/title-guanyu-first.ts'
import titleGuanyuGuanyu from './title/title-guanyu-guanyu.ts'
import titleJointIssuers from './title/title-joint-issuers.ts'
import titleMatchesBody from './title/title-matches-body.ts'
import titleMissingGuanyu from './title/title-missing-guanyu.ts'
import titleMultiForward from './title/title-multi-forward.ts'
import titleNoFinalPunct from './title/title-no-final-punct.ts'
import titlePunctuation from './title/title-punctuation.ts'
import titleRequestRedundant from './title/title-request-redundant.ts'
import titleThreeParts from './title/title-three-parts.ts'
import titleUrgentWordOk from './title/title-urgent-word-ok.ts'
import titleVagueSubject from './title/title-vague-subject.ts'
import subjectlessDecision from './tone/subjectless-decision.ts'
import toneCommandInLetter from './tone/tone-command-in-letter.ts'
import toneDownwardOnly from './tone/tone-downward-only.ts'
import toneSuperiorAddress from './tone/tone-superior-address.ts'
import ignoreReasonMissing from './tool/ignore-reason-missing.ts'
import ignoreUnknown from './tool/ignore-unknown.ts'
import ignoreUnpaired from './tool/ignore-unpaired.ts'
import ignoreUnused from './tool/ignore-unused.ts'
import internalRuleFailed from './tool/internal-rule-failed.ts'
import profileWouldHelp from './tool/profile-would-help.ts'
import ruleDisabled from './tool/rule-disabled.ts'
import ruleOptionInvalid from './tool/rule-option-invalid.ts'
import titleNotFound from './tool/title-not-found.ts'
import unitLegal from './unit/unit-legal.ts'
import unitMuNote from './unit/unit-mu-note.ts'
import unitSpaceAndName from './unit/unit-space-and-name.ts'
import unitSymbolCase from './unit/unit-symbol-case.ts'
import burdenReportRequest from './wording/burden-report-request.ts'
import draftMarkerLeft from './wording/draft-marker-left.ts'
import duplicateParagraph from './wording/duplicate-paragraph.ts'
import nonBmpChar from './wording/non-bmp-char.ts'
import personalData from './wording/personal-data.ts'
import placeholderLeft from './wording/placeholder-left.ts'
import styleAbsolute from './wording/style-absolute.ts'
import styleConjunction from './wording/style-conjunction.ts'
import styleDoubleNegative from './wording/style-double-negative.ts'
import styleEmptyPhrases from './wording/style-empty-phrases.ts'
import styleNoSubject from './wording/style-no-subject.ts'
import styleOral from './wording/style-oral.ts'
import styleRedundant from './wording/style-redundant.ts'
import wordRepeated from './wording/word-repeated.ts'
import wordingPair from './wording/wording-pair.ts'
import wordingYuDate from './wording/wording-yu-date.ts'
import abbrAcrossDocuments from './workspace/abbr-across-documents.ts'
import attachFileMissing from './workspace/attach-file-missing.ts'
import citeMatchesWorkspace from './workspace/cite-matches-workspace.ts'
import docnumDateOrder from './workspace/docnum-date-order.ts'
import docnumDuplicate from './workspace/docnum-duplicate.ts'
import docnumGap from './workspace/docnum-gap.ts'

export const CATALOGUE: readonly Rule[] = [
  attachInBodyRef,
  attachNoteColon,
  attachNoteNoPunct,
  attachNoteNumber,
  attachNoteSingleNumber,
  attachReferenced,
  attachTitleMatch,
  abbrConsistent,
  abbrDefineFirst,
  abbrNormalisedOrgan,
  citeAbolished,
  citeDate,
  citeLawArticle,
  citeLawName,
  citeTitleThenNumber,
  decimalsConsistent,
  timeExact,
  totalsConsistent,
  closingLetterAsk,
  closingLetterReply,
  closingMissingRequest,
  closingMotion,
  closingNoSalute,
  closingNotice,
  closingOpinionByDirection,
  closingProclaim,
  closingPunct,
  closingReplyFu,
  closingReportNoAsk,
  closingRequest,
  dateArabic,
  dateFullYear,
  dateInFigures,
  dateMissing,
  dateNoPadding,
  dateRiNotHao,
  dateValid,
  docnumAgencyCode,
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
  orderNumberForm,
  issuerOneEach,
  orgMarkForm,
  orgMarkJointOrder,
  signerJointAll,
  signerLabelColon,
  signerOnlyUpward,
  signerPrincipal,
  urgencyOveruse,
  urgencyValuePaper,
  urgencyValueTelegram,
  headingArabicDot,
  headingCircledNoPunct,
  headingCnComma,
  headingContinuity,
  headingDuplicate,
  headingFinalPunct,
  headingHalfwidthParen,
  headingOrder,
  headingOrdinalConflict,
  headingParenNoPunct,
  headingSingleChild,
  headingSkip,
  ordinalInlineContinuity,
  ccDuplicatesRecipient,
  ccFullstop,
  ccOveruse,
  ccSelf,
  imprintNoCopies,
  imprintNoSubjectTerms,
  imprintNotEarlier,
  imprintYinfa,
  bodyStartsOnPage1,
  layoutElementFits,
  layoutGlyphMissing,
  layoutImageMissing,
  layoutTableTooWide,
  titleLineBalance,
  titleLineLeadingDe,
  titleLineOverflow,
  titleLineWordSplit,
  lengthComprehensive,
  lengthSpecial,
  minutesElements,
  minutesNoDiscussionAsDecision,
  orderFormula,
  noEmptyPageNote,
  noteContactReport,
  noteContactRequest,
  noteParentheses,
  notePublicFlag,
  numApproxDuplicate,
  numApproxHanzi,
  numApproxNoDunhao,
  numArabicMeasure,
  numClock,
  numDateExists,
  numDateForm,
  numDateMixed,
  numDateYear4,
  numDecimalZero,
  numEventDot,
  numFixedIdiom,
  numFullwidth,
  numLunarHanzi,
  numMultiple,
  numNoMix,
  numOrdinal,
  numPercentPoint,
  numRangePercent,
  numRangeSymbol,
  numRangeUnitDrop,
  numRangeWan,
  numThousands,
  numUnitConsistent,
  numWanYi,
  numWeekday,
  numYearRange,
  numZeroForm,
  halfCjkSpace,
  puncBeforeDeng,
  puncBookmarkEndMark,
  puncBookmarkNest,
  puncBookmarkNoDunhao,
  puncBookmarkPeriodical,
  puncBookmarkScope,
  puncBookmarkTypeWord,
  puncBookmarkWithNote,
  puncBracketNest,
  puncBracketPosition,
  puncCaptionFinal,
  puncColonDouble,
  puncDashForm,
  puncDuplicate,
  puncEllipsisEtc,
  puncEllipsisForm,
  puncEllipsisMax,
  puncExclamation,
  puncFinalStop,
  puncFullwidth,
  puncHalfwidthDocument,
  puncHyphenRegion,
  puncListSemicolon,
  puncMiddleDot,
  puncMixedSlash,
  puncOrdinalComma,
  puncPaired,
  puncParallelConsistent,
  puncPeriod,
  puncQuoteNest,
  puncQuoteNoDunhao,
  puncQuoteStyle,
  puncQuoteTerminal,
  puncRuxiaColon,
  puncSlash,
  puncSpace,
  puncStackLimit,
  puncTitleAndDot,
  puncYijiComma,
  announcementNoRecipient,
  deptNoDirectiveToGov,
  govConsentNote,
  innerOfficeNoExternal,
  jointSameLevel,
  noCoordinationNoIssue,
  noForwardOriginal,
  noSkipLevel,
  oneMatter,
  recipientColon,
  recipientFullname,
  recipientMissing,
  recipientNotByLeader,
  recipientNotInnerDept,
  recipientNotPerson,
  recipientOrder,
  recipientPunct,
  reportNoRequest,
  signerRequiredUpward,
  upwardNoCcDownward,
  upwardSingleRecipient,
  copyNumberFormat,
  copyNumberRequired,
  secrecyLevelValue,
  secrecyMonthUnit,
  secrecyNonstateMark,
  secrecyNotPublic,
  secrecyPeriodArabic,
  secrecyPeriodCap,
  secrecyPeriodRequired,
  secrecyStar,
  sealWithSignature,
  signatureBeforeDate,
  signatureFullname,
  signatureOrderJoint,
  termBoss,
  termCriminal,
  termGrand,
  termHkMo,
  termNeutralDisability,
  termPartyState,
  termTw,
  genreAnnouncementMisuse,
  genreDuplicated,
  genreLetterForNonsubordinate,
  genreMissing,
  genreMotionIssuer,
  genreOldName,
  genreOrderIssuer,
  genreReplyTarget,
  genreRequestVsReport,
  genreResolutionAdopted,
  genreStatutory,
  titleBookmarksNonregulation,
  titleForwardVerb,
  titleGenreStacking,
  titleGuanyuDui,
  titleGuanyuFirst,
  titleGuanyuGuanyu,
  titleJointIssuers,
  titleMatchesBody,
  titleMissingGuanyu,
  titleMultiForward,
  titleNoFinalPunct,
  titlePunctuation,
  titleRequestRedundant,
  titleThreeParts,
  titleUrgentWordOk,
  titleVagueSubject,
  subjectlessDecision,
  toneCommandInLetter,
  toneDownwardOnly,
  toneSuperiorAddress,
  ignoreReasonMissing,
  ignoreUnknown,
  ignoreUnpaired,
  ignoreUnused,
  internalRuleFailed,
  profileWouldHelp,
  ruleDisabled,
  ruleOptionInvalid,
  titleNotFound,
  unitLegal,
  unitMuNote,
  unitSpaceAndName,
  unitSymbolCase,
  burdenReportRequest,
  draftMarkerLeft,
  duplicateParagraph,
  nonBmpChar,
  personalData,
  placeholderLeft,
  styleAbsolute,
  styleConjunction,
  styleDoubleNegative,
  styleEmptyPhrases,
  styleNoSubject,
  styleOral,
  styleRedundant,
  wordRepeated,
  wordingPair,
  wordingYuDate,
  abbrAcrossDocuments,
  attachFileMissing,
  citeMatchesWorkspace,
  docnumDateOrder,
  docnumDuplicate,
  docnumGap,
]
