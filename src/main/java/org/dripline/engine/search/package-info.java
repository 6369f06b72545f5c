/**
 * From the text of a search to one SQL statement: text, then a printable {@link Query}, then jOOQ with the wall inside
 * the WHERE. Start with {@link ResourceSearch}.
 */
@NullMarked
package org.dripline.engine.search;

import org.jspecify.annotations.NullMarked;
