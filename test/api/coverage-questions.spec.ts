import { newId } from '../../src/platform/ids/ids.js';
import { CACAK, CoverageGround } from '../support/coverage.js';
import { makePerson } from '../support/people.js';

describe('the questions about coverage', () => {
  let ground: CoverageGround;

  beforeAll(async () => {
    ground = await CoverageGround.prepare();
  });
  afterAll(() => ground.close());

  it('writes names in the caller’s script and sorts as Serbian does', async () => {
    const cyrillic = ground.team.manager.api.with({ 'accept-language': 'sr-Cyrl' });
    expect((await ground.row(CACAK, {}, cyrillic)).name).toBe('Чачак');
    const latin = ground.team.manager.api.with({ 'accept-language': 'sr-Latn' });
    const names = (await ground.rows({}, latin)).map(({ name }) => name);
    expect(names.indexOf('Čačak')).toBeGreaterThan(names.indexOf('Crna Trava'));
    expect(names.indexOf('Ljig')).toBeGreaterThan(names.indexOf('Lučani'));
    const reversed = await ground.rows({ sort: '-name' }, latin);
    expect(reversed.map(({ name }) => name)).toEqual([...names].reverse());
  });

  it('is for those who read figures, each within what was given to them', async () => {
    expect((await ground.ask('', {}, ground.team.volunteer.api)).status).toBe(403);
    const elsewhere = await makePerson(ground.service, 'coordinator', {
      campaignIds: [await otherCampaign()],
    });
    expect((await ground.ask('', {}, elsewhere.api)).status).toBe(404);
    const local = await makePerson(ground.service, 'coordinator', { districtCodes: ['RS214'] });
    const codes = (await ground.rows({}, local.api)).map(({ code }) => code);
    expect(codes).toEqual((await ground.rows({ district: 'RS214' })).map(({ code }) => code));
  });

  function otherCampaign(): Promise<string> {
    return ground.make('/campaigns', {
      name: 'Other',
      startsOn: '2026-03-01',
      endsOn: '2026-06-30',
      funders: [{ name: 'European Union' }],
      materialIds: [],
    });
  }

  it.each([
    ['no campaign', '/coverage', 400],
    ['an unknown campaign', `/coverage?campaign=${newId()}`, 422],
    ['a campaign that is no id', '/coverage?campaign=x', 400],
  ])('refuses %s', async (_, path, status) => {
    expect((await ground.team.manager.api.get(path)).status).toBe(status);
  });

  it.each([
    [{ level: 'village' }, 400],
    [{ wrong: 'x' }, 400],
    [{ district: 'RS999' }, 422],
    [{ region: 'RS99' }, 422],
    [{ group: newId() }, 422],
    [{ material: newId() }, 422],
    [{ lot: newId() }, 422],
    [{ asOf: 'x' }, 400],
    [{ from: 'x' }, 400],
    [{ limit: '0' }, 400],
    [{ cursor: 'x' }, 400],
  ])('refuses %j with %i', async (parameters, status) => {
    expect((await ground.ask('', parameters as Record<string, string>)).status).toBe(status);
  });
});
