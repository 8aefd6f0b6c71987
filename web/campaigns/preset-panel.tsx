import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useState } from 'react';
import { newId } from '../api/new-id.js';
import { useMaybeCampaign } from '../api/use-campaigns.js';
import type { Material } from '../api/use-materials.js';
import { useTranslation } from '../language/i18n.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useCommand } from '../parts/use-command.js';
import { describeMaterial, suggestCode } from './material-draft.js';
import { type Preset, PRESETS } from './material-presets.js';
import { useCampaignMaterials } from './use-campaign-changes.js';
import { useDecimals } from './use-decimals.js';
import { createMaterial } from './use-material-changes.js';

interface Line {
  readonly id: string;
  readonly preset: Preset;
  readonly isChosen: boolean;
  readonly name: string;
  readonly packSize: number | string;
  readonly weightGrams: number | string;
}

interface Props {
  readonly materials: readonly Material[];
  readonly onDone: () => void;
}

/** What campaigns mostly distribute: ticked, corrected and added at once. */
export function PresetPanel({ materials, onDone }: Props) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    PRESETS.map((preset) => ({
      id: newId(),
      preset,
      isChosen: preset.kind === 'print',
      name: t(`preset.${preset.key}`),
      packSize: preset.packSize,
      weightGrams: preset.weightGrams,
    })),
  );
  const chosen = lines.filter(({ isChosen }) => isChosen);
  const add = useAddPresets(materials, onDone);
  const change = (id: string, changes: Partial<Line>): void =>
    setLines((former) => former.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-labelledby="presets-title">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id="presets-title">
            {t('presets.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('presets.text')}
          </Text>
        </div>
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={40}>
                  <VisuallyHidden>{t('presets.choose')}</VisuallyHidden>
                </Table.Th>
                <Table.Th>{t('field.name')}</Table.Th>
                <Table.Th w={150}>{t('field.kind')}</Table.Th>
                <Table.Th w={130}>{t('field.packSize')}</Table.Th>
                <Table.Th w={130}>{t('field.weightGrams')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <PresetRow
                  key={line.id}
                  line={line}
                  onChange={(changes) => change(line.id, changes)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {add.error !== null && <ProblemNotice error={add.error} isCommand />}
        <Group justify="flex-end">
          {materials.length > 0 && (
            <Button variant="default" onClick={onDone}>
              {t('parts:cancel')}
            </Button>
          )}
          <Button
            loading={add.isPending}
            disabled={chosen.length === 0 || chosen.some(({ name }) => name.trim() === '')}
            onClick={() => add.mutate(chosen)}
          >
            {t('presets.add', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function PresetRow({ line, onChange }: { line: Line; onChange: (changes: Partial<Line>) => void }) {
  const { t } = useTranslation(['campaigns', 'language']);
  const { preset, name, isChosen } = line;
  const isAired = preset.kind === 'broadcast';
  const decimals = useDecimals();
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('presets.chooseOne', { name })}
          checked={isChosen}
          onChange={(event) => onChange({ isChosen: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={`${t('field.name')}: ${name}`}
          value={name}
          maxLength={200}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t(`language:materialKind.${preset.kind}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        {!isAired && (
          <NumberInput
            aria-label={`${t('field.packSize')}: ${name}`}
            min={1}
            allowDecimal={false}
            hideControls
            value={line.packSize}
            onChange={(packSize) => onChange({ packSize })}
          />
        )}
      </Table.Td>
      <Table.Td>
        {!isAired && (
          <NumberInput
            aria-label={`${t('field.weightGrams')}: ${name}`}
            min={0}
            decimalScale={3}
            {...decimals}
            hideControls
            value={line.weightGrams}
            onChange={(weightGrams) => onChange({ weightGrams })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** One after another, each under an id of its own: where one is refused, trying again goes on from there. */
function useAddPresets(materials: readonly Material[], onDone: () => void) {
  const { t } = useTranslation('campaigns');
  const campaign = useMaybeCampaign();
  const membership = useCampaignMaterials(campaign);
  return useCommand({
    run: async (lines: readonly Line[]) => {
      const taken = new Set(materials.map(({ code }) => code.toLowerCase()));
      const ids: string[] = [];
      for (const { id, preset, name, packSize, weightGrams } of lines) {
        const made = materials.find((material) => material.id === id);
        const code = made?.code ?? suggestCode(name, taken);
        taken.add(code.toLowerCase());
        if (made === undefined)
          await createMaterial({
            id,
            ...describeMaterial({
              code,
              name,
              kind: preset.kind,
              unit: preset.kind === 'broadcast' ? t('unitAiring') : t('unitPiece'),
              packSize,
              weightGrams,
              volumeCm3: preset.volumeCm3,
              language: 'sr-Cyrl',
              variantOf: null,
            }),
          });
        ids.push(id);
      }
      if (campaign !== undefined) await membership.mutateAsync({ add: ids });
    },
    done: (_, lines) => t('presets.added', { count: lines.length }),
    onDone,
  });
}
