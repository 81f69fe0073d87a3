/** Telephone numbers and e-mail addresses in the one form in which they are compared. */

/** 张**, 138****0000, 138xxxx0000, 1***@qq.com: several people may look alike. */
export const isMasked = (text: string): boolean => masked.test(text);
const masked = /[*＊●•]{2}|[*＊●•][\p{L}\p{N}@]|[\p{L}\p{N}][*＊●•]|\d[xX×]{3}/u;

const address = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/u;

/** An e-mail address in lower case; null for anything else. Dots and +tags count: they may be other people. */
export function emailKey(text: string): string | null {
  const key = text.normalize('NFKC').trim().toLowerCase();
  return address.test(key) && !isMasked(key) ? key : null;
}

/** What may stand in a telephone number, an extension behind it included. */
const phoneShape =
  /^(?:tel|phone|mobile|电话|手机)?[:.\s]*(\+?[\d\s().\-/‐-―]{5,})(?:\s*(?:ext|extension|x|#|转|分机)[.:\s]*(\d{1,6}))?$/iu;
const chineseExtension = /^(\(?0\d{2,3}\)?[-\s]?\d{7,8})[-\s](\d{1,6})$/u;

/**
 * A telephone number as digits: 0086, 86 and +86 before a Chinese number, blanks, dashes and brackets do not count; an
 * extension does, since it is another telephone (`02155556666x801`). Numbers of other countries keep `+`. null for
 * masked numbers and for fewer than 7 or more than 15 digits.
 */
export function phoneKey(text: string): string | null {
  const cell = text.normalize('NFKC').trim().replace(/^'/, '');
  if (isMasked(cell)) return null;
  const shape = phoneShape.exec(cell);
  if (!shape) return null;
  const chinese = chineseExtension.exec(shape[1]!.trim());
  const number = chinese?.[1] ?? shape[1]!;
  const extension = shape[2] ?? chinese?.[2];
  // +44 (0)20 …: the zero in brackets is dialled only without the country.
  const written = number.trim().replace(/^((?:\+|00)[\d\s]{1,5})\(0\)/, '$1');
  let digits = written.replace(/\D/g, '');
  const abroad = written.startsWith('+') ? '+' : /^00[1-9]/.test(digits) ? '00' : '';
  if (abroad === '00') digits = digits.slice(2);
  if (
    /^86(?:1[3-9]\d{9}|0?[2-9]\d{8,10})$/.test(digits) &&
    (abroad !== '' || /^861[3-9]\d{9}$/.test(digits))
  ) {
    const national = digits.slice(2);
    digits = /^1[3-9]\d{9}$/.test(national) || national.startsWith('0') ? national : `0${national}`;
  } else if (abroad !== '') digits = `+${digits}`;
  const length = digits.replace('+', '').length;
  if (length < 7 || length > 15) return null;
  return extension === undefined ? digits : `${digits}x${extension}`;
}

/** An identifier that can only be a telephone number: a Chinese mobile number, or one that is written like a number. */
export function phoneIdKey(id: string): string | null {
  const text = id.normalize('NFKC').trim();
  const mobile = /^(?:\+?86|0086)?[-\s]*1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}$/.test(text);
  const written =
    /^\+[1-9]|^00[1-9]\d?[-\s]|^\(\d{2,4}\)\s*\d|^0\d{2,3}[-\s]\d{3,4}[-\s]?\d{4}\b|^\d{3}-\d{3}-\d{4}$/.test(
      text,
    );
  return mobile || written ? phoneKey(text) : null;
}

const emptyNames = new Set([
  'test', 'tests', 'noreply', 'no-reply', 'no_reply', 'donotreply', 'do-not-reply', 'none', 'null', 'na', 'n/a', 'nobody', 'noone',
  'unknown', 'nomail', 'noemail', 'no-email', 'x', 'xx', 'xxx', 'abc', 'a', 'aa', 'aaa', 'email', 'mail', 'anonymous', 'guest',
]); // prettier-ignore
const emptyHosts =
  /@(?:example\.(?:com|org|net)|test\.[a-z]+|localhost\..*|[a-z.]+\.(?:invalid|test|example))$/;

/** test@test.com, noreply@…: typed where an address had to be. Takes what emailKey gives. */
export const isPlaceholderEmail = (key: string): boolean =>
  emptyNames.has(key.slice(0, key.indexOf('@'))) || emptyHosts.test(key);

/** 00000000, 13800000000, 12345678: typed where a number had to be. Takes what phoneKey gives. */
export function isPlaceholderPhone(key: string): boolean {
  const digits = key.replace(/x\d+$/, '').replace('+', '');
  return (
    /(\d)\1{6}$/.test(digits) || new Set(digits).size === 1 || '01234567890123456'.includes(digits.slice(-8))
  );
}
