import { sql } from '../platform/database/sql.js';

/**
 * The state of `consignment c` of `batch b`, as `stateOfConsignment` gives it, for lists that filter by it; a test holds
 * the two against each other.
 */
export const STATE_OF_CONSIGNMENT = sql.raw(`CASE
  WHEN b.state = 'cancelled' THEN 'cancelled'
  WHEN b.state IN ('draft', 'planned', 'packed') THEN 'pending'
  ELSE (SELECT CASE
      WHEN SUM(s.sent - s.delivered) = 0 THEN 'delivered'
      WHEN SUM(s.delivered) > 0 THEN 'partly_delivered'
      WHEN MAX(CASE
        WHEN s.in_transit > 0 AND s.in_transit > s.refused - s.returned THEN 1 ELSE 0 END) = 1
        THEN 'in_transit'
      WHEN SUM(s.refused) > 0 THEN 'refused'
      WHEN SUM(s.returned) > 0 THEN 'returned'
      ELSE 'lost' END
    FROM (SELECT l.sent, l.delivered, l.refused, l.returned,
        l.sent - l.delivered - l.damaged - l.missing - l.returned - l.lost AS in_transit
      FROM consignment_line l WHERE l.consignment_id = c.id) AS s)
  END`);
