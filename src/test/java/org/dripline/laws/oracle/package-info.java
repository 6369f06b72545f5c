/**
 * R4's search over documents in memory, by R4's words alone (search.html, 3.1.1.4) and by what the project decided where
 * R4 leaves a choice. It knows the parameters from R4's own definitions, evaluates their FHIRPath with HAPI and compares
 * as slowly and plainly as it can: it is what the engine is held against, so it may share nothing with it. Start with
 * {@link org.dripline.laws.oracle.SearchOracle}.
 */
@NullMarked
package org.dripline.laws.oracle;

import org.jspecify.annotations.NullMarked;
