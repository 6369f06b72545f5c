package org.dripline.treatment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The cut-offs and windows of the calculations, read from {@code cut-offs.properties} beside this class, where each has
 * its source. They are versioned, and the version is shown beside every result.
 */
public final class CutOffs {
    private static final String SOURCE = ".source";

    private final Properties values;
    private final Map<String, Scale> scales = new LinkedHashMap<>();

    private CutOffs(Properties values) {
        this.values = values;
        Stream.of(text("scales").split(" ")).forEach(name -> scales.put(name, scale(name)));
        // A limit without a source is none; whoever edits the file hears it at the start.
        values.stringPropertyNames().stream()
                .filter(name -> name.contains(".") && !name.endsWith(SOURCE) && !name.endsWith(".name"))
                .forEach(this::source);
    }

    /** Those that this version ships. */
    public static CutOffs shipped() {
        try (InputStream in = Objects.requireNonNull(CutOffs.class.getResourceAsStream("cut-offs.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties values = new Properties();
            values.load(reader);
            return new CutOffs(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return text("version");
    }

    /** The mood scales in the order in which they are told. */
    public Map<String, Scale> scales() {
        return Map.copyOf(scales);
    }

    Stream<Scale> inOrder() {
        return scales.values().stream();
    }

    Optional<Scale> scale(String instrument, int remissionUpTo) {
        return Optional.ofNullable(scales.get(instrument)).map(scale -> scale.withRemissionUpTo(remissionUpTo));
    }

    BigDecimal number(String name) {
        return new BigDecimal(text(name));
    }

    int whole(String name) {
        return number(name).intValueExact();
    }

    /** The limit with its source, as it is printed. */
    String told(String name, String words) {
        return words + " (" + source(name) + ")";
    }

    private String source(String name) {
        return text(name + SOURCE);
    }

    private String text(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("cut-offs.properties lacks " + name);
        }
        return value;
    }

    private Scale scale(String name) {
        String below = values.getProperty(name + ".remission-below");
        String upTo = values.getProperty(name + ".remission-up-to");
        Optional<Scale.Limit> limit = Optional.ofNullable(below)
                .map(total -> new Scale.Limit(new BigDecimal(total), false))
                .or(() -> Optional.ofNullable(upTo).map(total -> new Scale.Limit(new BigDecimal(total), true)));
        String source = below != null
                ? source(name + ".remission-below")
                : upTo != null ? source(name + ".remission-up-to") : "";
        return new Scale(name, text(name + ".name"), whole(name + ".recall-days"), limit, source);
    }
}
