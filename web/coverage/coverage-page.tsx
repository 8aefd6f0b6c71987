import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useCampaign, useMaybeCampaign } from '../api/use-campaigns.js';
import type { CoveragePage as Answer, CoverageRow } from '../api/use-coverage.js';
import { placeGroupsQuery } from '../api/use-place-groups.js';
import { useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { NoCampaign } from '../parts/no-campaign.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { useAreaCrumbs } from './area-crumbs.js';
import { BasisLine, NoTargetsNotice, PastNotice, ScopeNotice } from './basis.js';
import { CoverageFilters, ViewChoice } from './coverage-filters.js';
import { CoverageMap } from './coverage-map.js';
import { isMeasured, readQuestion, readWantedState } from './coverage-question.js';
import { CoverageTable } from './coverage-table.js';
import classes from './coverage.module.css';
import { readPlacePart, regionOfDistrict, type TableLevel } from './place-part.js';
import { SummaryFigures } from './summary-figures.js';
import { type Belonging, useAreaNames, useBelonging } from './use-areas.js';
import { type Figures, useCoverageFigures } from './use-coverage-page.js';

export function CoveragePage() {
  const { t } = useTranslation('coverage');
  if (useMaybeCampaign() !== undefined) return <Coverage />;
  return <NoCampaign title={t('title')} text={t('noCampaign.text')} wait={t('noCampaign.wait')} />;
}

function Coverage() {
  const { t } = useTranslation('coverage');
  const [address] = useAddress();
  const { id } = useCampaign();
  const part = readPlacePart(address);
  const question = readQuestion(address, id);
  const figures = useCoverageFigures(question, part.level);
  const nameOf = useAreaNames();
  const here = part.districtCode ?? part.regionCode;
  const crumbs = useAreaCrumbs({
    region: part.regionCode ?? regionOfDistrict(part.districtCode),
    district: part.districtCode,
  });
  return (
    <Stack gap="md">
      <PageHeader
        title={here === undefined ? t('title') : t('titleOf', { place: nameOf(here) })}
        crumbs={crumbs}
        actions={<ViewChoice />}
      />
      <CoverageFilters />
      {figures.units.data !== undefined && (
        <>
          <PastNotice basis={figures.units.data} />
          <ScopeNotice basis={figures.units.data} />
        </>
      )}
      {figures.summary.data?.pieces.target === 0 && <NoTargetsNotice />}
      <SummaryFigures query={figures.summary} />
      <Loaded query={figures.units} height={420}>
        {(units) => <TableAndMap units={units} figures={figures} level={part.level} />}
      </Loaded>
    </Stack>
  );
}

interface TableAndMapProps {
  readonly units: Answer;
  readonly figures: Figures;
  readonly level: TableLevel;
}

/** Where the pointer is: at a row, and with it at the places that it holds; or at a municipality, and with it at a row. */
interface Pointed {
  readonly row: string | undefined;
  readonly unit: string | undefined;
}

function TableAndMap({ units, figures, level }: TableAndMapProps) {
  const { t } = useTranslation('coverage');
  const [address] = useAddress();
  const [pointed, setPointed] = useState<Pointed>();
  const state = readWantedState(address);
  const hasMap = address['view'] !== 'table';
  const codesOf = useCodesOf(units.items, level);
  const rowOfUnit = useRowOfUnit(level);
  const isOutside = useCallback(
    (row: CoverageRow) => state !== undefined && row.state !== state,
    [state],
  );
  const marked = useMemo(
    () =>
      pointed?.row === undefined || pointed.unit !== undefined
        ? undefined
        : new Set(codesOf(pointed.row)),
    [pointed, codesOf],
  );
  const pointAtUnit = useCallback(
    (unit: string | undefined) =>
      setPointed(unit === undefined ? undefined : { unit, row: rowOfUnit(unit) }),
    [rowOfUnit],
  );
  const isGroup = address['group'] !== undefined;
  const isPart = address['parent'] !== undefined || isGroup;
  return (
    <div className={classes.beside} data-with-map={hasMap || undefined}>
      <Stack gap="xs" miw={0}>
        <CoverageTable
          figures={figures}
          level={level}
          units={units}
          codesOf={codesOf}
          state={state}
          highlightedId={pointed?.row}
          onPoint={(code) =>
            setPointed(
              code === undefined
                ? undefined
                : { row: code, unit: level === 'municipality' ? code : undefined },
            )
          }
        />
        <BasisLine basis={units} />
      </Stack>
      {hasMap && (
        <section className={classes.map} aria-label={t('mapLabel')}>
          <CoverageMap
            units={units.items}
            isMeasured={isMeasured({ funder: address['funder'], lot: address['lot'] })}
            isOutside={isOutside}
            isPart={isPart}
            summary={figures.summary.data}
            highlightedCode={pointed?.unit}
            marked={marked}
            onHover={pointAtUnit}
          />
        </section>
      )}
    </div>
  );
}

/** The municipalities that a row of the table holds. */
function useCodesOf(
  units: readonly CoverageRow[],
  level: TableLevel,
): (rowCode: string) => readonly string[] {
  const belongingOf = useBelonging();
  const { data: groups = [] } = useQuery({ ...placeGroupsQuery, enabled: level === 'group' });
  return useCallback(
    (rowCode) => {
      if (level === 'group')
        return groups.find(({ id }) => id === rowCode)?.municipalityCodes ?? [];
      return units
        .map(({ code }) => code)
        .filter((code) => areaAt(level, code, belongingOf(code)) === rowCode);
    },
    [units, level, belongingOf, groups],
  );
}

function useRowOfUnit(level: TableLevel): (unitCode: string) => string | undefined {
  const belongingOf = useBelonging();
  return useCallback((code) => areaAt(level, code, belongingOf(code)), [level, belongingOf]);
}

function areaAt(
  level: TableLevel,
  code: string,
  belonging: Belonging | undefined,
): string | undefined {
  if (level === 'municipality') return code;
  return level === 'group' ? undefined : belonging?.[level];
}
