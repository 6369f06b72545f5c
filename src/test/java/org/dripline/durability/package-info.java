/**
 * What an acknowledged write is worth: processes killed in the middle of writing, the disk syncs behind each
 * acknowledgement, and the size of the file that stays. {@code make test} runs a short form, {@code make soak} the long
 * one. Start with {@link org.dripline.durability.KillTest}.
 */
@NullMarked
package org.dripline.durability;

import org.jspecify.annotations.NullMarked;
