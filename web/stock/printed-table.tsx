import { Table } from '@mantine/core';
import type { Column } from '../parts/data-table.js';
import classes from './stock.module.css';

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
}

/** The same table on paper: every row, every column, nothing that scrolls. */
export function PrintedTable<Row>({ label, rows, columns, idOf }: Props<Row>) {
  return (
    <Table
      className={classes.printed}
      aria-label={label}
      horizontalSpacing="xs"
      verticalSpacing={3}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, header, isNumber }) => (
            <Table.Th key={key} className={isNumber === true ? 'number' : ''}>
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={idOf(row)}>
            {columns.map(({ key, cell, isNumber }) => (
              <Table.Td key={key} className={isNumber === true ? 'number' : ''}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
