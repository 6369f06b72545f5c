package org.dripline.treatment;

/**
 * How much was given in all.
 *
 * @param done sessions completed
 * @param inProgress sessions that run now
 * @param planned sessions planned for the course
 * @param cumulativeMg mg over all sessions that began, as written
 * @param meanMgPerKg two decimals, over the sessions that have one
 */
public record Doses(Figure done, Figure inProgress, Figure planned, Figure cumulativeMg, Figure meanMgPerKg) {}
