import type { Role } from '../base/role.ts';
import type { ColumnEvidence } from '../ingest/types.ts';
import { headerWords } from './headers.ts';

/** Values that are said of one thing only, whatever the column is called, in simplified characters. */
// prettier-ignore
const vocabularies: Readonly<Partial<Record<Role, RegExp>>> = {
  satisfaction: /^(?:非常|很|十分|比较|较|不太|不|很不|非常不|极不)?满意$|^(?:一般|普通|尚可)$|^(?:very |extremely |somewhat )?(?:dis|un)?satisfied$|^neutral$|^neither satisfied nor dissatisfied$/,
  recommend: /^(?:很大可能|有可能|不可能|可能|不太可能|非常可能|一定会|肯定会|不会|promoter|passive|detractor|(?:very |extremely |somewhat )?(?:un)?likely)$/,
  customer_type: /^(?:代理商|加盟商|经销商|分销商|直营|直营店|终端|终端客户|企事业单位|政府机构|个人|个人客户|企业客户|批发商|零售商|distributor|franchisee|reseller|wholesaler|retailer|end user)$/,
  currency: /^(?:人民币|美元|欧元|港币|港元|新台币|台币|日元|英镑|韩元|卢布|cny|rmb|usd|eur|gbp|hkd|twd|ntd|jpy|krw|rub|sgd|aud|cad|chf|inr|thb|myr|vnd)$/,
  contact_direction: /^(?:呼入|呼出|来电|去电|主动|被动|inbound|outbound|incoming|outgoing)$/,
  group: /^(?:实验组|对照组|控制组|treatment|control)$/,
  status: /^(?:交易成功|交易关闭|卖家已发货|买家已付款|等待买家付款|已完成|已取消|待付款|待发货|已发货|已签收|销售|退货|sales?|returns?)$/,
};

/** The role that a column's values name, all of them; null when they name none. At least two values must speak. */
export function spokenRole({ values, numberShare }: ColumnEvidence): Role | null {
  if (values === null || values.length < 2 || numberShare > 0) return null;
  const plain = values.map((value) => headerWords(value).words.join(' '));
  const found = Object.entries(vocabularies).find(([, words]) => plain.every((value) => words.test(value)));
  return found ? (found[0] as Role) : null;
}
