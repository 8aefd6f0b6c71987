import { IsId } from '../../platform/http/validation.js';

/** What every command takes: its id, made by the client, so that it can be sent again. */
export class DeliveryCommandDto {
  @IsId({ optional: true }) commandId?: string;
}
