package org.dripline.fhir;

import org.dripline.engine.store.LinkMode;
import org.dripline.profile.ProfileMode;

/** What the operator decided of writes, and clients are told in the CapabilityStatement. */
public record WritePolicy(ProfileMode profiles, LinkMode references, ConditionalDelete conditionalDelete) {}
