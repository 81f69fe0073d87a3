import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/ingest/inspect.ts';
import type { Role } from '../../../src/base/role.ts';
import { guessRoles } from '../../../src/model/guess.ts';

const columnsOf = (text: string) => inspect(new TextEncoder().encode(text), true, {}).columns;

/** Header → role of every column that has one. */
function mapped(text: string): Record<string, string> {
  const columns = columnsOf(text);
  const { roles } = guessRoles(columns);
  return Object.fromEntries(
    columns.flatMap((column, i) =>
      roles[i]!.role === 'ignore' ? [] : [[column.header.trim(), roles[i]!.role]],
    ),
  );
}

const shopify = `Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Vendor,Id,Source
#1001,ann@example.com,paid,2025-10-07 09:51:00 +0200,EUR,20.00,5.00,1.50,25.00,0.00,2025-10-07 09:50:26 +0200,1,Cup,20.00,Ann Lee,Acme,5551,web
#1002,bob@example.com,paid,2025-10-08 09:51:00 +0200,EUR,30.00,5.00,1.50,35.00,0.00,2025-10-08 09:50:26 +0200,2,Cup,15.00,Bob Ray,Acme,5552,web
`;

describe('guessRoles on real headers', () => {
  it('UCI Online Retail', () => {
    expect(
      mapped(
        'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\nC536366,71053,LANTERN,-8,2010-12-01 08:28:00,3.39,,France\n',
      ),
    ).toEqual({
      InvoiceNo: 'order_id', Description: 'product', Quantity: 'quantity', InvoiceDate: 'order_date', UnitPrice: 'unit_price',
      CustomerID: 'customer_id', Country: 'region',
    }); // prettier-ignore
  });

  it('CDNOW', () => {
    expect(
      mapped(
        ' customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n 00002 19970112  5   77.00\r\n',
      ),
    ).toEqual({
      customer_id: 'customer_id',
      date: 'order_date',
      number_of_cds: 'quantity',
      dollar_value: 'amount',
    });
  });

  it('Superstore', () => {
    expect(
      mapped(
        'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n1,CA-2016-152156,11/8/2016,11/21/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-BO-10001798,Furniture,Bookcases,Bush Somerset,261.96,2,0,41.9136\n2,CA-2016-138688,6/12/2016,6/16/2016,Second Class,DV-13045,Darrin Van Huff,Corporate,United States,Los Angeles,California,90036,West,OFF-LA-10000240,Office Supplies,Labels,Self-Adhesive,14.62,2,0.2,6.8714\n',
      ),
    ).toEqual({
      'Order ID': 'order_id', 'Order Date': 'order_date', 'Customer ID': 'customer_id', 'Customer Name': 'customer_name', Segment: 'industry',
      Region: 'region', Category: 'category', 'Product Name': 'product', Sales: 'amount', Quantity: 'quantity', Discount: 'discount', Profit: 'profit',
    }); // prettier-ignore
  });

  it('淘宝', () => {
    expect(
      mapped(
        '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称\n="1234567890",张**,z@x.cn,120.00,0.00,0,120.00,0,110.50,0,交易成功,,张三,上海市,快递,,\'13800000000,2024-01-05 10:20:30,2024-01-05 10:21:00,杯子,1,YT1,圆通,,2,1,某店\n="1234567891",李**,l@x.cn,60.00,0.00,0,60.00,0,60.00,0,交易关闭,,李四,北京市,快递,,\'13900000000,2024-01-06 10:20:30,2024-01-06 10:21:00,碗,1,YT2,圆通,,1,1,某店\n',
      ),
    ).toMatchObject({
      订单编号: 'order_id', 买家会员名: 'customer_id', 收货人姓名: 'customer_name', 订单创建时间: 'order_date', 买家实际支付金额: 'amount',
      宝贝总数量: 'quantity', 宝贝标题: 'product', 订单状态: 'status', 店铺名称: 'channel', 收货地址: 'region',
    }); // prettier-ignore
  });

  it('京东', () => {
    expect(
      mapped(
        '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,仓库id,仓库名称\n100,55,杯子,2,在线,2024-01-05 10:20:30,50.00,100.00,95.00,0.00,90.00,完成,SOP,jd_a,张三,上海,1380000,1,北京仓\n101,56,碗,1,在线,2024-01-06 10:20:30,30.00,30.00,28.00,0.00,29.00,完成,SOP,jd_b,李四,北京,1390000,1,北京仓\n',
      ),
    ).toEqual({
      订单号: 'order_id', 商品名称: 'product', 订购数量: 'quantity', 下单时间: 'order_date', 京东价: 'unit_price', 应付金额: 'amount',
      订单状态: 'status', 下单帐号: 'customer_id', 客户姓名: 'customer_name',
    }); // prettier-ignore
  });

  it.each([
    '单据编号,日期,客户,物料编码,销售数量,单价,含税单价,价税合计,币别,销售员',
    'FBillNo,FDate,FCustId,FMaterialId,FQty,FPrice,FTaxPrice,FALLAMOUNTFOR,FCURRENCYID,FSALEERID',
  ])('金蝶: %s', (header) => {
    const roles = guessRoles(
      columnsOf(
        `${header}\nXS001,2024-01-05,甲公司,M1,2,10.00,11.30,22.60,人民币,王五\nXS002,2024-01-06,乙公司,M2,1,20.00,22.60,22.60,人民币,赵六\n`,
      ),
    ).roles;
    const at = (role: Role): number => roles.findIndex((guess) => guess.role === role);
    expect([
      at('order_id'),
      at('order_date'),
      Math.max(at('customer_id'), at('customer_name')),
      at('product'),
      at('quantity'),
      at('amount'),
      at('currency'),
      at('account_manager'),
    ]).toEqual([0, 1, 2, 3, 4, 7, 8, 9]);
    expect([5, 6]).toContain(at('unit_price'));
  });

  it('IBM Telco: one row per customer', () => {
    const text =
      'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,InternetService,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn\n7590-VHVEG,Female,0,Yes,No,1,No,DSL,Month-to-month,Yes,Electronic check,29.85,29.85,No\n5575-GNVDE,Male,0,No,No,34,Yes,DSL,One year,No,Mailed check,56.95,1889.5,No\n';
    expect(mapped(text)).toEqual({
      customerID: 'customer_id',
      tenure: 'tenure',
      TotalCharges: 'amount',
      Churn: 'churned',
    });
    expect(guessRoles(columnsOf(text)).shape).toBe('customers');
  });

  it('Shopify: Name is the order, Email the customer', () => {
    expect(mapped(shopify)).toMatchObject({
      Name: 'order_id', Email: 'customer_id', Total: 'amount', 'Created at': 'order_date', 'Billing Name': 'customer_name', Currency: 'currency',
      'Lineitem quantity': 'quantity', 'Lineitem price': 'unit_price', 'Lineitem name': 'product', 'Discount Amount': 'discount',
    }); // prettier-ignore
  });

  it.each([
    ['客户,日期,金额', '甲,2024-01-05,10.5\n乙,2024-01-06,20\n甲,2024-02-06,30\n'],
    ['客戶編號,訂單日期,金額', 'A1,2024/1/5,10.5\nA2,2024/1/6,20\nA1,2024/2/6,30\n'],
    ['customer,date,amount', 'A1,2024-01-05,10.5\nA2,2024-01-06,20\nA1,2024-02-06,30\n'],
    ['會員卡號,消費日期,消費金額(元)', '001,2024-01-05,10.5\n002,2024-01-06,20\n001,2024-02-06,30\n'],
    ['1、客户名称,2、下单日期,3、实付金额（元）', '甲,2024-01-05,10.5\n乙,2024-01-06,20\n甲,2024-02-06,30\n'],
  ])('%s', (header, rows) => {
    const { roles, shape } = guessRoles(columnsOf(`${header}\n${rows}`));
    expect(roles[0]?.role).toMatch(/^customer_(id|name)$/);
    expect(roles.slice(1).map((guess) => guess.role)).toEqual(['order_date', 'amount']);
    expect(shape).toBe('lines');
  });
});

describe('guessRoles', () => {
  it('guesses by values when no name is known, and asks', () => {
    const text = 'x1,x2,x3,x4\n2024-01-05,K001,10.55,3\n2024-01-06,K002,20.10,1\n2024-02-06,K001,30.00,2\n';
    const { roles, shape } = guessRoles(columnsOf(text));
    expect(roles).toEqual([
      { role: 'order_date', confidence: 'ask', why: 'values' },
      { role: 'customer_id', confidence: 'ask', why: 'values' },
      { role: 'amount', confidence: 'ask', why: 'values' },
      { role: 'ignore', confidence: 'sure', why: 'none' },
    ]);
    expect(shape).toBe('lines');
  });

  it('a year is the date where there is no other', () => {
    const rows = '金桥,2022,310.5\n金桥,2023,290.2\n华信,2022,88.0\n';
    expect(mapped(`客户名称,年度,销售额\n${rows}`)).toEqual({ 客户名称: 'customer_name', 年度: 'order_date', 销售额: 'amount' }); // prettier-ignore
    const dated = `客户名称,年度,销售额,日期\n${rows.replaceAll('\n', ',2024-01-05\n')}`;
    expect(mapped(dated)).toEqual({ 客户名称: 'customer_name', 销售额: 'amount', 日期: 'order_date' });
    expect(mapped('客户名称,年度,销售额\n金桥,1,310.5\n华信,2,88.0\n')).not.toHaveProperty('年度');
  });

  it('does not take the date on which a customer was entered for an order', () => {
    const text =
      'Record ID,Company name,Annual Revenue,Last Activity Date,Create Date\n1,A Inc,100000,2024-01-05,2023-01-05\n2,B Inc,200000,2024-01-06,2023-01-05\n';
    const { roles, shape } = guessRoles(columnsOf(text));
    expect(roles.map((guess) => guess.role)).toEqual([
      'customer_id',
      'customer_name',
      'size',
      'contact_date',
      'ignore',
    ]);
    expect(shape).toBe('profile');
  });

  it('says how sure it is', () => {
    const { roles } = guessRoles(
      columnsOf('Customer ID,Shop order date,Net amount EUR\nA,2024-01-05,1.5\nB,2024-01-06,2.5\n'),
    );
    expect(roles.map(({ role, confidence, why }) => [role, confidence, why])).toEqual([
      ['customer_id', 'sure', 'header'],
      ['order_date', 'likely', 'contains'],
      ['amount', 'likely', 'contains'],
    ]);
  });

  it('does not believe a name that the values deny', () => {
    const { roles } = guessRoles(
      columnsOf('customer,date,amount,paid\nA,spring,high,1.5\nB,summer,low,2.5\nA,spring,low,3.5\n'),
    );
    expect(roles.map((guess) => guess.role)).toEqual(['customer_id', 'ignore', 'ignore', 'amount']);
  });

  it('does not take tax, freight or refunds for sales', () => {
    const { roles } = guessRoles(
      columnsOf('customer,tax amount,运费金额,order amount\nA,1,2,30\nB,1,2,40\n'),
    );
    expect(roles.map((guess) => guess.role)).toEqual(['customer_id', 'ignore', 'ignore', 'amount']);
  });

  it('gives every role but year to one column at most', () => {
    const columns = columnsOf('客户,金额,金额,2022,2023,数量,数量\n甲,1.5,2.5,1,2,3,4\n乙,1.6,2.6,1,2,3,4\n');
    expect(guessRoles(columns).roles.map((guess) => guess.role)).toEqual([
      'customer_id', 'ignore', 'ignore', 'year', 'year', 'quantity', 'ignore',
    ]); // prettier-ignore
  });

  it('tells one row per customer from many', () => {
    expect(guessRoles(columnsOf('客户,销售额\n甲,1\n乙,2\n')).shape).toBe('customers');
    expect(guessRoles(columnsOf('客户,销售额\n甲,1\n甲,2\n')).shape).toBe('lines');
    expect(guessRoles(columnsOf('客户,日期,销售额\n甲,2024-01-05,1\n乙,2024-01-06,2\n')).shape).toBe('lines');
  });

  it('takes spreadsheet day numbers for dates where the name says date', () => {
    expect(mapped('客户,订单日期,金额\n甲,45296,1.5\n乙,45297,2.5\n')).toEqual({
      客户: 'customer_id',
      订单日期: 'order_date',
      金额: 'amount',
    });
  });
});

const folder = process.env.REFERENCE_DATA;
(folder ? it : it.skip)(`the published files themselves${folder ? '' : ' (reference data not set)'}`, () => {
  const head = (name: string): Uint8Array => {
    const bytes = readFileSync(join(folder ?? '', name));
    return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes).subarray(0, 400_000);
  };
  const of = (name: string) => {
    const { columns } = inspect(head(name), false, {});
    const { roles, shape } = guessRoles(columns);
    return [shape, ...roles.map((guess) => guess.role).filter((role) => role !== 'ignore')];
  };
  expect(of('cdnow_master.txt')).toEqual(['lines', 'customer_id', 'order_date', 'quantity', 'amount']);
  expect(of('online_retail.csv.gz')).toEqual([
    'lines',
    'order_id',
    'product',
    'quantity',
    'order_date',
    'unit_price',
    'customer_id',
    'region',
  ]);
  expect(of('telco_customer_churn.csv')).toEqual(['customers', 'customer_id', 'tenure', 'amount', 'churned']);
});

it('says why the amount is what it is in sight of every column of money', () => {
  const why = (text: string) => guessRoles(columnsOf(text)).amounts.why;
  const orders = (header: string) =>
    `订单编号,买家会员名,${header},订单创建时间\n1,a,10.00,9.00,2024-01-05\n2,b,20.00,18.00,2024-01-06\n`;
  expect(why(orders('买家应付货款,买家实际支付金额'))).toBe('paid_over_list');
  expect(why(orders('运费,买家实际支付金额'))).toBe('only');
});
