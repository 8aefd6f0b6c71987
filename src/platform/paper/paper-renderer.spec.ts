import { countPages, readText } from '../../../test/support/pdf.js';
import { drawCode } from './barcodes.js';
import type { PaperForm, PaperNode, PaperSheet } from './paper.js';
import { PaperPress } from './paper-press.js';
import { PaperRenderer } from './paper-renderer.js';

const FORM: PaperForm = {
  title: 'Šta god',
  language: 'sr-Latn',
  pageSize: 'A6',
  margins: [20, 40, 20, 20],
  fontSizePoints: 10,
};

async function drawBytes(sheets: readonly PaperSheet[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const renderer = new PaperRenderer(FORM, (chunk) => chunks.push(chunk));
  for (const sheet of sheets) renderer.draw(sheet);
  await renderer.end();
  return Buffer.concat(chunks);
}

async function draw(sheets: readonly PaperSheet[]): Promise<string> {
  return (await drawBytes(sheets)).toString('latin1');
}

const LINES: PaperNode[] = Array.from({ length: 60 }, (_, index) => ({ text: `Red ${index}` }));

describe('a file on paper', () => {
  it('begins each sheet on a page of its own, and breaks what is too long', async () => {
    const pdf = await drawBytes([{ content: [{ text: 'prvi' }] }, { content: LINES }]);
    expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.7[^]*%%EOF\s*$/);
    const alone = countPages(await drawBytes([{ content: LINES }]));
    expect(alone).toBeGreaterThan(1);
    expect(countPages(pdf)).toBe(1 + alone);
  });

  it('counts the pages of each sheet from one', async () => {
    const sheet: PaperSheet = {
      header: { pageNumber: 'Strana {page} od {pages}' },
      content: LINES,
    };
    const pages = countPages(await drawBytes([sheet]));
    const text = readText(await drawBytes([sheet, sheet]));
    for (let page = 1; page <= pages; page += 1) {
      expect(text.split(`Strana ${page} od ${pages}`)).toHaveLength(3);
    }
    expect(text).not.toContain(`od ${2 * pages}`);
  });

  it('has its fonts in it, and its language', async () => {
    const pdf = await draw([{ content: [{ text: 'Џ' }, { text: 'ő', bold: true }] }]);
    expect(pdf).toMatch(/\/FontFile2/);
    expect(pdf).toMatch(/\/FontName \/\w+\+Roboto-Regular/);
    expect(pdf).toMatch(/\/FontName \/\w+\+Roboto-Medium/);
    expect(pdf).toContain('(sr-Latn)');
  });

  it('leaves the sheets as they are, so that they can be drawn again', async () => {
    const sheet: PaperSheet = {
      header: { pageNumber: '{page}/{pages}' },
      content: [
        { layout: 'grid', table: { widths: ['*'], body: [[{ text: 'x' }]] } },
        { code: 'qr', content: 'DOM-2026-000123-3', widthPoints: 50, heightPoints: 50 },
      ],
    };
    const before = structuredClone(sheet);
    await draw([sheet, sheet]);
    expect(sheet).toEqual(before);
  });
});

describe('a press', () => {
  const sheets: PaperSheet[] = [{ content: [{ text: 'x' }] }];
  const { signal } = new AbortController();

  it('sends away whoever comes when too many wait, and serves the others', async () => {
    const press = new PaperPress();
    const asked = Array.from({ length: 34 }, () => press.print({ form: FORM, sheets, signal }));
    const answers = await Promise.allSettled(asked);
    const refused = answers.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(['busy', 'busy']);
    await expect(press.print({ form: FORM, sheets, signal })).resolves.toBeInstanceOf(Buffer);
  });

  it('prints nothing for whoever has gone, and goes on', async () => {
    const press = new PaperPress();
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(press.print({ form: FORM, sheets, signal: gone })).rejects.toThrow('gone');
    await expect(press.print({ form: FORM, sheets, signal })).resolves.toBeInstanceOf(Buffer);
  });
});

describe('a code', () => {
  it('for scanners has digits in pairs and light margins (Code 128, set C)', () => {
    const svg = drawCode('code128', '260001230024');
    // Start, six pairs and the check sign of 11 modules, the stop of 13, and 10 light ones at each side.
    expect(svg).toContain(`viewBox="0 0 ${10 + 8 * 11 + 13 + 10} 1"`);
    expect(svg.match(/M/g)).toHaveLength(8 * 3 + 4);
  });

  it('for telephones is a QR code of the smallest size, with its three finders', () => {
    const svg = drawCode('qr', 'DOM-2026-000123-3/2');
    expect(svg).toContain('viewBox="0 0 21 21"');
    for (const corner of ['M0 0h7v', 'M14 0h7v', 'M0 20h7v']) expect(svg).toContain(corner);
  });
});
