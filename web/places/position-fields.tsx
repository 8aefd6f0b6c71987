import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { Refusal } from '../api/refusal.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { readDegrees, readPosition, type TypedPosition, typePosition } from './position.js';
import { useMunicipalityAt } from './use-position.js';

interface Props {
  readonly value: TypedPosition;
  readonly onChange: (position: TypedPosition) => void;
  readonly municipalityCode: string | null;
  readonly onMunicipality: (code: string) => void;
  readonly refusal: unknown;
}

const FIELDS = ['latitude', 'longitude'] as const;

/** Where a place lies, and which municipality holds that position. */
export function PositionFields(props: Props) {
  const { value, onChange, municipalityCode, onMunicipality, refusal } = props;
  const { t } = useTranslation('places');
  const position = readPosition(value);
  const errors = refusal instanceof Refusal ? refusal.fieldErrors : {};
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t(`form.${field}`)}
            inputMode="decimal"
            value={value[field]}
            onChange={({ currentTarget }) =>
              onChange(typePosition(value, field, currentTarget.value))
            }
            error={
              errors[field] ??
              (value[field].trim() !== '' && readDegrees(value[field]) === undefined
                ? t('form.positionUnreadable')
                : undefined)
            }
          />
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {t('form.positionHint')}
      </Text>
      <Suggestion
        position={position}
        municipalityCode={municipalityCode}
        onMunicipality={onMunicipality}
      />
    </Stack>
  );
}

function Suggestion({
  position,
  municipalityCode,
  onMunicipality,
}: {
  position: ReturnType<typeof readPosition>;
  municipalityCode: string | null;
  onMunicipality: (code: string) => void;
}) {
  const { t } = useTranslation('places');
  const nameOf = useMunicipalityNames();
  const found = useMunicipalityAt(position);
  if (found === undefined) return null;
  const icon = <IconMapPin aria-hidden />;
  if (found === null)
    return (
      <Alert color="red" variant="light" icon={icon} role="status">
        {t('form.positionNowhere')}
      </Alert>
    );
  const { code, name } = found;
  const isSame = code === municipalityCode;
  const words =
    isSame || municipalityCode === null
      ? t('form.positionIn', { municipality: name })
      : t('form.positionElsewhere', { municipality: name, chosen: nameOf(municipalityCode) });
  return (
    <Alert color={isSame ? 'reach' : 'yellow'} variant="light" icon={icon} role="status">
      <Text size="sm">{words}</Text>
      {!isSame && (
        <Button mt="xs" size="compact-md" variant="default" onClick={() => onMunicipality(code)}>
          {t('form.takeMunicipality', { municipality: name })}
        </Button>
      )}
    </Alert>
  );
}
