package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.document.XmlWriter;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 1: what was accepted reads back equal, to the last digit, in either format. */
class LosslessLawTest {
    private static final TestStore STORE = new TestStore();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void readsBackWhatWasStored(String type) {
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            STORE.put(document);
            JsonObject read = JsonReader.read(stored(type, "g" + seed), Limits.DEFAULT);
            assertThat(DocumentMeta.withoutServerFields(read))
                    .as("%s of seed %d", type, seed)
                    .isEqualTo(DocumentMeta.withoutServerFields(document));
        }
        Laws.report("Lossless (store)", type, Laws.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void readsBackWhatWasWrittenInEitherFormat(String type) {
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            assertThat(JsonReader.read(JsonWriter.bytes(document), Limits.DEFAULT))
                    .isEqualTo(document);
            assertThat(JsonReader.read(JsonWriter.pretty(document), Limits.DEFAULT))
                    .isEqualTo(document);
            assertThat(XmlReader.read(XmlWriter.bytes(document), Limits.DEFAULT))
                    .as("%s of seed %d through XML", type, seed)
                    .isEqualTo(document);
            assertThat(XmlReader.read(XmlWriter.pretty(document), Limits.DEFAULT))
                    .isEqualTo(document);
        }
        Laws.report("Lossless (formats)", type, 4 * Laws.SEEDS);
    }

    private static byte[] stored(String type, String id) {
        return STORE.store.read(TestStore.CLINIC, type, id).orElseThrow().content();
    }
}
