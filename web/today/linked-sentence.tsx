import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Destination } from './destination.js';
import classes from './today.module.css';

const TAGGED = /<(\w+)>(.*?)<\/\1>/g;

/** A sentence in which `<name>…</name>` leads somewhere: `links` says where. What has no link is said without one. */
export function LinkedSentence({
  text,
  links,
}: {
  text: string;
  links: Readonly<Record<string, Destination>>;
}) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(TAGGED)) {
    const [whole, name, words] = match;
    parts.push(text.slice(from, match.index));
    const link = links[name!];
    parts.push(
      link === undefined ? (
        words
      ) : (
        <Anchor
          key={match.index}
          inherit
          className={classes.inSentence}
          renderRoot={(props) => <Link {...props} {...link} />}
        >
          {words}
        </Anchor>
      ),
    );
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return parts;
}
