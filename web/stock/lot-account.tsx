import { Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { countUnaccounted } from '../../src/stock/lot-account.js';
import { dayOf } from '../../src/time.js';
import { campaignsQuery } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useAddress } from '../parts/use-address.js';
import { listTerms, shareOf } from './account-equation.js';
import { TextLink } from '../parts/links.js';
import { PartLink } from './lot-equation.js';
import classes from './stock.module.css';
import type { Lot } from './use-lots.js';
import { latestMovementsQuery } from './use-movements.js';

/** The account of a print run as an addition that anybody can check; on paper its certificate. */
export function LotAccount({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const [{ asOf }, setAddress] = useAddress();
  return (
    <Stack gap="lg" maw={760}>
      <TextInput
        className={classes.screenOnly}
        type="date"
        label={t('asOf')}
        max={dayOf(new Date().toISOString())}
        value={asOf ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setAddress({ asOf: value === '' ? undefined : value })
        }
        maw={200}
      />
      <Paper withBorder p="md">
        <Title order={2} size="h4" mb="xs">
          {asOf === undefined
            ? t('lot.equation')
            : t('lot.equationAsOf', { date: format.date(asOf) })}
        </Title>
        <Addition lot={lot} />
      </Paper>
      <Funding lot={lot} />
      <Group gap="lg" className={classes.screenOnly}>
        <TextLink to="/stock/card" search={{ lot: lot.id, material: lot.materialId }}>
          {t('lot.card')}
        </TextLink>
        <TextLink to="/stock/history" search={{ lot: lot.id, kind: 'receipts' }}>
          {t('lot.receipts')}
        </TextLink>
      </Group>
      <Certificate lot={lot} />
    </Stack>
  );
}

function Addition({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const unaccounted = countUnaccounted(lot);
  return (
    <>
      <Table verticalSpacing={6} aria-label={t('lot.equation')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lot.where')}</Table.Th>
            <Table.Th className="number">{t('column.pieces')}</Table.Th>
            <Table.Th className="number">{t('lot.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listTerms(lot, { all: true }).map(({ part, quantity }) => (
            <Table.Tr key={part}>
              <Table.Td>
                {t(`part.${part}`)}
                {part === 'adjusted' && (
                  <Text size="xs" c="dimmed">
                    {t('lot.adjustedHint')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="number">
                {quantity === 0 ? (
                  format.number(0)
                ) : (
                  <PartLink lotId={lot.id} part={part}>
                    {format.number(quantity)}
                  </PartLink>
                )}
              </Table.Td>
              <Table.Td className="number">
                <Share quantity={quantity} printed={lot.printed} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{t('lot.printedIsSum')}</Table.Th>
            <Table.Th className="number">{format.number(lot.printed)}</Table.Th>
            <Table.Td className="number">{format.percent(1)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Text size="sm" mt="xs" fw={600}>
        {unaccounted === 0
          ? t('lot.allAccounted')
          : t('lot.unaccounted', { pieces: format.number(unaccounted) })}
      </Text>
      {lot.expected > 0 && (
        <Text size="sm" c="dimmed">
          {t('lot.expected', { pieces: format.number(lot.expected) })}
        </Text>
      )}
    </>
  );
}

function Share({ quantity, printed }: { quantity: number; printed: number }) {
  const format = useFormat();
  const share = shareOf(quantity, printed);
  return <>{share === null || share <= 0 ? '—' : format.percent(share)}</>;
}

/** Who paid for how many pieces of it. */
function Funding({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('lot.funding')}
      </Title>
      <Table verticalSpacing={6} aria-label={t('lot.funding')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lot.funder')}</Table.Th>
            <Table.Th className="number">{t('lot.share')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lot.funding.map(({ funder, percent }) => (
            <Table.Tr key={funder}>
              <Table.Td>{funder}</Table.Td>
              <Table.Td className="number">
                {t('percent', { percent: format.decimal(percent, 2) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

/** What makes a printed account one that can be checked later: the campaign, the day, and the movement that it rests on. */
function Certificate({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: latest = [] } = useQuery(latestMovementsQuery({ lot: lot.id, limit: 1 }));
  const campaign = campaigns.find(({ id }) => id === lot.campaignId);
  const movement = latest[0];
  return (
    <div className={classes.printOnly}>
      <Text size="sm">{t('certificate.campaign', { campaign: campaign?.name ?? '' })}</Text>
      <Text size="sm">{t('certificate.printedAt', { date: format.dateTime(new Date()) })}</Text>
      {movement !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('certificate.restsOn', {
            number: format.number(movement.sequence),
            hash: movement.hash,
          })}
        </Text>
      )}
      <div className={classes.signatures}>
        <span>{t('certificate.madeBy')}</span>
        <span>{t('certificate.checkedBy')}</span>
      </div>
    </div>
  );
}
