import type { Forgotten } from '../../../../platform/doors/personal.js';

/** The same for everybody: whether there is a complaint by them or about them is nobody's to learn this way. */
export const forget = async (): Promise<Forgotten[]> => [{ fate: 'kept', what: 'forgotten', count: null }];
