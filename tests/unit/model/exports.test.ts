import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/ingest/inspect.ts';
import { guessRoles, type MappingGuess } from '../../../src/model/guess.ts';

const guessOf = (text: string, fileName = ''): MappingGuess & { headers: readonly string[] } => {
  const { columns, preview, preamble } = inspect(new TextEncoder().encode(text), true, {});
  const headers = columns.map((column) => column.header.trim());
  return { ...guessRoles(columns, preview, { fileName, preamble }), headers };
};

/** Header → role of every column that has one. */
const rolesOf = (guess: ReturnType<typeof guessOf>): Record<string, string> =>
  Object.fromEntries(
    guess.headers.flatMap((header, i) => {
      const role = guess.roles[i]!.role;
      return role === 'ignore' ? [] : [[header, role]];
    }),
  );

const contactsOf = (guess: ReturnType<typeof guessOf>): Record<string, string> =>
  Object.fromEntries(
    guess.headers.flatMap((header, i) => (guess.contacts[i] ? [[header, guess.contacts[i]]] : [])),
  );

it('takes the date of payment where the order has no other', () => {
  const rows = 'T1,amy,杯,100,2024-01-05 10:00:00\nT2,bob,壶,50,2024-02-06 11:00:00\n';
  const guess = guessOf(`订单编号,买家会员名,宝贝标题,买家实际支付金额,订单付款时间\n${rows}`);
  expect(guess.known).toBe('taobao');
  expect(rolesOf(guess)).toMatchObject({ 买家会员名: 'customer_id', 订单付款时间: 'order_date' });
  const both = guessOf(
    '订单编号,买家会员名,宝贝标题,订单付款时间,订单创建时间\nT1,amy,杯,2024-01-06,2024-01-05\n',
  );
  expect(rolesOf(both)).toMatchObject({ 订单创建时间: 'order_date' });
  expect(rolesOf(both)).not.toHaveProperty('订单付款时间');
});

describe('shops', () => {
  it('Shopify: order fields stand on the first row of each order', () => {
    const guess =
      guessOf(`Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Phone,Shipping Zip,Refunded Amount,Vendor,Id,Tags,Source
#1001,ann@example.com,paid,2025-10-07 09:51:00 +0200,fulfilled,EUR,50.00,5.00,1.50,55.00,,0.00,2025-10-07 09:50:26 +0200,1,Cup,20.00,C1,Ann Lee,'+4915112345678,'01067,0.00,Acme,5551,,web
#1001,ann@example.com,,,,,,,,,,,2025-10-07 09:50:26 +0200,2,Bowl,15.00,B1,,,,,Acme,,,
#1002,bob@example.com,partially_refunded,2025-10-08 09:51:00 +0200,fulfilled,EUR,30.00,5.00,1.50,35.00,,0.00,2025-10-08 09:50:26 +0200,2,Cup,15.00,C1,Bob Ray,'+4915187654321,'01069,15.00,Acme,5552,,pos
#1003,cy@example.com,voided,,,EUR,15.00,5.00,1.50,20.00,,0.00,2025-10-09 09:50:26 +0200,1,Bowl,15.00,B1,Cy Poe,,'01070,0.00,Acme,5553,,web
`);
    expect(rolesOf(guess)).toEqual({
      Name: 'order_id', Email: 'customer_id', 'Financial Status': 'status', Currency: 'currency', Total: 'amount', 'Discount Amount': 'discount',
      'Created at': 'order_date', 'Lineitem quantity': 'quantity', 'Lineitem name': 'product', 'Lineitem price': 'unit_price',
      'Billing Name': 'customer_name', 'Refunded Amount': 'refund', Source: 'channel',
    }); // prettier-ignore
    expect([guess.known, guess.shape, guess.shapeWhy]).toEqual(['shopify', 'lines', 'order_lines']);
    expect(guess.repairs).toMatchObject({
      fillDown: true,
      orderTotals: 'sum',
      refunds: 'subtract',
      status: { paid: 'use', partially_refunded: 'use', voided: 'set_aside' },
    });
    expect(contactsOf(guess)).toEqual({ Email: 'email', 'Billing Phone': 'phone' });
  });

  const woo =
    'order_id,order_number,order_date,paid_date,status,order_total,order_subtotal,discount_total,order_currency,customer_id,customer_email,billing_first_name,billing_last_name,billing_company,payment_method';
  it('WooCommerce, one row per order, customers with accounts', () => {
    const guess = guessOf(`${woo}
101,101,10/28/2024 10:20:30,10/28/2024 10:21:00,completed,55.00,50.00,0.00,USD,7,ann@example.com,Ann,Lee,,stripe
102,102,10/29/2024 11:20:30,,pending,35.00,30.00,5.00,USD,8,bob@example.com,Bob,Ray,Acme Ltd,bacs
103,103,10/30/2024 11:20:30,10/30/2024 11:21:00,refunded,35.00,30.00,5.00,USD,7,ann@example.com,Ann,Lee,,stripe
`);
    expect(rolesOf(guess)).toMatchObject({
      order_id: 'order_id', order_date: 'order_date', status: 'status', order_total: 'amount', discount_total: 'discount', order_currency: 'currency',
      customer_id: 'customer_id',
    }); // prettier-ignore
    expect([guess.known, guess.shape, guess.shapeWhy]).toEqual(['woocommerce', 'lines', 'orders']);
    expect(guess.repairs).toMatchObject({
      orderTotals: 'sum',
      fillDown: false,
      status: { completed: 'use', pending: 'set_aside', refunded: 'set_aside' },
    });
  });

  it('WooCommerce, one row per item, with guests whose id is 0', () => {
    const guess = guessOf(`${woo},item_name,item_quantity
101,101,10/28/2024 10:20:30,10/28/2024 10:21:00,completed,55.00,50.00,0.00,USD,0,ann@example.com,Ann,Lee,,stripe,Cup,1
101,101,10/28/2024 10:20:30,10/28/2024 10:21:00,completed,55.00,50.00,0.00,USD,0,ann@example.com,Ann,Lee,,stripe,Bowl,2
102,102,10/29/2024 11:20:30,10/29/2024 11:21:00,processing,35.00,30.00,5.00,USD,8,bob@example.com,Bob,Ray,,bacs,Cup,1
`);
    expect(rolesOf(guess)).toMatchObject({
      customer_email: 'customer_id',
      order_total: 'amount',
      item_quantity: 'quantity',
      item_name: 'product',
    });
    expect(guess.shapeWhy).toBe('order_lines');
    expect(guess.repairs.orderTotals).toBe('once');
    expect(guess.amounts.why).toBe('order_total_once');
  });

  it('淘宝: what the buyer paid, not what was listed', () => {
    const guess = guessOf(
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,买家服务费,发票抬头\n="1234567890123456789",阿明01,z@x.cn,120.00,0.00,0,120.00,0,110.50,0,交易成功,,张三,上海市,快递,,\'13800000000,2024-01-05 10:20:30,2024-01-05 10:21:00,杯子,1,YT1,圆通,,2,1,某店,,0,\n="1234567890123456790",小红,l@x.cn,60.00,0.00,0,60.00,0,60.00,0,交易关闭,,李四,北京市,快递,,\'13900000000,2024-01-06 10:20:30,2024-01-06 10:21:00,碗,1,YT2,圆通,,1,1,某店,买家不想要,0,\n',
    );
    expect(rolesOf(guess)).toEqual({
      订单编号: 'order_id', 买家会员名: 'customer_id', 买家实际支付金额: 'amount', 订单状态: 'status', 收货人姓名: 'customer_name', 收货地址: 'region',
      订单创建时间: 'order_date', 宝贝标题: 'product', 宝贝总数量: 'quantity', 店铺名称: 'channel',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['taobao', 'lines']);
    expect(guess.amounts.why).toBe('paid_over_list');
    const kinds = Object.fromEntries(
      guess.amounts.columns.map(({ index, kind }) => [guess.headers[index], kind]),
    );
    expect(kinds).toMatchObject({ 买家应付货款: 'list', 总金额: 'order_total', 买家实际支付金额: 'paid' });
    expect(guess.repairs.status).toEqual({ 交易成功: 'use', 交易关闭: 'set_aside' });
    expect(contactsOf(guess)).toMatchObject({ 联系手机: 'phone', 买家支付宝账号: 'email' });
  });

  it('淘宝, newer', () => {
    const guess = guessOf(
      '订单编号,买家会员名,买家实付金额,买家下单时间,买家付款时间,宝贝标题,宝贝规格,宝贝总数量,订单状态\n1,阿明,110.50,2024-01-05 10:20:30,2024-01-05 10:21:00,杯子,红,2,卖家已发货\n2,小红,60.00,2024-01-06 10:20:30,,碗,蓝,1,等待买家付款\n',
    );
    expect(rolesOf(guess)).toMatchObject({
      订单编号: 'order_id', 买家会员名: 'customer_id', 买家实付金额: 'amount', 买家下单时间: 'order_date', 宝贝标题: 'product', 宝贝总数量: 'quantity',
    }); // prettier-ignore
    expect(guess.known).toBe('taobao');
    expect(guess.repairs.status).toEqual({ 卖家已发货: 'use', 等待买家付款: 'set_aside' });
  });

  it('1688', () => {
    const guess = guessOf(
      '订单编号,买家公司名,买家会员名,卖家公司名,货品总价(元),运费(元),实付款(元),订单状态,订单创建时间,订单付款时间,货品标题,数量\nB1,甲贸易公司,jia88,本厂,1200.00,30.00,1180.00,交易成功,2024-01-05 10:20:30,2024-01-05 10:30:00,茶杯,100\nB2,乙商行,yi66,本厂,600.00,0.00,600.00,已取消,2024-01-06 10:20:30,,茶碗,50\n',
    );
    expect(rolesOf(guess)).toEqual({
      订单编号: 'order_id', 买家公司名: 'customer_name', 买家会员名: 'customer_id', '实付款(元)': 'amount', 订单状态: 'status', 订单创建时间: 'order_date',
      货品标题: 'product', 数量: 'quantity',
    }); // prettier-ignore
    expect([guess.known, guess.amounts.why]).toEqual(['alibaba_1688', 'paid_over_list']);
  });

  it('京东: the order amount stands on each product of the order', () => {
    const guess = guessOf(
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,客户地址,联系电话,仓库id,仓库名称\n100,55,杯子,2,在线支付,2024-01-05 10:20:30,50.00,130.00,125.00,0.00,120.00,完成,SOP,jd_a,张三,上海,13800000001,1,北京仓\n100,56,碗,1,在线支付,2024-01-05 10:20:30,30.00,130.00,125.00,0.00,120.00,完成,SOP,jd_a,张三,上海,13800000001,1,北京仓\n101,56,碗,1,在线支付,2024-01-06 10:20:30,30.00,30.00,28.00,0.00,29.00,锁定,SOP,jd_b,李四,北京,13900000002,1,北京仓\n',
    );
    expect(rolesOf(guess)).toEqual({
      订单号: 'order_id', 商品名称: 'product', 订购数量: 'quantity', 下单时间: 'order_date', 京东价: 'unit_price', 应付金额: 'amount', 订单状态: 'status',
      下单帐号: 'customer_id', 客户姓名: 'customer_name',
    }); // prettier-ignore
    expect([guess.known, guess.shapeWhy, guess.repairs.orderTotals]).toEqual(['jd', 'order_lines', 'once']);
  });

  it('有赞', () => {
    const guess = guessOf(
      '订单号,订单状态,订单创建时间,买家付款时间,商品金额合计,运费,订单实付金额,买家姓名,买家手机号,收货人/提货人,全部商品名称,归属店铺,下单网点\nE1,交易完成,2024-01-05 10:20:30,2024-01-05 10:21:00,120.00,0.00,110.00,张三,13800000000,张三,杯子;碗,某店,一号\nE2,已关闭,2024-01-06 10:20:30,,60.00,0.00,60.00,李四,13900000000,李四,碗,某店,二号\n',
    );
    expect(rolesOf(guess)).toEqual({
      订单号: 'order_id', 订单状态: 'status', 订单创建时间: 'order_date', 订单实付金额: 'amount', 买家姓名: 'customer_name', 买家手机号: 'customer_id',
      全部商品名称: 'product', 归属店铺: 'channel',
    }); // prettier-ignore
    expect([guess.known, guess.repairs.status]).toEqual(['youzan', { 交易完成: 'use', 已关闭: 'set_aside' }]);
  });

  it('蝦皮', () => {
    const guess = guessOf(
      '訂單編號,訂單狀態,退貨 / 退款狀態,買家帳號,訂單成立日期,商品總價,買家總支付金額,蝦幣折抵,賣家負擔優惠券,成交手續費,商品名稱,商品選項名稱,主商品貨號,數量,收件者姓名,收件者電話,收件地址\nA1,已完成,,amy,2024-01-05 10:20,350,380,0,0,20,杯子,紅,C1,1,王小明,0912345678,台北市\nA1,已完成,,amy,2024-01-05 10:20,350,380,0,0,20,碗,藍,B1,2,王小明,0912345678,台北市\nA2,不成立,,ben,2024-01-06 10:20,100,130,0,0,5,碗,藍,B1,1,李小華,0922345678,台中市\n',
    );
    expect(rolesOf(guess)).toMatchObject({
      訂單編號: 'order_id', 訂單狀態: 'status', 買家帳號: 'customer_id', 訂單成立日期: 'order_date', 買家總支付金額: 'amount', 商品名稱: 'product', 數量: 'quantity',
      收件者姓名: 'customer_name', 收件地址: 'region',
    }); // prettier-ignore
    expect([guess.known, guess.repairs.orderTotals]).toEqual(['shopee', 'once']);
    expect(guess.repairs.status).toEqual({ 已完成: 'use', 不成立: 'set_aside' });
    expect(contactsOf(guess)).toEqual({ 收件者電話: 'phone' });
  });
});

describe('ledgers', () => {
  it('金蝶云星空', () => {
    const guess = guessOf(
      '单据编号,日期,客户,物料编码,物料名称,销售数量,单价,含税单价,价税合计,币别,销售员,到期日,收款条件\nXS001,2024-01-05,甲茶业公司,M1,杯子,2,10.00,11.30,22.60,人民币,王五,2024-02-05,月结30天\nXS001,2024-01-05,甲茶业公司,M2,碗,1,20.00,22.60,22.60,人民币,王五,2024-02-05,月结30天\nXS002,2024-01-06,乙食品厂,M2,碗,1,20.00,22.60,22.60,人民币,赵六,2024-02-06,月结30天\n',
    );
    expect(rolesOf(guess)).toEqual({
      单据编号: 'order_id', 日期: 'order_date', 客户: 'customer_name', 物料名称: 'product', 销售数量: 'quantity', 含税单价: 'unit_price', 价税合计: 'amount',
      币别: 'currency', 销售员: 'account_manager', 到期日: 'due_date', 收款条件: 'attribute',
    }); // prettier-ignore
    expect([guess.known, guess.shape, guess.repairs.orderTotals]).toEqual(['kingdee', 'lines', 'sum']);
  });

  it('金蝶云星空, names of fields', () => {
    const guess = guessOf(
      'FBillNo,FDate,FCustId,FMaterialId,FQty,FPrice,FTaxPrice,FALLAMOUNTFOR,FCURRENCYID,FSALEERID,FENDDATE_H\nXS001,2024-01-05,C001,M1,2,10.00,11.30,22.60,PRE001,S1,2024-02-05\nXS002,2024-01-06,C002,M2,1,20.00,22.60,22.60,PRE001,S2,2024-02-06\n',
    );
    expect(rolesOf(guess)).toEqual({
      FBillNo: 'order_id', FDate: 'order_date', FCustId: 'customer_id', FMaterialId: 'product', FQty: 'quantity', FTaxPrice: 'unit_price',
      FALLAMOUNTFOR: 'amount', FCURRENCYID: 'currency', FSALEERID: 'account_manager', FENDDATE_H: 'due_date',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['kingdee', 'lines']);
  });

  it('用友: fields, and a report with and without tax', () => {
    const fields = guessOf(
      'cSOCode,dDate,cCusCode,cPersonCode,cexch_name,iExchRate,iTaxRate,cInvCode,iQuantity,iSum\nSO1,2024-01-05,C001,P1,人民币,1,13,I1,2,22.60\nSO2,2024-01-06,C002,P2,人民币,1,13,I2,1,22.60\n',
    );
    expect(rolesOf(fields)).toEqual({
      cSOCode: 'order_id', dDate: 'order_date', cCusCode: 'customer_id', cPersonCode: 'account_manager', cexch_name: 'currency', cInvCode: 'product',
      iQuantity: 'quantity', iSum: 'amount',
    }); // prettier-ignore
    expect(fields.known).toBe('yonyou');
    const report = guessOf(
      '日期,客户编码,客户名称,客户简称,存货编码,存货名称,数量,无税单价,含税单价,无税金额,价税合计,成本,毛利,毛利率\n2024-01-05,C001,甲公司,甲,I1,杯子,2,10.00,11.30,20.00,22.60,12.00,8.00,40%\n2024-01-06,C002,乙公司,乙,I2,碗,1,20.00,22.60,20.00,22.60,11.00,9.00,45%\n',
    );
    expect(rolesOf(report)).toEqual({
      日期: 'order_date', 客户编码: 'customer_id', 客户名称: 'customer_name', 存货名称: 'product', 数量: 'quantity', 含税单价: 'unit_price',
      价税合计: 'amount', 成本: 'cost', 毛利: 'profit', 毛利率: 'margin',
    }); // prettier-ignore
    expect([report.known, report.amounts.why]).toEqual(['yonyou', 'with_tax_over_without']);
  });

  it('鼎新', () => {
    const guess = guessOf(
      '單別,單號,單據日期,客戶代號,客戶簡稱,品號,品名,規格,數量,單價,原幣稅前金額,本幣稅額\n2301,20240105001,2024/01/05,A001,大同,P1,杯子,紅,2,100,200,10\n2301,20240106001,2024/01/06,A002,永豐,P2,碗,藍,1,300,300,15\n',
    );
    expect(rolesOf(guess)).toEqual({
      單號: 'order_id', 單據日期: 'order_date', 客戶代號: 'customer_id', 客戶簡稱: 'customer_name', 品名: 'product', 數量: 'quantity', 單價: 'unit_price',
      原幣稅前金額: 'amount',
    }); // prettier-ignore
    expect(guess.known).toBe('dingxin');
  });

  it('SAP', () => {
    const guess = guessOf(
      'KUNNR,VBELN,FKDAT,MATNR,FKIMG,NETWR,WAERK,VTWEG,BZIRK\n0000100001,0090000001,20240105,M-01,2,200.50,EUR,10,DE0001\n0000100002,0090000002,20240106,M-02,1,300.00,EUR,20,DE0002\n',
    );
    expect(rolesOf(guess)).toEqual({
      KUNNR: 'customer_id', VBELN: 'order_id', FKDAT: 'order_date', MATNR: 'product', FKIMG: 'quantity', NETWR: 'amount', WAERK: 'currency',
      VTWEG: 'channel', BZIRK: 'region',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['sap', 'lines']);
    const long = guessOf(
      'Sold-to party,Billing doc,Billing date,Material,Net value,Document currency,Distribution channel\n100001,90000001,2024-01-05,M-01,200.50,EUR,10\n100002,90000002,2024-01-06,M-02,300.00,EUR,20\n',
    );
    expect([long.known, ...long.roles.map((role) => role.role)]).toEqual([
      'sap', 'customer_id', 'order_id', 'order_date', 'product', 'amount', 'currency', 'channel',
    ]); // prettier-ignore
  });
});

describe('public data sets', () => {
  it.each([
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
  ])('Online Retail: %s', (header) => {
    const guess = guessOf(
      `${header}\n536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850,United Kingdom\nC536366,71053,LANTERN,-8,2010-12-01 08:28:00,3.39,,France\n`,
    );
    expect(guess.roles.map((role) => role.role)).toEqual([
      'order_id', 'ignore', 'product', 'quantity', 'order_date', 'unit_price', 'customer_id', 'region',
    ]); // prettier-ignore
    expect([guess.known, guess.amounts.taken, guess.amounts.why]).toEqual([
      'uci',
      null,
      'price_times_quantity',
    ]);
    expect(guess.repairs).toMatchObject({ fillDown: false, cancelled: 'net', orderTotals: 'sum' });
  });

  it('Superstore', () => {
    const guess = guessOf(
      'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n1,CA-2016-152156,11/8/2016,11/21/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-BO-10001798,Furniture,Bookcases,Bush Somerset,261.96,2,0,41.9136\n2,CA-2016-152156,11/8/2016,11/21/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,Kentucky,42420,South,FUR-CH-10000454,Furniture,Chairs,Hon Deluxe,731.94,3,0,219.582\n3,CA-2016-138688,6/12/2016,6/16/2016,Second Class,DV-13045,Darrin Van Huff,Corporate,United States,Los Angeles,California,90036,West,OFF-LA-10000240,Office Supplies,Labels,Self-Adhesive,14.62,2,0.2,6.8714\n',
    );
    expect(guess.known).toBe('superstore');
    expect(guess.shapeWhy).toBe('order_lines');
    expect(guess.repairs.orderTotals).toBe('sum');
  });

  it('IBM Telco', () => {
    const guess = guessOf(
      'customerID,gender,SeniorCitizen,tenure,PhoneService,InternetService,Contract,PaymentMethod,MonthlyCharges,TotalCharges,Churn\n7590-VHVEG,Female,0,1,No,DSL,Month-to-month,Electronic check,29.85,29.85,No\n5575-GNVDE,Male,0,34,Yes,DSL,One year,Mailed check,56.95,1889.5,No\n',
    );
    expect(rolesOf(guess)).toEqual({
      customerID: 'customer_id',
      tenure: 'tenure',
      TotalCharges: 'amount',
      Churn: 'churned',
    });
    expect([guess.known, guess.shape, guess.shapeWhy]).toEqual(['telco', 'customers', 'one_per_customer']);
    expect(contactsOf(guess)).toEqual({});
  });
});

describe('lists of customers', () => {
  it('Salesforce', () => {
    const guess = guessOf(
      'Account ID,Account Name,Account Owner,Type,Industry,Annual Revenue,Employees,Rating,Ownership,Billing State/Province,Last Activity,Created Date\n001A,Acme Inc,Ann Lee,Customer - Direct,Energy,1000000.50,120,Hot,Public,CA,2024-01-05,2020-01-05\n001B,Globex LLC,Bob Ray,Prospect,Media,250000.00,12,Cold,Private,NY,2024-02-05,2021-01-05\n',
    );
    expect(rolesOf(guess)).toEqual({
      'Account ID': 'customer_id', 'Account Name': 'customer_name', 'Account Owner': 'account_manager', Type: 'customer_type', Industry: 'industry',
      'Annual Revenue': 'size', Employees: 'attribute', Rating: 'attribute', Ownership: 'attribute', 'Billing State/Province': 'region',
      'Last Activity': 'contact_date',
    }); // prettier-ignore
    expect([guess.known, guess.shape, guess.amounts.why]).toEqual(['salesforce', 'profile', 'none']);
  });

  it('Zoho', () => {
    const guess = guessOf(
      'Record Id,Account Owner,Account Name,Account Type,Industry,Annual Revenue,Employees,Rating,Currency,Exchange Rate,Last Activity Time,Tag\nzcrm_1,Ann Lee,Acme Inc,Customer,Energy,1000000,120,Active,USD,1,2024-01-05 10:00:00,\nzcrm_2,Bob Ray,Globex LLC,Prospect,Media,250000,12,Active,USD,1,2024-02-05 10:00:00,\n',
    );
    expect(rolesOf(guess)).toMatchObject({
      'Record Id': 'customer_id', 'Account Name': 'customer_name', 'Account Owner': 'account_manager', 'Account Type': 'customer_type',
      Industry: 'industry', 'Annual Revenue': 'size', 'Last Activity Time': 'contact_date',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['zoho', 'profile']);
  });

  it('HubSpot', () => {
    const guess = guessOf(
      'Record ID,Company name,Company owner,Lifecycle Stage,Industry,Annual Revenue,Number of Employees,Last Activity Date,Country/Region,Create Date\n1,Acme Inc,Ann Lee,Customer,Energy,1000000,120,2024-01-05 10:00,United States,2020-01-05 10:00\n2,Globex LLC,Bob Ray,Lead,Media,250000,12,2024-02-05 10:00,Canada,2021-01-05 10:00\n',
    );
    expect(rolesOf(guess)).toEqual({
      'Record ID': 'customer_id', 'Company name': 'customer_name', 'Company owner': 'account_manager', 'Lifecycle Stage': 'lifecycle',
      Industry: 'industry', 'Annual Revenue': 'size', 'Number of Employees': 'attribute', 'Last Activity Date': 'contact_date',
      'Country/Region': 'region',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['hubspot', 'profile']);
  });

  it('纷享销客', () => {
    const guess = guessOf(
      '客户名称,客户编号,客户级别,客户类型,成交状态,负责人,外部负责人,所属公海,最后跟进时间,下次跟进时间,最后一次成交时间,省,市,来源,行业,生命状态,创建时间\n甲公司,C001,重要,代理商,已成交,王五,,华东,2024-01-05 10:00,2024-02-05 10:00,2023-12-01 10:00,浙江,杭州,展会,食品,正常,2022-01-05 10:00\n乙公司,C002,普通,终端,未成交,赵六,,华东,2024-01-06 10:00,,,上海,上海,官网,零售,正常,2022-02-05 10:00\n',
    );
    expect(rolesOf(guess)).toEqual({
      客户名称: 'customer_name', 客户编号: 'customer_id', 客户级别: 'member_level', 客户类型: 'customer_type', 成交状态: 'lifecycle', 负责人: 'account_manager',
      最后跟进时间: 'contact_date', 省: 'region', 来源: 'channel', 行业: 'industry', 生命状态: 'attribute',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['fxiaoke', 'profile']);
  });
});

describe('surveys', () => {
  it('问卷星: answers are found by the words of the questions', () => {
    const guess = guessOf(
      '序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您的会员卡号,2、您对我们产品质量的满意度,3、您对我们的总体满意度,4、您有多大可能向朋友推荐我们,5、您会再次购买我们的产品吗,6、本次服务达到您的期望了吗,7、您从哪里知道我们\n1,2026/09/03 12:00:00,85秒,微信,N/A,1.2.3.4(上海),K001,满意,很满意,9,会,是,朋友┋广告\n2,2026/09/03 12:10:00,60秒,链接,N/A,1.2.3.5(北京),K002,不满意,满意,6,不会,否,广告\n',
    );
    expect(rolesOf(guess)).toEqual({
      提交答卷时间: 'order_date', 来源: 'channel', '1、您的会员卡号': 'customer_id', '3、您对我们的总体满意度': 'satisfaction',
      '4、您有多大可能向朋友推荐我们': 'recommend', '5、您会再次购买我们的产品吗': 'repurchase_prob', '6、本次服务达到您的期望了吗': 'expectation',
    }); // prettier-ignore
    expect([guess.known, guess.shape, guess.shapeWhy]).toEqual(['wjx', 'survey', 'answers']);
  });

  it('SurveyMonkey', () => {
    const guess = guessOf(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,"Overall, how satisfied are you with our company?",How likely is it that you would recommend us to a friend?,How likely are you to buy from us again?\n1180001,400,2024-01-05 10:00:00,2024-01-05 10:05:00,1.2.3.4,ann@example.com,Very satisfied,9,Very likely\n1180002,400,2024-01-06 10:00:00,2024-01-06 10:05:00,1.2.3.5,bob@example.com,Dissatisfied,3,Not likely\n',
    );
    expect(rolesOf(guess)).toEqual({
      'End Date': 'order_date', 'Email Address': 'customer_id', 'Overall, how satisfied are you with our company?': 'satisfaction',
      'How likely is it that you would recommend us to a friend?': 'recommend', 'How likely are you to buy from us again?': 'repurchase_prob',
    }); // prettier-ignore
    expect([guess.known, guess.shape]).toEqual(['surveymonkey', 'survey']);
  });
});
