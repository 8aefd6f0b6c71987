import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './stock.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** What is known of one thing: a label and a value each. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm">
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}
