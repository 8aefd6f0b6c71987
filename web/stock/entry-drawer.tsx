import { Drawer, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { useAddress } from '../parts/use-address.js';
import { type Fact, FactList } from './fact-list.js';
import { MovementList } from './movement-list.js';
import { TakeBack } from './take-back.js';
import { useIssueFacts, useReceiptFacts } from './use-entry-facts.js';
import { type Issue, issueQuery } from './use-issues.js';
import type { Movement } from './use-movements.js';
import { type Receipt, receiptQuery } from './use-receipts.js';

/** One receipt or issue whole, from the side: what was told, what was booked, and the way back. */
export function EntryDrawer() {
  const { t } = useTranslation(['stock', 'parts']);
  const [{ receipt, issue }, setAddress] = useAddress();
  return (
    <Drawer
      opened={receipt !== undefined || issue !== undefined}
      onClose={() => setAddress({ receipt: undefined, issue: undefined })}
      position="right"
      size="md"
      title={receipt === undefined ? t('history.issue') : t('history.receipt')}
      closeButtonProps={{ 'aria-label': t('parts:close') }}
      styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}
    >
      {receipt !== undefined && <ReceiptWhole id={receipt} />}
      {issue !== undefined && <IssueWhole id={issue} />}
    </Drawer>
  );
}

function ReceiptWhole({ id }: { id: string }) {
  const query = useQuery(receiptQuery(id));
  const factsOf = useReceiptFacts();
  return (
    <Loaded query={query} height={320}>
      {(receipt: Receipt) => <Whole kind="receipt" entry={receipt} facts={factsOf(receipt)} />}
    </Loaded>
  );
}

function IssueWhole({ id }: { id: string }) {
  const query = useQuery(issueQuery(id));
  const factsOf = useIssueFacts();
  return (
    <Loaded query={query} height={320}>
      {(issue: Issue) => <Whole kind="issue" entry={issue} facts={factsOf(issue)} />}
    </Loaded>
  );
}

interface WholeProps {
  readonly kind: 'receipt' | 'issue';
  readonly entry: { readonly reversed: boolean; readonly movements: readonly Movement[] };
  readonly facts: readonly Fact[];
}

function Whole({ kind, entry, facts }: WholeProps) {
  const { t } = useTranslation('stock');
  const first = entry.movements[0];
  return (
    <Stack gap="md">
      <FactList
        facts={[
          ...facts,
          { label: t('receive.movements'), value: <MovementList movements={entry.movements} /> },
        ]}
      />
      {first !== undefined && (
        <TakeBack kind={kind} movementId={first.id} isReversed={entry.reversed} />
      )}
    </Stack>
  );
}
