import { Button, Group, Slider, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { addDays, daysBetween, isDay } from '../../src/time.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { MaterialChoice } from '../parts/goods-choice.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly onChange: (changes: Partial<Record<keyof View, string | undefined>>) => void;
  readonly startsOn: string;
  readonly today: string;
}

/** Of which material, and as of which day: by date, or by pulling through the campaign's days. */
export const ViewChoice = memo(function ViewChoice({ view, onChange, startsOn, today }: Props) {
  const { t } = useTranslation('today');
  const setDay = (day: string): void => onChange({ asOf: day < today ? day : undefined });
  return (
    <>
      <Group gap="sm" align="flex-end" wrap="wrap">
        <div style={{ flex: '2 1 11rem', minWidth: 0 }}>
          <MaterialChoice
            label={t('map.material')}
            placeholder={t('map.allMaterials')}
            clearable
            value={view.material ?? null}
            onChange={(material) => onChange({ material: material ?? undefined })}
          />
        </div>
        <TextInput
          type="date"
          label={t('map.asOf')}
          style={{ flex: '1 1 8rem' }}
          min={startsOn}
          max={today}
          value={view.asOf ?? today}
          onChange={({ currentTarget: { value } }) => {
            if (isDay(value) && value >= startsOn) setDay(value);
          }}
        />
        <Button
          variant="default"
          disabled={view.asOf === undefined}
          onClick={() => onChange({ asOf: undefined })}
        >
          {t('map.now')}
        </Button>
      </Group>
      {startsOn < today && (
        <DaySlider day={view.asOf ?? today} onChange={setDay} startsOn={startsOn} today={today} />
      )}
    </>
  );
});

interface SliderProps {
  readonly day: string;
  readonly onChange: (day: string) => void;
  readonly startsOn: string;
  readonly today: string;
}

/** Moves with the hand at once; the question is asked where it stops. */
function DaySlider({ day, onChange, startsOn, today }: SliderProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const chosen = daysBetween(startsOn, day);
  const [pulled, setPulled] = useState({ from: chosen, to: chosen });
  // Another day was chosen elsewhere: by date, or by going back.
  if (pulled.from !== chosen) setPulled({ from: chosen, to: chosen });
  const value = pulled.to;
  const dateOf = (days: number): string => format.date(addDays(startsOn, days));
  return (
    <Slider
      mt="md"
      mb={4}
      mx={6}
      size="sm"
      thumbSize={22}
      min={0}
      max={daysBetween(startsOn, today)}
      value={value}
      onChange={(to) => setPulled({ from: chosen, to })}
      onChangeEnd={(days) => onChange(addDays(startsOn, days))}
      label={dateOf}
      thumbLabel={t('map.day')}
      thumbProps={{ 'aria-valuetext': dateOf(value) }}
    />
  );
}
