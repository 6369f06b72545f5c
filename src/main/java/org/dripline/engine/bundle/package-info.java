/**
 * Transaction Bundles (R4, http.html#transaction): their entries, the identities these get, the links between them, and
 * one write for all. Knows no HTTP; validation is handed in. Start with {@link Transactions}.
 */
@NullMarked
package org.dripline.engine.bundle;

import org.jspecify.annotations.NullMarked;
