/**
 * What the database refused, told as what the user can do about it: a code that another row has, and a row that others
 * refer to. The database decides, since only it sees what others write at the same moment.
 */
import { Problem } from '../problem.js';

/** DELETE of what others refer to. */
export function refuseInUse(retirable: boolean): Problem {
  return new Problem('in_use', {
    detail: retirable
      ? {
          en: 'Others refer to this, so it cannot be deleted. Send PATCH {"active": false} to retire it.',
          sr: 'Drugi podaci se pozivaju na ovo, pa se ne može obrisati. Pošaljite PATCH {"active": false} da ga povučete.',
        }
      : {
          en: 'Others refer to this, so it cannot be deleted. Remove it there first.',
          sr: 'Drugi podaci se pozivaju na ovo, pa se ne može obrisati. Prvo ga uklonite tamo.',
        },
    ...(retirable ? { extra: { hint: { active: false } } } : {}),
  });
}

export function refuseDuplicateCode(code: string): Problem {
  const message = {
    en: `There is already a delivery point with the code "${code}". Change that one, or give this one another code.`,
    sr: `Već postoji mesto isporuke sa šifrom „${code}“. Izmenite postojeće ili ovom dajte drugu šifru.`,
  };
  return new Problem('duplicate', { errors: [{ path: 'code', message }] });
}
