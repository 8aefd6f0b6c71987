/** How a plan that cannot be is told: each short line and each wrong lot, at its place and with what to do. */
import { Problem, type FieldError, type Text } from '../problem.js';
import type { NamingFault, Shortage } from './plan.js';

const NAMING_FAULTS: Readonly<Record<NamingFault['fault'], Text>> = {
  no_such_line: {
    en: 'There is no such consignment in this batch, or it does not carry this material.',
    sr: 'U ovoj turi nema takve pošiljke ili ona ne nosi ovaj materijal.',
  },
  named_twice: {
    en: 'This print run is named twice for the same line. Name it once, with all its pieces.',
    sr: 'Ova serija je za istu stavku navedena dva puta. Navedite je jednom, sa svim komadima.',
  },
  more_than_line: {
    en: 'More pieces are named than the line carries. Name at most the line’s quantity.',
    sr: 'Navedeno je više komada nego što stavka nosi. Navedite najviše količinu stavke.',
  },
};

export function explainNamingFault({ index, fault }: NamingFault): FieldError {
  return { path: `lots[${index}]`, message: NAMING_FAULTS[fault] };
}

export function explainShortage({ need, have }: Shortage, materialName: string): Text {
  return {
    en: `${materialName}: ${need} pieces needed, ${have} available in this warehouse. Receive more, or lower the quantity.`,
    sr: `${materialName}: potrebno je ${need} komada, u ovom magacinu je raspoloživo ${have}. Primite još ili smanjite količinu.`,
  };
}

/** What a plan needs to know of a lot that it names. */
export interface NamedLotFacts {
  readonly lotNumber: string;
  readonly materialId: string;
  readonly campaignId: string;
  readonly state: 'usable' | 'blocked' | 'withdrawn';
}

/** Why the lot cannot be taken for the line, whatever the stock; undefined where it can. */
export function judgeNamedLot(
  lot: NamedLotFacts | undefined,
  materialId: string,
  campaignId: string,
  index: number,
): Problem | undefined {
  const path = `lots[${index}].lotId`;
  if (lot === undefined) {
    return new Problem('unknown_reference', { errors: [{ path, message: UNKNOWN_LOT }] });
  }
  if (lot.materialId !== materialId || lot.campaignId !== campaignId) {
    return new Problem('rule', { errors: [{ path, message: OTHER_LOT }] });
  }
  if (lot.state === 'usable') return undefined;
  return new Problem('lot_not_usable', { errors: [{ path, message: explainUnusable(lot) }] });
}

function explainUnusable({ lotNumber, state }: NamedLotFacts): Text {
  return {
    en: `Print run ${lotNumber} is ${state}. Name another, or release it first.`,
    sr: `Serija ${lotNumber} je ${state === 'blocked' ? 'zadržana' : 'povučena'}. Navedite drugu ili prvo oslobodite ovu.`,
  };
}

const UNKNOWN_LOT: Text = {
  en: 'There is no such print run. Choose one from the stock of this warehouse.',
  sr: 'Takva serija ne postoji. Izaberite neku sa zaliha ovog magacina.',
};
const OTHER_LOT: Text = {
  en: 'This print run is of another material or campaign. Choose one of the line’s material.',
  sr: 'Ova serija je drugog materijala ili kampanje. Izaberite seriju materijala iz stavke.',
};
