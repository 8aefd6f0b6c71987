/** Whom to call where a print run is recalled, in the order of calling: first what can still be stopped. */
export interface Call {
  readonly id: string;
  readonly where: 'warehouse' | 'reserved' | 'inTransit' | 'delivered';
  readonly name: string;
  /** Where it is a delivery point, or on its way to one. */
  readonly deliveryPointId: string | undefined;
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
  readonly deliveryPointId: string;
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
    readonly address: string;
    readonly contact: object | null;
    readonly quantity: number;
  }[];
}

/** `contactOf`: who answers for a warehouse. */
export function listCalls(
  { warehouses, reserved, inTransit, deliveryPoints }: Recall,
  contactOf: (warehouseId: string) => object | null,
): Call[] {
  const onItsWay = (where: 'reserved' | 'inTransit', rows: readonly OnItsWay[]): Call[] =>
    rows.map(({ consignmentId, deliveryPointId, name, contact, quantity }) => ({
      id: `${where} ${consignmentId}`,
      where,
      name,
      deliveryPointId,
      address: undefined,
      ...readContact(contact),
      quantity,
    }));
  return [
    ...warehouses
      .filter(({ onHand }) => onHand > 0)
      .map(({ warehouseId, name, onHand }): Call => ({
        id: `warehouse ${warehouseId}`,
        where: 'warehouse',
        name,
        deliveryPointId: undefined,
        address: undefined,
        ...readContact(contactOf(warehouseId)),
        quantity: onHand,
      })),
    ...onItsWay('inTransit', inTransit),
    ...onItsWay('reserved', reserved),
    ...deliveryPoints.map((point): Call => ({
      id: `delivered ${point.deliveryPointId}`,
      where: 'delivered',
      name: point.name,
      deliveryPointId: point.deliveryPointId,
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
