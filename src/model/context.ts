import type { PlanColumn, Shape } from '../ingest/types.ts';
import { kindOf } from './amounts.ts';
import { headerWords } from './headers.ts';
import type { Roles } from './roles.ts';
import { denied } from './synonyms.ts';
import { filled, isDates, isUnique, looksLikeCompanies } from './values.ts';

const created = /creat|open|report|submit|receiv|创建|提交|建单|受理|投诉|报障|登记|发起/;

/** Mends the roles whose meaning depends on what the table is. */
export function settleContext(roles: Roles, shape: Shape, contacts: readonly PlanColumn['contact'][]): void {
  preferCustomer(roles, shape, contacts);
  switch (shape) {
    case 'profile':
      lifecycleOf(roles);
      dropEntryDate(roles);
      break;
    case 'periods':
      // Totals beside the periods would count everything twice.
      roles.drop(roles.at('amount'));
      break;
    case 'receivables':
      owedAmount(roles);
      break;
    case 'contacts':
      dayOf(roles, 'contact_date');
      purposeOf(roles);
      break;
    case 'exposures':
      dayOf(roles, 'exposed_at');
      break;
    case 'tickets':
      ticketDay(roles);
      break;
    default:
      stageOf(roles);
      if (shape === 'lines') recordOf(roles);
  }
  // The amount in the books' own currency needs no rate.
  if (/本币|本幣/.test(roles.columns[roles.at('amount')]?.header ?? '')) roles.drop(roles.at('currency'));
}

/**
 * An e-mail address or telephone number names a person well, a firm badly: firms are known by their names. An id of 0
 * is how a shop marks guests: their e-mail address tells them apart.
 */
function preferCustomer(roles: Roles, shape: Shape, contacts: readonly PlanColumn['contact'][]): void {
  const id = roles.at('customer_id');
  const name = roles.at('customer_name');
  // One code for many names is that of something else: a ledger's account, a branch.
  if (
    id >= 0 &&
    name >= 0 &&
    roles.columns[id]!.evidence.distinct * 3 < roles.columns[name]!.evidence.distinct
  ) {
    roles.drop(id);
    return;
  }
  if (id >= 0 && name >= 0 && contacts[id] !== null) {
    const firms = looksLikeCompanies(roles.columns[name]!.evidence);
    if (firms && filled(roles.columns[name]!.evidence) > 0) roles.drop(id);
    return;
  }
  const email = contacts.indexOf('email');
  if (id < 0 || email < 0 || shape !== 'lines') return;
  const evidence = roles.columns[id]!.evidence;
  const guests = (evidence.values ?? evidence.examples).some((value) => /^0+$/.test(value.trim()));
  if (guests && evidence.numberShare >= 0.9 && filled(roles.columns[email]!.evidence) > 0)
    roles.move('customer_id', email);
}

/** The stage of a deal says whether it is a sale: Closed Won, 赢单. */
function stageOf(roles: Roles): void {
  const stage = roles.at('lifecycle');
  if (stage < 0 || roles.has('status')) return;
  const { values } = roles.columns[stage]!.evidence;
  if (values?.some((value) => /\bwon\b|赢单|贏單/i.test(value))) roles.move('status', stage);
}

/** `Record ID`, `id` that differ on every row while names come again are the rows' own, not the customers'. */
function recordOf(roles: Roles): void {
  const id = roles.at('customer_id');
  const name = roles.at('customer_name');
  if (
    id < 0 ||
    name < 0 ||
    !/^(?:recordid|id|编号|序号)$/.test(headerWords(roles.columns[id]!.header).compact)
  )
    return;
  const named = roles.columns[name]!.evidence;
  if (!isUnique(roles.columns[id]!.evidence) || named.distinct * 1.25 > filled(named)) return;
  if (roles.has('order_id')) roles.drop(id);
  else roles.move('order_id', id);
}

/** Without orders, a status is the customer's. */
function lifecycleOf(roles: Roles): void {
  const status = roles.at('status');
  if (status < 0) return;
  if (roles.has('lifecycle')) roles.drop(status);
  else roles.move('lifecycle', status);
}

/** The day on which a customer was entered is no purchase. */
function dropEntryDate(roles: Roles): void {
  const date = roles.at('order_date');
  if (date < 0) return;
  const { words } = headerWords(roles.columns[date]!.header);
  if (denied.order_date?.test(words.join(' ')) || roles.list[date]!.why === 'values') roles.drop(date);
}

/** Of a list of balances, what is owed; an invoice's amount only where nothing says what is open. */
function owedAmount(roles: Roles): void {
  const owed = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      kindOf(header) === 'receivable' &&
      evidence.numberShare >= 0.5 &&
      (roles.free(i) || roles.list[i]?.role === 'amount'),
  );
  if (owed < 0 || roles.at('amount') === owed) return;
  const invoiced = roles.at('amount');
  // With the invoiced and the paid amount known, the open one follows.
  if (invoiced >= 0 && roles.has('paid_amount')) return;
  roles.move('amount', owed);
}

function dayOf(roles: Roles, role: 'contact_date' | 'exposed_at'): void {
  const date = roles.at('order_date');
  if (!roles.has(role) && date >= 0) roles.move(role, date);
}

/** The type of a contact is what it was for. */
function purposeOf(roles: Roles): void {
  const type = roles.at('customer_type');
  if (
    type >= 0 &&
    headerWords(roles.columns[type]!.header).compact === 'type' &&
    !roles.has('contact_purpose')
  )
    roles.move('contact_purpose', type);
}

function ticketDay(roles: Roles): void {
  if (roles.has('order_date')) return;
  const contact = roles.at('contact_date');
  const day = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      roles.free(i) && isDates(evidence) && created.test(headerWords(header).words.join(' ')),
  );
  if (day >= 0) roles.give(day, 'order_date', 'likely', 'contains');
  else if (contact >= 0) roles.move('order_date', contact);
}
