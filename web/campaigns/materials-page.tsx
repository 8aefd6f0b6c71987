import { Button, Stack, Switch } from '@mantine/core';
import { IconPackages, IconPlus, IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import { type Material, materialsQuery } from '../api/use-materials.js';
import { useHasRole } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import { EmptyPage } from '../parts/empty-page.js';
import { TextLink } from '../parts/links.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { useAddress } from '../parts/use-address.js';
import { MaterialForm } from './material-form.js';
import { MaterialTable } from './material-table.js';
import { PresetPanel } from './preset-panel.js';

/** What is filled in: a new one, the variant of one, or one that is changed. */
type Editing =
  | { readonly kind: 'new'; readonly variantOf?: Material }
  | { readonly kind: 'change'; readonly material: Material };

/** What can be distributed, and which of it the campaign distributes. */
export function MaterialsPage() {
  const { t } = useTranslation('campaigns');
  const isAdministrator = useHasRole('administrator');
  const materials = useQuery(materialsQuery);
  const [editing, setEditing] = useState<Editing>();
  const [arePresetsOpen, openPresets] = useState(false);
  const isEmpty = materials.data?.length === 0;
  const showsPresets = isAdministrator && (arePresetsOpen || isEmpty);
  return (
    <>
      <PageHeader
        title={t('materials.title')}
        lead={t('materials.lead')}
        crumbs={
          <TextLink to="/campaign" size="sm">
            {t('title')}
          </TextLink>
        }
        actions={
          isAdministrator && (
            <>
              {!showsPresets && (
                <Button
                  variant="default"
                  leftSection={<IconWand size={16} aria-hidden />}
                  onClick={() => openPresets(true)}
                >
                  {t('presets.open')}
                </Button>
              )}
              <Button
                variant={isEmpty ? 'default' : 'filled'}
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setEditing({ kind: 'new' })}
              >
                {t('materials.add')}
              </Button>
            </>
          )
        }
      />
      <Stack gap="lg">
        <Loaded query={materials} height={320}>
          {(all) => (
            <>
              {showsPresets && <PresetPanel materials={all} onDone={() => openPresets(false)} />}
              {all.length === 0 && !isAdministrator && (
                <EmptyPage icon={<IconPackages />} title={t('materials.none')}>
                  {t('onlyAdministrator')}
                </EmptyPage>
              )}
              {all.length > 0 && <Shown materials={all} onEdit={setEditing} />}
            </>
          )}
        </Loaded>
      </Stack>
      {editing !== undefined && (
        <MaterialForm
          {...(editing.kind === 'change' ? { material: editing.material } : {})}
          {...(editing.kind === 'new' && editing.variantOf !== undefined
            ? { original: editing.variantOf }
            : {})}
          materials={materials.data ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

function Shown({
  materials,
  onEdit,
}: {
  materials: readonly Material[];
  onEdit: (editing: Editing) => void;
}) {
  const { t } = useTranslation('campaigns');
  const [address, setAddress] = useAddress();
  const campaign = useMaybeCampaign();
  const withRetired = address['retired'] === 'yes';
  const shown = materials.filter(({ active }) => active || withRetired);
  const hasRetired = materials.some(({ active }) => !active);
  return (
    <Stack gap="sm">
      {hasRetired && (
        <Switch
          label={t('materials.showRetired')}
          checked={withRetired}
          onChange={(event) =>
            setAddress({ retired: event.currentTarget.checked ? 'yes' : undefined })
          }
        />
      )}
      <MaterialTable
        materials={shown}
        campaign={campaign}
        onChange={(material) => onEdit({ kind: 'change', material })}
        onAddVariant={(variantOf) => onEdit({ kind: 'new', variantOf })}
      />
    </Stack>
  );
}
