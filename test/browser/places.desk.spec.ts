import { walkThroughPeople } from '../support/people-walk.js';
import { walkThroughPlaces } from '../support/places-walk.js';

walkThroughPlaces();
walkThroughPeople();
