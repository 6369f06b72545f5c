/**
 * The laws of the architecture, held for every type of the catalog over generated documents. The generator, the oracle
 * of searches and its questions know FHIR from HAPI's definitions and share no code with {@code engine}: a shared
 * normaliser would share its bug. Start with {@link org.dripline.laws.LosslessLawTest}.
 */
@NullMarked
package org.dripline.laws;

import org.jspecify.annotations.NullMarked;
