import barcodes from 'bwip-js';

/** Light modules at each side of a Code 128, without which a scanner does not find its ends (ISO/IEC 15417). */
const QUIET_MODULES = 10;

/** A code as one filled path, so that no viewer shows seams between its modules. */
export function drawCode(code: 'qr' | 'code128', content: string): string {
  return code === 'qr' ? drawQr(content) : drawCode128(content);
}

/** The margin of four modules (ISO/IEC 18004) is left to the page. */
function drawQr(content: string): string {
  const [symbol] = barcodes.raw({ bcid: 'qrcode', text: content, eclevel: 'M' } as Parameters<
    typeof barcodes.raw
  >[0]);
  if (symbol === undefined || !('pixs' in symbol)) throw new Error(`no QR code for ${content}`);
  const { pixs, pixx, pixy } = symbol;
  const runs: string[] = [];
  for (let y = 0; y < pixy; y += 1) {
    for (let x = 0; x < pixx; x += 1) {
      const start = x;
      while (x < pixx && pixs[y * pixx + x] === 1) x += 1;
      if (x > start) runs.push(drawBar(start, y, x - start, 1));
    }
  }
  return writeSvg(pixx, pixy, runs);
}

function drawCode128(content: string): string {
  const [symbol] = barcodes.raw({ bcid: 'code128', text: content });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error(`no Code 128 for ${content}`);
  const bars: string[] = [];
  let x = QUIET_MODULES;
  symbol.sbs.forEach((modules, index) => {
    // Bars and spaces take turns; the first is a bar.
    if (index % 2 === 0) bars.push(drawBar(x, 0, modules, 1));
    x += modules;
  });
  return writeSvg(x + QUIET_MODULES, 1, bars);
}

function drawBar(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}

/** Stretched to whatever place it is given. */
function writeSvg(width: number, height: number, paths: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path d="${paths.join('')}"/></svg>`;
}
