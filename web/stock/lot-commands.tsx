import { Button, Menu, Text, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { allowedLotCommands, type LotCommand } from '../../src/stock/lot.js';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { SideForm } from '../parts/side-form.js';
import type { Lot } from './use-lots.js';
import { useLotCommand } from './use-lot-command.js';

/** Hold it, clear it, or withdraw it for good; only what its state allows. */
export function LotCommands({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const [command, setCommand] = useState<LotCommand | undefined>(undefined);
  const allowed = allowedLotCommands(lot.state);
  if (allowed.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconDots size={16} aria-hidden />}>{t('lot.change')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {allowed.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => setCommand(each)}
              {...(each === 'withdraw' && { color: 'red' })}
            >
              {t(`lotCommand.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {command !== undefined && (
        <LotCommandForm
          key={command}
          lot={lot}
          command={command}
          onClose={() => setCommand(undefined)}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly lot: Lot;
  readonly command: LotCommand;
  readonly onClose: () => void;
}

function LotCommandForm({ lot, command, onClose }: FormProps) {
  const { t } = useTranslation(['stock', 'parts']);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const run = useLotCommand(lot, command, onClose);
  const values = {
    lot: lot.lotNumber,
    onHand: format.number(lot.onHand),
    reached: format.number(lot.delivered + lot.handedOut),
  };
  const send = (): void => {
    if (reason.trim() === '') return;
    if (command !== 'withdraw') return run.mutate(reason.trim());
    askFirst({
      title: t('lotCommand.withdrawAsk', values),
      text: t('lotCommand.withdrawText', values),
      confirm: t('lotCommand.withdraw'),
      onConfirm: () => run.mutate(reason.trim()),
    });
  };
  return (
    <SideForm
      title={t('lotCommand.title', { command: t(`lotCommand.${command}`), lot: lot.lotNumber })}
      isOpen
      onClose={onClose}
      onSubmit={send}
      submit={t(`lotCommand.${command}`)}
      isPending={run.isPending}
      isDisabled={reason.trim() === ''}
      error={run.error}
    >
      <Text size="sm">{t(`lotCommand.${command}Text`, values)}</Text>
      <Textarea
        required
        data-autofocus
        autosize
        minRows={2}
        label={t('parts:reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={run.error instanceof Refusal ? run.error.fieldErrors['reason'] : undefined}
      />
    </SideForm>
  );
}
