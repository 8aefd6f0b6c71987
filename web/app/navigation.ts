import {
  IconBuildingWarehouse,
  IconChecklist,
  IconFlag,
  IconHome,
  IconListDetails,
  IconMap2,
  IconMapPin,
  IconSpeakerphone,
  IconTruckDelivery,
  IconUsers,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Myself } from '../api/session-query.js';
import type words from './words.sr.json';

type Role = Myself['role'];

interface Entry {
  readonly to: string;
  readonly word: keyof typeof words;
  readonly icon: ComponentType<IconProps>;
  readonly roles: readonly Role[];
}

const COORDINATORS: readonly Role[] = ['coordinator', 'administrator'];
const ALL_FIGURES: readonly Role[] = [...COORDINATORS, 'manager'];

/** Where one can go, in the order in which a campaign is lived. */
const ENTRIES: readonly Entry[] = [
  { to: '/', word: 'today', icon: IconHome, roles: ALL_FIGURES },
  { to: '/coverage', word: 'coverage', icon: IconMap2, roles: ALL_FIGURES },
  { to: '/distribution-list', word: 'distributionList', icon: IconListDetails, roles: ALL_FIGURES },
  { to: '/flags', word: 'flags', icon: IconFlag, roles: ALL_FIGURES },
  { to: '/batches', word: 'batches', icon: IconTruckDelivery, roles: ALL_FIGURES },
  { to: '/stock', word: 'stock', icon: IconBuildingWarehouse, roles: ALL_FIGURES },
  { to: '/places', word: 'places', icon: IconMapPin, roles: ALL_FIGURES },
  { to: '/campaign', word: 'campaign', icon: IconSpeakerphone, roles: ALL_FIGURES },
  { to: '/people', word: 'people', icon: IconUsers, roles: ['administrator'] },
  { to: '/checks', word: 'checks', icon: IconChecklist, roles: ALL_FIGURES },
];

export function entriesFor(role: Role): readonly Entry[] {
  return ENTRIES.filter(({ roles }) => roles.includes(role));
}
