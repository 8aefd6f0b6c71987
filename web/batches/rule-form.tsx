import { Alert, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FillLine } from '../../src/distribution/fill.js';
import { POINT_KINDS } from '../../src/places/point-kind.js';
import { useMaterialNames } from '../api/use-materials.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { municipalitiesQuery, useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Choice } from '../parts/choice.js';
import { ManyChoice } from '../parts/many-choice.js';
import { DistrictChoice, PlaceGroupChoice, RegionChoice } from '../parts/place-choice.js';
import { Loaded } from '../parts/loaded.js';
import { SideForm } from '../parts/side-form.js';
import { findMunicipalities, type Area } from './rule-area.js';
import { choosePoints, previewRule, type RulePoint, type RulePreview } from './rule-preview.js';
import { RuleLines } from './rule-lines.js';
import { type Stop, sumMaterials } from './stops.js';
import { activePointsQuery } from './use-active-points.js';
import { useNeeds } from './use-needs.js';
import { useStockMaterials } from './use-stock-materials.js';

interface Props {
  readonly campaignId: string;
  /** What the draft carries already: up to target, it counts. */
  readonly stops: readonly Stop[];
  readonly onClose: () => void;
  readonly onAdd: (stops: readonly Stop[]) => void;
}

interface Rule extends Area {
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
}

/** Many points at once: "all secondary schools of South Bačka, up to target", with what it would add before it does. */
export function RuleForm(props: Props) {
  const query = useQuery(activePointsQuery);
  const { t } = useTranslation('batches');
  if (query.data !== undefined) return <RuleOverPoints {...props} points={query.data} />;
  return (
    <SideForm
      title={t('rule.title')}
      isOpen
      onClose={props.onClose}
      onSubmit={() => undefined}
      submit={t('rule.add')}
      isPending={false}
      error={null}
      isDisabled
      size="lg"
    >
      <Loaded query={query}>{() => null}</Loaded>
    </SideForm>
  );
}

function RuleOverPoints({
  campaignId,
  stops,
  points,
  onClose,
  onAdd,
}: Props & { readonly points: readonly RulePoint[] }) {
  const { t } = useTranslation('batches');
  const [rule, setRule] = useState<Rule>({});
  const [lines, setLines] = useRuleLines();
  const chosen = useChosenPoints(points, rule);
  const upToTarget = lines.filter(({ quantity }) => quantity === null);
  const { needs, isPending, error } = useNeeds(
    campaignId,
    upToTarget.map(({ materialId }) => materialId),
  );
  const preview = previewRule(stops, chosen, lines, needs);
  return (
    <SideForm
      title={t('rule.title')}
      isOpen
      onClose={onClose}
      submit={t('rule.addPoints', { count: preview.added.length })}
      isPending={isPending}
      error={error}
      isDisabled={preview.added.length === 0}
      onSubmit={() => onAdd(preview.added)}
      size="lg"
    >
      <RuleFields rule={rule} onChange={setRule} points={points} />
      <RuleLines lines={lines} onChange={setLines} />
      <Preview preview={preview} />
    </SideForm>
  );
}

/** At first everything printed up to target: what has none adds nothing. Sheets for billboards go to media owners. */
function useRuleLines(): [readonly FillLine[], (lines: readonly FillLine[]) => void] {
  const materials = useStockMaterials();
  const [lines, setLines] = useState<readonly FillLine[]>();
  const printed = materials.filter(({ kind }) => kind === 'print');
  return [lines ?? printed.map(({ id }) => ({ materialId: id, quantity: null })), setLines];
}

function useChosenPoints(points: readonly RulePoint[], rule: Rule): RulePoint[] {
  const nameOf = useMunicipalityNames();
  const { data: municipalities = [] } = useQuery(municipalitiesQuery);
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const municipalityCodes = findMunicipalities(rule, municipalities, groups);
  return choosePoints(points, { kind: rule.kind, tag: rule.tag, municipalityCodes }, nameOf);
}

interface FieldsProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly points: readonly RulePoint[];
}

function RuleFields({ rule, onChange, points }: FieldsProps) {
  const { t } = useTranslation(['batches', 'language', 'parts']);
  const { data: municipalities = [] } = useQuery(municipalitiesQuery);
  const kinds = new Set(points.map(({ kind }) => kind));
  const tags = new Set(
    points
      .filter(({ kind }) => rule.kind === undefined || kind === rule.kind)
      .flatMap((p) => p.tags),
  );
  const field = (name: 'kind' | 'tag' | 'regionCode' | 'districtCode' | 'groupId') => ({
    value: rule[name] ?? null,
    onChange: (value: string | null) => onChange({ ...rule, [name]: value ?? undefined }),
    clearable: true,
    placeholder: t('rule.any'),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Choice
        label={t('rule.kind')}
        {...field('kind')}
        options={POINT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
          value: kind,
          label: t(`language:pointKind.${kind}`),
        }))}
      />
      <Choice
        label={t('rule.tag')}
        {...field('tag')}
        options={[...tags].map((tag) => ({ value: tag, label: t(`tag.${tag as 'primary'}`, tag) }))}
      />
      <RegionChoice {...field('regionCode')} />
      <DistrictChoice {...field('districtCode')} />
      <PlaceGroupChoice {...field('groupId')} />
      <ManyChoice
        label={t('rule.municipalities')}
        placeholder={rule.municipalityCodes === undefined ? t('rule.any') : ''}
        value={[...(rule.municipalityCodes ?? [])]}
        onChange={(codes) =>
          onChange({ ...rule, municipalityCodes: codes.length === 0 ? undefined : codes })
        }
        options={municipalities.map(({ code, name }) => ({ value: code, label: name, also: code }))}
      />
    </SimpleGrid>
  );
}

function Preview({ preview: { added, leftOut } }: { preview: RulePreview }) {
  const { t } = useTranslation(['batches', 'language']);
  const format = useFormat();
  const materialName = useMaterialNames();
  return (
    <Alert
      variant="light"
      color={added.length === 0 ? 'gray' : 'reach'}
      icon={<IconInfoCircle aria-hidden />}
      aria-live="polite"
    >
      <Stack gap={4}>
        <Title order={3} size="sm">
          {added.length === 0
            ? t('rule.nothing')
            : t('rule.adds', {
                count: added.length,
                replace: { count: format.number(added.length) },
              })}
        </Title>
        {added.length > 0 && (
          <List size="sm">
            {sumMaterials(added).map(({ materialId, quantity }) => (
              <List.Item key={materialId}>
                {`${materialName(materialId)}: ${format.number(quantity)}`}
              </List.Item>
            ))}
          </List>
        )}
        {leftOut > 0 && (
          <Text size="sm">
            {t('rule.leftOut', { count: leftOut, replace: { count: format.number(leftOut) } })}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
