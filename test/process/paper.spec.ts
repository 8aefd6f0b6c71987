import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Only the built service draws in a thread of its own, so this runs what was built. */
const SCRIPT = `
import { PaperPress } from './dist/platform/paper/paper-press.js';
const form = { title: 'x', language: 'en', pageSize: 'A6', margins: [20, 20, 20, 20], fontSizePoints: 10 };
const text = { text: 'x '.repeat(200) };
function* sheets(count) { for (let n = 0; n < count; n += 1) yield { content: [text] }; }
function* broken() { yield { content: [text] }; throw new Error('no such sheet'); }
const press = new PaperPress();
const { signal } = new AbortController();
let ticks = 0;
const timer = setInterval(() => (ticks += 1), 5);
const bytes = await press.print({ form, sheets: sheets(150), signal });
const heldUp = ticks < 5;
clearInterval(timer);
const failed = await press.print({ form, sheets: broken(), signal }).catch((error) => error.message);
const leaving = new AbortController();
setTimeout(() => leaving.abort(new Error('gone')), 300);
const left = await press
  .print({ form, sheets: sheets(1_000_000), signal: leaving.signal })
  .catch((error) => error.message);
const after = await press.print({ form, sheets: sheets(1), signal });
process.stdout.write(JSON.stringify({
  pages: bytes.toString('latin1').match(/\\/Type \\/Page\\b/g).length,
  heldUp, failed, left, after: after.subarray(0, 5).toString(),
}));
`;

describe('a file on paper, in the built service', () => {
  it('is drawn beside the thread that answers, and given up when nobody waits or it fails', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', SCRIPT],
      { cwd: ROOT, encoding: 'utf8', timeout: 60_000 },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      pages: 150,
      heldUp: false,
      failed: 'no such sheet',
      left: 'gone',
      after: '%PDF-',
    });
  }, 60_000);
});
