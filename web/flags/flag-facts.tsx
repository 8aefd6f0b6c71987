import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useRuleSentence } from '../parts/rule-sentence.js';
import { type FlagFigure, listFigures } from './flag-figures.js';
import { consignmentQuery } from './use-consignment.js';
import { flagRuleQuery } from './use-flag-rule.js';
import type { FlagWithHistory } from './use-flags.js';

/** What the flag is about, by name, and each name a link. */
export function FlagSubject({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const format = useFormat();
  const municipalityName = useMunicipalityNames();
  const warehouseName = useWarehouseNames();
  const materialName = useMaterialNames();
  const { municipalityCode, materialId, warehouseId, consignmentId, note, reason } = flag;
  return (
    <Section title={t('about')}>
      {municipalityCode !== null && (
        <Fact label={t('column.place')}>
          <Anchor
            component={Link}
            to="/coverage/$code"
            params={{ code: municipalityCode } as never}
            inherit
          >
            {municipalityName(municipalityCode)}
          </Anchor>
        </Fact>
      )}
      {consignmentId !== null && <ConsignmentFacts id={consignmentId} />}
      {warehouseId !== null && <Fact label={t('warehouse')}>{warehouseName(warehouseId)}</Fact>}
      {warehouseId === null && (
        <Fact label={t('material')}>
          {materialId === null ? t('allMaterials') : materialName(materialId)}
        </Fact>
      )}
      <Fact label={t('raised')}>{format.dateTime(flag.raisedAt)}</Fact>
      <Fact label={t('owner')}>{flag.assigneeName ?? t('noOwner')}</Fact>
      {note !== null && <Fact label={t('note')}>{note}</Fact>}
      {reason !== null && <Fact label={t('reason')}>{reason}</Fact>}
    </Section>
  );
}

/** Which consignment; nothing where the reader may not see it. */
function ConsignmentFacts({ id }: { id: string }) {
  const { t } = useTranslation(['flags', 'language']);
  const { data } = useQuery(consignmentQuery(id));
  if (data === undefined) return null;
  return (
    <>
      <Fact label={t('consignment')}>
        {data.waybillNumber} · {t(`language:consignmentState.${data.state}`)}
      </Fact>
      <Fact label={t('point')}>{data.deliveryPoint.name}</Fact>
    </>
  );
}

/** The figures that the last check found. */
export function FlagFigures({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const write = useFigure();
  const figures = listFigures(flag.details);
  if (figures.length === 0) return null;
  return (
    <Section title={t('figures')}>
      {figures.map((figure) => (
        <Fact key={figure.name} label={t(`figure.${figure.name}`)}>
          {write(figure)}
        </Fact>
      ))}
    </Section>
  );
}

function useFigure(): (figure: FlagFigure) => string {
  const format = useFormat();
  return ({ writtenAs, value }): string => {
    if (writtenAs === 'date') return format.date(String(value));
    return writtenAs === 'percent'
      ? format.percent(Number(value) / 100)
      : format.number(Number(value));
  };
}

/** The rule that raised it, in words, and the flag that stood for the same before. */
export function FlagCause({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const sentence = useRuleSentence();
  const { data: rule } = useQuery(flagRuleQuery(flag.ruleId));
  return (
    <Section title={t('cause')}>
      <Fact label={t('causeRule')} isWide>
        {rule === undefined ? '…' : sentence(rule)}
        {rule?.enabled === false && (
          <Text size="sm" c="dimmed">
            {t('causeOff')}
          </Text>
        )}
      </Fact>
      {flag.previousFlagId !== null && (
        <Fact label={t('previous')} isWide>
          <Anchor
            component={Link}
            to="/flags/$id"
            params={{ id: flag.previousFlagId } as never}
            inherit
          >
            {t('seePrevious')}
          </Anchor>
        </Fact>
      )}
    </Section>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        <SimpleGrid
          component="dl"
          cols={{ base: 1, xs: 2 }}
          spacing="md"
          verticalSpacing="sm"
          m={0}
        >
          {children}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

function Fact({
  label,
  children,
  isWide = false,
}: {
  label: string;
  children: ReactNode;
  isWide?: boolean;
}) {
  return (
    <div style={isWide ? { gridColumn: '1 / -1' } : undefined}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
