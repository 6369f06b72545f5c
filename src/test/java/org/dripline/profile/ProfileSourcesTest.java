package org.dripline.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed in {@code fhir-profiles/generated} is what the sources give: no file more, no byte else. */
class ProfileSourcesTest {
    private static final Path FOLDER = Path.of("fhir-profiles");

    /** How {@code build.sh} says that the compiler cannot be had. */
    private static final int NO_COMPILER = 3;

    private static final String LEFT_OUT =
            "Left out: whether the FSH sources give fhir-profiles/generated. It takes Node, npm and a registry.";

    @Test
    void giveWhatIsCommitted(@TempDir Path built) throws IOException, InterruptedException {
        boolean node = runs("node") && runs("npm");
        Run build = node ? run(FOLDER.resolve("build.sh").toString(), built.toString()) : new Run(NO_COMPILER, "");
        if (build.status() == NO_COMPILER) {
            System.out.println(LEFT_OUT);
        }
        assumeTrue(build.status() != NO_COMPILER, LEFT_OUT);

        assertThat(build.status()).as(build.output()).isZero();
        assertThat(names(FOLDER.resolve("generated")))
                .as("files, of which `make profiles` writes all and only these")
                .isEqualTo(names(built));
        for (String name : names(built)) {
            assertThat(FOLDER.resolve("generated").resolve(name)).hasSameTextualContentAs(built.resolve(name));
        }
    }

    private record Run(int status, String output) {}

    private static Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static boolean runs(String program) throws InterruptedException {
        try {
            return run(program, "--version").status() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
