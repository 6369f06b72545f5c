/**
 * What a body must look like: base R4, the profiles it claims, and the profiles the clinic's own kinds of resource are
 * held to whether or not they claim them. The HL7 reference validator finds the faults; this package decides which of
 * them refuse and says them in words that hold no patient data. May use HAPI's model and validation, {@code outcome}
 * and {@code document}. Start with {@link org.dripline.profile.ProfileValidator}.
 */
@NullMarked
package org.dripline.profile;

import org.jspecify.annotations.NullMarked;
