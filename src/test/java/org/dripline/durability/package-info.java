/**
 * What an acknowledged write is worth: processes killed in the middle of writing, the disk syncs behind each
 * acknowledgement, and the size of the file that stays; on PostgreSQL also connections cut at every moment of a
 * transaction, and a database that goes and comes back. {@code make test} runs a short form, {@code make soak} the long
 * one. Start with {@link org.dripline.durability.KillTest} and {@link org.dripline.durability.PostgresFaultTest}.
 */
@NullMarked
package org.dripline.durability;

import org.jspecify.annotations.NullMarked;
