import { askKnownToday, askPresent, readQuestion, readWantedState } from './coverage-question.js';

const campaign = 'c';

describe('what the address asks of coverage', () => {
  it('is the whole country now where nothing is said', () => {
    expect(readQuestion({}, campaign)).toEqual({ campaign });
  });

  it('is a part of it, a material, a payer, a moment', () => {
    const address = {
      parent: 'RS121',
      material: 'm',
      funder: 'OAK',
      asOf: '2026-10-01',
      knownAt: '7',
    };
    expect(readQuestion(address, campaign)).toEqual({
      campaign,
      district: 'RS121',
      material: 'm',
      funder: 'OAK',
      asOf: '2026-10-01',
      knownAt: '7',
    });
  });

  it('is a kind of material only where no material is named, and only a known one', () => {
    expect(readQuestion({ kind: 'print' }, campaign)).toEqual({ campaign, kind: 'print' });
    expect(readQuestion({ kind: 'print', material: 'm' }, campaign)).toEqual({
      campaign,
      material: 'm',
    });
    expect(readQuestion({ kind: 'soap' }, campaign)).toEqual({ campaign });
  });

  it('wants a state where there are targets to measure against', () => {
    expect(readWantedState({ state: 'reached' })).toBe('reached');
    expect(readWantedState({ state: 'reached', lot: 'l' })).toBeUndefined();
    expect(readWantedState({ state: 'reached', funder: 'OAK' })).toBeUndefined();
    expect(readWantedState({ state: 'elsewhere' })).toBeUndefined();
  });

  it('can be asked of the present, and of that moment as known today', () => {
    const question = { campaign, group: 'g', asOf: '2026-10-01', knownAt: '7' };
    expect(askPresent(question)).toEqual({ campaign, group: 'g' });
    expect(askKnownToday(question, '2026-10-01T21:59:59.999Z')).toEqual({
      campaign,
      group: 'g',
      asOf: '2026-10-01T21:59:59.999Z',
    });
  });
});
