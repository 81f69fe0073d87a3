import type { Role } from '../base/role.ts';

/**
 * Names of columns in other languages than English and Chinese, per role: German, French, Spanish, Portuguese, Italian,
 * Dutch, Polish, Turkish, Russian, Japanese, Korean. Without accents (headerWords takes them off) and without the small
 * words between nouns (see `particles`). Amounts with tax stand before those without.
 */
// prettier-ignore
export const tongues: Readonly<Partial<Record<Role, readonly string[]>>> = {
  customer_id: [
    'kundennummer', 'kunden nr', 'kundennr', 'kunden id', 'kundencode', 'kd nr', 'debitorennummer', 'debitornummer', 'debitoren nr', 'debitor', 'auftraggeber', 'mitgliedsnummer', 'konto', 'kundnummer', 'kundenummer',
    'n client', 'no client', 'num client', 'numero client', 'code client', 'id client', 'identifiant client', 'ref client', 'reference client', 'compte client',
    'codigo cliente', 'cod cliente', 'id cliente', 'numero cliente', 'no cliente', 'n cliente', 'codice cliente', 'cpf', 'cnpj', 'cpf cnpj', 'nif', 'partita iva', 'codice fiscale',
    'klantnummer', 'klantnr', 'klant id', 'klantcode', 'debiteurnummer', 'relatienummer', 'kod klienta', 'nr klienta', 'numer klienta', 'id klienta', 'kod kontrahenta', 'nip',
    'musteri kodu', 'musteri no', 'musteri id', 'musteri numarasi', 'cari kodu', 'cari kod', 'код клиента', 'id клиента', 'номер клиента', 'код контрагента', 'код покупателя', 'инн',
    '顧客コード', '顧客番号', '会員番号', '得意先コード', '取引先コード', 'お客様番号', 'お客様コード', '購入者ID', '고객번호', '고객코드', '고객ID', '고객아이디', '회원번호', '회원ID', '회원아이디', '거래처코드', '주문자ID', '구매자ID',
    'courriel', 'correo electronico', 'email cliente', 'email client', 'kunden email', 'メールアドレス', '이메일',
  ],
  customer_name: [
    'kundenname', 'firma', 'firmenname', 'debitorname', 'rechnungsempfanger', 'nom client', 'raison sociale', 'nom societe', 'societe', 'nombre cliente', 'razon social', 'nome cliente', 'razao social', 'ragione sociale',
    'denominazione', 'klantnaam', 'naam klant', 'bedrijfsnaam', 'debiteurnaam', 'nazwa klienta', 'nazwa kontrahenta', 'nabywca', 'musteri adi', 'musteri unvani', 'cari adi', 'cari unvan', 'unvan', 'наименование клиента',
    'имя клиента', 'наименование контрагента', 'название компании', 'фио', '顧客名', '会員名', '得意先名', '取引先名', '会社名', 'お客様名', '購入者名', '注文者名', '注文者氏名', '氏名', '고객명', '고객이름', '회원명', '거래처명', '주문자명',
    '주문자', '구매자명', '구매자', '회사명', 'empresa', 'azienda', 'nombre', 'nome', 'nom',
  ],
  order_id: [
    'bestellnummer', 'bestell nr', 'bestellnr', 'auftragsnummer', 'auftragsnr', 'auftrags nr', 'rechnungsnummer', 'rechnungsnr', 'rechnungs nr', 'rechnung nr', 'belegnummer', 'belegnr', 'beleg nr', 'belegfeld 1', 'vorgangsnummer',
    'bonnummer', 'transaktionsnummer', 'rechnung', 'n facture', 'no facture', 'num facture', 'numero facture', 'n commande', 'no commande', 'num commande', 'numero commande', 'ref commande', 'reference commande', 'id commande',
    'n piece', 'numero piece', 'n ticket', 'facture', 'commande', 'numero pedido', 'no pedido', 'n pedido', 'id pedido', 'pedido', 'numero factura', 'no factura', 'n factura', 'factura', 'numero orden', 'folio', 'nota fiscal',
    'numero fatura', 'numero fattura', 'n fattura', 'num fattura', 'numero ordine', 'n ordine', 'id ordine', 'numero documento', 'fattura', 'ordine', 'factuurnummer', 'factuurnr', 'ordernummer', 'bestelnummer',
    'nr faktury', 'numer faktury', 'nr zamowienia', 'numer zamowienia', 'nr dokumentu', 'faktura', 'fatura no', 'fatura numarasi', 'siparis no', 'siparis numarasi', 'fis no', 'belge no', 'номер заказа', 'no заказа', 'заказ',
    'номер документа', 'no документа', 'номер чека', 'номер счета', 'номер накладной', 'номер', '注文番号', '注文ID', '受注番号', '請求書番号', '伝票番号', '売上番号', 'レシート番号', '取引番号', '取引ID', '주문번호', '주문ID', '거래번호', '전표번호', '영수증번호',
  ],
  order_date: [
    'bestelldatum', 'auftragsdatum', 'rechnungsdatum', 'belegdatum', 'kaufdatum', 'verkaufsdatum', 'buchungsdatum', 'datum', 'date commande', 'date facture', 'date facturation', 'date vente', 'date achat', 'date piece',
    'fecha pedido', 'fecha factura', 'fecha compra', 'fecha venta', 'fecha orden', 'fecha', 'data pedido', 'data compra', 'data venda', 'data emissao', 'data ordine', 'data fattura', 'data documento', 'data acquisto',
    'data vendita', 'factuurdatum', 'orderdatum', 'besteldatum', 'data sprzedazy', 'data faktury', 'data wystawienia', 'data zamowienia', 'data', 'siparis tarihi', 'fatura tarihi', 'satis tarihi', 'islem tarihi', 'tarih',
    'дата заказа', 'дата продажи', 'дата покупки', 'дата документа', 'дата счета', 'дата', '注文日', '注文日時', '受注日', '購入日', '購入日時', '売上日', '取引日', '請求日', '伝票日付', '日付', '주문일자', '주문일시', '주문일', '결제일시', '결제일', '거래일자',
    '판매일자', '매출일자', '구매일', '일자', '날짜',
  ],
  amount: [
    'gesamtbetrag', 'bruttobetrag', 'rechnungsbetrag', 'gesamtsumme', 'gesamtpreis', 'endbetrag', 'bestellwert', 'auftragswert', 'bruttoumsatz', 'umsatz brutto', 'umsatz', 'brutto', 'betrag', 'summe', 'positionswert', 'warenwert',
    'nettobetrag', 'nettoumsatz', 'umsatz netto', 'netto', 'montant ttc', 'total ttc', 'ca ttc', 'montant total', 'total commande', 'chiffre affaires', 'prix total', 'montant', 'montant ht', 'total ht', 'ca ht', 'ca',
    'importe total', 'total pedido', 'total factura', 'importe', 'monto total', 'monto', 'ventas', 'valor pago', 'valor total', 'valor pedido', 'valor', 'faturamento', 'receita', 'importo totale', 'totale fattura', 'totale ordine',
    'importo', 'totale', 'fatturato', 'imponibile', 'totaalbedrag', 'totaal incl btw', 'bedrag incl btw', 'factuurbedrag', 'bedrag', 'totaal', 'omzet', 'bedrag excl btw', 'wartosc brutto', 'kwota brutto', 'wartosc', 'kwota',
    'sprzedaz', 'razem', 'wartosc netto', 'kwota netto', 'toplam tutar', 'genel toplam', 'satis tutari', 'tutar', 'toplam', 'ciro', 'net tutar', 'сумма с ндс', 'сумма заказа', 'сумма продажи', 'сумма документа', 'сумма', 'итого', 'всего',
    'выручка', 'оборот', 'стоимость', 'сумма без ндс', '支払金額', '購入金額', '請求金額', '税込金額', '売上金額', '売上高', '売上', '注文金額', '合計金額', '税抜金額', '실결제금액', '총결제금액', '결제금액', '총주문금액', '주문금액', '매출액', '매출금액', '매출',
    '판매금액', '합계금액', '합계', '총액', '금액', '공급가액',
  ],
  quantity: [
    'menge', 'anzahl', 'stuckzahl', 'stuck', 'quantite', 'qte', 'cantidad', 'unidades', 'quantidade', 'qtde', 'qtd', 'quantita', 'qta', 'aantal', 'ilosc', 'miktar', 'adet', 'количество', 'кол во', '個数', '点数', '수량', '판매수량', '구매수량', '주문수량',
  ],
  unit_price: [
    'einzelpreis', 'stuckpreis', 'verkaufspreis', 'vk preis', 'preis', 'prix unitaire', 'prix unitaire ht', 'prix', 'pu ht', 'pu', 'precio unitario', 'precio', 'preco unitario', 'valor unitario', 'preco', 'prezzo unitario', 'prezzo',
    'stukprijs', 'prijs', 'cena jednostkowa', 'cena brutto', 'cena netto', 'cena', 'birim fiyat', 'fiyat', 'цена за единицу', 'цена', '単価', '販売価格', '価格', '단가', '판매가', '상품가격', '가격',
  ],
  cost: ['einstandspreis', 'einkaufspreis', 'kosten', 'cout', 'prix achat', 'costo', 'coste', 'custo', 'koszt', 'maliyet', 'себестоимость', '原価', '仕入金額', '원가'],
  profit: ['deckungsbeitrag', 'rohertrag', 'gewinn', 'marge brute', 'marge', 'benefice', 'beneficio', 'lucro', 'margine', 'utile', 'winst', 'zysk', 'kar', 'прибыль', '粗利', '粗利益', '利益', '이익', '매출이익'],
  discount: ['rabatt', 'remise', 'descuento', 'desconto', 'sconto', 'korting', 'rabat', 'indirim', 'iskonto', 'скидка', '割引額', '割引', '値引', '할인금액', '할인'],
  refund: ['erstattung', 'remboursement', 'reembolso', 'rimborso', 'возврат', '返金額', '返金', '환불금액'],
  status: ['bestellstatus', 'auftragsstatus', 'zahlungsstatus', 'statut commande', 'statut', 'etat', 'estado pedido', 'estatus', 'situacao', 'stato ordine', 'stato', 'siparis durumu', 'durum', 'статус заказа', 'статус', '注文ステータス', 'ステータス', '注文状況', '주문상태', '결제상태', '상태'],
  product: [
    'artikelbezeichnung', 'artikelname', 'artikel', 'bezeichnung', 'produktname', 'produkt', 'artikelnummer', 'nom produit', 'produit', 'designation', 'libelle', 'nombre producto', 'producto', 'articulo', 'descripcion', 'nome produto',
    'produto', 'descricao', 'prodotto', 'articolo', 'descrizione', 'productnaam', 'omschrijving', 'nazwa produktu', 'nazwa towaru', 'towar', 'urun adi', 'urun', 'stok adi', 'stok kodu', 'номенклатура', 'наименование товара', 'товар',
    'наименование', 'продукт', 'артикул', '商品名', '製品名', '商品コード', '상품명', '제품명', '품목명', '품목', '품명',
  ],
  category: ['warengruppe', 'artikelgruppe', 'kategorie', 'categorie', 'famille', 'rayon', 'categoria', 'familia', 'kategori', 'kategoria', 'категория', 'группа товаров', 'カテゴリ', 'カテゴリー', '分類', '部門', '카테고리', '분류'],
  channel: ['vertriebskanal', 'verkaufskanal', 'kanal', 'filiale', 'canal vente', 'canal venta', 'canal venda', 'canal', 'magasin', 'tienda', 'loja', 'canale', 'negozio', 'kanaal', 'winkel', 'sklep', 'magaza', 'канал продаж', 'канал', 'магазин', '販売チャネル', 'チャネル', '店舗名', '店舗', '판매채널', '채널', '매장', '쇼핑몰'],
  region: ['bundesland', 'vertriebsgebiet', 'gebiet', 'land', 'ort', 'stadt', 'pays', 'ville', 'provincia', 'ciudad', 'pais', 'cidade', 'regione', 'citta', 'plaats', 'wojewodztwo', 'miasto', 'sehir', 'bolge', 'регион', 'область', 'город', 'страна', '都道府県', '地域', '지역', 'geography'],
  industry: ['branche', 'secteur', 'settore', 'branza', 'sektor', 'отрасль', '業種', '업종'],
  customer_type: ['kundengruppe', 'kundentyp', 'type client', 'tipo cliente', 'тип клиента', '顧客区分', '고객유형'],
  account_manager: ['vertreter', 'aussendienst', 'verkaufer', 'vertriebsmitarbeiter', 'sachbearbeiter', 'commercial', 'vendeur', 'vendedor', 'comercial', 'venditore', 'agente', 'verkoper', 'handlowiec', 'opiekun', 'satis temsilcisi', 'менеджер', 'продавец', 'ответственный', '営業担当者', '営業担当', '担当者', '영업담당', '담당자'],
  due_date: ['falligkeitsdatum', 'fallig am', 'falligkeit', 'date echeance', 'echeance', 'fecha vencimiento', 'vencimiento', 'data vencimento', 'data scadenza', 'scadenza', 'vervaldatum', 'termin platnosci', 'vade tarihi', 'срок оплаты', '支払期限', '支払期日', '만기일'],
  currency: ['wahrung', 'waehrung', 'devise', 'moneda', 'divisa', 'moeda', 'valuta', 'waluta', 'para birimi', 'валюта', '通貨', '통화'],
  birthday: ['geburtsdatum', 'date naissance', 'fecha nacimiento', 'data nascita', 'data nascimento', 'geboortedatum', 'дата рождения', '生年月日', '誕生日', '생년월일'],
};

/** 客户 in other languages: a code or a name, as the values say. */
export const customerTongues: readonly string[] = [
  'kunde', 'cliente', 'klant', 'klient', 'kontrahent', 'musteri', 'acheteur', 'comprador', 'клиент', 'контрагент', 'покупатель', 'заказчик', '顧客', '得意先', '取引先', 'お客様', '고객', '거래처',
]; // prettier-ignore

/** Small words between the nouns of a name. */
export const particles: ReadonlySet<string> = new Set([
  'de', 'du', 'des', 'd', 'do', 'da', 'dos', 'das', 'di', 'del', 'della', 'dell', 'la', 'le', 'les', 'l', 'el', 'van', 'het', 'der', 'of', 'the',
]); // prettier-ignore
