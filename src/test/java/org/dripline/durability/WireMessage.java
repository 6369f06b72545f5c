package org.dripline.durability;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One message between a client and PostgreSQL, as it stands on the wire (PostgreSQL 17, 53.7): a letter, the length of
 * the rest in four bytes, and the rest. The client's very first has no letter; here it has a zero.
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way; nobody compares messages.
record WireMessage(char type, byte[] bytes) {
    private static final int LENGTH_BYTES = 4;

    /** The next one; null when there is none any more. */
    static @Nullable WireMessage read(DataInputStream input, boolean first) throws IOException {
        try {
            int letters = first ? 0 : 1;
            char type = first ? '\0' : (char) input.readUnsignedByte();
            int length = input.readInt();
            ByteBuffer message = ByteBuffer.allocate(letters + length);
            if (!first) {
                message.put((byte) type);
            }
            message.putInt(length);
            input.readFully(message.array(), letters + LENGTH_BYTES, length - LENGTH_BYTES);
            return new WireMessage(type, message.array());
        } catch (EOFException end) {
            return null;
        }
    }

    /** The text at this position among the zero-ended ones that the message begins with. */
    String text(int position) {
        int begin = 1 + LENGTH_BYTES;
        for (int skipped = 0; skipped < position; skipped++) {
            begin = end(begin) + 1;
        }
        return new String(bytes, begin, end(begin) - begin, StandardCharsets.UTF_8);
    }

    private int end(int begin) {
        int end = begin;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
