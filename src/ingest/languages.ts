/**
 * What the characters of a language look like, rough enough to be small and good enough to tell encodings apart: the
 * wrong decoder makes letters that the language hardly uses, in places where it never puts them.
 */
export interface Language {
  readonly kind: 'latin' | 'alphabet' | 'han' | 'hangul';
  /** Surprise of a character (nats) where it stands alone. */
  readonly surprise: ReadonlyMap<string, number>;
  /** Accented letters stand next to each other without surprise. */
  readonly dense: boolean;
  /** Surprise of a letter or Chinese character that the language does not use but may quote. */
  readonly rare: number;
}

/** Letters from the most to the least frequent fall off about geometrically, the last to a thirtieth of the first. */
const fall = 3.4;

function letters(kind: 'latin' | 'alphabet', text: string, dense = kind === 'alphabet'): Language {
  const all = [...text];
  const weight = all.map((_, rank) => Math.exp((-fall * rank) / all.length));
  const sum = weight.reduce((a, b) => a + b, 0);
  const surprise = new Map(all.map((char, rank) => [char, -Math.log((weight[rank] ?? 0) / sum)]));
  return { kind, surprise, dense, rare: kind === 'latin' ? 9 : 12 };
}

/** Lists of characters, each with the share of a text that is written in it; a character counts in its first list. */
function lists(
  kind: 'han' | 'hangul',
  rare: number,
  ...each: [share: number, chars: Iterable<string>][]
): Language {
  const surprise = new Map<string, number>();
  for (const [share, chars] of each) {
    const fresh = new Set(
      [...chars].filter((char) => char > '\x7f' && char !== '\ufffd' && !surprise.has(char)),
    );
    for (const char of fresh) surprise.set(char, Math.log(fresh.size / share));
  }
  return { kind, surprise, dense: true, rare };
}

/** All characters of a double-byte encoding whose first byte is in a range. */
function rows(encoding: string, from: number, to: number): string {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f && (encoding !== 'euc-kr' || trail > 0xa0)) bytes.push(lead, trail, 10);
  return new TextDecoder(encoding).decode(new Uint8Array(bytes)).replaceAll('\n', '');
}

const simplified =
  '的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从' +
  '客户名称编号日期金额订单数量单价商品产品类别地区省市区县部门门店渠道会员电话手机地址备注合计小计总销售收入成本利润毛利付款时间状态完成交易关闭男女先生士性别等级普通重要价值' +
  '北京上海广州深圳天津重庆江苏浙江福建广东山东河南湖北四川陕西辽宁吉林黑龙安徽云贵甘肃青岛杭成都武汉沈阳西长沙郑济哈尔滨昆明兰石庄太原合肥昌宁厦门苏无锡佛莞路街号楼室座' +
  '有限公司责任股份集团科技网络信息贸易实业投资发展建设工程服务文化传媒电子机械食品医药材料汽车设备国际商务管理咨询物业制造加工厂店超市酒饮料百货家具服装鞋茶水果' +
  '张王李赵陈刘杨黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚' +
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲建华国红志玉兰萍鹏飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢佳倩婷雪梅琳晨丹莉颖晶欣慧燕云凤淑珍荣春峰';

const traditional =
  '的一是不了人我在有他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從' +
  '客戶名稱編號日期金額訂單數量單價商品產品類別地區省市區縣部門門市店通路會員電話手機地址備註合計小計總銷售收入成本利潤毛利付款時間狀態完成交易關閉男女先生小姐性等級普通重要價值消費購買' +
  '臺台北新竹中南高雄基隆嘉義屏東宜蘭花蓮桃園彰化苗栗投雲林澎湖金門連江香港九龍信義大安松山和平中正路街巷弄號樓段室鄉鎮村里' +
  '有限公司股份集團科技網路資訊貿易實業投資發展建設工程服務文化傳播電子機械食品醫藥材料汽車設備國際商務管理顧問企業製造加工廠店超市酒飲料百貨家具服飾鞋茶水果' +
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜侯溫薛丁馬歐陽司連唐藍石巫白傅康湯姚尤古龔嚴阮' +
  '志明俊傑建宏家豪雅婷怡君淑芬芳美玲惠麗珍秀英華文佳宜冠宇承恩柏翰宗詩涵欣怡心如靜佩珊雅雯慧娟鳳玉蘭雪梅月娥國榮信雄勇偉銘哲彥廷瑋';

const kanji =
  '日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法' +
  '顧客番号名前注文日付金額数量単価商品製品種類別地域県都道府区町村支店部門店舗会員電話住所備考合計小計総売上収入原価利益請求支払時間状態完了取引男女様性等級普通重要値購入氏担当者得意先郵便税込抜率' +
  '佐藤鈴木高橋田中渡辺伊藤山本中村小林加藤吉田山口松本井上木村斎清崎森池阿部橋石川前小野岡谷島長谷後藤近坂遠青西福太三浦原竹内杉増桜永安宮大塚古河武今平工丸谷千菊久保佐々新楠渚梅若松喜笹津若' +
  '太郎一花子美智恵由香里真陽翔悠斗健洋直樹裕康和彦浩明学舞京子千代幹聡桃七夏零くみ美加奈知実結衣愛春香晃治充修' +
  '株式有限会社東京大阪横浜名古屋札幌神戸福岡京都川崎埼玉千葉仙台広島静岡新潟熊本長野茨城群馬栃木北海青森岩手秋田山形宮沖縄丁目番地号室';

const hangul =
  '이다는의에가을고하한지로인사기리도자시그어대서나수아라스정들있해보일만장은과부제상전를조동구원주국여경소공우모적성치계신무게선관연러요회화면유것명되간오안문트생위' +
  '고객번호명거래날짜금액주문수량단가상품제품종류지역시도구군부서매장채널회원전화휴대폰주소비고합계소계총매출수입원가이익결제시간상태완료취소남여성등급일반우수' +
  '김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국은편용' +
  '민서준영현우지훈수진은경미숙희정자순옥영철호석재성동하윤예도아름빛나래솔혜란주연선희식병광상종훈태환건승' +
  '서울부산대구인천광주대전울산세종경기강원충청북남전라경상제주수원성남용인고양안양부천창원청주천안주식회사유한책임로길번동읍면리층호';

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const latin = (text: string, dense = false): (() => Language) => once(() => letters('latin', text, dense));
const alphabet = (text: string): (() => Language) => once(() => letters('alphabet', text));

const western = [
  latin('éèêàçôîûëïâùœæÿ'), // French
  latin('üäößé'), // German
  latin('óíáéñúü'), // Spanish
  latin('ãçáéíóêõâúôàü'), // Portuguese
  latin('àèòìùéó'), // Italian
  latin('äöåéü'), // Swedish, Finnish
  latin('øåæéöä'), // Danish, Norwegian
  latin('íúóðáæöýþé'), // Icelandic
];
const central = [
  latin('łąęóżśćńź', true), // Polish
  latin('íáéěřýčžšůúňťďó', true), // Czech
  latin('áíčýéšžúľôňäťďĺóŕ', true), // Slovak
  latin('áéöőóíüúű', true), // Hungarian
  latin('čšćžđ'), // Croatian, Slovene, Serbian
  latin('ăţşâî'), // Romanian
];
const turkish = latin('ışüçğöi\u0307â');
const azerbaijani = latin('əışüçğö', true);
const baltic = [
  latin('ėšųžįąčūę'), // Lithuanian
  latin('āīēšņūžļčķģ', true), // Latvian
  latin('äõüöšž'), // Estonian
];
const vietnamese = latin('\u0300đ\u0301ôưâê\u0323ơă\u0309áàóéíúèùìũ\u0303', true);
const russian = alphabet('оаеинтсрвлкмдпуяызьбгчйхжшюцщэфъё');
const ukrainian = alphabet('оаинітервскулдпмязьгбчйхжцюєїшщфґ');
const bulgarian = alphabet('аоиетнрсвлкдпмъузягбчйцжщхшфюь');
const serbian = alphabet('аоиентсрјувлдкмпгзбчшљжћњцхђфџ');
const belarusian = alphabet('анскіряелтдывумогбпэзйьцфўчшжхюё');
const greek = alphabet('αοιντςεσρκηλπυμίάόγδτέθωφήχβύζώξψϊϋ');
const hebrew = alphabet('יוהלראמבתשנדקחפעםסגטצזכןךףץ');
const arabic = [
  alphabet('الميونرتبدعسةفحهقكشجصىطخأغزضذثظئإءآؤّ'),
  alphabet('اینرمدتوسبهشکلزگخفجقپعحطصغآضژظذثئچ'),
];
const thai = alphabet('านรอกงเ่มยลวดทส้ัตะปคีบิแ์หใไพขชุจโนถผ็ืูธศซณำภญษฐๆฉฟฝฤ');

const common = '，。：；（）、￥！？％　';
const chinese = once(() =>
  lists(
    'han',
    15,
    [0.74, simplified],
    [0.03, common],
    [0.2, rows('gb18030', 0xb0, 0xd7)],
    [0.03, rows('gb18030', 0xd8, 0xf7)],
  ),
);
const chineseTraditional = once(() =>
  lists(
    'han',
    15,
    [0.72, traditional],
    [0.03, common],
    [0.22, rows('big5', 0xa4, 0xc6)],
    [0.03, rows('big5', 0xc9, 0xf9)],
  ),
);
const kana =
  'のにたいをはしがてでとるすらまりくんこれつさきえかもうおなちけやよせみあどろそだわばじひむげふぎごずねほべめゆずぞへぶびぐぬ' +
  'ーンスルトリアイラシクッロドジタプフグレカコテキサバオニマメムブエチデパウミダナセビモハツヤガボポホソゴワネケザピノゼベペヘギヒズョャュヨユァィェォ';
const japanese = once(() =>
  lists(
    'han',
    15,
    [0.4, kanji],
    [0.4, kana],
    [0.03, common],
    [0.02, '々〆ヶ・「」'],
    [0.01, halfWidthKana],
    [0.11, rows('shift_jis', 0x88, 0x97)],
    [0.03, rows('shift_jis', 0x98, 0xea)],
  ),
);
/** Half-width kana stand in runs: where all are, they are as usual as full ones. */
const halfWidthKana = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰﾞﾟ';
const japaneseNarrow = once(() =>
  lists('han', 15, [0.8, halfWidthKana], [0.1, kanji], [0.08, rows('shift_jis', 0x88, 0x97)]),
);
const korean = once(() =>
  lists('hangul', 15, [0.8, hangul], [0.18, rows('euc-kr', 0xb0, 0xc8)], [0.02, common]),
);

/** Which languages are written in an encoding, and how unusual (nats) the encoding itself is. */
export interface Written {
  readonly encoding: string;
  readonly unusual: number;
  readonly languages: readonly (() => Language)[];
}

// prettier-ignore
/** The encodings that are told apart, each with its languages; of equals the first is taken. */
export const written: readonly Written[] = [
  { encoding: 'gb18030', unusual: 0, languages: [chinese, chineseTraditional] },
  { encoding: 'windows-1252', unusual: 0, languages: western },
  { encoding: 'big5', unusual: 0.5, languages: [chineseTraditional] },
  { encoding: 'shift_jis', unusual: 0.5, languages: [japanese, japaneseNarrow] },
  { encoding: 'euc-kr', unusual: 0.5, languages: [korean] },
  { encoding: 'windows-1250', unusual: 1, languages: central },
  { encoding: 'windows-1251', unusual: 1, languages: [russian, ukrainian, bulgarian, serbian, belarusian] },
  { encoding: 'windows-1253', unusual: 1, languages: [greek] },
  { encoding: 'windows-1254', unusual: 1, languages: [turkish, azerbaijani] },
  { encoding: 'windows-1255', unusual: 1, languages: [hebrew] },
  { encoding: 'windows-1256', unusual: 1, languages: arabic },
  { encoding: 'windows-1257', unusual: 1, languages: baltic },
  { encoding: 'windows-1258', unusual: 1, languages: [vietnamese] },
  { encoding: 'windows-874', unusual: 1, languages: [thai] },
  { encoding: 'euc-jp', unusual: 1, languages: [japanese] },
  { encoding: 'koi8-r', unusual: 2, languages: [russian] },
  { encoding: 'koi8-u', unusual: 2.5, languages: [ukrainian] },
  { encoding: 'iso-8859-2', unusual: 2, languages: central },
  { encoding: 'iso-8859-15', unusual: 2, languages: western },
  { encoding: 'macintosh', unusual: 2.5, languages: western },
  { encoding: 'iso-8859-5', unusual: 3, languages: [russian, ukrainian, bulgarian, serbian] },
  { encoding: 'iso-8859-7', unusual: 3, languages: [greek] },
  { encoding: 'ibm866', unusual: 3, languages: [russian] },
  { encoding: 'x-mac-cyrillic', unusual: 3, languages: [russian, ukrainian, bulgarian] },
];
