import { Code } from '@mantine/core';
import { Fragment } from 'react';

/** A sentence in which what is to be typed stands between backticks. */
export function Coded({ children }: { children: string }) {
  return children.split('`').map((piece, index) => (
    // The pieces of one sentence never change places.
    <Fragment key={index}>{index % 2 === 1 ? <Code>{piece}</Code> : piece}</Fragment>
  ));
}
