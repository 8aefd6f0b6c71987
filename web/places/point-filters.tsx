import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { POINT_KINDS } from '../../src/places/point-kind.js';
import { useTranslation } from '../language/i18n.js';
import { DistrictChoice, MunicipalityChoice } from '../parts/place-choice.js';
import { useAddress } from '../parts/use-address.js';
import { readUse } from './point-filter.js';
import { useTagNames } from './use-tag-names.js';

const USES = ['active', 'retired', 'all'] as const;

/** What narrows the list; it stands in the address. */
export function PointFilters({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation(['places', 'language', 'parts']);
  const [{ q, kind, tag, district, municipality, use }, setAddress] = useAddress();
  const tagName = useTagNames();
  return (
    <Group gap="sm" align="flex-end" mb="md">
      <TextInput
        label={t('parts:search')}
        placeholder={t('points.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={q ?? ''}
        onChange={({ currentTarget }) =>
          setAddress({ q: currentTarget.value === '' ? undefined : currentTarget.value })
        }
        style={{ flex: '1 1 14rem' }}
      />
      <Select
        label={t('kind')}
        placeholder={t('allKinds')}
        clearable
        clearButtonProps={{ 'aria-label': t('parts:clear') }}
        value={kind ?? null}
        onChange={(value) => setAddress({ kind: value ?? undefined })}
        data={POINT_KINDS.map((each) => ({ value: each, label: t(`language:pointKind.${each}`) }))}
        style={{ flex: '1 1 9rem' }}
      />
      {tags.length > 0 && (
        <Select
          label={t('tagField')}
          placeholder={t('allTags')}
          clearable
          clearButtonProps={{ 'aria-label': t('parts:clear') }}
          value={tag ?? null}
          onChange={(value) => setAddress({ tag: value ?? undefined })}
          data={tags.map((each) => ({ value: each, label: tagName(each) }))}
          style={{ flex: '1 1 9rem' }}
        />
      )}
      <DistrictChoice
        clearable
        placeholder={t('allDistricts')}
        value={district ?? null}
        onChange={(code) => setAddress({ district: code ?? undefined, municipality: undefined })}
      />
      <MunicipalityChoice
        clearable
        placeholder={t('allMunicipalities')}
        value={municipality ?? null}
        onChange={(code) => setAddress({ municipality: code ?? undefined, district: undefined })}
      />
      <Select
        label={t('use')}
        allowDeselect={false}
        value={readUse(use)}
        onChange={(value) =>
          setAddress({ use: value === 'active' ? undefined : (value ?? undefined) })
        }
        data={USES.map((each) => ({ value: each, label: t(`use_${each}`) }))}
        w={140}
      />
    </Group>
  );
}
