/** How each figure behind a flag is written: by its name, as the rules give them (`src/flags/rules.ts`). */
const WRITTEN_AS = {
  target: 'number',
  delivered: 'number',
  sharePercent: 'percent',
  wantedPercent: 'percent',
  short: 'number',
  need: 'number',
  available: 'number',
  betweenWarehouses: 'number',
  expected: 'number',
  pieces: 'number',
  onHand: 'number',
  discrepancies: 'number',
  days: 'number',
  daysLeft: 'number',
  startsOn: 'date',
  endsOn: 'date',
  by: 'date',
  lastDeliveredAt: 'date',
  expectedAt: 'date',
  openedAt: 'date',
  lastMovedAt: 'date',
} as const;

export type FigureName = keyof typeof WRITTEN_AS;

export interface FlagFigure {
  readonly name: FigureName;
  readonly writtenAs: (typeof WRITTEN_AS)[FigureName];
  readonly value: number | string;
}

/** The figures behind a flag, what weighs most first; one that this page does not know is left to the sentence. */
export function listFigures(details: Readonly<Record<string, number | string>>): FlagFigure[] {
  return (Object.keys(WRITTEN_AS) as FigureName[]).flatMap((name) => {
    const value = details[name];
    return value === undefined ? [] : [{ name, writtenAs: WRITTEN_AS[name], value }];
  });
}
