package org.dripline.profile;

/** How far profiles reach. A body is always held to base R4 and to the profiles it claims in {@code meta.profile}. */
public enum ProfileMode {
    /** Nothing more: a resource that claims no profile is held to none. */
    CLAIMED,
    /** The clinic's kinds of resource are also checked unasked: contradictions refuse, the rest warns. */
    ROUTED,
    /** The clinic's kinds of resource are also checked unasked, and every error refuses. */
    STRICT
}
