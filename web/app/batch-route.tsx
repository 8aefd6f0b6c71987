import { AfterDispatch } from '../after-dispatch/after-dispatch.js';
import { BatchPage } from '../batches/batch-page.js';

/** A batch, and beneath it what became of it since it left. */
export function BatchRoute() {
  return <BatchPage after={(batch) => <AfterDispatch batch={batch} />} />;
}
