import { Problem } from '../problem.js';
import {
  countNewlyRefused,
  decideConfirmation,
  type Confirmation,
  type ConfirmationFacts,
  type ConfirmedLine,
  type Decision,
  type LineFacts,
} from './confirmation.js';

const nothing = { delivered: 0, damaged: 0, missing: 0, refused: 0, surplus: 0 };
const told = (figures: Partial<ConfirmedLine>): ConfirmedLine => ({
  materialId: 'leaflet',
  ...nothing,
  ...figures,
});
const line = (figures: Partial<LineFacts> = {}): LineFacts => ({
  materialId: 'leaflet',
  quantity: 100,
  sent: 100,
  delivered: 0,
  damaged: 0,
  missing: 0,
  refused: 0,
  returned: 0,
  lost: 0,
  ...figures,
});
const facts = (changes: Partial<ConfirmationFacts> = {}): ConfirmationFacts => ({
  batchState: 'dispatched',
  assignment: 'now',
  followed: 'none',
  standing: null,
  lines: [line()],
  wasHeld: false,
  ...changes,
});
const confirmation = (changes: Partial<Confirmation> = {}): Confirmation => ({
  kind: 'delivery',
  follows: null,
  lines: [told({ delivered: 100 })],
  ...changes,
});

function say(decision: Decision): string {
  switch (decision.status) {
    case 'refused':
      return `refused ${decision.problem.code}`;
    case 'accepted':
      return decision.stands ? 'accepted' : 'accepted, does not stand';
    case 'held':
    case 'conflict':
      return `${decision.status} ${decision.reason}`;
    default:
      return decision satisfies never;
  }
}

const notSent = line({ sent: 0 });
const delivered90 = line({ delivered: 90 });
const delivered100 = line({ delivered: 100 });

type Case = [string, Partial<ConfirmationFacts>, Partial<Confirmation>, string];

describe('the table of confirmations', () => {
  it.each<Case>([
    ['all delivered', {}, {}, 'accepted'],
    ['every figure 0', {}, { lines: [told({})] }, 'accepted'],
    ['no line at all', {}, { lines: [] }, 'accepted'],
    ['a part, the rest unsaid', {}, { lines: [told({ delivered: 1 })] }, 'accepted'],
    [
      'all kinds together are what was sent',
      {},
      { lines: [told({ delivered: 90, damaged: 4, missing: 3, refused: 3 })] },
      'accepted',
    ],
    ['from a coordinator', { assignment: 'any' }, {}, 'accepted'],

    ['of one never assigned', { assignment: 'never' }, {}, 'refused forbidden'],
    [
      'of one never assigned, before dispatch',
      { assignment: 'never', batchState: 'packed' },
      {},
      'refused forbidden',
    ],
    [
      'with a material that is not on it',
      {},
      { lines: [told({ materialId: 'poster' })] },
      'refused unknown_reference',
    ],
    [
      'with a material that is not on it, in a draft',
      { batchState: 'draft', lines: [notSent] },
      { lines: [told({ materialId: 'poster' })] },
      'refused unknown_reference',
    ],
    ['with a material twice', {}, { lines: [told({}), told({})] }, 'refused rule'],
    [
      'a failed attempt with a material twice',
      {},
      { kind: 'failed_attempt', lines: [told({}), told({})] },
      'refused rule',
    ],

    ['for a draft', { batchState: 'draft', lines: [notSent] }, {}, 'held not_dispatched'],
    ['for a planned batch', { batchState: 'planned', lines: [notSent] }, {}, 'held not_dispatched'],
    ['for a packed batch', { batchState: 'packed', lines: [notSent] }, {}, 'held not_dispatched'],
    [
      'counting more than was meant, for a packed batch',
      { batchState: 'packed', lines: [notSent] },
      { lines: [told({ delivered: 1000 })] },
      'held not_dispatched',
    ],
    ['following one not here', { followed: 'waiting' }, { follows: 'a' }, 'held follows_unknown'],
    [
      'following one not here, in a cancelled batch',
      { followed: 'waiting', batchState: 'cancelled' },
      { follows: 'a' },
      'held follows_unknown',
    ],
    [
      'a failed attempt for a packed batch',
      { batchState: 'packed', lines: [notSent] },
      { kind: 'failed_attempt', lines: [] },
      'held not_dispatched',
    ],

    ['a failed attempt', {}, { kind: 'failed_attempt', lines: [] }, 'accepted, does not stand'],
    [
      'a failed attempt beside one that stands',
      { standing: 'a' },
      { kind: 'failed_attempt', lines: [] },
      'accepted, does not stand',
    ],
    [
      'a failed attempt in a cancelled batch',
      { batchState: 'cancelled', lines: [notSent] },
      { kind: 'failed_attempt', lines: [] },
      'accepted, does not stand',
    ],
    [
      'a failed attempt of one whose assignment has ended',
      { assignment: 'ended' },
      { kind: 'failed_attempt', lines: [] },
      'accepted, does not stand',
    ],

    ['more than was sent', {}, { lines: [told({ delivered: 101 })] }, 'refused exceeds_sent'],
    [
      'more than was sent, all kinds together',
      {},
      { lines: [told({ delivered: 90, damaged: 5, missing: 5, refused: 1 })] },
      'refused exceeds_sent',
    ],
    [
      'more than was sent, beside one that stands',
      { standing: 'a', lines: [delivered100] },
      { lines: [told({ delivered: 101 })] },
      'refused exceeds_sent',
    ],
    [
      'more than was sent, once held',
      { wasHeld: true },
      { lines: [told({ delivered: 101 })] },
      'conflict more_than_sent',
    ],
    [
      'surplus with all accounted for',
      {},
      { lines: [told({ delivered: 98, missing: 1, refused: 1, surplus: 5 })] },
      'accepted',
    ],
    [
      'surplus while pieces are unaccounted for',
      {},
      { lines: [told({ delivered: 99, surplus: 1 })] },
      'refused exceeds_sent',
    ],
    [
      'surplus while pieces are unaccounted for, once held',
      { wasHeld: true },
      { lines: [told({ delivered: 99, surplus: 1 })] },
      'conflict surplus_while_unaccounted',
    ],
    [
      'surplus on top of what stands and is followed',
      { standing: 'a', followed: 'here', lines: [delivered90] },
      { follows: 'a', lines: [told({ delivered: 10, surplus: 5 })] },
      'accepted',
    ],
    [
      'surplus after what stands, while pieces are unaccounted for',
      { standing: 'a', followed: 'here', lines: [delivered90] },
      { follows: 'a', lines: [told({ delivered: 9, surplus: 5 })] },
      'refused exceeds_sent',
    ],
    [
      'surplus that competes, while by itself pieces are unaccounted for',
      { standing: 'a', lines: [delivered100] },
      { lines: [told({ delivered: 90, surplus: 5 })] },
      'refused exceeds_sent',
    ],
    [
      'surplus where what is not delivered was returned or lost',
      { lines: [line({ returned: 5, lost: 5 })] },
      { lines: [told({ delivered: 90, surplus: 5 })] },
      'accepted',
    ],

    [
      'for a cancelled batch',
      { batchState: 'cancelled', lines: [notSent] },
      {},
      'conflict batch_cancelled',
    ],
    [
      'for a cancelled batch, more than was to go',
      { batchState: 'cancelled', lines: [notSent] },
      { lines: [told({ delivered: 101 })] },
      'refused exceeds_sent',
    ],
    [
      'for a closed batch',
      { batchState: 'closed', lines: [line({ lost: 100 })] },
      {},
      'conflict batch_closed',
    ],
    [
      'while another stands',
      { standing: 'a', lines: [delivered90] },
      { lines: [told({ delivered: 10 })] },
      'conflict another_stands',
    ],
    [
      'with every figure 0 while another stands',
      { standing: 'a' },
      { lines: [told({})] },
      'conflict another_stands',
    ],
    [
      'following one that is not the last that stands',
      { standing: 'b', followed: 'here', lines: [delivered90] },
      { follows: 'a', lines: [told({ delivered: 10 })] },
      'conflict another_stands',
    ],
    [
      'following the last that stands',
      { standing: 'a', followed: 'here', lines: [delivered90] },
      { follows: 'a', lines: [told({ delivered: 10 })] },
      'accepted',
    ],
    [
      'following, and more than is in transit',
      { standing: 'a', followed: 'here', lines: [delivered90] },
      { follows: 'a', lines: [told({ delivered: 11 })] },
      'conflict more_than_in_transit',
    ],
    [
      'more than is in transit after a return',
      { lines: [line({ returned: 10 })] },
      { lines: [told({ delivered: 91 })] },
      'conflict more_than_in_transit',
    ],
    [
      'refusing more than is in transit after a return',
      { lines: [line({ returned: 10 })] },
      { lines: [told({ refused: 91 })] },
      'conflict more_than_in_transit',
    ],
    [
      'delivering what was refused before',
      { standing: 'a', followed: 'here', lines: [line({ delivered: 90, refused: 10 })] },
      { follows: 'a', lines: [told({ delivered: 10 })] },
      'accepted',
    ],
    ['of one whose assignment has ended', { assignment: 'ended' }, {}, 'conflict assignment_ended'],
    [
      'following what left nothing standing',
      { followed: 'here' },
      { follows: 'a failed attempt' },
      'accepted',
    ],
    [
      'once held, with a material that has left the consignment',
      { wasHeld: true },
      { lines: [told({ materialId: 'poster' })] },
      'conflict not_on_consignment',
    ],
  ])('%s', (_, changes, change, expected) => {
    expect(say(decideConfirmation(facts(changes), confirmation(change)))).toBe(expected);
  });

  it('names each line that counts more than was sent', () => {
    const poster = { ...line({ sent: 2, quantity: 2 }), materialId: 'poster' };
    const decision = decideConfirmation(
      facts({ lines: [line(), poster] }),
      confirmation({
        lines: [told({ delivered: 100 }), told({ materialId: 'poster', delivered: 3 })],
      }),
    );
    const problem = (decision as { problem: Problem }).problem;
    expect(problem.errors.map(({ path }) => path)).toEqual(['lines[1]']);
    expect(problem.errors[0]!.message.en).toContain('3 pieces are accounted for, 2 were sent');
  });
});

describe('pieces refused a second time', () => {
  it.each([
    ['the first time, all count', line(), told({ refused: 10 }), 10],
    ['the same ones count once', line({ refused: 10, delivered: 90 }), told({ refused: 10 }), 0],
    ['others count', line({ refused: 10 }), told({ refused: 15 }), 15],
    ['no more than are left', line({ refused: 90 }), told({ refused: 15 }), 10],
    [
      'those that came back are not refused',
      line({ refused: 10, returned: 10 }),
      told({ refused: 15 }),
      15,
    ],
  ])('%s', (_, before, second, expected) => {
    expect(countNewlyRefused(before, second)).toBe(expected);
  });
});
