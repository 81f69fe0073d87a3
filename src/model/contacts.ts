import type { PlanColumn, SourceColumn } from '../ingest/types.ts';
import { headerWords } from './headers.ts';

const email = /^[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}$/;
/** Chinese mobiles, also masked (138****0000); international numbers with a plus. */
const mobile =
  /^(?:\+?(?:86|886)[ -]?)?(?:1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4}|0?9\d{2}[ -]?[\d*]{3}[ -]?\d{3})$|^\+\d[\d ()-]{7,17}\d$/;
const anyNumber = /^[+(]?\d[\d ()+*.-]{5,18}\d$/;

const emailName = /e?mail$|email|邮箱|电子邮件|电邮|邮件地址/;
const phoneName =
  /phone(?:number|no)?\d?$|mobile(?:number|no)?$|^tel(?:ephone)?(?:no|number)?$|cellphone|手机|电话|联系方式|联络方式|行动电话|手机号/;

/** Whether a column holds e-mail addresses or telephone numbers of customers: by its values, or its name where empty. */
export function contactOf({ header, evidence }: SourceColumn): PlanColumn['contact'] {
  const name = headerWords(header).compact;
  const cells = evidence.examples.map((cell) =>
    cell
      .trim()
      .replace(/^'/, '')
      .replace(/^="(.*)"$/, '$1'),
  );
  const most = (pattern: RegExp): boolean =>
    cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length;
  if (most(email)) return 'email';
  if (most(mobile) && !/单|order|invoice|id$/.test(name)) return 'phone';
  if (phoneName.test(name) && (cells.length === 0 || most(anyNumber))) return 'phone';
  return cells.length === 0 && emailName.test(name) ? 'email' : null;
}
