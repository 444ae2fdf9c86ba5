/**
 * What a lab test imports.
 *
 * Read next: language.ts.
 */
export {hiddenLab, lab, scenario, section, seedsUpTo, table} from './language';
export type {Row} from './language';
export type {ScenarioOptions, Scene} from './definition';
export {LabFailure} from '../world/lab-failure';
export {LONG_REORDERING, UNRELIABLE} from '../world/network';
export {drawnCommand, entriesOf} from '../cluster/cluster-base';
export type {Because} from '../cluster/cluster';
