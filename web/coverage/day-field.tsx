import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayOf, isDay } from '../../src/time.js';

interface Props {
  readonly label: string;
  /** A day or an instant, as it stands in the address. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly description?: string;
}

/** Nothing is dated before it; while a year is being typed (`0202`), nothing is asked. */
const FIRST_DAY = '2000-01-01';

/** A day of the past, as the browser lets one be chosen. */
export function DayField({ label, value, onChange, description }: Props) {
  const day = value === undefined ? '' : readDay(value);
  const [typed, setTyped] = useState(day);
  const [shown, setShown] = useState(day);
  // The address may change otherwise than by typing here: back, or a link.
  if (shown !== day) {
    setShown(day);
    setTyped(day);
  }
  return (
    <TextInput
      type="date"
      label={label}
      description={description}
      size="sm"
      min={FIRST_DAY}
      max={dayOf(new Date().toISOString())}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (currentTarget.value === '') onChange(undefined);
        else if (currentTarget.value >= FIRST_DAY) onChange(currentTarget.value);
      }}
    />
  );
}

/** The day in Belgrade of what the address holds; nothing where it is no date. */
function readDay(text: string): string {
  if (isDay(text)) return text;
  return Number.isNaN(Date.parse(text)) || /^\d+$/.test(text)
    ? ''
    : dayOf(new Date(text).toISOString());
}
