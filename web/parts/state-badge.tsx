import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconClock,
  IconHourglass,
  IconLock,
  IconPackage,
  IconPencil,
  IconQuestionMark,
  IconTruck,
  IconX,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType, CSSProperties } from 'react';
import { useTranslation } from '../language/i18n.js';
import type words from '../language/words.sr.json';
import classes from './state-badge.module.css';

type Groups = Pick<
  typeof words,
  | 'coverageState'
  | 'outlook'
  | 'batchState'
  | 'consignmentState'
  | 'confirmationStatus'
  | 'lotState'
  | 'printOrderState'
  | 'flagState'
  | 'severity'
  | 'campaignState'
>;
type Group = keyof Groups;

interface Look {
  readonly color: string;
  readonly icon: ComponentType<IconProps>;
}

const GOOD: Look = { color: 'reach', icon: IconCheck };
const HALF: Look = { color: 'cyan', icon: IconCircleHalf2 };
const BAD: Look = { color: 'orange', icon: IconAlertTriangle };
const WORSE: Look = { color: 'red', icon: IconX };
const ON_ITS_WAY: Look = { color: 'blue', icon: IconTruck };
const WAITING: Look = { color: 'gray', icon: IconClock };
const NONE: Look = { color: 'gray', icon: IconCircleDashed };

/** Colour and sign of each state: never colour alone. */
const LOOKS: { readonly [G in Group]: Readonly<Record<keyof Groups[G], Look>> } = {
  coverageState: { reached: GOOD, partly_reached: HALF, not_reached: BAD, no_target: NONE },
  outlook: {
    silent: { color: 'grape', icon: IconQuestionMark },
    in_transit: ON_ITS_WAY,
    planned: { color: 'indigo', icon: IconHourglass },
    nothing: NONE,
  },
  batchState: {
    draft: { color: 'gray', icon: IconPencil },
    planned: { color: 'indigo', icon: IconHourglass },
    packed: { color: 'violet', icon: IconPackage },
    dispatched: ON_ITS_WAY,
    closed: GOOD,
    cancelled: { color: 'gray', icon: IconX },
  },
  consignmentState: {
    pending: WAITING,
    cancelled: { color: 'gray', icon: IconX },
    in_transit: ON_ITS_WAY,
    delivered: GOOD,
    partly_delivered: HALF,
    refused: BAD,
    returned: { color: 'yellow', icon: IconArrowBackUp },
    lost: WORSE,
  },
  confirmationStatus: {
    accepted: GOOD,
    held: WAITING,
    conflict: BAD,
    superseded: NONE,
    dismissed: NONE,
    rejected: WORSE,
  },
  lotState: { usable: GOOD, blocked: { color: 'yellow', icon: IconLock }, withdrawn: WORSE },
  printOrderState: { open: WAITING, received: GOOD, closed_short: NONE },
  flagState: { open: BAD, acknowledged: WAITING, resolved: GOOD },
  severity: {
    low: { color: 'gray', icon: IconAlertTriangle },
    medium: { color: 'yellow', icon: IconAlertTriangle },
    high: BAD,
    critical: { color: 'red', icon: IconAlertTriangle },
  },
  campaignState: {
    draft: { color: 'gray', icon: IconPencil },
    active: GOOD,
    closing: WAITING,
    closed: { color: 'gray', icon: IconLock },
  },
};

interface Props<G extends Group> {
  readonly of: G;
  readonly state: keyof Groups[G];
}

/**
 * A state in a word, a colour and a sign: `<StateBadge of="batchState" state={batch.state} />`. A plain element: long tables
 * have one in each row.
 */
export function StateBadge<G extends Group>({ of, state }: Props<G>) {
  const { t } = useTranslation();
  const { color, icon: Icon } = LOOKS[of][state];
  // The key is made of two types that agree; i18next's types cannot follow.
  const word = t(`${of}.${String(state)}` as 'coverageState.reached');
  return (
    <span className={classes.badge} style={paint(color)}>
      <Icon size={12} aria-hidden />
      {word}
    </span>
  );
}

/** `color`: a name of the theme's. */
function paint(color: string): CSSProperties {
  return {
    '--ground': `var(--mantine-color-${color}-light)`,
    '--deep': `var(--mantine-color-${color}-9)`,
    '--pale': `var(--mantine-color-${color}-2)`,
  } as CSSProperties;
}
