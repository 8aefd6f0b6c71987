import { allowedSteps } from '../../src/distribution/batch-life.js';
import { AssignForm } from './assign-form.js';
import { DispatchForm } from './dispatch-form.js';
import { PackForm } from './pack-form.js';
import { PlanForm } from './plan-form.js';
import { TrackForm } from './track-form.js';
import type { BatchDetail } from '../api/use-batch.js';

interface Props {
  readonly batch: BatchDetail;
  /** The step whose form is open; what the state does not allow opens nothing. */
  readonly open: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** The form of the step that somebody is about to take. */
export function StepForms({ batch, open, selected, onClose }: Props) {
  const step = allowedSteps(batch.state).find((allowed) => allowed === open);
  const props = { batch, onClose };
  switch (step) {
    case 'plan':
      return <PlanForm {...props} />;
    case 'pack':
      return <PackForm {...props} />;
    case 'dispatch':
      return <DispatchForm {...props} />;
    case 'assign':
      return <AssignForm {...props} selected={selected} />;
    case 'track':
      return <TrackForm {...props} />;
    default:
      return null;
  }
}
