export interface Tea {
  readonly product: string;
  readonly category: string;
  /** Price of one pack in cents, 2024. */
  readonly price: number;
}

const catalogue: readonly (readonly [category: string, product: string, price: number])[] = [
  ['Green', 'Cloud Mist 100 g', 4800],
  ['Green', 'Spring Needle 50 g', 6800],
  ['Green', 'Everyday Green 250 g', 3600],
  ['Green', 'First Flush 100 g', 16800],
  ['White', 'Silver Hair 100 g', 12800],
  ['White', 'Aged White Cake 350 g', 28800],
  ['Oolong', 'Rock Oolong 125 g', 8800],
  ['Oolong', 'Iron Kettle 250 g', 9800],
  ['Oolong', 'Milk Oolong 100 g', 5200],
  ['Black', 'Golden Bud 100 g', 7600],
  ['Black', 'Breakfast Black 250 g', 4200],
  ['Black', 'Smoked Pine 100 g', 5800],
  ["Pu'er", 'Ripe Cake 357 g', 13800],
  ["Pu'er", 'Raw Cake 357 g', 19800],
  ["Pu'er", 'Mini Tuo 20 pcs', 4600],
  ['Scented', 'Jasmine Pearl 100 g', 6200],
  ['Scented', 'Osmanthus 100 g', 4400],
  ['Scented', 'Rose Bud 50 g', 2800],
  ['Teaware', 'Glass Pot', 8900],
  ['Teaware', 'Travel Cup', 5900],
  ['Teaware', 'Gaiwan Set', 15900],
  ['Gift', 'Festival Box', 26800],
  ['Gift', 'Tasting Box', 11800],
];

export const teas: readonly Tea[] = catalogue.map(([category, product, price]) => ({
  product,
  category,
  price,
}));

export const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
export const givenNames = [...'芳伟娜敏静磊洋艳勇杰娟涛明超霞平刚英华慧宇欣然晨安'];
// prettier-ignore
export const firstNames = [
  'Anna', 'Ben', 'Clara', 'David', 'Emma', 'Felix', 'Grace', 'Henry', 'Iris', 'Jack', 'Kate', 'Leo', 'Maya', 'Noah',
  'Olivia', 'Paul', 'Rosa', 'Sam', 'Tess', 'Viktor',
];
// prettier-ignore
export const lastNames = [
  'Abbot', 'Berg', 'Carter', 'Dale', 'Ellis', 'Frost', 'Grant', 'Hale', 'Ivanov', 'Jensen', 'Keller', 'Lund',
  'Moreau', 'Novak', 'Ortiz', 'Petrov', 'Reed', 'Stone', 'Tanaka', 'Weber',
];
// prettier-ignore
export const housePlaces = [
  'Harbour', 'Lakeside', 'Old Town', 'Station', 'Hillside', 'River', 'Garden', 'North Gate', 'Bridge', 'Orchard',
  '松江', '云岭', '南山', '清溪', '东湖', '望海', '听雨', '竹里',
];
export const houseKinds = ['Tea House', 'Hotel', 'Cafe', 'Office', 'Gift Shop', 'Restaurant'];
export const houseKindsChinese = ['茶馆', '酒店', '餐厅', '商贸', '礼品店'];
