import { ActionIcon, Badge, Group, Menu, Stack, Switch, Text } from '@mantine/core';
import { IconCornerDownRight, IconDots } from '@tabler/icons-react';
import type { Campaign } from '../api/campaigns-query.js';
import type { Material } from '../api/use-materials.js';
import { useHasRole } from '../api/use-session.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { offerUndo } from '../parts/undo-notice.js';
import { useCommand } from '../parts/use-command.js';
import { arrangeFamilies, type Line } from './material-families.js';
import { useCampaignMaterials } from './use-campaign-changes.js';
import { useLanguageName } from './use-language-name.js';
import { changeMaterial, readMaterial, removeMaterial } from './use-material-changes.js';

interface Props {
  readonly materials: readonly Material[];
  readonly campaign: Campaign | undefined;
  readonly onChange: (material: Material) => void;
  readonly onAddVariant: (original: Material) => void;
}

/** Originals with their variants in other languages beneath them. */
export function MaterialTable({ materials, campaign, onChange, onAddVariant }: Props) {
  const { t } = useTranslation('campaigns');
  const isAdministrator = useHasRole('administrator');
  const retire = useRetiring();
  const remove = useRemoving();
  const membership = useMembership(campaign);
  const columns = useFactColumns();
  const inCampaign: Column<Line<Material>> = {
    key: 'inCampaign',
    header: t('materials.inCampaign'),
    width: '7rem',
    cell: ({ material }) => (
      <Switch
        aria-label={t('materials.inCampaignOf', { name: material.name })}
        checked={campaign?.materialIds.includes(material.id) === true}
        disabled={!isAdministrator || membership.isPending || campaign?.state === 'closed'}
        onChange={(event) => membership.set(material, event.currentTarget.checked)}
      />
    ),
  };
  const actions: Column<Line<Material>> = {
    key: 'actions',
    header: '',
    width: '2.75rem',
    cell: ({ material, isVariant }) => (
      <RowMenu
        material={material}
        onChange={() => onChange(material)}
        {...(isVariant ? {} : { onAddVariant: () => onAddVariant(material) })}
        onRetire={() => retire.mutate({ material, active: !material.active })}
        onRemove={() => remove.mutate(material)}
      />
    ),
  };
  const error = retire.error ?? remove.error ?? membership.error;
  return (
    <Stack gap="sm">
      {error !== null && <ProblemNotice error={error} isCommand />}
      <DataTable
        label={t('materials.title')}
        rows={arrangeFamilies(materials)}
        columns={[
          ...columns,
          ...(campaign === undefined ? [] : [inCampaign]),
          ...(isAdministrator ? [actions] : []),
        ]}
        idOf={({ material }) => material.id}
        height="none"
      />
    </Stack>
  );
}

function useFactColumns(): Column<Line<Material>>[] {
  const { t } = useTranslation(['campaigns', 'language']);
  const format = useFormat();
  const nameLanguage = useLanguageName();
  const weigh = ({ kind, weightGrams }: Material): string =>
    kind === 'broadcast' || weightGrams === 0 ? '—' : `${format.decimal(weightGrams, 1)} g`;
  return [
    {
      key: 'name',
      header: t('field.name'),
      width: 'minmax(9rem, 3fr)',
      cell: ({ material, isVariant }) => (
        <Group gap={6} wrap="nowrap" pl={isVariant ? 'sm' : 0}>
          {isVariant && (
            <IconCornerDownRight
              size={16}
              aria-label={t('materials.variant')}
              color="var(--mantine-color-dimmed)"
              style={{ flexShrink: 0 }}
            />
          )}
          <div>
            <Group gap={6}>
              <Text size="sm" fw={isVariant ? 400 : 600}>
                {material.name}
              </Text>
              {!material.active && (
                <Badge color="gray" variant="light" style={{ textTransform: 'none' }}>
                  {t('materials.retired')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {material.code}
              <Text span inherit hiddenFrom="sm">
                {` · ${t(`language:materialKind.${material.kind}`)} · ${nameLanguage(material.language)}`}
              </Text>
            </Text>
          </div>
        </Group>
      ),
    },
    {
      key: 'kind',
      header: t('field.kind'),
      hiddenOn: 'phone',
      cell: ({ material }) => t(`language:materialKind.${material.kind}`),
    },
    {
      key: 'language',
      header: t('field.language'),
      hiddenOn: 'phone',
      cell: ({ material }) => nameLanguage(material.language),
    },
    {
      key: 'packSize',
      header: t('field.packSize'),
      isNumber: true,
      hiddenOn: 'tablet',
      cell: ({ material }) =>
        material.kind === 'broadcast' ? '—' : format.number(material.packSize),
    },
    {
      key: 'weight',
      header: t('field.weight'),
      isNumber: true,
      hiddenOn: 'tablet',
      cell: ({ material }) => weigh(material),
    },
  ];
}

interface MenuProps {
  readonly material: Material;
  readonly onChange: () => void;
  readonly onAddVariant?: () => void;
  readonly onRetire: () => void;
  readonly onRemove: () => void;
}

function RowMenu({ material, onChange, onAddVariant, onRetire, onRemove }: MenuProps) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const { name, active } = material;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('materials.actionsOf', { name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>{t('parts:edit')}</Menu.Item>
        {onAddVariant !== undefined && (
          <Menu.Item onClick={onAddVariant}>{t('materials.addVariant')}</Menu.Item>
        )}
        <Menu.Item onClick={onRetire}>
          {active ? t('materials.retire') : t('materials.activate')}
        </Menu.Item>
        <Menu.Item
          color="red"
          onClick={() =>
            askFirst({
              title: t('materials.removeTitle', { name }),
              text: t('materials.removeText'),
              confirm: t('materials.remove'),
              onConfirm: onRemove,
            })
          }
        >
          {t('materials.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Retiring is undone by activating, and the other way round. */
function useRetiring() {
  const { t } = useTranslation('campaigns');
  const back = useCommand({
    run: async ({ id, active }: { id: string; active: boolean }) =>
      changeMaterial(id, (await readMaterial(id)).version, { active }),
  });
  return useCommand({
    run: ({ material, active }: { material: Material; active: boolean }) =>
      changeMaterial(material.id, material.version, { active }),
    onDone: (_, { material: { id, name }, active }) =>
      offerUndo(t(active ? 'materials.activated' : 'materials.wasRetired', { name }), () =>
        back.mutate({ id, active: !active }),
      ),
  });
}

function useRemoving() {
  const { t } = useTranslation('campaigns');
  return useCommand({
    run: removeMaterial,
    done: (_, { name }) => t('materials.removed', { name }),
  });
}

/** Which materials the campaign distributes. */
function useMembership(campaign: Campaign | undefined) {
  const { t } = useTranslation('campaigns');
  const change = useCampaignMaterials(campaign);
  const set = ({ id, name }: Material, isIn: boolean): void =>
    change.mutate(isIn ? { add: [id] } : { remove: [id] }, {
      onSuccess: () =>
        offerUndo(t(isIn ? 'materials.tookIn' : 'materials.tookOut', { name }), () =>
          change.mutate(isIn ? { remove: [id] } : { add: [id] }),
        ),
    });
  return { set, isPending: change.isPending, error: change.error };
}
