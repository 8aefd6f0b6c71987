import { Box, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import classes from './places.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts by name. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box component="dl" className={classes.facts}>
      {facts.map(({ label, value }) => (
        <Fragment key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </Fragment>
      ))}
    </Box>
  );
}
