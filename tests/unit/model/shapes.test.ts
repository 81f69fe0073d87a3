import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../src/ingest/types.ts';
import { inspect } from '../../../src/ingest/inspect.ts';
import { guessRoles } from '../../../src/model/guess.ts';

const guessOf = (text: string, fileName = '') => {
  const { columns, preview, preamble } = inspect(new TextEncoder().encode(text), true, {});
  return guessRoles(columns, preview, { fileName, preamble });
};
const rolesOf = (text: string, fileName = '') => guessOf(text, fileName).roles.map((guess) => guess.role);

describe('what a table lists', () => {
  it.each<[string, Shape, string, string]>([
    ['order lines', 'lines', 'order_lines', '订单号,客户编号,日期,商品,金额\nA1,K1,2024-01-05,杯,1.5\nA1,K1,2024-01-05,碗,2.5\nA2,K2,2024-01-06,碗,2.5\n'],
    ['orders', 'lines', 'orders', 'Order ID,Customer ID,Order Date,Total\nA1,K1,2024-01-05,1.5\nA2,K2,2024-01-06,2.5\nA3,K1,2024-01-07,2.5\n'],
    ['dated amounts', 'lines', 'transactions', '会员卡号,消费日期,消费金额\nK1,2024-01-05,1.5\nK1,2024-01-06,2.5\n'],
    ['amounts without dates', 'lines', 'undated', '客户,销售额\n甲,1\n甲,2\n'],
    ['one row per customer', 'customers', 'one_per_customer', '客户编号,客户名称,行业,销售额\nK1,甲公司,食品,1.5\nK2,乙公司,零售,2.5\n'],
    ['a customer with unknown money', 'customers', 'one_per_customer', 'Kunde,Region,Umsatz\nK1,Nord,1.55\nK2,Süd,2.55\n'],
    ['years', 'periods', 'period_columns', '客户名称,行业,2021,2022,2023\n甲公司,食品,1.5,2,3\n乙公司,零售,2.5,,4\n'],
    ['years with words', 'periods', 'period_columns', '客户名称,2021年销售额,2022年销售额\n甲公司,1.5,2\n乙公司,2.5,3\n'],
    ['quarters', 'periods', 'period_columns', 'Customer,2023 Q1,2023 Q2,2023 Q3\nAcme Inc,1.5,2,1\nGlobex LLC,2.5,3,4\n'],
    ['months', 'periods', 'period_columns', 'Account Name,Jan 2024,Feb 2024,Mar 2024,Total\nAcme Inc,1.5,2,1,4.5\nGlobex LLC,2.5,3,4,9.5\n'],
    ['master data', 'profile', 'attributes_only', '客户编号,客户名称,行业,企业规模,客户经理,注册时间\nK1,甲公司,食品,大,王五,2020-01-05\nK2,乙公司,零售,小,赵六,2021-01-05\n'],
    ['master data with a status', 'profile', 'attributes_only', 'Customer ID,Name,City,Status,Created at\nK1,Acme Inc,Rome,active,2020-01-05\nK2,Globex LLC,Bern,lost,2021-01-05\n'],
    ['a member list', 'profile', 'attributes_only', '会员卡号,会员姓名,手机号,会员等级,生日\nK1,张三,13800000000,金卡,1990-01-05\nK2,李四,13900000000,银卡,1985-01-05\n'],
    ['a survey', 'survey', 'answers', '客户编号,提交时间,总体满意度,推荐意愿,复购意愿\nK1,2024-01-05 10:00,很满意,9,高\nK2,2024-01-06 10:00,不满意,3,低\n'],
    ['an NPS list', 'survey', 'answers', 'Customer ID,NPS,Comment\nK1,9,good\nK2,3,bad\n'],
    ['a contact log', 'contacts', 'contact_log', '客户名称,拜访日期,沟通方向,拜访目的,业务员\n甲公司,2024-01-05,呼出,回访,王五\n甲公司,2024-01-06,呼入,投诉,王五\n乙公司,2024-01-06,呼出,回访,赵六\n'],
    ['calls', 'contacts', 'contact_log', 'Customer ID,Date,Direction,Type\nK1,2024-01-05,inbound,complaint\nK1,2024-01-06,outbound,survey\nK2,2024-01-06,outbound,survey\n'],
    ['tickets', 'tickets', 'tickets', 'Ticket ID,Customer ID,Created at,Status,Category,Priority\nT1,K1,2024-01-05 10:00,open,billing,high\nT2,K1,2024-01-06 10:00,closed,delivery,low\nT3,K2,2024-01-06 10:00,closed,billing,low\n'],
    ['工单', 'tickets', 'tickets', '工单编号,客户编号,创建时间,工单状态,问题类型\nT1,K1,2024-01-05 10:00,已解决,物流\nT2,K2,2024-01-06 10:00,处理中,质量\n'],
    ['receivables', 'receivables', 'due_dates', '客户编号,发票号,开票日期,到期日,应收金额,回款金额,回款日期,逾期天数\nK1,F1,2024-01-05,2024-02-05,100.50,100.50,2024-02-10,5\nK2,F2,2024-01-06,2024-02-06,200.50,0,,30\n'],
    ['open balances', 'receivables', 'due_dates', '客户名称,信用额度,应收余额,逾期天数\n甲公司,50000,1200.50,0\n乙公司,30000,800.50,15\n'],
    ['exposures', 'exposures', 'exposures', 'customer_id,campaign,group,sent_at,converted\nK1,spring,treatment,2024-01-05,1\nK2,spring,control,2024-01-05,0\n'],
    ['实验名单', 'exposures', 'exposures', '会员卡号,活动名称,实验组/对照组,触达时间\nK1,春促,实验组,2024-01-05\nK2,春促,对照组,2024-01-05\n'],
  ])('%s', (_, shape, why, text) => {
    const guess = guessOf(text);
    expect([guess.shape, guess.shapeWhy]).toEqual([shape, why]);
  }); // prettier-ignore
});

describe('roles in their context', () => {
  it('a sum beside the periods is no period, and not counted again', () => {
    expect(rolesOf('客户名称,1月,2月,3月,合计\n甲公司,1.5,2,1,4.5\n乙公司,2.5,3,4,9.5\n')).toEqual([
      'customer_name', 'year', 'year', 'year', 'ignore',
    ]); // prettier-ignore
  });

  it('another measure by period is left out', () => {
    expect(rolesOf('Customer,2022 Sales,2023 Sales,2022 Orders,2023 Orders\nAcme Inc,1.5,2,1,4\nGlobex LLC,2.5,3,4,9\n')).toEqual([
      'customer_name', 'year', 'year', 'ignore', 'ignore',
    ]); // prettier-ignore
  });

  it.each([
    [
      'title',
      '2024年客户销售表\n客户名称,1月,2月,3月\n甲公司,1.5,2,1\n乙公司,2.5,3,4\n丙公司,2.5,3,4\n',
      '',
      2024,
    ],
    ['file name', '客户名称,1月,2月,3月\n甲公司,1.5,2,1\n乙公司,2.5,3,4\n', '销售_2023.csv', 2023],
    ['nothing', '客户名称,1月,2月,3月\n甲公司,1.5,2,1\n乙公司,2.5,3,4\n', 'x.csv', null],
  ])('the year of months comes from the %s', (_, text, fileName, year) => {
    expect(guessOf(text, fileName).repairs.year).toBe(year);
  });

  it('a column holds the year of months', () => {
    const guess = guessOf('客户名称,年份,1月,2月\n甲公司,2022,1.5,2\n甲公司,2023,2.5,3\n', '销售_2021.csv');
    expect(guess.roles.map(({ role }) => role)).toEqual(['customer_name', 'year', 'year', 'year']);
    expect([guess.shape, guess.repairs.year]).toEqual(['periods', null]);
  });

  it('a status without orders is the customer’s, the day of entry no order', () => {
    expect(rolesOf('Customer ID,City,Status,Created at\nK1,Rome,active,2020-01-05\nK2,Bern,lost,2021-01-05\n')).toEqual([
      'customer_id', 'region', 'lifecycle', 'ignore',
    ]); // prettier-ignore
  });

  it('firms are known by name, people by telephone', () => {
    const firms =
      '客户名称,手机号,日期,金额\n甲贸易公司,13800000000,2024-01-05,1.5\n乙食品厂,13900000000,2024-01-06,2.5\n';
    const people =
      '客户姓名,手机号,日期,金额\n张三,13800000000,2024-01-05,1.5\n李四,13900000000,2024-01-06,2.5\n';
    expect(rolesOf(firms)).toEqual(['customer_name', 'ignore', 'order_date', 'amount']);
    expect(rolesOf(people)).toEqual(['customer_name', 'customer_id', 'order_date', 'amount']);
    expect(guessOf(firms).contacts).toEqual([null, 'phone', null, null]);
  });

  it('客户 alone is an id when it holds codes, a name when it holds names', () => {
    expect(rolesOf('客户,日期,金额\n1001,2024-01-05,1.5\n1002,2024-01-06,2.5\n')[0]).toBe('customer_id');
    expect(rolesOf('客户,日期,金额\n东方贸易,2024-01-05,1.5\n长城商行,2024-01-06,2.5\n')[0]).toBe(
      'customer_name',
    );
    expect(rolesOf('客户编号,客户,日期,金额\n1,9001,2024-01-05,1.5\n2,9002,2024-01-06,2.5\n').slice(0, 2)).toEqual([
      'customer_id', 'customer_name',
    ]); // prettier-ignore
  });

  it('where rows are sales, the day of entry stands in for that of the order', () => {
    const text = (extra: string, cells: string) =>
      `id,Created date (UTC),Amount,Customer ID${extra}\nch_1,2024-01-05,20.00,cus_1${cells}\nch_2,2024-01-06,25.00,cus_2${cells}\n`;
    expect(rolesOf(text(',Status', ',Paid'))[1]).toBe('order_date');
  });

  it('a balance alone is not owed', () => {
    const { shape } = guessOf(
      'CustomerId,Geography,Tenure,Balance,Exited\n1,France,2,10.50,1\n2,Spain,1,83807.86,0\n',
    );
    expect(shape).toBe('profile');
  });

  it('values speak where names do not', () => {
    expect(
      rolesOf(
        '客户编号,日期,金额,A,B,C\nK1,2024-01-05,1.5,很满意,代理商,人民币\nK2,2024-01-06,2.5,不满意,加盟商,美元\nK3,2024-01-06,2.5,满意,直营,人民币\n',
      ),
    ).toEqual(['customer_id', 'order_date', 'amount', 'satisfaction', 'customer_type', 'currency']);
  });
});

describe('amounts', () => {
  it.each([
    ['客户编号,日期,订单金额,实付金额', 3, 'paid_over_list'],
    ['客户编号,日期,不含税金额,价税合计', 3, 'with_tax_over_without'],
    ['客户编号,日期,价税合计,不含税金额', 2, 'with_tax_over_without'],
    ['客户编号,日期,运费,金额', 3, 'only'],
    ['客户编号,日期,数量,单价', null, 'price_times_quantity'],
    ['Customer ID,Date,Total,Amount paid', 3, 'paid_over_list'],
    ['Customer ID,Date,Net value,Tax amount', 2, 'only'],
  ] as const)('%s: column %s, %s', (header, taken, why) => {
    const { amounts } = guessOf(`${header}\nK1,2024-01-05,3,1.5\nK2,2024-01-06,4,2.5\nK1,2024-01-07,5,2.5\n`);
    expect([amounts.taken, amounts.why]).toEqual([taken, why]);
  });

  it('takes what differs between the rows of an order before the total that is repeated', () => {
    const { amounts, repairs } = guessOf(
      '订单号,客户编号,日期,订单金额,小计\nA1,K1,2024-01-05,4.00,1.50\nA1,K1,2024-01-05,4.00,2.50\nA2,K2,2024-01-06,9.00,9.00\n',
    );
    expect([amounts.taken, amounts.why, repairs.orderTotals]).toEqual([4, 'line_over_order_total', 'sum']);
  });

  it('counts a repeated total once, and adds rows that differ', () => {
    const total = (first: string, second: string) =>
      guessOf(
        `订单号,客户编号,日期,商品,订单金额\nA1,K1,2024-01-05,杯,${first}\nA1,K1,2024-01-05,碗,${second}\nA2,K2,2024-01-06,碗,9.00\n`,
      ).repairs.orderTotals;
    expect([total('4.00', '4.00'), total('1.50', '2.50')]).toEqual(['once', 'sum']);
  });

  it('fills down where the customer stands on the first row of an order only', () => {
    const { repairs } = guessOf(
      '订单号,客户编号,日期,商品,金额\nA1,K1,2024-01-05,杯,4.00\nA1,,,碗,1.00\nA2,K2,2024-01-06,碗,9.00\n',
    );
    expect(repairs.fillDown).toBe(true);
  });

  it('fills down where lines leave order, customer and date blank, but not for rows without a product', () => {
    const filled = (line: string): boolean =>
      guessOf(
        `日期,单据编号,客户编码,物料名称,价税合计\n2024-01-05,A1,K1,杯,4.00\n${line}\n2024-01-06,A2,K2,碗,9.00\n2024-01-06,A3,K3,碗,8.00\n`,
      ).repairs.fillDown;
    expect([',,,碗,1.00', ',,,,5.00', ',,K1,碗,1.00', '2024-01-06,,K1,碗,1.00'].map(filled)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['金额(万元)', 10_000],
    ['销售额（千元）', 1000],
    ['金额(元)', 1],
  ])('%s is scaled by %s', (header, scale) => {
    const { repairs } = guessOf(`客户编号,日期,${header}\nK1,2024-01-05,1.5\nK2,2024-01-06,2.5\n`);
    expect(repairs.scale).toBe(scale);
  });

  it('scales by what a title says', () => {
    const { repairs } = guessOf(
      '2024年客户销售汇总表\n单位：万元\n客户名称,1月,2月,3月\n甲公司,1.1,2.2,3.3\n乙公司,1.1,2.2,3.3\n丙公司,1.1,2.2,3.3\n',
    );
    expect([repairs.scale, repairs.year]).toEqual([10_000, 2024]);
  });

  it('takes a price without quantity for the amount, and no telephone number', () => {
    const text =
      '客户姓名,联系电话,车型,成交价,成交日期\n张三,13800000000,A6,300000,2024-01-05\n李四,13900000000,A4,200000,2024-01-06\n';
    expect(rolesOf(text)).toEqual(['customer_name', 'ignore', 'product', 'amount', 'order_date']);
  });

  it.each([
    ['20.00', 'negate'],
    ['-20.00', 'use'],
  ])('a return of %s: %s', (amount, choice) => {
    const { repairs, roles } = guessOf(
      `单号,客户编号,日期,类型,金额\n1,K1,2024-01-05,销售,10.00\n2,K1,2024-01-06,退货,${amount}\n`,
    );
    expect(roles[3]?.role).toBe('status');
    expect(repairs.status).toEqual({ 销售: 'use', 退货: choice });
  });

  it('scales period columns', () => {
    expect(guessOf('客户名称,2022(万元),2023(万元)\n甲公司,1.5,2\n乙公司,2.5,3\n').repairs.scale).toBe(
      10_000,
    );
  });
});
