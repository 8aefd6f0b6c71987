import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Instant, instantAtWallClock, wallClockOf } from '../../src/time.js';
import { useTranslation } from '../language/i18n.js';

const MINUTES = 16;

/** What a clock in Belgrade shows at the moment, as the field holds it. */
export function readClock(): string {
  return wallClockOf(new Date().toISOString()).slice(0, MINUTES);
}

/** The instant of what the field holds; undefined while it holds none. */
export function toInstant(local: string): Instant | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local) ? instantAtWallClock(local) : undefined;
}

interface Props {
  readonly label: string;
  /** `YYYY-MM-DDTHH:MM` on a wall in Belgrade, wherever the reader is. */
  readonly value: string;
  readonly onChange: (local: string) => void;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
}

/** A day and a time by the clock in Belgrade. */
export function MomentField({ label, value, onChange, description, error }: Props) {
  const { t } = useTranslation('after-dispatch');
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={value}
      max={`${readClock().slice(0, 10)}T23:59`}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={description ?? t('confirm.atHint')}
      error={error ?? (toInstant(value) === undefined ? t('confirm.noTime') : undefined)}
      required
    />
  );
}
