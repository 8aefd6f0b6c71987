import { describeFlag } from './flag-sentence.js';
import { FLAG_KINDS } from './rules.js';

const noon = (day: string): string => `${day}T10:00:00.000Z`;

it('every kind of flag says in a sentence what was found', () => {
  const details = {
    days: 31,
    sharePercent: 12.5,
    wantedPercent: 50,
    delivered: 5,
    target: 40,
    by: noon('2026-05-01'),
    lastDeliveredAt: noon('2026-04-01'),
    expectedAt: noon('2026-04-01'),
    openedAt: noon('2026-04-01'),
    lastMovedAt: noon('2026-04-01'),
    daysLeft: 3,
    discrepancies: 2,
    endsOn: '2026-06-30',
    pieces: 4,
    short: 1,
    need: 2,
    available: 0,
    betweenWarehouses: 0,
    expected: 1,
    onHand: 7,
  };
  for (const kind of FLAG_KINDS) {
    const { en, sr } = describeFlag(kind, details, { en: 'Cacak', sr: 'Čačak' });
    expect(`${en} ${sr}`).toMatch(/^Cacak: [^]+\. Čačak: [^]+\.$/);
    expect(`${en} ${sr}`).not.toContain('undefined');
  }
  expect(describeFlag('unplanned', details, null)).toEqual({
    en: 'Nothing has been delivered, is planned or on its way, and the campaign ends on 30 Jun 2026 (days left: 3).',
    sr: 'Ništa nije isporučeno, planirano niti je na putu, a kampanja se završava 30. 6. 2026. (preostalo dana: 3).',
  });
  expect(describeFlag('never_reached', details, null).sr).toBe(
    'Ništa nije isporučeno ni 31 dan posle početka kampanje.',
  );
});
