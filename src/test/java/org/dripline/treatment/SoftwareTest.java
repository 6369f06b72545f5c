package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Documents that are filed for years name the version that made them. */
class SoftwareTest {

    @Test
    void isOfTheVersionThatIsBuilt() throws IOException {
        assertThat(Jsoup.parse(Path.of("pom.xml").toFile())
                        .select("project > version")
                        .text())
                .isEqualTo(Software.VERSION);
    }
}
