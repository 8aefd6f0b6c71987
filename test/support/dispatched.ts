import type { Visitor } from './browser.js';
import type { Desk } from './desk.js';

interface Line {
  readonly materialId: string;
  readonly materialName: string;
  readonly sent: number;
  readonly delivered: number;
  readonly inTransit: number;
  readonly lost: number;
}
export interface Stop {
  readonly id: string;
  readonly waybillNumber: string;
  readonly standingConfirmationId: string | null;
  readonly deliveryPoint: { readonly name: string };
  readonly lines: readonly Line[];
}
export interface Batch {
  readonly id: string;
  readonly state: string;
  readonly consignments: readonly Stop[];
}
export interface Told {
  readonly id: string;
  readonly consignmentId: string | null;
  readonly status: string;
  readonly source: string | null;
}
export interface Page<T> {
  readonly items: readonly T[];
}

export async function findUntoldBatch({ ask }: Desk): Promise<Batch> {
  const batches = await readDispatched(ask);
  const untold = batches.filter(
    ({ consignments }) =>
      consignments.length > 2 &&
      consignments.every(({ standingConfirmationId }) => standingConfirmationId === null),
  );
  return untold[0]!;
}

export async function readDispatched(ask: Desk['ask']): Promise<Batch[]> {
  const { items } = await ask<Page<{ id: string }>>('batches?state=dispatched&limit=100');
  return Promise.all(items.map(({ id }) => ask<Batch>(`batches/${id}`)));
}

export async function listTold(ask: Desk['ask'], stop: Stop): Promise<readonly Told[]> {
  return (await ask<Page<Told>>(`confirmations?consignment=${stop.id}&limit=500`)).items;
}

export async function openConfirming(visitor: Visitor, { deliveryPoint, waybillNumber }: Stop) {
  const name = visitor.say('after-dispatch:command.confirmOf', { name: deliveryPoint.name });
  await visitor.page
    .getByRole('row')
    .filter({ hasText: waybillNumber })
    .getByRole('button', { name, exact: true })
    .click();
  await visitor.page.getByRole('dialog').waitFor();
}

export async function selectAll(visitor: Visitor): Promise<void> {
  await visitor.page
    .getByRole('table', { name: visitor.say('after-dispatch:tabs.transit') })
    .getByRole('checkbox', { name: visitor.say('parts:selectAll'), exact: true })
    .check();
}
