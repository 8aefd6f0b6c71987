import { useQuery } from '@tanstack/react-query';
import { POINT_KINDS } from '../../src/places/point-kind.js';
import { useCampaign } from '../api/use-campaigns.js';
import { useMaterialNames } from '../api/use-materials.js';
import { type PlaceGroup, placeGroupsQuery } from '../api/use-place-groups.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { useAddress } from '../parts/use-address.js';
import { LIST_FILTERS, type ListFilter } from './list-question.js';
import { useTagNames } from './point-kind-line.js';
import { useAreaNames } from './use-areas.js';
import { lotsQuery } from './use-lots.js';

export interface FilterWords {
  readonly filter: ListFilter;
  readonly label: string;
  readonly value: string;
}

/** The filters in words, for whoever reads the list on paper. */
export function useFilterWords(): readonly FilterWords[] {
  const { t } = useTranslation(['coverage', 'parts']);
  const [address] = useAddress();
  const valueOf = useValueWords();
  const labels: Readonly<Record<ListFilter, string>> = {
    municipality: t('parts:municipality'),
    district: t('parts:district'),
    region: t('parts:region'),
    group: t('parts:group'),
    kind: t('list.kind'),
    tag: t('list.tag'),
    material: t('parts:material'),
    funder: t('parts:funder'),
    lot: t('parts:printRun'),
    from: t('list.from'),
    asOf: t('list.asOf'),
    state: t('parts:state'),
  };
  return LIST_FILTERS.flatMap((filter) => {
    const text = address[filter];
    return text === undefined
      ? []
      : [{ filter, label: labels[filter], value: valueOf(filter, text) }];
  });
}

function useValueWords(): (filter: ListFilter, text: string) => string {
  const { t } = useTranslation(['coverage', 'language']);
  const format = useFormat();
  const { id: campaignId } = useCampaign();
  const municipality = useMunicipalityNames();
  const area = useAreaNames();
  const material = useMaterialNames();
  const tag = useTagNames();
  const { data: groups = [] } = useQuery(placeGroupsQuery);
  const { data: lots = [] } = useQuery(lotsQuery(campaignId));
  const tellGroup = ({ name, source, validOn }: PlaceGroup): string =>
    t('list.groupNamed', { name, source, date: format.date(validOn) });
  return (filter, text) => {
    switch (filter) {
      case 'municipality':
        return municipality(text);
      case 'district':
      case 'region':
        return area(text);
      case 'group': {
        const group = groups.find(({ id }) => id === text);
        return group === undefined ? text : tellGroup(group);
      }
      case 'kind': {
        const kind = POINT_KINDS.find((known) => known === text);
        return kind === undefined ? text : t(`language:pointKind.${kind}`);
      }
      case 'tag':
        return tag(text);
      case 'material':
        return material(text);
      case 'lot':
        return lots.find(({ id }) => id === text)?.lotNumber ?? text;
      case 'from':
      case 'asOf':
        return Number.isNaN(Date.parse(text)) ? text : format.date(text);
      case 'state':
        return text === 'reached' ? t('list.state.reached') : t('list.state.not_reached');
      case 'funder':
        return text;
      default:
        return filter satisfies never;
    }
  };
}
