import type { Role } from '../base/role.ts';

/**
 * Names of columns in the exports of shops, ledgers and CRM systems, per role; the better a name says the role, the
 * earlier it stands (so money paid comes before money listed). English and simplified Chinese: traditional characters
 * are simplified before names are compared, so that only words of its own (統一編號) stand here for it.
 */
// prettier-ignore
export const synonyms: Readonly<Partial<Record<Role, readonly string[]>>> = {
  customer_id: [
    'customer unique id', 'customer id', 'customer no', 'customer number', 'customer code', 'customer key', 'cust id', 'cust no', 'cust code', 'client id', 'client no', 'client code',
    'account id', 'account number', 'account no', 'account code', 'acct no', 'acct number', 'acct id', 'donor id', 'donor no', 'subscriber id', 'student id', 'sold to customer', 'bill to customer', 'bill to customer no', 'member id', 'member no', 'membership no', 'membership number', 'card no', 'card number', 'buyer id',
    'user id', 'uid', 'consumer id', 'shopper id', 'guest id', 'household id', 'household key', 'contact id', 'company id', 'patient id', 'sold to', 'sold to party', 'card code',
    'payer', 'kunnr', 'kunag', 'ccuscode', 'fcustid', 'fcustomerid', 'fcustnumber', 'clientnum', 'record id',
    '客户编号', '客户编码', '客户代码', '客户代号', '客户ID', '客户号', '客户码', '顾客编号', '顾客ID', '顾客号', '会员号', '会员编号', '会员编码', '会员卡号', '会员ID', '会员账号', '用户ID', '用户编号', '用户账号',
    '用户号', '买家会员名', '买家账号', '买家ID', '买家昵称', '下单账号', '账号', '旺旺', '旺旺号', '卡号', '门店编号(客户)', '经销商编号', '经销商代码', '代理商编号', '往来单位编码', '往来单位编号', '单位编号', '购货单位编码',
    '统一社会信用代码', '统一编号', '纳税人识别号', '客户内码', 'openid', '用户openid', '就诊卡号', '病历号', '学号', '工号', '证件号', '对方账号',
    'buyer username', 'buyer user id', 'username', 'associated company ids', 'associated company id', 'email billing', 'email', 'customer email', 'email address', 'billing email', 'buyer email', 'user email', '邮箱', '电子邮箱', '客户邮箱', '手机号', '手机号码', '手机', '会员手机号', '客户手机号', '买家手机号', '买家手机', '会员手机',
    '客户手机', '用户手机号', '顾客手机号', '顾客手机', '顾客电话', '客户电话', '会员电话', '用户电话', '买家电话', '消费者信箱', '消费者邮箱', '消费者手机', '消费者电话', '收件人手机号', '收货人手机号', '收货手机', 'mobile', 'mobile number', 'phone number', 'customer phone', 'billing phone',
  ],
  customer_name: [
    'customer name', 'associated company', 'customer full name', 'retailer name', 'dealer name', 'client name', 'account name', 'company name', 'buyer name', 'billing name', 'member name', 'user name', 'cust name', 'sold to name', 'bill to name', 'bill to', 'party name', 'donor name', 'guest name', 'patient name', 'counterparty', 'payer name',
    'billing company', 'business name', 'organization name', 'organisation name', 'contact name', 'name1', 'ccusname', 'ccusabbname', 'fcustname', 'full name', 'shipping name',
    '客户名称', '客户简称', '客户全称', '客户姓名', '客户名', '顾客姓名', '顾客名称', '会员姓名', '会员名称', '会员名', '买家姓名', '买家公司名', '买家公司', '公司名称', '单位名称', '往来单位全名', '单位全名', '客户全名', '购货单位', '购货单位名称', '往来单位',
    '往来单位名称', '企业名称', '经销商名称', '经销商', '代理商名称', '用户姓名', '用户名', '用户名称', '消费者姓名', '患者姓名', '住客姓名', '投保人', '订购人', '订购者', '购买人', '购买者', '对方户名', '对方名称', '对方单位', '交易对方', '付款人', '付款人名称', '付款方', '收货人姓名', '收货人', '收件者姓名', '收件人姓名', '收件人', 'company', 'organization', 'retailer', 'dealer',
    '公司', '店名', 'name', '姓名', '名称',
  ],
  order_id: [
    'order id', 'order number', 'increment id', 'order reference', 'order ref', 'order no', 'order num', 'order code', 'order name', 'invoice no', 'invoice number', 'inv no', 'inv number', 'invoice id', 'invoice', 'transaction id', 'transaction no',
    'transaction number', 'trans id', 'txn id', 'bill no', 'bill number', 'receipt no', 'receipt number', 'receipt id', 'receipt', 'basket id', 'sales order', 'sales document', 'sales doc', 'bill doc', 'billing document',
    'document number', 'document no', 'doc no', 'doc num', 'voucher no', 'voucher number', 'vch no', 'ticket number', 'vbeln', 'billing doc', 'fbillno', 'csocode', 'order key', 'order', 'check no', 'booking id', 'reservation id', 'contract no', 'ticket id', 'case number', 'case id',
    '订单编号', '订单号', '订单号码', '订单ID', '主订单编号', '主订单号', '子订单编号', '平台订单号', '原始单号', '单据编号', '单据号', '单据号码', '销售单号', '销货单号', '销售订单号', '出库单号', '发货单号', '单号', '发票号', '发票号码',
    '发票编号', '小票号', '小票编号', '流水号', '交易流水号', '交易号', '交易编号', '交易序号', '保单号', '保单号码', '账单号', '账单编号', '合同编号', '合同号', '合约编号', '预订单号', '消费单号', '工单编号', '工单号',
  ],
  order_date: [
    'order date', 'invoice date', 'inv date', 'ord date', 'bill date', 'gift date', 'purchase date', 'transaction date', 'placed at', 'placed on', 'voucher date', 'trans date', 'sale date', 'sales date', 'created at', 'order created at', 'paid at', 'paid date', 'date paid',
    'date of purchase', 'date of sale', 'billing date', 'posting date', 'won time', 'won date', 'document date', 'closing date', 'close date', 'booking date', 'visit date', 'purchased at', 'order placed', 'order time', 'order datetime',
    'order purchase timestamp', 'order timestamp', 'transaction time', 'date created', 'created on', 'date', 'time', 'timestamp', 'ts', 'datetime', 'day', 'fkdat', 'erdat', 'audat', 'budat', 'fdate', 'ddate',
    '订单日期', '下单时间', '下单日期', '订单创建时间', '订单时间', '订单生成时间', '买家下单时间', '订单付款时间', '订单支付时间', '买家付款时间', '付款时间', '付款日期', '支付时间', '支付日期', '订单成立日期', '订单成立时间', '成交时间', '成交日期', '交易时间',
    '交易日期', '交易创建时间', '消费时间', '消费日期', '单据日期', '业务日期', '记账日期', '制单日期', '开票日期', '发票日期', '销售日期', '销售时间', '销货日期', '出货日期', '出库日期', '购买日期', '购买时间', '签约日期', '签订日期',
    '合同日期', '日期', '时间', '入园日期', '入住日期', '到店日期', '就诊日期', '出行日期', '订单成立日期', '订单成立时间', '订购日期', '订购时间', '结账时间', '结账日期', '营业日期', '发生日期', '投保日期', '提交答卷时间', '提交时间', '填写时间',
    '答卷时间', '评价时间', 'submitted at', 'submission date', 'response date', 'date submitted', 'completed at', 'survey date',
  ],
  amount: [
    'total paid', 'amount paid', 'paid amount', 'actual payment', 'actual amount', 'net amount', 'net sales', 'net revenue', 'net value', 'netwr', 'order total', 'grand total', 'total amount',
    'sales amount', 'order amount', 'order value', 'invoice amount', 'invoice total', 'line total', 'line amount', 'extended price', 'total price', 'sales', 'revenue', 'total sales', 'total revenue',
    'sales revenue', 'amount', 'amt', 'total', 'subtotal', 'turnover', 'gmv', 'gross sales', 'gross amount', 'total charges', 'total spend', 'total spent', 'amount spent', 'money spent', 'spend', 'spending',
    'monetary', 'monetary value', 'dollar value', 'sales value', 'transaction amount', 'transaction value', 'purchase amount', 'payment value', 'value', 'deal amount', 'deal value', 'contract value', 'lifetime value',
    'fallamountfor', 'fallamount', 'famount', 'isum', 'imoney', 'net total', 'charges', 'total purchases', 'premium', 'sales total', 'ext price', 'ext amount', 'ext amt', 'extended amount', 'mrr', 'monthly recurring revenue', 'item total', 'lineitem total', 'order item total',
    '买家实际支付金额', '买家实付金额', '买家总支付金额', '订单实付金额', '实际支付金额', '实付金额', '实付款', '实付', '实收金额', '实收款', '实收', '订单实收', '实际金额', '实际成交金额', '应付金额', '结算金额', '成交金额', '成交总额',
    '价税合计', '本币价税合计', '含税金额', '含税总额', '销售额', '销售金额', '销售收入', '销售总额', '净销售额', '不含税金额', '无税金额', '未税金额', '税前金额', '原币税前金额', '本币未税金额', '总消费', '消费合计', '总费用', '费用合计', '消费金额', '消费额', '消费总额', '支付金额', '付款金额',
    '订单金额', '订单总金额', '订单总额', '订单总价', '合同金额', '合同额', '合约金额', '交易金额', '交易额', '成交额', '营业额', '营业收入', '开票金额', '发票金额', '采购金额', '采购额', '订货金额', '订货额', '金额', '本币金额', '原币金额', '总金额', '总额', '总价',
    '小计', '合计金额', '合计', '货款', '购买金额', '购买额', '累计消费', '累计消费金额', '累计金额', '商品金额合计', '商品总价', '商品金额', '商品总金额', '货品总价', '买家应付货款', '流水', '收入', '保费', '业绩', '房费', '票款', '收入金额', '贷方金额', '贷方发生额', '用户实付', '用户实付金额', '用户支付金额', '顾客实付', '顾客实付金额', 'gross', 'credit amount',
  ],
  quantity: [
    'quantity', 'qty', 'units', 'units sold', 'unit sold', 'lineitem quantity', 'item quantity', 'order quantity', 'order qty', 'qty ordered', 'purchase quantity', 'sales quantity', 'quantity sold', 'quantity ordered', 'items sold', 'item count',
    'number of items', 'items count', 'number of', 'pieces', 'fqty', 'frealqty', 'fkimg', 'iquantity', 'volume', 'tickets sold', 'guests',
    '数量', '销售数量', '销量', '订购数量', '购买数量', '商品数量', '宝贝总数量', '宝贝数量', '货品数量', '订货数量', '订货量', '提货量', '提货数量', '销售量', '采购数量', '采购量', '出货量', '成交数量', '发货数量', '出库数量', '件数', '总件数', '票数', '人数', '份数', '箱数', '间夜', '间夜数',
  ],
  unit_price: [
    'unit price', 'price', 'lineitem price', 'item price', 'price each', 'selling price', 'sale price', 'sales price', 'item cost', 'ftaxprice', 'fprice', 'itaxunitprice', 'iunitprice', 'netpr', 'price per unit', 'list price',
    '含税单价', '单价', '销售单价', '商品单价', '成交单价', '无税单价', '不含税单价', '未税单价', '售价', '销售价', '京东价', '成交价', '商品价格', '价格', '单价原价',
  ],
  cost: [
    'cost', 'total cost', 'cogs', 'cost of goods', 'cost of goods sold', 'cost of sales', 'cost amount', 'cost price', 'unit cost', '成本', '成本金额', '成本额', '销售成本', '总成本', '进价', '成本价', '采购成本', '进货成本',
  ],
  profit: ['profit', 'gross profit', 'net profit', 'profit amount', 'contribution', 'contribution margin', '毛利', '毛利额', '毛利润', '利润', '利润额', '净利', '净利润', '销售毛利', '销售利润'],
  margin: ['margin', 'gross margin', 'profit margin', 'gm%', 'gm', 'margin %', 'margin rate', 'gross margin %', '毛利率', '利润率', '净利率', '毛利率%'],
  discount: [
    'discount', 'discount amount', 'discount total', 'total discount', 'order discount', 'cart discount', 'coupon amount', 'coupon discount', '优惠金额', '折扣', '折扣金额', '折扣额', '抵扣金额', '抵扣', '优惠', '优惠总额', '优惠总金额', '折让',
    '折让金额', '店铺优惠', '商家优惠', '优惠券金额', '卖家负担优惠券', '虾币折抵',
  ],
  refund: [
    'refund', 'refunded amount', 'refund amount', 'amount refunded', 'refunded', 'refund total', 'total refunded', 'returns amount', 'return amount', '退款金额', '退款', '买家退款金额', '退货金额', '退款总额', '已退款金额', '退货额', '退款额',
  ],
  status: [
    'order status', 'status', 'financial status', 'transaction status', 'payment status', 'state of order', 'invoice status', 'ticket status', 'case status', '订单状态', '交易状态', '支付状态', '付款状态', '订单交易状态', '单据状态',
    '保单状态', '合同状态', '发票状态', '工单状态', '处理状态', '状态',
  ],
  product: [
    'product name', 'product', 'product title', 'product description', 'item name', 'item title', 'item', 'item no', 'item number', 'part no', 'part number', 'item description', 'article', 'description', 'lineitem name', 'product id', 'product code', 'item id', 'item code', 'item sku',
    'sku', 'stock code', 'material', 'material number', 'material description', 'matnr', 'arktx', 'fmaterialid', 'fmaterialname', 'cinvname', 'cinvcode', 'lineitem sku', 'service', 'course', 'plan', 'model',
    '商品名称', '商品名', '商品标题', '全部商品名称', '选购商品', '商品', '宝贝标题', '宝贝名称', '产品名称', '产品', '存货名称', '物料名称', '货品名称', '货品标题', '品名', '线路名称', '线路', '菜品', '菜品名称', '车型', '理财产品', '项目名称', '服务项目', '课程名称',
    '险种', '房型', '消费项目', '险种名称', '票种', '物料编码', '物料', '存货编码', '存货编号', '商品编码', '商品编号', '商品ID', '产品编码', '产品编号', '产品ID', 'SKU编码', '货号', '主商品货号', '品号', '规格', '商品规格', '规格型号', '型号',
  ],
  category: [
    'category', 'product category', 'category name', 'item category', 'product type', 'product line', 'product group', 'department', 'sub category', 'subcategory', 'ticket category', 'issue type', 'complaint type', 'material group', 'family',
    '品类', '科室', '类别', '分类', '商品分类', '商品类别', '商品类目', '产品类别', '产品分类', '产品类型', '产品线', '存货分类', '物料分组', '类目', '一级类目', '大类', '商品大类', '中类', '小类', '楼层', '业态', '项目类型', '宝贝种类', '问题类型', '投诉类型', '工单类型',
  ],
  channel: [
    'channel', 'sales channel', 'order channel', 'distribution channel', 'vtweg', 'platform', 'source', 'lead source', 'original source', 'traffic source', 'store', 'store name', 'shop', 'shop name', 'outlet', 'branch', 'marketplace', 'source name',
    'purchase channel', 'collector', '渠道', '销售渠道', '渠道名称', '订单渠道', '平台', '电商平台', '店铺名称', '店铺', '门店', '门店名称', '网点', '网点名称', '下单网点', '来源', '客户来源', '订单来源', '来源渠道', '归属店铺', '通路', '销售通路', '管道', '卖场', '门市', '分店',
    '专柜', '营业部',
  ],
  region: [
    'region', 'sales region', 'territory', 'sales territory', 'area', 'state', 'state province', 'province', 'city', 'country', 'country region', 'billing state province', 'billing state', 'billing country', 'billing city', 'shipping country',
    'shipping province', 'shipping city', 'customer state', 'customer city', 'customer country', 'location', 'market', 'bzirk', 'district', '区域', '销售区域', '地区', '所属地区', '大区', '省份', '省', '省市', '收货省份', '所在省份', '城市', '所在城市', '收货城市',
    '市', '县市', '国家', '国家地区', '区县', '收货地址', '收件地址', '客源地', '所在地', '所在地区', '所属区域',
  ],
  industry: ['industry', 'sector', 'vertical', 'industry type', 'segment', 'market segment', '行业', '所属行业', '行业类型', '行业类别', '客户行业', '行业分类', '产业', '产业别', '产业类别'],
  size: [
    'company size', 'employees', 'number of employees', 'employee count', 'no of employees', 'headcount', 'annual revenue', 'annual turnover', 'size', 'business size', '企业规模', '公司规模', '客户规模', '规模', '员工人数', '员工数', '员工规模',
    '人员规模', '年营业额', '年营业收入', '年收入', '资产规模', '注册资本', '资本额',
  ],
  satisfaction: [
    'overall satisfaction', 'satisfaction', 'csat', 'csat score', 'satisfaction score', 'satisfaction level', 'satisfaction rating', 'rating', 'review score', 'review rating', 'stars', '总体满意度', '整体满意度', '综合满意度', '满意度', '满意度评分', '满意程度',
    '评价', '评分', '评价等级', '评价星级', '星级',
  ],
  recommend: [
    'nps', 'nps score', 'likelihood to recommend', 'recommend', 'would you recommend', 'recommendation', 'willingness to recommend', 'recommend score', 'net promoter score', '推荐意愿', '推荐可能性', '推荐值', '净推荐值', '推荐度', '推荐分', '推荐',
    '您有多大可能推荐', '是否愿意推荐',
  ],
  repurchase_prob: [
    'repurchase probability', 'repurchase', 'repurchase intention', 'intent to return', 'repeat probability', 'intention to return', 'likelihood to return', 'likelihood to repurchase', '重复购买概率', '复购概率', '复购意愿', '复购率', '再次购买可能性', '再次购买概率',
    '再次购买意愿', '再次光顾概率', '再次光顾可能性', '再次光顾意愿', '再次消费概率', '再次消费可能性', '重复购买可能性', '复购可能性', '重购概率', '重购意愿', '是否再次光顾', '重复购买机率', '再购率', '回购机率', '回购意愿', '回购率',
  ],
  expectation: ['expectation', 'expected score', 'expectations', 'expectation score', '期望值', '预期', '期望分', '期望', '预期值', '预期分'],
  member_level: [
    'member level', 'membership level', 'tier', 'customer tier', 'level', 'customer level', 'membership', 'membership tier', 'vip', 'vip level', 'loyalty tier', 'loyalty level', 'customer grade', 'card type', 'card category', '会员等级', '会员级别', '会员类型',
    '会员类别', '会员卡类型', '卡类型', '卡等级', '卡别', '客户级别', '客户等级', '用户等级', 'VIP等级', 'VIP级别', 'VIP', '是否会员', '是否VIP', '等级', '级别',
  ],
  customer_type: [
    'customer type', 'client type', 'account type', 'customer category', 'customer group', 'partner type', 'customer class', 'type', '客户类型', '客户类别', '客户性质', '客户属性', '客户分类', '客户种类', '业务类型', '伙伴类型', '渠道类型', '单位性质', '企业性质',
    '企业类型',
  ],
  cooperation: ['cooperation score', 'cooperation', 'compliance', 'compliance score', '配合度', '合作度', '配合评分', '配合度评分', '客情关系', '客情'],
  loyalty: ['loyalty', 'loyalty score', '忠诚度', '忠诚等级', '忠诚度评分', '忠诚'],
  potential: ['potential', 'potential score', 'potential value', 'growth potential', '潜力', '潜力值', '潜力分', '潜在价值', '潜力评分', '增长潜力', '客户潜力'],
  due_date: ['due date', 'due in date', 'payment due date', 'net due date', 'fenddateh', '到期日', '到期日期', '应收到期日', '应收日期', '应付款日', '付款到期日', '还款日'],
  paid_date: ['payment date', 'settled date', 'settlement date', 'clear date', 'cleared date', 'clearing date', 'collection date', 'date received', '回款日期', '回款时间', '收款日期', '收款时间', '到账日期'],
  paid_amount: ['payment amount', 'amount received', 'received amount', 'collected amount', 'payments received', '回款金额', '已回款金额', '已收金额', '收款金额', '已收款', '回款额', '累计回款'],
  overdue_days: ['overdue days', 'days past due', 'days overdue', 'days late', 'past due days', 'aging days', '逾期天数', '超期天数', '账龄', '账龄天数'],
  credit_limit: ['credit limit', 'credit line', '信用额度', '授信额度', '信用额', '额度'],
  account_manager: [
    'account owner', 'account manager', 'company owner', 'contact owner', 'record owner', 'deal owner', 'sales rep', 'sales representative', 'sales person', 'salesperson', 'salesman', 'sales manager', 'relationship manager', 'csm', 'owner', 'rep', 'agent', 'cpersoncode',
    'fsaleerid', 'fsalerid', '客户经理', '专属客户经理', '负责人', '客户负责人', '业务员', '业务人员', '销售员', '销售人员', '机会所有人', '商机所有人', '所有人', '销售代表', '销售经理', '销售顾问', '置业顾问', '市场经理', '理财经理', '理财专员', '跟进人', '经手人', '跟单员', '业务经理', '所属业务员', '所属销售', '顾问', '导购',
  ],
  contact_date: [
    'last activity date', 'last activity', 'last activity time', 'last contacted', 'last contact', 'last contact date', 'last touch', 'contact date', 'contacted on', 'activity date', 'call date', 'call time', 'visit time', '最后跟进时间', '最后跟进日期', '最近跟进时间',
    '最近联系时间', '最近联系日期', '最后联系日期', '最后联系时间', '上次联系时间', '上次拜访日期', '上次拜访时间', '最近拜访日期', '最近回访时间', '最近联络日期', '最后联络日期', '联系日期', '联系时间', '联络日期', '联络时间', '拜访日期', '拜访时间', '跟进时间', '跟进日期',
    '回访时间', '回访日期', '沟通时间', '沟通日期', '通话时间', '来电时间',
  ],
  contact_direction: ['direction', 'inbound/outbound', 'inbound outbound', 'call direction', 'contact direction', '呼入/呼出', '呼叫方向', '呼叫类型', '沟通方向', '联系方向', '联络方向', '通话方向', '来电/去电'],
  contact_purpose: ['purpose', 'contact purpose', 'visit purpose', 'contact type', 'activity type', 'subject', '拜访目的', '联系目的', '联络目的', '沟通目的', '跟进目的', '跟进方式', '沟通方式', '拜访方式', '联系方式', '联络方式', '跟进类型', '拜访类型'],
  currency: ['currency', 'order currency', 'currency code', 'curr', 'document currency', 'doc currency', 'doc cur', 'account currency', 'waerk', 'waers', 'fcurrencyid', 'fsettlecurrid', 'cexchname', '币种', '币别', '货币', '结算币种', '交易币种', '原币', '货币类型'],
  lifecycle: [
    'lifecycle stage', 'lifecycle', 'life cycle', 'customer status', 'account status', 'customer stage', 'lead status', 'deal stage', 'stage', '销售阶段', '商机阶段', '机会阶段', '客户状态', '成交状态', '生命周期', '客户生命周期', '生命周期阶段', '生命状态', '客户阶段', '会员状态', '用户状态', '合作状态',
  ],
  campaign: ['campaign', 'campaign name', 'campaign id', 'utm campaign', 'promotion', '活动', '营销活动', '活动名称', '活动编号', '行销活动', '促销活动'],
  group: ['group', 'treatment', 'treatment group', 'variant', 'test group', 'experiment group', 'control', 'control group', 'arm', '分组', '实验组/对照组', '实验组', '对照组', '实验分组', '组别', '测试组'],
  exposed_at: ['exposed at', 'exposure date', 'exposure time', 'sent at', 'send date', 'sent date', 'send time', 'contacted at', 'delivered at', '触达时间', '触达日期', '发送时间', '发送日期', '曝光时间', '曝光日期', '推送时间', '推送日期'],
  outcome: ['outcome', 'converted', 'conversion', 'response', 'responded', 'purchased', 'is converted', '是否转化', '转化', '是否响应', '是否购买', '是否下单', '响应', '转化结果'],
  birthday: ['birthday', 'birth date', 'date of birth', 'dob', 'anniversary', 'anniversary date', '生日', '出生日期', '出生年月', '客户生日', '会员生日', '纪念日', '成立日期', '成立时间', '开卡日期', '开卡时间', '注册时间', '注册日期', '入会日期', '入会时间'],
  tenure: ['tenure', 'tenure months', 'tenure in months', 'months since joining', 'months on book', 'account length', 'customer age months', '在网时长', '在网月数', '合作年限', '合作月数', '合作时长', '年资', '入会年限', '会龄'],
  churned: ['churn', 'churned', 'is churned', 'churn label', 'churn value', 'churn flag', 'exited', 'attrition', 'attrition flag', 'customer status churned', '流失', '是否流失', '已流失', '流失标记'],
  attribute: [
    'risk level', 'risk', 'risk rating', 'sanction flag', 'sanctions', 'licence expiry', 'license expiry', 'credit rating', 'credit score', 'credit grade', 'dso', 'payment terms', 'rating', '风险等级', '合规', '合规状态', '资质到期日', '证照到期日', '投诉次数', '信用等级',
    '信用评级', '账期', '付款条件', '收款条件',
    'market position', 'industry position', 'innovation', 'influence', 'referrals', 'followers', 'sanctioned', 'compliance', 'compliant', 'licence expiry date', 'license expiry date', 'blacklisted',
    '行业地位', '市场地位', '创新能力', '创新', '影响力', '推荐人数', '转介绍', '转介绍人数', '粉丝数', '粉丝', '口碑', '是否制裁', '是否被制裁', '制裁', '是否合规', '是否违规', '黑名单', '失信', '是否失信', '资质到期日期', '证照到期日期', '许可证到期日', '许可证到期日期', '营业执照到期日', '营业执照到期日期', '执照到期日', '执照到期日期',
  ],
};

/** 客户 alone may be a code or a name; what its values look like decides. */
export const customerWords: readonly string[] = [
  'customer', 'client', 'buyer', 'member', 'consumer', 'account', 'user', '客户', '顾客', '会员', '买家', '用户',
]; // prettier-ignore

/** Balances that are owed: the amount of a list of receivables, never a sale. */
export const receivableWords: readonly string[] = [
  'balance due', 'outstanding balance', 'outstanding amount', 'outstanding', 'open amount', 'open balance', 'amount due', 'total open amount', 'past due amount', 'overdue amount', 'balance', 'receivable', 'receivables', 'accounts receivable',
  '应收账款', '应收余额', '应收账款余额', '应收金额', '应收款', '未收金额', '未收款', '未收余额', '未回款金额', '逾期金额', '逾期余额', '欠款', '欠款金额', '余额', '账款余额', '应收',
]; // prettier-ignore

/**
 * Said of columns that are something else although their names end alike: only a whole name gives them the role.
 * Compared with names in lower case and simplified characters.
 */
// prettier-ignore
export const denied: Readonly<Partial<Record<Role, RegExp>>> = {
  amount:
    /(?<!\b(?:incl?|including|with|excl?|excluding|before|after|without) )tax(?!able| incl)|\bmwst\b|\btva\b|\biva\b|rabatt|versand|сумма ндс|скидк|доставк|налог|부가세|debit|annual|salary|income|\bship|freight|discount|refund|return|\bfee\b|balance|\bdue|cost|profit|\btip\b|limit|budget|target|forecast|邮费|运费|税额|优惠|折扣|折抵|退|余额|积分|抵扣|佣金|手续费|服务费|应收|逾期|未收|成本|利润|毛利|额度|券|目标|预算|计划|回款|注册|资产|返点|支出|借方|自付|支付$/,
  order_date:
    /create|expected|ship|deliver|доставк|отгруз|рожд|создан|배송|출고|출하|출생|생년|出荷|配送|birth|updat|modif|expir|last|first|next|regist|join|due|sign up|open|end date|start date|创建|注册|开户|开卡|到期|出生|生日|跟进|拜访|联系|联络|发货|更新|修改|回款|收款|最后|上次|下次|最近|首次|成立日期|结束|完结|预计|送达|收货时间|确认收货/,
  order_id: /物流|快递|运单|运单号|退款|退货|售后|支付|tracking|shipment|waybill|awb|refund|return|line|付款|телефон|전화|電話|电话/,
  customer_id: /支付宝|发货|物流|供应商|supplier|vendor|employee|sales|员工|业务|紧急|seller|卖家/,
  customer_name:
    /product|item|file|campaign|store|shop|category|supplier|vendor|sheet|first|last|middle|state|city|country|店铺|商品|产品|供应商|物流|卖家|快递|品牌|仓库|存货|物料|部门|业务|销售|员工|联系人|紧急|活动|项目|线路|课程|菜品|门店|网点/,
  quantity: /积分|库存|天|退|return|stock|支付|次数/,
  product: /供应商|supplier/,
  unit_price: /\bext(?:ended|d)?\b|cost|成本|进|市场|list|原价/,
  status: /物流|发货|退款|退货|售后|审核|fulfil|shipping|deliver|refund|return|客户|会员|生命|marital|婚姻|活动/,
  category: /客户|会员|活动|票据|支付|income|age|education/,
  member_level: /service|stock|price|risk|education|风险|库存|学历/,
  channel: /支付|付款|payment/,
  region: /注册|ip/,
  customer_type: /product|file|payment|order|card|transaction|document|doc|invoice|event|sale|ship|deliver|discount|tax|coupon|device|room|network|source|address|lead|deal|issue|internet|contract|商品|产品|交易|单据|发票/,
  discount: /code|券码|代码|率|type|名称/,
  refund: /status|reason|状态|原因|时间|日期|date|编号|单号/,
  satisfaction: /member|lead|account|credit|risk|信用|风险/,
  paid_amount: /实际|买家|订单/,
};
