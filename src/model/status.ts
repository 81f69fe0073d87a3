import type { StatusChoice } from '../ingest/types.ts';
import { headerWords } from './headers.ts';

/**
 * What the states of orders in shops, tills and ledgers mean for sales, both languages, by a part of the value in lower
 * case and simplified characters. The first rule that holds decides; what no rule knows is used, so that nothing
 * leaves the figures unsaid.
 */
// prettier-ignore
const rules: readonly (readonly [pattern: RegExp, choice: StatusChoice])[] = [
  // Part of the order stands; the refund column takes the other part off.
  [/partial|部分/, 'use'],
  // An application, a refusal or an end without refund leaves the sale as it is.
  [/(?:退款|退货|售后)(?:申请)?(?:中|处理中|关闭|取消|失败|被拒|驳回)|(?:无|未)(?:申请)?(?:退款|退货|售后)|拒绝(?:退款|退货)|no ?refund|not ?refund|refund (?:requested|rejected|declined|failed)|return (?:requested|rejected)/, 'use'],
  [/refunded|已退款|全额退款|全部退款|退款(?:成功|完成|完毕)|^退款$|^refund$|charge ?back/, 'set_aside'],
  // Rows that are returns of their own, with positive amounts.
  [/^(?:returns?|returned|退货|退回|销售退货|销退|已退货|退货单|退货入库|红字|冲销|credit ?(?:note|memo))$/, 'negate'],
  [/退货退款|退货(?:成功|完成)/, 'set_aside'],
  // 未取消, not cancelled.
  [/(?:未|没有)(?:取消|关闭|作废)|not cancel/, 'use'],
  [/cancel|void|关闭|取消|作废|废弃|撤销|撤单|失效|过期|expired|abandon|declin|reject|fail|失败|拒收|拒绝|fraud|trash|deleted|已删除|^删除|draft|草稿|unavailable|流拍|无效|不成立|未成交|invalid|^closed$|退保|未到店?$|no ?show|quotation|^quote|报价单?$/, 'set_aside'],
  [/unpaid|not paid|pending ?payment|payment ?pending|await(?:ing)? ?payment|^(?:wc ?)?pending$|waiting for payment|(?:等待|待)(?:买家)?(?:付款|支付)|未付款|未支付|待付|未付清|^未付$|wait_buyer_pay|requires (?:payment|action|confirmation)|trade_closed|等待买家支付/, 'set_aside'],
];

const won = /\bwon\b|赢单|贏單|成单|已成交|gewonnen/;
/** A till's `closed` is a finished sale, a shop's that also completes orders is not. */
const done = /complet|finish|deliver|shipped|paid|process/;
const unpaid = /unpaid|await(?:ing)? ?payment|payment ?pending|未付|未支付|待付/;
const plainOf = (value: string): string => headerWords(value).words.join(' ');

/**
 * The choice for each value of a status column (as read, trimmed); values that are simply used are named as well.
 * `onAccount` = the rows are invoices with a due date, which are sales before they are paid.
 */
export function statusDefaults(
  values: readonly string[],
  onAccount = false,
): Readonly<Record<string, StatusChoice>> {
  const named = values.map((value) => value.trim()).filter((value) => value !== '');
  // Where deals are won, those that are not are no sales yet, or never.
  const deals = named.some((value) => won.test(plainOf(value)));
  const finished = named.some((value) => done.test(plainOf(value)));
  const choiceOf = (value: string): StatusChoice => {
    const plain = plainOf(value);
    if (deals) return won.test(plain) ? 'use' : 'set_aside';
    if (plain === 'closed' && !finished) return 'use';
    return onAccount && unpaid.test(plain) ? 'use' : statusOf(value);
  };
  return Object.fromEntries(named.map((value) => [value, choiceOf(value)]));
}

function statusOf(value: string): StatusChoice {
  const plain = headerWords(value).words.join(' ');
  const compact = plain.replace(/ /g, '');
  return rules.find(([pattern]) => pattern.test(plain) || pattern.test(compact))?.[1] ?? 'use';
}
