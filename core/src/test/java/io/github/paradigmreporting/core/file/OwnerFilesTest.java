package io.github.paradigmreporting.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OwnerFilesTest {
    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void needsOwners() {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void makesDirectoriesAndFilesForTheOwnerOnly() throws IOException {
        Path folder = directory.resolve("a/b");
        Path file = folder.resolve("file");
        OwnerFiles.createDirectories(folder);
        OwnerFiles.create(file);
        try (FileChannel channel = OwnerFiles.write(directory.resolve("a/b/other"))) {
            channel.write(ByteBuffer.allocate(1));
        }

        assertThat(permissions(directory.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("a/b/other"))).isEqualTo("rw-------");
    }

    @Test
    void takesThePermissionsOfOthersFromAFileThatIsWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        OwnerFiles.write(file).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("old");
    }

    @Test
    void opensNoLinkDirectoryOrPipe() throws Exception {
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), victim);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nowhere"));
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        for (Path path : List.of(link, dangling, folder, pipe)) {
            assertThatThrownBy(() -> OwnerFiles.exists(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("not a regular file; remove it");
            assertThatThrownBy(() -> OwnerFiles.read(path).close()).hasMessageContaining("not a regular file");
            assertThatThrownBy(() -> OwnerFiles.write(path).close()).hasMessageContaining("not a regular file");
            assertThatThrownBy(() -> OwnerFiles.create(path)).hasMessageContaining("not a regular file");
        }
        assertThat(victim).hasContent("precious");
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void readsAFileAndSaysWhenThereIsNone() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");

        try (InputStream in = OwnerFiles.read(file)) {
            assertThat(in).hasContent("text");
        }
        assertThat(OwnerFiles.exists(directory.resolve("none"))).isFalse();
        assertThatThrownBy(() -> OwnerFiles.read(directory.resolve("none")).close())
                .isInstanceOf(NoSuchFileException.class);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
