import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CreateUser } from '../access/create-user.service.js';
import { TokenService } from '../access/token.service.js';
import { addDays, addTime, dayOf, instantAtWallClock } from '../time.js';
import type { DemoClock } from './demo-clock.js';
import { handOverAtTheDoor, standAtTheFair } from './demo-door.js';
import type { DemoAccount } from './demo-message.js';
import { DemoOffice } from './demo-office.js';
import { DemoRandom } from './demo-random.js';
import { type DemoSetting, setUpCampaign, STORY_DAYS } from './demo-setting.js';
import { makeTrip, TRIPS } from './demo-shipments.js';
import { blockWrongRun, orderPrintRuns, receiveParts } from './demo-supply.js';

const SEED = 2026n;
const DOOR_DAY = 26;
const FAIR_DAY = 33;
const BLOCK_DAY = 38;
/** The checks of the story run at three in the morning, once a week; the service itself runs them every night. */
const CHECK_EVERY_DAYS = 7;

const PASSWORD = 'korak-po-korak';
/** Made-up people. */
const PEOPLE: readonly (DemoAccount & { name: string })[] = [
  { role: 'administrator', email: 'administrator@example.org', name: 'Ana (administratorka)', password: PASSWORD },
  { role: 'coordinator', email: 'koordinator@example.org', name: 'Kosta (koordinator)', password: PASSWORD },
  { role: 'manager', email: 'menadzer@example.org', name: 'Mira (menadžerka)', password: PASSWORD },
  { role: 'volunteer', email: 'volonter@example.org', name: 'Vuk (volonter)', password: PASSWORD },
]; // prettier-ignore

/** Two months of a made-up campaign, told day by day through the service's own interface, from a fixed seed. */
export async function tellDemoStory(
  app: NestFastifyApplication,
  clock: DemoClock,
  tellProgress: (share: number) => void = () => undefined,
): Promise<readonly DemoAccount[]> {
  const today = dayOf(clock.now());
  clock.moveTo(instantAtWallClock(`${addDays(today, -STORY_DAYS - 5)}T09:00`));
  const [administrator, coordinator, , volunteer] = await hire(app, clock);
  const setting = await setUpCampaign(administrator!.office, today);
  await orderPrintRuns(coordinator!.office, setting);
  const cast = {
    coordinator: coordinator!.office,
    volunteer: volunteer!.office,
    volunteerId: volunteer!.id,
    random: new DemoRandom(SEED),
  };
  for (let day = 0; day < STORY_DAYS; day += 1) {
    tellProgress(day / STORY_DAYS);
    if (day > 0 && day % CHECK_EVERY_DAYS === 0) await check(administrator!.office, setting, day);
    await receiveParts(cast.coordinator, setting, day);
    if (day === DOOR_DAY) await handOverAtTheDoor(cast.coordinator, setting, day);
    if (day === FAIR_DAY) await standAtTheFair(cast.coordinator, setting, day);
    if (day === BLOCK_DAY) await blockWrongRun(cast.coordinator, setting);
    for (const trip of TRIPS.filter(({ afterDays }) => afterDays === day)) {
      await makeTrip(cast, setting, trip);
    }
  }
  clock.release();
  await administrator!.office.post('/jobs/coverage-check/run', {});
  return PEOPLE.map(({ role, email, password }) => ({ role, email, password }));
}

async function hire(
  app: NestFastifyApplication,
  clock: DemoClock,
): Promise<{ id: string; office: DemoOffice }[]> {
  const hired: { id: string; office: DemoOffice }[] = [];
  for (const { email, name, role, password } of PEOPLE) {
    const { user } = await app.get(CreateUser).run({ email, name, role, password });
    const { token } = await app.get(TokenService).create(user.id, { name: 'demo' });
    hired.push({ id: user.id, office: new DemoOffice(app, clock, token.token!) });
  }
  return hired;
}

async function check(office: DemoOffice, setting: DemoSetting, day: number): Promise<void> {
  const dueAt = instantAtWallClock(`${addDays(setting.startsOn, day)}T03:00`);
  office.moveTo(addTime(dueAt, 1000));
  await office.post('/jobs/coverage-check/run', { asOf: dueAt });
  await office.post('/jobs/escalation/run', { asOf: dueAt });
}
