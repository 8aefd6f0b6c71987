import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { drawCode } from './barcodes.js';
import type { PaperForm, PaperNode, PaperSheet, PaperTableLayout } from './paper.js';

/**
 * Draws sheets with pdfmake, one after the other, into one file. pdfmake's own door lays out a whole file before it writes
 * the first page and counts pages through the file; two thousand waybills would then be in memory at once, each "page 812
 * of 2,000". So its parts are used as its printer uses them: a layout a sheet, one PDF for all. Nothing is fetched: the
 * resolver of addresses is not among these parts, and no file but the fonts is opened.
 */
interface PdfDocument {
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'end', listener: () => void): void;
  end(): void;
}

interface Layout {
  registerTableLayouts(layouts: Record<string, object>): void;
  layoutDocument(
    content: object,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: PageNodes,
    footer: PageNodes,
  ): object[];
}

interface Drawing {
  renderPages(pages: object[]): void;
}

type PageNodes = (page: number, pages: number) => object | undefined;

/** A part of pdfmake: it comes as a module of another kind, without types. */
interface Part<T> {
  readonly default: new (...needs: unknown[]) => T;
}

const require = createRequire(import.meta.url);
const { default: PdfMakeDocument } = require('pdfmake/js/PDFDocument.js') as Part<PdfDocument>;
const { default: LayoutBuilder } = require('pdfmake/js/LayoutBuilder.js') as Part<Layout>;
const { default: SvgMeasure } = require('pdfmake/js/SVGMeasure.js') as Part<object>;
const { default: Renderer } = require('pdfmake/js/Renderer.js') as Part<Drawing>;

const FONT = 'Roboto';
/** Latin with all marks of the languages around, and Cyrillic. */
const FONT_FILES = {
  normal: require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
  bold: require.resolve('pdfmake/fonts/Roboto/Roboto-Medium.ttf'),
};

const SIZES_POINTS: Readonly<Record<PaperForm['pageSize'], readonly [number, number]>> = {
  A4: [595.28, 841.89],
  A6: [297.64, 419.53],
};

const HAIRLINE_POINTS = 0.6;

const LAYOUTS: Readonly<Record<PaperTableLayout, object>> = {
  grid: {
    hLineWidth: () => HAIRLINE_POINTS,
    vLineWidth: () => HAIRLINE_POINTS,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  frame: {
    hLineWidth: (row: number, { table }: TableNode) =>
      row === 0 || row === table.body.length ? HAIRLINE_POINTS : 0,
    vLineWidth: (column: number, { table }: TableNode) =>
      column === 0 || column === table.widths.length ? HAIRLINE_POINTS : 0,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
};

interface TableNode {
  readonly table: { readonly body: readonly unknown[]; readonly widths: readonly unknown[] };
}

/** Draws sheets into one PDF; its bytes are told as they come, so that finished pages need not be kept. */
export class PaperRenderer {
  private readonly document: PdfDocument;
  private readonly drawing: Drawing;
  private readonly finished: Promise<void>;

  constructor(
    private readonly form: PaperForm,
    write: (chunk: Buffer) => void,
  ) {
    this.document = createDocument(form);
    this.document.on('data', write);
    this.finished = new Promise((resolve) => this.document.on('end', resolve));
    this.drawing = new Renderer(this.document);
  }

  draw(sheet: PaperSheet): void {
    const [width, height] = SIZES_POINTS[this.form.pageSize];
    const [left, top, right, bottom] = this.form.margins;
    const layout = new LayoutBuilder(
      { width, height, orientation: 'portrait' },
      { left, top, right, bottom },
      new SvgMeasure(),
    );
    layout.registerTableLayouts(LAYOUTS);
    const pages = layout.layoutDocument(
      { stack: sheet.content.map((node) => prepareNode(node, 1, 1)) },
      this.document,
      {},
      { font: FONT, fontSize: this.form.fontSizePoints, lineHeight: 1.1 },
      undefined,
      (page, count) => sheet.header && prepareNode(sheet.header, page, count),
      (page, count) => sheet.footer && prepareNode(sheet.footer, page, count),
    );
    this.drawing.renderPages(pages);
  }

  /** All bytes were told when this resolves. */
  async end(): Promise<void> {
    this.document.end();
    await this.finished;
  }
}

function createDocument(form: PaperForm): PdfDocument {
  const options = {
    size: SIZES_POINTS[form.pageSize],
    pdfVersion: '1.7',
    compress: true,
    autoFirstPage: false,
    displayTitle: true,
    lang: form.language,
    fontLayoutCache: true,
    font: null,
    info: { Title: form.title, Producer: 'Domet', Creator: 'Domet' },
  };
  const fonts = {
    [FONT]: { normal: readFileSync(FONT_FILES.normal), bold: readFileSync(FONT_FILES.bold) },
  };
  const refuseFiles = (): boolean => false;
  return new PdfMakeDocument(fonts, {}, {}, {}, options, null, refuseFiles);
}

/** A copy that pdfmake may write into, with codes drawn and page numbers in place. */
function prepareNode(node: PaperNode, page: number, pages: number): object {
  return prepare(node, page, pages) as object;
}

function prepare(value: unknown, page: number, pages: number): unknown {
  if (Array.isArray(value)) return value.map((each) => prepare(each, page, pages));
  if (typeof value !== 'object' || value === null) return value;
  if ('code' in value) return prepareCode(value as Extract<PaperNode, { code: unknown }>);
  if ('lineWidthPoints' in value) {
    return prepareLine(value as Extract<PaperNode, { lineWidthPoints: unknown }>);
  }
  if ('pageNumber' in value) {
    const { pageNumber, ...placed } = value as Extract<PaperNode, { pageNumber: unknown }>;
    const text = pageNumber.replace('{page}', String(page)).replace('{pages}', String(pages));
    return { ...placed, text };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, prepare(member, page, pages)]),
  );
}

function prepareCode(node: Extract<PaperNode, { code: unknown }>): object {
  const { code, content, widthPoints, heightPoints, ...placed } = node;
  return {
    ...placed,
    svg: drawCode(code, content),
    width: widthPoints,
    height: heightPoints,
    options: { preserveAspectRatio: 'none' },
  };
}

function prepareLine(node: Extract<PaperNode, { lineWidthPoints: unknown }>): object {
  const { lineWidthPoints, lengthPoints, ...placed } = node;
  const line = { type: 'line', x1: 0, y1: 0, x2: lengthPoints, y2: 0, lineWidth: lineWidthPoints };
  return { ...placed, canvas: [line] };
}
