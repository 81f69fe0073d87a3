import type { Lang } from './lang.ts';

const en = {
  value: ['Value', 'The measure of the page, summed over the customer’s rows in the period.'],
  value_share: ['Share of value', 'The customer’s value over the value of all ranked customers.'],
  orders: ['Orders', 'Different orders with at least one line above zero.'],
  average_order: ['Average order', 'Amount over the number of orders.'],
  recency_days: ['Days since the last order', 'As-of day minus the day of the last order.'],
  tenure_days: ['Days since the first order', 'As-of day minus the day of the first order.'],
  growth: ['Growth', 'Value of the last half of the period minus the half before.'],
  growth_rate: ['Growth rate', 'Growth over the value of the first half; unknown where that is zero or less.'],
  potential: ['Potential', 'The mapped potential of the customer, the latest one known.'],
  amount: ['Amount', 'Sum of the amounts, returns subtracted as the page says.'],
  profit: ['Profit', 'Sum of the profits of the customer’s rows.'],
  margin: ['Margin', 'Profit over amount; unknown where the amount is zero or less.'],
  quantity: ['Quantity', 'Sum of the quantities of the customer’s rows.'],
  categories: ['Categories', 'Different categories bought, returns left out.'],
  products: ['Products', 'Different products bought, returns left out.'],
  returns_rate: ['Return rate', 'Amount of the lines below zero over the amount of the lines above zero.'],
  usual_gap: ['Usual gap', 'Median number of days between the customer’s order days; unknown below two order days.'],
  order_days: ['Order days', 'Different days with an order.'],
  active_months: ['Active months', 'Different calendar months with an order.'],
  cv: ['Variation', 'Standard deviation over mean of the measure in equal periods, from the first purchase to the last complete period, empty ones being zero.'],
  periods: ['Periods', 'Number of periods that variation and trend look at.'],
  trend: ['Trend', 'Slope of the straight line through the periods, over their mean: the change per period.'],
  year_value: ['Volume of the last year', 'Volume of the last complete calendar year.'],
  year_growth_1: ['Growth of the last year', 'Volume of the last complete year over the year before, less one; unknown where that year is zero or less.'],
  year_growth_2: ['Growth of the year before', 'Volume of the last year but one over the year before it, less one; unknown where that year is zero or less.'],
  year_cagr: ['Yearly growth over two years', 'The even yearly rate that leads from the first to the last of three complete years.'],
  repurchase_rate: ['Rate of buying again', 'Of the customers with as many order days, the share that ordered again within the days of the silence rule.'],
  satisfaction: ['Satisfaction', 'The customer’s latest answer, 1 to 5.'],
  recommend: ['Recommendation', 'The latest answer: 3 very likely, 2 possible, 1 not.'],
  repurchase: ['Repurchase probability', 'The latest answer, 0 % to 100 %; a band counts as its lower edge.'],
  repurchase_or_rate: ['Repurchase probability or rate', 'The latest answer; where there is none, the rate of buying again of customers with as many order days.'],
  cooperation: ['Cooperation', 'The grade of cooperation, 1 to 5; high is 5.'],
  loyalty: ['Loyalty', 'The grade of loyalty, 1 to 5; high is 5.'],
  influence: ['Influence', 'Referrals, followers or a grade of influence (0 to 100), as the customer list says.'],
  size: ['Company size', 'Employees or revenue as mapped, or the grade of the size, 1 to 5.'],
  standing: ['Market position', 'The position in the industry, as the customer list says; grades are 1 to 5.'],
  innovation: ['Innovation', 'The ability to innovate, as the customer list says; grades are 1 to 5.'],
  contacts: ['Contacts', 'Entries of the contact log after the first sale.'],
  contacts_in: ['Inbound contacts', 'Contacts after the first sale that came from the customer.'],
  contacts_out: ['Outbound contacts', 'Contacts after the first sale that went to the customer.'],
  followups: ['Follow-ups', 'Outbound contacts within the chosen number of days after a sale.'],
  outbound_quarters: ['Quarters with outbound contact', 'Different calendar quarters with an outbound contact after the first sale.'],
  proposals: ['Proposals', 'Contacts after the first sale about new products or suggestions.'],
  joint: ['Joint projects', 'Contacts after the first sale about joint projects or contracts.'],
  overdue_days: ['Days overdue', 'The longest that a payment was or is late on the as-of day.'],
  overdue_share: ['Share overdue', 'Open amount past its due day over the whole open amount; 0 where nothing is open.'],
  limit_use: ['Use of the credit limit', 'Open amount over the credit limit.'],
  outstanding: ['Open amount', 'Invoiced and not paid on the as-of day.'],
  complaints: ['Complaints', 'Tickets of the customer in the period.'],
  flags: ['Risk flags', 'Attributes on compliance, licences, sanctions or complaints that say something is wrong.'],
  industry_growth: ['Growth of the industry', 'Growth rate of all customers of the same industry together.'],
} as const satisfies Readonly<Record<string, readonly [name: string, definition: string]>>; // prettier-ignore

/** The ids of metrics; the same as those of model/metrics, which a test makes sure of. */
type Id = keyof typeof en;

/** Each metric's name, and what it is in one sentence. */
export interface MetricWords {
  readonly name: Readonly<Record<Id, string>>;
  readonly definition: Readonly<Record<Id, string>>;
}

const zhHans: Readonly<Record<Id, readonly [name: string, definition: string]>> = {
  value: ['客户价值', '客户在所选期间内的度量合计，度量以页面所选为准。'],
  value_share: ['价值占比', '客户价值占全部上榜客户价值的比例。'],
  orders: ['订单数', '至少有一行金额大于零的不同订单数。'],
  average_order: ['平均每单金额', '金额除以订单数。'],
  recency_days: ['距上次下单天数', '截至日减去最近一次下单日。'],
  tenure_days: ['距首次下单天数', '截至日减去首次下单日。'],
  growth: ['增长额', '期间后半段的价值减去前半段。'],
  growth_rate: ['增长率', '增长额除以前半段的价值；前半段为零或负数时未知。'],
  potential: ['潜力', '已映射的客户潜力，取最近一次的值。'],
  amount: ['金额', '金额合计，退货按页面设置扣减。'],
  profit: ['利润', '客户各行利润的合计。'],
  margin: ['利润率', '利润除以金额；金额为零或负数时未知。'],
  quantity: ['数量', '客户各行数量的合计。'],
  categories: ['品类数', '购买过的不同品类数，不含退货。'],
  products: ['商品数', '购买过的不同商品数，不含退货。'],
  returns_rate: ['退货率', '负数行金额与正数行金额之比。'],
  usual_gap: ['通常间隔', '客户相邻两个下单日之间天数的中位数；不足两个下单日时未知。'],
  order_days: ['下单天数', '有订单的不同日期数。'],
  active_months: ['活跃月数', '有订单的不同自然月数。'],
  cv: ['变异系数', '各等长时段度量的标准差除以均值，从首次购买所在时段到最后一个完整时段，空时段按零计。'],
  periods: ['时段数', '计算变异系数和趋势所用的时段个数。'],
  trend: ['趋势', '各时段拟合直线的斜率除以时段均值，即每个时段的变化幅度。'],
  year_value: ['最近一年销量', '最近一个完整自然年的销量。'],
  year_growth_1: ['最近一年增长率', '最近一个完整年比上一年的增长；上一年为零或负数时未知。'],
  year_growth_2: ['前一年增长率', '倒数第二个完整年比其上一年的增长；基年为零或负数时未知。'],
  year_cagr: ['两年年均增长率', '三个完整年从首年到末年的年均复合增长率。'],
  repurchase_rate: ['复购率', '下单天数相同的客户中，在沉默规则的天数之内再次下单的比例。'],
  satisfaction: ['满意度', '客户最近一次的回答，1 到 5 分。'],
  recommend: ['推荐意愿', '最近一次的回答：3 为很大可能，2 为有可能，1 为不可能。'],
  repurchase: ['复购概率', '最近一次的回答，0% 到 100%；区间取其下限。'],
  repurchase_or_rate: ['复购概率或复购率', '最近一次的回答；没有回答时，取下单天数相同的客户的复购率。'],
  cooperation: ['配合度', '配合程度，1 到 5 分，“高”为 5。'],
  loyalty: ['忠诚度', '忠诚程度，1 到 5 分，“高”为 5。'],
  influence: ['影响力', '客户资料中的推荐人数、粉丝数或影响力等级（0 到 100）。'],
  size: ['企业规模', '已映射的员工人数或营业额，或规模等级（1 到 5）。'],
  standing: ['行业地位', '客户资料中的行业地位，等级为 1 到 5。'],
  innovation: ['创新能力', '客户资料中的创新能力，等级为 1 到 5。'],
  contacts: ['联系次数', '首次成交之后的联系记录数。'],
  contacts_in: ['客户来联系次数', '首次成交之后由客户发起的联系次数。'],
  contacts_out: ['主动联系次数', '首次成交之后由我方发起的联系次数。'],
  followups: ['售后跟进次数', '成交后规定天数之内由我方发起的联系次数。'],
  outbound_quarters: ['主动联系的季度数', '首次成交之后有我方主动联系的不同自然季度数。'],
  proposals: ['新品与建议次数', '首次成交之后介绍新产品或提出建议的联系次数。'],
  joint: ['联合项目次数', '首次成交之后涉及联合项目或合同的联系次数。'],
  overdue_days: ['逾期天数', '截至日前付款曾经或仍然逾期的最长天数。'],
  overdue_share: ['逾期占比', '已过到期日的未收金额占全部未收金额的比例；没有未收金额时为 0。'],
  limit_use: ['信用额度使用率', '未收金额除以信用额度。'],
  outstanding: ['未收金额', '截至日已开票而未收回的金额。'],
  complaints: ['投诉次数', '客户在期间内的工单数。'],
  flags: ['风险标记', '合规、证照、制裁、投诉等属性中显示异常的项数。'],
  industry_growth: ['行业增长率', '同一行业全部客户合计的增长率。'],
}; // prettier-ignore

function wordsOf(pairs: Readonly<Record<Id, readonly [string, string]>>): MetricWords {
  const column = (i: 0 | 1): Record<Id, string> =>
    Object.fromEntries(Object.entries(pairs).map(([id, pair]) => [id, pair[i]])) as Record<Id, string>;
  return { name: column(0), definition: column(1) };
}

export const metricWords: Readonly<Record<Lang, MetricWords>> = {
  en: wordsOf(en),
  'zh-Hans': wordsOf(zhHans),
};
