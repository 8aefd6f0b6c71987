import type { Role } from '../../src/access/actor.js';
import { CreateUser } from '../../src/access/create-user.service.js';
import { TokenService } from '../../src/access/token.service.js';
import { newId } from '../../src/platform/ids/ids.js';
import { ApiClient, type TestApp } from './app.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly api: ApiClient;
}

interface Scopes {
  readonly campaignIds?: string[];
  readonly districtCodes?: string[];
}

/** Makes a person of the role and answers a client that speaks as them, by a personal access token. */
export async function makePerson(
  service: TestApp,
  role: Role,
  scopes: Scopes = {},
): Promise<Person> {
  const name = `Test ${role} ${newId().slice(-4)}`;
  const { user } = await service.app.get(CreateUser).run({
    email: `${newId()}@example.org`,
    name,
    role,
    password: 'korak po korak',
    ...scopes,
  });
  const { token } = await service.app.get(TokenService).create(user.id, { name: 'test' });
  return {
    id: user.id,
    name,
    api: new ApiClient(service.url, { authorization: `Bearer ${token.token}` }),
  };
}

export interface Team {
  readonly administrator: Person;
  readonly coordinator: Person;
  readonly manager: Person;
  readonly volunteer: Person;
}

/** One of each role. */
export async function makeTeam(service: TestApp): Promise<Team> {
  return {
    administrator: await makePerson(service, 'administrator'),
    coordinator: await makePerson(service, 'coordinator'),
    manager: await makePerson(service, 'manager'),
    volunteer: await makePerson(service, 'volunteer'),
  };
}
