import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { districtsQuery, municipalitiesQuery } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { readUseInstead, useInsteadOf } from './use-register-row.js';

interface Props {
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  /** What the service last refused, if anything. */
  readonly refusal: unknown;
}

/** One of the 161, found by its name, its code or its district; what is none of them is answered with those to use instead. */
export function MunicipalityField({ value, onChange, refusal }: Props) {
  const { t } = useTranslation(['places', 'parts']);
  const [typed, setTyped] = useState({ text: '', value });
  const { data: municipalities } = useQuery(municipalitiesQuery);
  const { data: districts } = useQuery(districtsQuery);
  const options = useMemo(() => {
    const districtOf = new Map((districts ?? []).map(({ code, name }) => [code, name]));
    return (municipalities ?? []).map(({ code, name, districtCode }) => ({
      value: code,
      label: name,
      also: `${code} ${districtOf.get(districtCode) ?? ''}`,
    }));
  }, [municipalities, districts]);
  const codes = useMemo(() => new Set(options.map((option) => option.value)), [options]);
  const found = useInsteadOf(typed.value === value ? typed.text : '', codes);
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  // Whoever leaves the field for one of those offered empties it, or finds in it what was chosen before: that was not typed.
  const type = (text: string): void => {
    if (text !== '' && text !== chosen) setTyped({ text, value });
  };
  const isRefused = refusal instanceof Refusal;
  const instead = found ?? (isRefused ? readUseInstead(refusal) : undefined);
  return (
    <Stack gap="xs">
      <Choice
        required
        label={t('municipality')}
        description={t('form.municipalityHint')}
        value={value}
        onChange={onChange}
        onSearchChange={type}
        options={options}
        error={isRefused ? refusal.fieldErrors['municipalityCode'] : undefined}
      />
      {instead !== undefined && (
        <Alert color="yellow" variant="light" role="status">
          <Text size="sm" mb="xs">
            {instead.why} {t('form.useInstead')}
          </Text>
          <Group gap={6}>
            {instead.units.map(({ code, name }) => (
              <Button key={code} size="compact-md" variant="default" onClick={() => onChange(code)}>
                {name}
              </Button>
            ))}
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
