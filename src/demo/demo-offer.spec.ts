import { findDemoObstacle } from './demo-offer.js';

const HERE = { offersDemo: true, host: '127.0.0.1', publicUrl: undefined, trustProxy: false };

describe('the demo beside the service', () => {
  it.each([
    [{}],
    [{ host: 'localhost' }],
    [{ host: '::1' }],
    [{ host: '127.0.1.1' }],
    [{ publicUrl: 'http://localhost:3000' }],
    [{ publicUrl: 'http://[::1]:3000' }],
  ])('can be started where the service is for this machine alone (%j)', (changes) => {
    expect(findDemoObstacle({ ...HERE, ...changes })).toBeUndefined();
  });

  it.each([
    [{ offersDemo: false }],
    [{ host: '0.0.0.0' }],
    [{ host: '::' }],
    [{ host: '192.168.1.7' }],
    [{ host: '127.0.0.1.example.org' }],
    [{ trustProxy: true }],
    [{ publicUrl: 'https://domet.example.org' }],
  ])('cannot be started elsewhere, and what to do instead is said (%j)', (changes) => {
    const obstacle = findDemoObstacle({ ...HERE, ...changes });
    expect(obstacle?.en).toContain('npm run demo');
    expect(obstacle?.sr).toContain('npm run demo');
  });
});
