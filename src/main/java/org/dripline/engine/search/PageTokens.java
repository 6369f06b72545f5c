package org.dripline.engine.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dripline.access.Access;
import org.dripline.outcome.Refusal;

/**
 * Writes a {@link Walk} as an opaque token and reads it back. A token is signed, and good only for the caller and the
 * search it was made for: it carries key values that must not be forged into somebody else's record.
 */
final class PageTokens {
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] secret;

    PageTokens(byte[] secret) {
        this.secret = secret.clone();
    }

    String write(Access access, String search, Walk walk) {
        byte[] payload = payload(walk);
        byte[] signature = sign(access, search, payload);
        byte[] token = Arrays.copyOf(signature, signature.length + payload.length);
        System.arraycopy(payload, 0, token, signature.length, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    Walk read(Access access, String search, String text) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        if (token.length <= SIGNATURE_BYTES) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(token, SIGNATURE_BYTES, token.length);
        byte[] signature = Arrays.copyOf(token, SIGNATURE_BYTES);
        if (!MessageDigest.isEqual(signature, sign(access, search, payload))) {
            throw refused();
        }
        return walk(payload);
    }

    private static Refusal refused() {
        return Refusal.invalid(
                "page-token",
                "_page is a token that this server made for another search or another caller. Begin again without it"
                        + " and follow the next links unchanged.");
    }

    private static byte[] payload(Walk walk) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(walk.begun().toEpochMilli());
            out.writeLong(walk.resourceKey());
            out.writeByte(walk.sortValues().size());
            for (String value : walk.sortValues()) {
                out.writeUTF(value);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Walk walk(byte[] payload) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
            Instant begun = Instant.ofEpochMilli(in.readLong());
            long resourceKey = in.readLong();
            int count = in.readUnsignedByte();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(in.readUTF());
            }
            return new Walk(begun, values, resourceKey);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] sign(Access access, String search, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(access.author().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(access.scope().patientId().orElse("").getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(search.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
