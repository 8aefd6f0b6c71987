import { sortRows, type Sorting } from './sorting.js';

const columns = [
  { key: 'name', sortBy: (row: Row) => row.name },
  { key: 'share', sortBy: (row: Row) => row.share },
  { key: 'note' },
];
interface Row {
  readonly name: string;
  readonly share: number | null;
}
const rows: Row[] = [
  { name: 'Šabac', share: 0.5 },
  { name: 'Čačak', share: null },
  { name: 'Zrenjanin', share: 1 },
  { name: 'Ćuprija', share: 0.5 },
];

function namesBy(sorting: Sorting | undefined): string[] {
  return sortRows(rows, columns, sorting).map(({ name }) => name);
}

describe('rows of a table', () => {
  it('stay as they came without a wish', () => {
    expect(namesBy(undefined)).toEqual(['Šabac', 'Čačak', 'Zrenjanin', 'Ćuprija']);
    expect(namesBy({ key: 'note', isDescending: false })).toEqual(rows.map(({ name }) => name));
  });

  it('follow the Serbian alphabet', () => {
    expect(namesBy({ key: 'name', isDescending: false })).toEqual([
      'Čačak',
      'Ćuprija',
      'Šabac',
      'Zrenjanin',
    ]);
  });

  it('have what is unknown at the end, whichever way, and keep equal ones in order', () => {
    expect(namesBy({ key: 'share', isDescending: true })).toEqual([
      'Zrenjanin',
      'Šabac',
      'Ćuprija',
      'Čačak',
    ]);
    expect(namesBy({ key: 'share', isDescending: false })).toEqual([
      'Šabac',
      'Ćuprija',
      'Zrenjanin',
      'Čačak',
    ]);
  });
});
