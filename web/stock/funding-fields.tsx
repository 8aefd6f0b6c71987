import { Button, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useFormat, useLanguage, useTranslation } from '../language/i18n.js';
import { countMissingPercent, fillUp, type SharesDraft } from './funding-shares.js';

interface Props {
  readonly shares: SharesDraft;
  readonly onChange: (shares: SharesDraft) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** Who pays which share: 100 % together, with what is missing said and put in by one click. */
export function FundingFields({ shares, onChange, error, disabled = false }: Props) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const language = useLanguage();
  const missing = countMissingPercent(shares);
  const percent = format.decimal(Math.abs(missing), 2);
  return (
    <Fieldset legend={t('funding.legend')} disabled={disabled}>
      <Stack gap="xs">
        {Object.keys(shares).map((funder) => (
          <Group key={funder} gap="xs" align="flex-end" wrap="nowrap">
            <NumberInput
              flex={1}
              label={funder}
              min={0}
              max={100}
              decimalScale={2}
              decimalSeparator={language === 'en' ? '.' : ','}
              suffix=" %"
              hideControls
              value={shares[funder] ?? ''}
              onChange={(value) => onChange({ ...shares, [funder]: value })}
            />
            <Button
              variant="default"
              disabled={missing === 0}
              onClick={() => onChange(fillUp(shares, funder))}
              aria-label={t('funding.restTo', { funder })}
            >
              {t('funding.rest')}
            </Button>
          </Group>
        ))}
        <Text size="sm" c={missing === 0 ? 'dimmed' : undefined} aria-live="polite">
          {missing === 0 && t('funding.whole')}
          {missing > 0 && t('funding.missing', { percent })}
          {missing < 0 && t('funding.tooMuch', { percent })}
        </Text>
        {error !== undefined && (
          <Text size="sm" c="red">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}
