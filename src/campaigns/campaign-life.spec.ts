import { moveCampaign, stateOfCampaign } from './campaign-life.js';
import type { StoredCampaignState } from './campaign-life.js';

describe('the state of a campaign', () => {
  it.each([
    ['draft', '2026-06-30', 'draft'],
    ['draft', '2026-07-01', 'draft'],
    ['active', '2026-06-30', 'active'],
    ['active', '2026-07-01', 'closing'],
    ['closed', '2026-06-01', 'closed'],
    ['closed', '2026-07-01', 'closed'],
  ] as const)(
    'written down as %s is on %s, with the end on 30 June, %s',
    (stored, today, state) => {
      expect(stateOfCampaign(stored, '2026-06-30', today)).toBe(state);
    },
  );

  it.each<[StoredCampaignState, 'draft' | 'active', boolean]>([
    ['draft', 'active', true],
    ['draft', 'draft', true],
    ['active', 'active', true],
    ['active', 'draft', false],
    ['closed', 'active', false],
    ['closed', 'draft', false],
  ])('goes from %s to %s by hand: %s', (from, to, allowed) => {
    if (allowed) expect(moveCampaign(from, to)).toBe(to);
    else
      expect(() => moveCampaign(from, to)).toThrow(
        expect.objectContaining({
          code: 'illegal_transition',
          extra: expect.objectContaining({ state: from }),
        }),
      );
  });
});
