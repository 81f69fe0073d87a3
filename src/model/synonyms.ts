import type { Role } from '../base/role.ts';

/**
 * Names of columns in the exports of shops, ledgers and CRM systems, per role; the better a name says the role, the
 * earlier it stands (so money paid comes before money listed). English, simplified and traditional Chinese.
 */
// prettier-ignore
export const synonyms: Readonly<Partial<Record<Role, readonly string[]>>> = {
  customer_id: [
    'customer id', 'customer no', 'customer number', 'customer code', 'cust id', 'cust no', 'client id', 'account id', 'account number', 'member id',
    'buyer id', 'user id', 'consumer id', 'record id', 'sold to', 'sold to party', 'kunnr', 'ccuscode', 'fcustid',
    '客户编号', '客户编码', '客户代码', '客户ID', '客户号', '会员号', '会员编号', '会员卡号', '会员ID', '用户ID', '用户编号', '买家会员名', '下单帐号', '下单账号',
    '买家ID', '买家账号', '卡号', '统一社会信用代码', '客戶編號', '客戶代號', '客戶代碼', '顧客編號', '會員編號', '會員卡號', '買家帳號', '用戶編號', '統一編號',
    'email', 'customer email', 'e-mail', '手机号', '手机号码', '手機號碼', '买家手机号',
  ],
  customer_name: [
    'customer name', 'client name', 'account name', 'company name', 'buyer name', 'billing name', 'member name', 'billing company',
    '客户名称', '客户简称', '客户姓名', '会员姓名', '买家姓名', '公司名称', '单位名称', '购货单位', '收货人姓名', '收货人',
    '客戶名稱', '客戶簡稱', '客戶姓名', '買家姓名', '公司名稱', '會員姓名', '收件者姓名', 'company', 'name', '姓名',
  ],
  order_id: [
    'order id', 'order number', 'order no', 'invoice no', 'invoice number', 'invoice id', 'invoice', 'transaction id', 'transaction no', 'bill no',
    'receipt no', 'receipt number', 'receipt id', 'basket id', 'vbeln', 'billing doc', 'fbillno', 'csocode',
    '订单编号', '订单号', '单据编号', '销售单号', '单号', '发票号', '发票号码', '小票号', '流水号', '交易号', '合同编号',
    '訂單編號', '訂單號', '銷貨單號', '單號', '發票號碼', '交易序號', '合約編號',
  ],
  order_date: [
    'order date', 'invoice date', 'purchase date', 'transaction date', 'sale date', 'sales date', 'created at', 'order created at', 'paid at', 'paid date',
    'billing date', 'closing date', 'close date', 'order time', 'transaction time', 'date', 'timestamp', 'datetime', 'fkdat', 'fdate', 'ddate',
    '订单日期', '下单时间', '下单日期', '订单创建时间', '买家下单时间', '订单付款时间', '买家付款时间', '付款时间', '成交时间', '成交日期', '交易时间', '交易日期', '消费时间', '消费日期',
    '单据日期', '业务日期', '开票日期', '销售日期', '购买日期', '日期', '入园日期',
    '訂單日期', '訂單成立日期', '訂購日期', '下單時間', '付款時間', '交易日期', '單據日期', '銷貨日期',
  ],
  amount: [
    'total paid', 'amount paid', 'paid amount', 'net amount', 'net sales', 'net value', 'netwr', 'order total', 'grand total', 'total amount', 'sales amount',
    'order amount', 'order value', 'line total', 'sales', 'revenue', 'total sales', 'amount', 'total', 'total charges', 'total spend', 'spend', 'spending',
    'monetary', 'dollar value', 'transaction amount', 'value', 'fallamountfor',
    '买家实际支付金额', '买家实付金额', '订单实付金额', '实付金额', '实付款', '实收金额', '实收', '应付金额', '结算金额', '成交金额', '价税合计', '含税金额',
    '销售额', '销售金额', '消费金额', '消费额', '支付金额', '订单金额', '合同金额', '交易金额', '成交额', '营业额', '金额', '总金额', '总价', '货款', '购买额', '累计消费', '商品金额合计',
    '買家總支付金額', '實付金額', '實收金額', '訂單實收', '含稅金額', '本幣金額', '銷售額', '銷售金額', '消費金額', '訂單金額', '金額', '商品總價',
  ],
  quantity: [
    'quantity', 'qty', 'units', 'units sold', 'lineitem quantity', 'order quantity', 'item count', 'number of', 'fqty', 'fkimg',
    '数量', '销售数量', '销量', '订购数量', '购买数量', '商品数量', '宝贝总数量', '件数', '票数', '人数', '數量', '銷量', '銷售數量', '件數', '訂購數量',
  ],
  unit_price: [
    'unit price', 'price', 'lineitem price', 'item price', 'price each', 'ftaxprice', 'fprice',
    '单价', '含税单价', '无税单价', '售价', '京东价', '成交价', '單價', '含稅單價', '售價', '成交價',
  ],
  cost: ['cost', 'total cost', 'cogs', 'cost of goods', 'cost of sales', '成本', '成本金额', '成本额', '进价', '成本金額', '進價'],
  profit: ['profit', 'gross profit', 'net profit', '毛利', '毛利额', '利润', '利润额', '净利', '净利润', '毛利額', '利潤'],
  margin: ['margin', 'gross margin', 'profit margin', 'gm%', 'margin %', '毛利率', '利润率', '利潤率'],
  discount: ['discount', 'discount amount', 'discount total', '优惠金额', '折扣', '折扣金额', '抵扣', '折扣金額', '優惠金額'],
  refund: ['refund', 'refunded amount', 'refund amount', 'amount refunded', '退款金额', '买家退款金额', '退货金额', '退款金額'],
  status: ['status', 'order status', 'financial status', 'transaction status', 'payment status', '订单状态', '交易状态', '訂單狀態'],
  product: [
    'product name', 'product', 'item name', 'item', 'description', 'lineitem name', 'product id', 'sku', 'stock code', 'material', 'matnr', 'fmaterialid',
    'lineitem sku', '商品名称', '商品', '宝贝标题', '产品名称', '产品', '存货名称', '物料名称', '品名', '线路名称', '菜品', '车型', '理财产品', '物料编码', '商品ID', 'SKU', '货号',
    '商品名稱', '產品名稱', '品號', '貨號', '規格',
  ],
  category: [
    'category', 'product category', 'product type', 'product line', 'department', 'sub category', '品类', '类别', '商品分类', '产品类别', '类目', '大类', '楼层', '业态', '项目类型',
    '品類', '類別', '商品分類', '產品類別', '大類',
  ],
  channel: [
    'channel', 'sales channel', 'distribution channel', 'vtweg', 'platform', 'source', 'store', 'store name', '渠道', '销售渠道', '平台', '店铺名称', '店铺', '门店', '网点', '来源', '归属店铺',
    '通路', '銷售通路', '管道', '賣場', '門市', '分店', '來源',
  ],
  region: [
    'region', 'territory', 'state', 'province', 'city', 'country', 'country/region', 'billing state/province', 'bzirk', '区域', '地区', '大区', '省份', '省', '城市', '市', '国家', '收货地址', '客源地',
    '區域', '地區', '縣市', '國家', '收件地址',
  ],
  industry: ['industry', 'sector', 'vertical', 'segment', '行业', '所属行业', '行业类型', '行業', '產業', '產業別'],
  size: [
    'company size', 'employees', 'number of employees', 'annual revenue', 'size', '企业规模', '规模', '员工人数', '年营业额', '年收入', '资产规模', '注册资本', '規模', '企業規模', '員工人數', '年營業額', '資產規模',
  ],
  satisfaction: ['satisfaction', 'overall satisfaction', 'csat', 'satisfaction score', 'rating', '满意度', '总体满意度', '整体满意度', '评价', '评分', '滿意度', '整體滿意度', '評分'],
  recommend: [
    'nps', 'likelihood to recommend', 'recommend', 'would you recommend', 'nps score', '推荐意愿', '推荐可能性', '推荐值', '您有多大可能推荐', '推薦意願', '推薦可能性',
  ],
  repurchase_prob: [
    'repurchase probability', 'intent to return', 'repeat probability', '重复购买概率', '复购概率', '复购意愿', '再次购买可能性', '是否再次光顾', '重複購買機率', '再購率', '回購機率', '回購意願',
  ],
  expectation: ['expectation', 'expected score', '期望值', '预期', '期望分', '預期'],
  member_level: [
    'tier', 'level', 'membership', 'membership level', 'vip', 'loyalty tier', '会员等级', '会员级别', '会员类型', '卡类型', '客户级别', '客户等级', 'VIP等级', '是否会员', '等级',
    '會員等級', '會員級別', '卡別', '客戶等級',
  ],
  customer_type: ['customer type', 'account type', 'partner type', 'type', '客户类型', '客户性质', '客户属性', '客户分类', '客戶類型', '客戶性質', '客戶分類'],
  cooperation: ['cooperation score', 'cooperation', 'compliance', '配合度', '合作度', '配合评分', '客情关系'],
  loyalty: ['loyalty', 'loyalty score', '忠诚度', '忠诚等级', '忠誠度'],
  potential: ['potential', 'potential score', 'potential value', '潜力', '潜力值', '潜力分', '潜在价值', '潛力', '潛力值'],
  due_date: ['due date', 'fenddateh', '到期日', '到期日期', '应收到期日'],
  paid_date: ['payment date', 'date paid', '回款日期', '收款日期'],
  paid_amount: ['payment amount', 'amount received', '回款金额', '已收金额', '收款金額'],
  overdue_days: ['overdue days', 'days past due', 'days overdue', '逾期天数', '逾期天數'],
  credit_limit: ['credit limit', '信用额度', '信用額度'],
  account_manager: [
    'account owner', 'account manager', 'company owner', 'sales rep', 'salesperson', 'csm', 'owner', 'cpersoncode', 'fsaleerid', '客户经理', '专属客户经理', '负责人', '业务员', '销售员', '销售顾问',
    '市场经理', '理财经理', '跟进人', '負責人', '客戶經理', '業務員', '銷售顧問', '理財專員',
  ],
  contact_date: [
    'last activity date', 'last activity', 'last activity time', 'last contacted', 'last touch', 'contact date', '最后跟进时间', '最近联系时间', '最后联系日期', '上次拜访日期', '最近回访时间', '联系日期', '拜访日期',
    '最後跟進時間', '最近聯絡日期', '上次拜訪日期',
  ],
  contact_direction: ['direction', 'inbound/outbound', 'call direction', '呼入/呼出', '沟通方向', '來電/去電'],
  contact_purpose: ['purpose', 'contact purpose', '拜访目的', '跟进方式', '联系方式', '拜訪目的', '聯絡方式'],
  currency: ['currency', 'order currency', 'currency code', 'waerk', 'fcurrencyid', 'cexchname', '币种', '币别', '货币', '幣別', '幣種', '貨幣'],
  lifecycle: ['lifecycle stage', 'lifecycle', 'customer status', '客户状态', '成交状态', '生命周期', '生命状态', '客戶狀態', '生命週期'],
  campaign: ['campaign', 'campaign name', 'utm campaign', '活动', '营销活动', '活动名称', '活動', '行銷活動'],
  group: ['group', 'treatment', 'variant', 'test group', 'control', '分组', '实验组/对照组', '组别', '分組', '實驗組/對照組'],
  exposed_at: ['exposed at', 'exposure date', 'sent at', 'send date', 'contacted at', '触达时间', '发送时间', '觸達時間', '發送時間'],
  outcome: ['outcome', 'converted', 'conversion', 'response', '是否转化', '转化', '是否响应', '是否轉化'],
  birthday: ['birthday', 'birth date', 'date of birth', 'dob', 'anniversary', '生日', '出生日期', '纪念日', '紀念日'],
  tenure: ['tenure', 'tenure months', 'months since joining', '在网时长', '在网月数', '合作年限', '合作月数', '年资', '在網月數'],
  churned: ['churn', 'churned', 'is churned', 'exited', 'attrition', 'attrition flag', '流失', '是否流失', '已流失'],
};

/** 客户 alone may be a code or a name; it is the id unless another column is. */
export const customerWords: readonly string[] = [
  'customer',
  'client',
  'buyer',
  'member',
  'consumer',
  'account',
  'user',
  '客户',
  '顾客',
  '会员',
  '买家',
  '用户',
  '客戶',
  '顧客',
  '會員',
  '買家',
];

/** Said of money that is no sale; such a column is not an amount only because its name ends like one. */
export const notSales =
  /tax|annual|ship|freight|discount|refund|return|fee|balance|due|cost|profit|tip|limit|邮费|運費|运费|税额|稅額|优惠|優惠|折扣|退|余额|餘額|积分|積分|抵扣|佣金|手续费|手續費|应收|應收|逾期|未收|成本|利润|利潤|毛利|额度|額度|券|支付$/i;

/** Said of dates that are no purchase; only a whole name makes such a column the order's date. */
export const notOrders =
  /create|ship|deliver|birth|update|modif|expir|last|register|join|due|创建|創建|注册|註冊|开户|开卡|到期|出生|生日|跟进|跟進|拜访|拜訪|联系|聯絡|发货|發貨|更新|回款|收款/i;
