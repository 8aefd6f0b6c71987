import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { malformed, VALIDATION } from '../platform/http/validation.pipe.js';
import { refuseUnkeepable } from '../platform/http/well-formed.js';
import { Problem, type Text } from '../problem.js';
import { ConfirmationDto } from './dto/confirmation.dto.js';
import { completeTold, type Told } from './told.js';

/** Device times outside are no clock's mistake, and no database keeps them. */
const EARLIEST = '1900-01-01T00:00:00.000Z';
const LATEST = '9999-12-31T23:59:59.999Z';

export interface ReadConfirmation {
  readonly id: string | undefined;
  readonly told: Told;
}

/**
 * Reads one confirmation, by itself or out of a list, and checks its shape.
 *
 * @throws Problem `malformed`
 */
export function readConfirmation(item: unknown): ReadConfirmation {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new Problem('malformed', { detail: NOT_AN_OBJECT });
  }
  refuseUnkeepable(item, '');
  const body = plainToInstance(ConfirmationDto, item, { exposeUnsetFields: false });
  const errors = validateSync(body, VALIDATION);
  if (errors.length > 0) throw malformed(errors);
  if (body.kind === 'delivery' && body.lines === undefined) throw refuse('lines', NO_LINES);
  if (body.follows !== undefined && body.follows !== null && body.follows === body.id) {
    throw refuse('follows', FOLLOWS_ITSELF);
  }
  if (body.deviceTime < EARLIEST || body.deviceTime > LATEST) throw refuse('deviceTime', NO_CLOCK);
  return { id: body.id, told: completeTold(body) };
}

function refuse(path: string, message: Text): Problem {
  return new Problem('malformed', { errors: [{ path, message }] });
}

const NOT_AN_OBJECT: Text = {
  en: 'A confirmation must be a JSON object.',
  sr: 'Potvrda mora biti JSON objekat.',
};
const NO_LINES: Text = {
  en: 'A delivery needs its lines; leave out materials of which you know nothing.',
  sr: 'Isporuka mora imati stavke; izostavite materijale o kojima ništa ne znate.',
};
const FOLLOWS_ITSELF: Text = {
  en: 'A confirmation cannot follow itself.',
  sr: 'Potvrda ne može da se nastavlja na samu sebe.',
};
const NO_CLOCK: Text = {
  en: 'This is no time that a clock could show.',
  sr: 'Ovo nije vreme koje bi neki sat mogao da pokaže.',
};
