import { chooseNextStep, type NextStep } from './next-step.js';

type Coverage = Parameters<typeof chooseNextStep>[0]['coverage'];

const cases: readonly [string, Coverage, number, NextStep][] = [
  [
    'is nothing once it is reached',
    { state: 'reached', outlook: null, delivered: 9 },
    3,
    'nothing',
  ],
  [
    'is a target where there is none',
    { state: 'no_target', outlook: null, delivered: 0 },
    3,
    'set_target',
  ],
  [
    'asks about what is overdue first',
    { state: 'not_reached', outlook: 'silent', delivered: 0 },
    3,
    'ask_silent',
  ],
  [
    'asks also where something came',
    { state: 'partly_reached', outlook: 'silent', delivered: 4 },
    3,
    'ask_silent',
  ],
  [
    'waits for what is on its way',
    { state: 'not_reached', outlook: 'in_transit', delivered: 0 },
    3,
    'wait_transit',
  ],
  [
    'sends what is planned',
    { state: 'not_reached', outlook: 'planned', delivered: 0 },
    0,
    'send_planned',
  ],
  [
    'is a point to send to',
    { state: 'not_reached', outlook: 'nothing', delivered: 0 },
    0,
    'add_point',
  ],
  ['is a first batch', { state: 'not_reached', outlook: 'nothing', delivered: 0 }, 2, 'send_first'],
  ['is the rest', { state: 'partly_reached', outlook: 'nothing', delivered: 4 }, 2, 'send_rest'],
];

describe('the next step for a municipality', () => {
  it.each(cases)('%s', (_name, coverage, pointCount, step) => {
    expect(chooseNextStep({ coverage, pointCount })).toBe(step);
  });
});
