import { clusterWithin } from '../numerics/clusterWithin'

/** Replicates of one set potential group together within this distance. */
const SAME_POTENTIAL_V = 0.005

/** A name for each set potential: sorted potentials closer than 5 mV to the first of their cluster share it. */
export const potentialCluster = (potentials: readonly number[]): ((potential_V: number) => string) => clusterWithin(potentials, () => SAME_POTENTIAL_V)
