/**
 * Who sends and who receives, as it stands on paper. Paper lies open to whoever carries it, so that a confidential point (a
 * shelter) is written like any private address: to the contact person where there is one, else to the point's name, and with
 * nothing that says what the place is: neither its kind nor its hours. Anybody else is written with name, contact and hours.
 */
import type { Contact } from '../places/contact.js';
import type { Language } from '../platform/http/language.js';
import { writeName } from './paper-writing.js';

interface PointOnPaper {
  readonly name: string;
  readonly address: string;
  readonly postcode: string | null;
  readonly settlement: string | null;
  readonly contact: Contact | null;
  readonly hours: string | null;
  readonly confidential: boolean;
}

interface WarehouseOnPaper {
  readonly name: string;
  readonly contact: Contact | null;
}

export interface Recipient {
  /** To whom it is addressed. */
  readonly name: string;
  readonly address: string;
  /** Postcode and settlement; the municipality where no settlement is known. */
  readonly place: string;
  readonly municipality: string;
  /** Whom to ask for, where that is not the recipient's own line. */
  readonly person: string | undefined;
  readonly phone: string | undefined;
  readonly hours: string | undefined;
}

export interface Sender {
  readonly name: string;
  readonly municipality: string;
  readonly person: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

/** @param municipality its name, in the language already */
export function describeRecipient(
  point: PointOnPaper,
  municipality: string,
  language: Language,
): Recipient {
  const person = writePresent(point.contact?.person, language);
  const settlement = writePresent(point.settlement, language) ?? municipality;
  const isAddressedToPerson = point.confidential && person !== undefined;
  return {
    name: isAddressedToPerson ? person : writeName(point.name, language),
    address: writeName(point.address, language),
    place: [point.postcode, settlement].filter(Boolean).join(' '),
    municipality,
    person: isAddressedToPerson ? undefined : person,
    phone: point.contact?.phone,
    hours: point.confidential ? undefined : writePresent(point.hours, language),
  };
}

/** @param municipality its name, in the language already */
export function describeSender(
  warehouse: WarehouseOnPaper,
  municipality: string,
  language: Language,
): Sender {
  const { person, phone, email } = warehouse.contact ?? {};
  return {
    name: writeName(warehouse.name, language),
    municipality,
    person: writePresent(person, language),
    phone,
    email,
  };
}

function writePresent(text: string | null | undefined, language: Language): string | undefined {
  return text === null || text === undefined || text === '' ? undefined : writeName(text, language);
}
