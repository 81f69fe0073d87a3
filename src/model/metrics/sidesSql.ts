import { sql, type Sql } from '../../sql/sql.ts';
import { dayLiteral } from '../scopedLines.ts';
import { inRankOrder, knownThen, type DatedGround, type MetricGround } from './ground.ts';

/** Words of contact logs in lower case, simplified and traditional. A text that is both is inbound. */
const inbound = '呼入|来电|來電|来访|來訪|来函|來函|进线|進線|客户主动|客戶主動|客户来|客戶來|客户咨询|客戶諮詢|^客户(→|->|—>)|^客戶(→|->|—>)|^被动|^被動|inbound|incoming|received|^in$|^from (the )?(customer|client)|^customer (→|->|to)'; // prettier-ignore
const outbound = '呼出|去电|去電|外呼|外拨|外撥|拨出|撥出|拜访|拜訪|上门|上門|回访|回訪|^主动|^主動|(→|->|—>) *客[户戶]|outbound|outgoing|^out$|^sent|visit|^to (the )?(customer|client)|(→|->) *(customer|client)|follow.?up'; // prettier-ignore
const proposal = '新产品|新產品|新品|产品信息|產品資訊|产品推荐|產品推薦|建议|建議|方案|提案|new product|product (news|info|update)|launch|proposal|propose|suggest|recommendation|upgrade|cross.?sell'; // prettier-ignore
const joint = '联合|聯合|共同|合作项目|合作項目|合作專案|战略合作|戰略合作|共建|合同|合約|joint|contract|partnership|co-?develop|co-?creat|alliance'; // prettier-ignore

/** CTEs: `ways` (contacts with their direction) and `after` (those after the first sale of customers with an order). */
function contacts(ground: MetricGround): Sql {
  return sql`ways AS (
  SELECT customer_id, day, lower(coalesce(purpose, '')) AS aim, lower(trim(coalesce(direction, purpose, ''))) AS way,
    regexp_matches(way, ${inbound}) AS inbound, NOT inbound AND regexp_matches(way, ${outbound}) AS outbound
  FROM contacts WHERE ${knownThen(ground)}
), after AS (
  SELECT ways.* FROM ways JOIN ${ground.rollup.customers} c USING (customer_id)
  WHERE c.orders > 0 AND (c.first_day IS NULL OR ways.day IS NULL OR ways.day > c.first_day)
)`;
}

/**
 * Contacts after the first sale: contacts, contacts_in, contacts_out, outbound_quarters, proposals, joint. Null where
 * no contact at all says a direction or a purpose.
 */
export function contactsQuery(ground: MetricGround): string {
  const found = sql`SELECT customer_id, count(*) AS contacts, count(*) FILTER (WHERE inbound) AS contacts_in,
    count(*) FILTER (WHERE outbound) AS contacts_out,
    count(DISTINCT year(day) * 4 + quarter(day)) FILTER (WHERE outbound) AS outbound_quarters,
    count(*) FILTER (WHERE NOT inbound AND regexp_matches(aim, ${proposal})) AS proposals,
    count(*) FILTER (WHERE regexp_matches(aim, ${joint})) AS joint
  FROM after GROUP BY customer_id`;
  return sql`WITH ${contacts(ground)}, told AS (
  SELECT coalesce(bool_or(inbound OR outbound), false) AS ways, coalesce(bool_or(aim <> ''), false) AS aims FROM ways
)
SELECT coalesce(x.contacts, 0) AS contacts,
  CASE WHEN told.ways THEN coalesce(x.contacts_in, 0) END AS contacts_in,
  CASE WHEN told.ways THEN coalesce(x.contacts_out, 0) END AS contacts_out,
  CASE WHEN told.ways THEN coalesce(x.outbound_quarters, 0) END AS outbound_quarters,
  CASE WHEN told.aims THEN coalesce(x.proposals, 0) END AS proposals,
  CASE WHEN told.aims THEN coalesce(x.joint, 0) END AS joint
FROM ${ground.rollup.customers} c CROSS JOIN told LEFT JOIN (${found}) x USING (customer_id) ORDER BY c.k`
    .text;
}

/** Outbound contacts 1 to `days` days after an order day of the customer: followups. */
export function followupsQuery(ground: DatedGround, days: number): string {
  const sales = sql`SELECT customer_id, day FROM ${ground.rollup.days}
    WHERE orders > 0 AND customer_id IN (SELECT customer_id FROM after)`;
  return sql`WITH ${contacts(ground)}, found AS (
  SELECT o.customer_id, count(*) AS followups
  FROM (SELECT customer_id, day FROM after WHERE outbound AND day IS NOT NULL) o
  ASOF JOIN (${sales}) s ON o.customer_id = s.customer_id AND o.day > s.day
  WHERE o.day <= s.day + ${Math.trunc(days)} GROUP BY o.customer_id
), told AS (SELECT coalesce(bool_or((inbound OR outbound) AND day IS NOT NULL), false) AS ways FROM ways)
SELECT CASE WHEN told.ways THEN coalesce(found.followups, 0) END AS followups
FROM ${ground.rollup.customers} c CROSS JOIN told LEFT JOIN found USING (customer_id) ORDER BY c.k`.text;
}

/** Tickets of the period: complaints. Rows without a day count, and so do all of them without a chosen period. */
export function ticketsQuery(ground: MetricGround): string {
  const { from } = ground.scope;
  const since = from === null ? sql`` : sql` AND (day IS NULL OR day >= ${dayLiteral(from)})`;
  const found = sql`SELECT customer_id, count(*) AS complaints FROM tickets WHERE ${knownThen(ground)}${since} GROUP BY customer_id`; // prettier-ignore
  return inRankOrder(ground, [sql`coalesce(x.complaints, 0) AS complaints`], found).text;
}

/**
 * What the customer owed on the as-of day, ten-thousandths: owed, due_owed (the part past due; null where neither a
 * day nor a column says), overdue_days (the longest that a payment was or is late) and credit_limit (the last one in the
 * file).
 */
export function receivablesQuery(ground: MetricGround): string {
  const { model } = ground;
  const { period } = ground.rollup;
  // Bills have no day of their own: those whose sale came after the as-of day are told by the order they name.
  const later =
    period && model.orderIds && model.lastDay !== null && period.asOf < model.lastDay
      ? sql` ANTI JOIN (SELECT customer_id, order_id FROM lines WHERE order_id IS NOT NULL GROUP BY ALL HAVING min(day) > ${dayLiteral(period.asOf)}) USING (customer_id, order_id)`
      : sql``;
  const asOf = period ? dayLiteral(period.asOf) : sql`CAST(NULL AS DATE)`;
  const scaled = (decimal: Sql): Sql => sql`CAST(CAST(${decimal} AS DECIMAL(28,4)) * 10000 AS BIGINT)`;
  const bills = sql`SELECT *,
      (paid_date IS NOT NULL OR coalesce(paid_amount, 0) > 0) AND NOT coalesce(paid_date > ${asOf}, false) AS touched,
      CASE WHEN NOT touched THEN greatest(coalesce(amount, 0), 0) WHEN paid_amount IS NULL THEN 0 ELSE greatest(coalesce(amount, 0) - paid_amount, 0) END AS open
    FROM receivables${later}`;
  const late = sql`SELECT *, greatest(0, CASE WHEN overdue_days IS NOT NULL THEN CAST(overdue_days AS DOUBLE)
      WHEN open > 0 OR NOT touched THEN ${asOf} - due_date ELSE coalesce(paid_date - due_date, 0) END) AS days,
      overdue_days IS NOT NULL OR due_date IS NOT NULL AND ${asOf} IS NOT NULL AS dated
    FROM (${bills})`;
  const found = sql`SELECT customer_id, ${scaled(sql`sum(open)`)} AS owed,
      CASE WHEN bool_or(dated) THEN coalesce(${scaled(sql`sum(open) FILTER (WHERE dated AND days > 0)`)}, 0) END AS due_owed,
      CAST(max(days) FILTER (WHERE dated) AS DOUBLE) AS overdue_days,
      ${scaled(sql`arg_max(credit_limit, source * 17179869184 + row_no) FILTER (WHERE credit_limit IS NOT NULL)`)} AS credit_limit
    FROM (${late}) GROUP BY customer_id`;
  const absent = (column: Sql, value: Sql): Sql => sql`CASE WHEN x.customer_id IS NULL THEN 0 ELSE ${value} END AS ${column}`; // prettier-ignore
  return sql`SELECT ${absent(sql`owed`, sql`x.owed`)}, ${absent(sql`due_owed`, sql`x.due_owed`)},
  CAST(CASE WHEN x.customer_id IS NULL THEN 0 ELSE x.overdue_days END AS DOUBLE) AS overdue_days, x.credit_limit
FROM ${ground.rollup.customers} c LEFT JOIN (${found}) x ON x.customer_id = c.customer_id ORDER BY c.k`.text;
}
