/** Whom to call where a print run is recalled, in the order of calling: first what can still be stopped. */
export interface Call {
  readonly id: string;
  readonly where: 'warehouse' | 'reserved' | 'inTransit' | 'delivered';
  readonly name: string;
  readonly municipalityCode: string | undefined;
  readonly address: string | undefined;
  readonly person: string | undefined;
  readonly phone: string | undefined;
  readonly quantity: number;
}

interface Contact {
  readonly person?: unknown;
  readonly phone?: unknown;
}

interface OnItsWay {
  readonly consignmentId: string;
  readonly name: string;
  readonly contact: object | null;
  readonly quantity: number;
}

interface Recall {
  readonly warehouses: readonly {
    readonly warehouseId: string;
    readonly name: string;
    readonly onHand: number;
  }[];
  readonly reserved: readonly OnItsWay[];
  readonly inTransit: readonly OnItsWay[];
  readonly deliveryPoints: readonly {
    readonly deliveryPointId: string;
    readonly name: string;
    readonly municipalityCode: string;
    readonly address: string;
    readonly contact: object | null;
    readonly quantity: number;
  }[];
}

export function listCalls({ warehouses, reserved, inTransit, deliveryPoints }: Recall): Call[] {
  const unknown = {
    municipalityCode: undefined,
    address: undefined,
    person: undefined,
    phone: undefined,
  };
  const onItsWay = (where: 'reserved' | 'inTransit', rows: readonly OnItsWay[]): Call[] =>
    rows.map(({ consignmentId, name, contact, quantity }) => ({
      ...unknown,
      id: `${where} ${consignmentId}`,
      where,
      name,
      ...readContact(contact),
      quantity,
    }));
  return [
    ...warehouses
      .filter(({ onHand }) => onHand > 0)
      .map(({ warehouseId, name, onHand }): Call => ({
        ...unknown,
        id: `warehouse ${warehouseId}`,
        where: 'warehouse',
        name,
        quantity: onHand,
      })),
    ...onItsWay('inTransit', inTransit),
    ...onItsWay('reserved', reserved),
    ...deliveryPoints.map((point): Call => ({
      id: `delivered ${point.deliveryPointId}`,
      where: 'delivered',
      name: point.name,
      municipalityCode: point.municipalityCode,
      address: point.address,
      ...readContact(point.contact),
      quantity: point.quantity,
    })),
  ];
}

/** A contact comes as it was entered: only what is text is shown. */
function readContact(contact: object | null): Pick<Call, 'person' | 'phone'> {
  const { person, phone }: Contact = contact ?? {};
  return {
    person: typeof person === 'string' ? person : undefined,
    phone: typeof phone === 'string' ? phone : undefined,
  };
}
