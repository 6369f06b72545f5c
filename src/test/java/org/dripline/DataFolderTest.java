package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"data", "some/folder", "with a blank", "Müller's #1 100%"})
    void isMadeWhereItIsAbsentAndLeftEmpty(String name) {
        DataFolder folder = DataFolder.at(parent.resolve(name).toString());
        assertThat(folder.path()).isEqualTo(parent.resolve(name)).isEmptyDirectory();
        assertThat(DataFolder.at(folder.path().toString())).isEqualTo(folder);
    }

    @Test
    void isRefusedBelowAFile() throws IOException {
        Files.writeString(parent.resolve("file"), "");
        refuses("file/data", "The data folder " + parent.resolve("file/data") + " cannot be written to; choose");
        refuses("file", "The data folder " + parent.resolve("file") + " cannot be written to; choose");
    }

    @Test
    void isRefusedWhereH2CouldNotOpenIt() {
        refuses("a;b", "The data folder " + parent.resolve("a;b") + " has a semicolon");
        assertThat(parent).isEmptyDirectory();
        refuses("a\0b", "The setting dripline.data has a value that cannot be used");
    }

    private void refuses(String name, String beginning) {
        assertThatThrownBy(() -> DataFolder.at(parent + "/" + name))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(beginning);
    }
}
