import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Register } from '../places/register.service.js';
import type { Language } from '../platform/http/language.js';
import type { PaperSheet } from '../platform/paper/paper.js';
import { PaperPress } from '../platform/paper/paper-press.js';
import { describeLabel, describeLabelForm } from './label-document.js';
import { describePacking } from './packing.js';
import {
  type PaperConsignment,
  type PaperContent,
  PaperContents,
} from './paper-contents.service.js';
import { describeRecipient } from './paper-parties.js';
import { sayWord } from './paper-words.js';
import { nameBatch, type PaperRequest, type PrintedPaper } from './printed-paper.js';

/** Prints a label for each package of a batch: from pack on, and for good. */
@Injectable()
export class PrintLabelsService {
  constructor(
    private readonly contents: PaperContents,
    private readonly register: Register,
    private readonly press: PaperPress,
  ) {}

  /** @throws Problem `not_found`, `illegal_transition`, `busy` */
  async print(actor: Actor, request: PaperRequest): Promise<PrintedPaper> {
    const { batchId, consignmentId, language, signal } = request;
    const content = await this.contents.load(actor, { kind: 'labels', batchId, consignmentId });
    const single = consignmentId === undefined ? undefined : content.consignments[0];
    const name = single?.waybillNumber ?? nameBatch(content.batch);
    return {
      fileName: `labels-${name}`,
      bytes: await this.press.print({
        form: describeLabelForm(`${sayWord('labels', language)} ${name}`, language),
        sheets: this.describeSheets(content, language),
        signal,
      }),
    };
  }

  private *describeSheets(content: PaperContent, language: Language): Generator<PaperSheet> {
    for (const consignment of content.consignments) {
      yield* this.describeConsignment(content, consignment, language);
    }
  }

  private *describeConsignment(
    content: PaperContent,
    consignment: PaperConsignment,
    language: Language,
  ): Generator<PaperSheet> {
    const point = content.points.get(consignment.deliveryPointId)!;
    const unit = this.register.requireUnit(consignment.municipalityCode, 'municipalityCode');
    const recipient = describeRecipient(point, this.register.nameOf(unit, language), language);
    const { weightGrams } = describePacking(consignment.lines, content.materials);
    const { waybillNumber, packageNumbers } = consignment;
    for (const number of packageNumbers) {
      const count = packageNumbers.length;
      const facts = {
        waybillNumber,
        number,
        count,
        recipient,
        consignmentWeightGrams: weightGrams,
      };
      yield describeLabel(facts, language);
    }
  }
}
