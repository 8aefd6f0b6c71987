import { createContext, useContext } from 'react';
import type { DeliveryPoint } from '../api/use-delivery-point.js';
import { RowMenu } from './row-menu.js';

interface PointCommands {
  readonly edit: (point: DeliveryPoint) => void;
  readonly switchTo: (point: DeliveryPoint, active: boolean) => void;
  readonly remove: (point: DeliveryPoint) => void;
}

/** What rows can be asked to do: handed past the columns, so that thousands of rows are not ordered anew at each drawing. */
export const PointCommandsContext = createContext<PointCommands | undefined>(undefined);

export function PointRowMenu({ point }: { point: DeliveryPoint }) {
  const commands = useContext(PointCommandsContext);
  if (commands === undefined) return null;
  return (
    <RowMenu
      name={point.name}
      active={point.active}
      onEdit={() => commands.edit(point)}
      onSwitch={(active) => commands.switchTo(point, active)}
      onRemove={() => commands.remove(point)}
    />
  );
}
