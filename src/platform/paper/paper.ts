/**
 * What can be printed, as plain data: rules write it without knowing who draws it, and it travels to the thread that does.
 * The words are pdfmake's, as far as they are used here. Lengths are in points (72 an inch).
 */

/** Left, top, right, bottom. */
type Margin = readonly [number, number, number, number];

interface Placed {
  readonly margin?: Margin;
  readonly width?: number | 'auto' | '*';
  readonly alignment?: 'left' | 'center' | 'right';
  readonly fontSize?: number;
  readonly bold?: boolean;
  /** Stays on one page. */
  readonly unbreakable?: boolean;
  /** Of a table's cell. */
  readonly colSpan?: number;
  /** From the left upper corner of the page. */
  readonly absolutePosition?: { readonly x: number; readonly y: number };
}

export interface PaperText extends Placed {
  readonly text: string | readonly PaperRun[];
  readonly noWrap?: boolean;
}

interface PaperRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly fontSize?: number;
}

interface PaperStack extends Placed {
  readonly stack: readonly PaperNode[];
}

interface PaperColumns extends Placed {
  readonly columns: readonly PaperNode[];
  readonly columnGap?: number;
}

interface PaperTable extends Placed {
  readonly table: {
    readonly widths: readonly (number | 'auto' | '*')[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly heights?: number | readonly (number | 'auto')[];
    readonly body: readonly (readonly PaperNode[])[];
  };
  readonly layout: PaperTableLayout;
}

/** `grid`: every cell in a thin box; `frame`: one box around all. */
export type PaperTableLayout = 'grid' | 'frame';

interface PaperCode extends Placed {
  readonly code: 'qr' | 'code128';
  readonly content: string;
  readonly widthPoints: number;
  readonly heightPoints: number;
}

/** Where the sheet stands among its pages: `{page}` and `{pages}` in the pattern become numbers. */
interface PaperPageNumber extends Placed {
  readonly pageNumber: string;
}

interface PaperLine extends Placed {
  readonly lineWidthPoints: number;
  readonly lengthPoints: number;
}

export type PaperNode =
  PaperText | PaperStack | PaperColumns | PaperTable | PaperCode | PaperPageNumber | PaperLine;

/** One document of a file: it begins on a page of its own, and its pages are counted from 1. */
export interface PaperSheet {
  /** On each of its pages, in the upper margin. */
  readonly header?: PaperNode;
  readonly content: readonly PaperNode[];
  /** On each of its pages, in the lower margin. */
  readonly footer?: PaperNode;
}

/** What all sheets of a file have in common. */
export interface PaperForm {
  readonly title: string;
  /** BCP 47, for those who have it read aloud. */
  readonly language: string;
  readonly pageSize: 'A4' | 'A6';
  readonly margins: Margin;
  readonly fontSizePoints: number;
}
