import { useFormat } from '../language/i18n.js';
import classes from './share-bar.module.css';

/**
 * A share of a target, as a bar and in figures; a dash where there is no target. `share`: 0 to 1. Plain elements: long tables
 * have one in each row.
 */
export function ShareBar({ share, label }: { share: number | null; label: string }) {
  const format = useFormat();
  if (share === null) return <span className={classes.none}>—</span>;
  const percent = Math.min(share, 1) * 100;
  return (
    <div className={classes.bar}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={format.percent(share)}
        className={classes.track}
      >
        <div
          className={classes.filled}
          data-whole={share >= 1 || undefined}
          style={{ width: `${percent}%` }}
        />
      </div>
      <span className={`${classes.percent} number`}>{format.percent(share)}</span>
    </div>
  );
}
