import { diagnosis } from './diagnosis.ts';
import { memory } from './memory.ts';
import { noChange } from './no-change.ts';
import { realChange } from './real-change.ts';
import { requests } from './requests.ts';
import type { Row } from './row.ts';
import { startUp } from './start-up.ts';
import { undo } from './undo.ts';

/** The rows of "Speed and size", in the order of the design. */
export const ROWS: readonly Row[] = [
  { id: 'change', measure: 'real change of a 2-replica release', run: realChange },
  { id: 'same', measure: 'nothing changed', run: noChange },
  { id: 'diagnosis', measure: 'time from start to diagnosis printed, per fault', run: diagnosis },
  { id: 'undo', measure: 'time from diagnosis to the old version verified again', run: undo },
  {
    id: 'requests',
    measure: 'our API requests during a 60 s wait, 5 pods or 100 pods',
    scale: true,
    run: requests,
  },
  { id: 'memory', measure: 'memory of our process', scale: true, run: memory },
  { id: 'start', measure: 'start of the bundle to first line', run: startUp },
];
