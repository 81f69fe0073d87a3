/** How the ids of one customer are found to be one; each rule is shown with its count and can be taken back. */
export type MergeRule =
  /** Case, width, blanks and punctuation do not count: ‘ACME ’, ‘Acme’. */
  | 'spelling'
  /** Legal forms at the end of a company's name do not count: 有限公司, 有限责任公司, Ltd, GmbH. */
  | 'legal_form'
  /** 138-0013-8000 and +86 13800138000. */
  | 'phone'
  /** Case of e-mail addresses. */
  | 'email'
  /** Leading zeros of a number. */
  | 'zeros'
  /** Different ids on rows with the same e-mail address. */
  | 'same_email'
  /** Different ids on rows with the same telephone number. */
  | 'same_phone';
