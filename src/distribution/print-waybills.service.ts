import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Register } from '../places/register.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Language } from '../platform/http/language.js';
import type { PaperSheet } from '../platform/paper/paper.js';
import { PaperPress } from '../platform/paper/paper-press.js';
import { dayOf } from '../time.js';
import { describePacking } from './packing.js';
import {
  type PaperConsignment,
  type PaperContent,
  PaperContents,
} from './paper-contents.service.js';
import { describeRecipient, describeSender } from './paper-parties.js';
import { sayWord } from './paper-words.js';
import { nameBatch, type PaperRequest, type PrintedPaper } from './printed-paper.js';
import {
  describeWaybill,
  describeWaybillForm,
  type WaybillFacts,
  type WaybillLine,
} from './waybill-document.js';

/** Prints the waybills of a batch: from plan on, and for good. */
@Injectable()
export class PrintWaybillsService {
  constructor(
    private readonly contents: PaperContents,
    private readonly register: Register,
    private readonly clock: Clock,
    private readonly press: PaperPress,
  ) {}

  /** @throws Problem `not_found`, `illegal_transition`, `busy` */
  async print(actor: Actor, request: PaperRequest): Promise<PrintedPaper> {
    const { batchId, consignmentId, language, signal } = request;
    const content = await this.contents.load(actor, { kind: 'waybills', batchId, consignmentId });
    const number = consignmentId === undefined ? undefined : content.consignments[0]!.waybillNumber;
    const name = number ?? nameBatch(content.batch);
    const title = `${sayWord(number === undefined ? 'waybills' : 'waybill', language)} ${name}`;
    return {
      fileName: `${number === undefined ? 'waybills' : 'waybill'}-${name}`,
      bytes: await this.press.print({
        form: describeWaybillForm(title, language),
        sheets: this.describeSheets(content, language),
        signal,
      }),
    };
  }

  private *describeSheets(content: PaperContent, language: Language): Generator<PaperSheet> {
    for (const consignment of content.consignments) {
      yield describeWaybill(this.gatherFacts(content, consignment, language), language);
    }
  }

  private gatherFacts(
    content: PaperContent,
    consignment: PaperConsignment,
    language: Language,
  ): WaybillFacts {
    const { batch, campaign, warehouse } = content;
    const point = content.points.get(consignment.deliveryPointId)!;
    const nameMunicipality = (code: string): string =>
      this.register.nameOf(this.register.requireUnit(code, 'municipalityCode'), language);
    const expectedAt = consignment.expectedAt ?? batch.expectedAt;
    return {
      number: consignment.waybillNumber,
      campaign: campaign.name,
      funders: campaign.funders.map(({ name }) => name),
      isConfidential: point.confidential,
      batch: nameBatch(batch),
      stop: consignment.position + 1,
      printedOn: dayOf(this.clock.now()),
      dispatchedOn: batch.dispatchedAt === null ? undefined : dayOf(batch.dispatchedAt),
      expectedOn: expectedAt === null ? undefined : dayOf(expectedAt),
      mode: batch.mode,
      carrier: batch.carrier,
      vehicle: batch.vehicle,
      driver: batch.driver,
      sender: describeSender(warehouse, nameMunicipality(warehouse.municipalityCode), language),
      recipient: describeRecipient(point, nameMunicipality(consignment.municipalityCode), language),
      lines: listLines(content, consignment),
      packages: consignment.packageNumbers.length || undefined,
    };
  }
}

/** What went, once it went; before, what is meant to go. */
function listLines(content: PaperContent, consignment: PaperConsignment): WaybillLine[] {
  const isSent = content.batch.dispatchedAt !== null;
  return consignment.lines.map((line): WaybillLine => {
    const material = content.materials.get(line.materialId)!;
    const quantity = isSent ? line.sent : line.quantity;
    const packing = describePacking([{ materialId: material.id, quantity }], content.materials);
    const [{ fullPacks, loosePieces }] = packing.lines as [(typeof packing.lines)[number]];
    return {
      material: material.name,
      materialLanguage: material.language,
      unit: material.unit,
      packSize: material.packSize,
      fullPacks: material.packSize > 1 ? fullPacks : 0,
      loosePieces: material.packSize > 1 ? loosePieces : quantity,
      pieces: quantity,
      weightGrams: packing.weightGrams,
      lots: line.lots.map(({ lotId, quantity: pieces }) => ({
        lotNumber: content.lotNumbers.get(lotId)!,
        pieces,
      })),
    };
  });
}
