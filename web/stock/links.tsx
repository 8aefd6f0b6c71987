import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type LinkProps<Look> = Look & Omit<ComponentProps<'a'>, keyof Look>;

/** A link to a page of ours, its address checked by type: looks like a link. */
export const TextLink = createLink((props: LinkProps<AnchorProps>) => <Anchor {...props} />);

/** A link to a page of ours that looks like a button. */
export const ButtonLink = createLink((props: LinkProps<ButtonProps>) => (
  <Button component="a" {...props} />
));
