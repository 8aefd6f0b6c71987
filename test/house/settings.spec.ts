import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/platform/config/settings.js';
import { Problem } from '../../src/problem.js';

const example = Object.fromEntries(
  readFileSync(join(__dirname, '..', '..', '.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
);

describe('the settings', () => {
  it('have the defaults that .env.example names', () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });

  it('are all named in .env.example', () => {
    const asked = new Set<string>();
    readSettings(new Proxy({}, { get: (_, name) => (asked.add(String(name)), undefined) }));
    expect([...asked].sort()).toEqual(Object.keys(example).sort());
  });

  it('cannot be changed once read', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true);
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['SCHEDULES', 'perhaps'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['COVERAGE_CHECK_CRON', 'daily'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_COOKIE', 'a=b; c'],
    ['DEMO', 'perhaps'],
  ])('refuse %s=%s by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(Problem);
    try {
      readSettings({ [name]: value });
    } catch (error) {
      expect((error as Problem).errors[0]?.path).toBe(name);
    }
  });
});
