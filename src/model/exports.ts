import type { RoleChoice } from '../base/role.ts';
import { headerWords } from './headers.ts';

/** Programs whose exports are known by their column names. */
export const exportIds = [
  'shopify', 'woocommerce', 'taobao', 'alibaba_1688', 'jd', 'youzan', 'shopee', 'kingdee', 'yonyou', 'dingxin', 'sap', 'uci', 'superstore',
  'salesforce', 'hubspot', 'zoho', 'fxiaoke', 'wjx', 'surveymonkey', 'telco', 'amazon', 'stripe', 'paypal',
] as const; // prettier-ignore

export type ExportId = (typeof exportIds)[number];

interface Sign {
  readonly id: ExportId;
  /** All of them must be there: words, or alternatives joined by |. */
  readonly needs: string;
  /** Of these, `least` must be there. */
  readonly among: string;
  readonly least: number;
  /** What columns mean here although their names, read alone, say less or something else. */
  readonly roles?: Readonly<Record<string, RoleChoice>>;
}

/** The first sign that a file shows names it. Names are compared as headerWords makes them. */
// prettier-ignore
const signs: readonly Sign[] = [
  {
    id: 'shopify', needs: 'Name, Lineitem name|Lineitem price|Lineitem quantity|Financial Status', least: 3,
    among: 'Financial Status, Fulfillment Status, Paid at, Created at, Lineitem quantity, Lineitem name, Lineitem price, Billing Name, Subtotal, Refunded Amount, Discount Code',
    roles: {
      'Name': 'order_id', 'Email': 'customer_id', 'Billing Name': 'customer_name', 'Created at': 'order_date', 'Paid at': 'ignore', 'Cancelled at': 'ignore', 'Total': 'amount', 'Subtotal': 'ignore',
      'Financial Status': 'status', 'Fulfillment Status': 'ignore', 'Lineitem name': 'product', 'Lineitem sku': 'ignore', 'Lineitem quantity': 'quantity', 'Lineitem price': 'unit_price',
      'Lineitem discount': 'ignore', 'Discount Amount': 'discount', 'Discount Code': 'ignore', 'Refunded Amount': 'refund', 'Id': 'ignore', 'Source': 'channel', 'Vendor': 'ignore', 'Shipping Name': 'ignore',
      'Shipping': 'ignore', 'Taxes': 'ignore', 'Outstanding Balance': 'ignore', 'Billing Company': 'ignore', 'Phone': 'ignore', 'Billing Phone': 'ignore', 'Payment ID': 'ignore', 'Receipt Number': 'ignore',
      'Location': 'ignore', 'Employee': 'ignore',
    },
  },
  {
    id: 'woocommerce', needs: 'order_id|order_number, order_total|order_subtotal|order_currency', least: 4,
    among: 'order_id, order_number, order_date, paid_date, status, order_total, order_subtotal, order_currency, discount_total, cart_discount, customer_id, customer_email, billing_first_name, billing_email, payment_method',
    roles: { 'order_total': 'amount', 'order_subtotal': 'ignore', 'paid_date': 'ignore', 'discount_total': 'discount', 'status': 'status', 'order_status': 'status', 'order_date': 'order_date', 'customer_note': 'ignore', 'payment_method': 'ignore', 'refunded_total': 'refund', 'refund_total': 'refund' },
  },
  // An item's price is that of all its pieces.
  { id: 'amazon', needs: 'amazon-order-id', among: 'purchase-date, order-status, sales-channel, item-price, item-tax, buyer-email, asin, fulfillment-channel', least: 3, roles: { 'item-price': 'amount', 'last-updated-date': 'ignore', 'item-status': 'ignore', 'merchant-order-id': 'ignore' } },
  {
    id: 'stripe', needs: 'id, Amount Refunded, Status', among: 'Customer ID, Customer Email, Captured, Converted Amount, Seller Message, Card ID, Fee, Statement Descriptor', least: 3,
    roles: { 'id': 'order_id', 'Amount': 'amount', 'Converted Amount': 'ignore', 'Invoice ID': 'ignore', 'Card ID': 'ignore', 'Customer ID': 'customer_id', 'Customer Description': 'customer_name', 'Description': 'ignore' },
  },
  {
    id: 'paypal', needs: 'Gross, Fee, Net', among: 'Transaction ID, From Email Address, To Email Address, TimeZone, Balance Impact, Reference Txn ID, Receipt ID, Item Title', least: 3,
    roles: {
      'Gross': 'amount', 'From Email Address': 'customer_id', 'Name': 'customer_name', 'Date': 'order_date', 'Transaction ID': 'order_id', 'Item Title': 'product', 'Subject': 'ignore', 'Note': 'ignore',
      'Invoice Number': 'ignore', 'Item ID': 'ignore', 'Type': 'ignore', 'Balance': 'ignore', 'Address Status': 'ignore', 'Sales Tax': 'ignore',
    },
  },
  { id: 'alibaba_1688', needs: '买家公司名|卖家公司名|货品总价|货品标题', among: '买家公司名, 卖家公司名, 货品总价, 实付款, 买家会员名, 卖家会员名, 货品标题, 订单编号, 订单创建时间', least: 3 },
  {
    id: 'taobao', needs: '买家会员名|买家支付宝账号|买家实际支付金额|买家实付金额|宝贝标题', least: 3,
    among: '买家会员名, 买家支付宝账号, 买家应付货款, 买家应付邮费, 买家实际支付金额, 买家实付金额, 买家下单时间, 宝贝标题, 宝贝种类, 宝贝总数量, 宝贝规格, 返点积分, 店铺Id, 订单关闭原因, 支付单号, 买家留言',
    roles: { '买家支付宝账号': 'ignore', '买家应付货款': 'ignore', '宝贝种类': 'ignore', '订单付款时间': 'ignore', '买家付款时间': 'ignore' },
  },
  { id: 'jd', needs: '下单帐号|京东价', among: '下单帐号, 京东价, 订单金额, 结算金额, 余额支付, 应付金额, 订购数量, 商品ID, 仓库id, 仓库名称, 客户姓名', least: 4, roles: { '结算金额': 'ignore', '余额支付': 'ignore', '订单类型': 'ignore' } },
  { id: 'youzan', needs: '订单实付金额|归属店铺|下单网点|收货人/提货人', among: '订单实付金额, 商品金额合计, 买家手机号, 归属店铺, 下单网点, 收货人/提货人, 全部商品名称, 买家姓名, 买家付款时间', least: 3, roles: { '买家手机号': 'customer_id', '买家昵称': 'ignore', '收货人/提货人': 'ignore', '下单网点': 'ignore', '买家付款时间': 'ignore' } },
  { id: 'shopee', needs: '买家总支付金额|虾币折抵|成交手续费|商品选项名称|主商品货号', among: '订单编号, 买家总支付金额, 虾币折抵, 卖家负担优惠券, 成交手续费, 主商品货号, 商品选项名称, 订单成立日期, 退货/退款状态, 收件者姓名, 商品总价', least: 3, roles: { '订单成立日期': 'order_date', '买家付款时间': 'ignore', '成交手续费': 'ignore', '退货/退款状态': 'ignore', '商品选项名称': 'ignore' } },
  { id: 'kingdee', needs: 'FBillNo|FDate', among: 'FBillNo, FDate, FCustId, FMaterialId, FQty, FPrice, FTaxPrice, FALLAMOUNTFOR, FCURRENCYID, FSALEERID', least: 4 },
  { id: 'kingdee', needs: '单据编号, 价税合计', among: '日期, 客户, 物料编码, 物料名称, 销售数量, 含税单价, 币别, 销售员, 收款条件, 到期日', least: 3 },
  { id: 'yonyou', needs: 'cSOCode|cCusCode|cInvCode', among: 'cSOCode, dDate, cCusCode, cCusName, cPersonCode, cexch_name, iExchRate, iTaxRate, cInvCode, cInvName, iQuantity, iSum', least: 3 },
  { id: 'yonyou', needs: '存货编码|存货名称', among: '客户编码, 客户名称, 客户简称, 存货编码, 存货名称, 无税单价, 含税单价, 无税金额, 价税合计, 毛利率', least: 4 },
  { id: 'dingxin', needs: '单别, 单号', among: '单据日期, 品号, 品名, 规格, 原币税前金额, 本币税额, 客户代号, 本币金额, 单价', least: 2, roles: { '单别': 'ignore', '品号': 'ignore', '规格': 'ignore' } },
  { id: 'sap', needs: 'VBELN|KUNNR|KUNAG', among: 'KUNNR, KUNAG, VBELN, FKDAT, ERDAT, AUDAT, MATNR, FKIMG, NETWR, WAERK, VTWEG, BZIRK, PARVW, VKORG', least: 3 },
  { id: 'sap', needs: 'Sold-to party', among: 'Billing doc, Billing document, Billing date, Material, Net value, Distribution channel, Sales organization, Document currency', least: 3 },
  { id: 'uci', needs: 'StockCode, InvoiceNo|Invoice', among: 'Description, Quantity, InvoiceDate, UnitPrice, Price, CustomerID, Country', least: 5 },
  { id: 'superstore', needs: 'Order ID, Sales', among: 'Order Date, Ship Date, Ship Mode, Customer ID, Segment, Sub-Category, Profit, Category, Postal Code', least: 5 },
  {
    id: 'zoho', needs: 'Account Name, Record Id|Last Activity Time|Account Type', among: 'Record Id, Account Owner, Account Type, Industry, Annual Revenue, Employees, Rating, Exchange Rate, Last Activity Time, Tag', least: 4,
    roles: { 'Rating': 'attribute', 'Ownership': 'attribute', 'Created Time': 'ignore', 'Annual Revenue': 'size', 'Employees': 'attribute', 'Exchange Rate': 'ignore' },
  },
  {
    id: 'salesforce', needs: 'Account Name', among: 'Account ID, Account Owner, Type, Industry, Annual Revenue, Employees, Rating, Ownership, Billing State/Province, Last Activity, Created Date', least: 4,
    roles: { 'Rating': 'attribute', 'Ownership': 'attribute', 'Created Date': 'ignore', 'Annual Revenue': 'size', 'Employees': 'attribute', 'Type': 'customer_type' },
  },
  {
    id: 'hubspot', needs: 'Company name|Company owner|Lifecycle Stage', among: 'Record ID, Company name, Company owner, Lifecycle Stage, Industry, Annual Revenue, Number of Employees, Last Activity Date, Country/Region, Create Date', least: 4,
    roles: { 'Create Date': 'ignore', 'Annual Revenue': 'size', 'Number of Employees': 'attribute' },
  },
  {
    id: 'fxiaoke', needs: '客户名称, 所属公海|外部负责人|生命状态|成交状态', among: '客户编号, 客户级别, 客户类型, 业务类型, 成交状态, 负责人, 外部负责人, 所属公海, 最后跟进时间, 下次跟进时间, 最后一次成交时间, 生命状态', least: 3,
    roles: { '外部负责人': 'ignore', '所属公海': 'ignore', '下次跟进时间': 'ignore', '最后一次成交时间': 'ignore', '创建时间': 'ignore', '生命状态': 'attribute', '成交状态': 'lifecycle' },
  },
  { id: 'wjx', needs: '提交答卷时间', among: '序号, 所用时间, 来源, 来源详情, 来自IP', least: 2, roles: { '序号': 'ignore', '提交答卷时间': 'order_date', '所用时间': 'ignore', '来源': 'channel', '来源详情': 'ignore', '来自IP': 'ignore', '总分': 'ignore' } },
  {
    id: 'surveymonkey', needs: 'Respondent ID', among: 'Collector ID, Start Date, End Date, IP Address, Email Address, Custom Data 1, First Name, Last Name', least: 2,
    roles: { 'Collector ID': 'ignore', 'Start Date': 'ignore', 'End Date': 'order_date', 'IP Address': 'ignore', 'First Name': 'ignore', 'Last Name': 'ignore', 'Email Address': 'customer_id' },
  },
  { id: 'telco', needs: 'customerID, Churn|Churn Label|Churn Value', among: 'SeniorCitizen, tenure, MonthlyCharges, TotalCharges, InternetService, Contract, PaymentMethod', least: 4 },
];

const compact = (name: string): string => headerWords(name).compact;
const list = (text: string): string[] => text.split(',').map((name) => compact(name));

interface Known {
  readonly id: ExportId;
  /** Roles by the compact form of a header. */
  readonly roles: ReadonlyMap<string, RoleChoice>;
}

const prepared = signs.map(({ id, needs, among, least, roles }) => ({
  id,
  least,
  needs: needs.split(',').map((names) => names.split('|').map(compact)),
  among: list(among),
  roles: new Map(Object.entries(roles ?? {}).map(([name, role]) => [compact(name), role])),
}));

/** The program that made a file with these columns (compact names), and what it means by them; null = not known. */
export function knownExport(headers: ReadonlySet<string>): Known | null {
  const found = prepared.find(
    ({ needs, among, least }) =>
      needs.every((names) => names.some((name) => headers.has(name))) &&
      among.filter((name) => headers.has(name)).length >= least,
  );
  return found ?? null;
}
