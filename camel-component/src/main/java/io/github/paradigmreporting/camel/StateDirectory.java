package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import io.github.paradigmreporting.core.settings.SettingTypes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The option stateDirectory as a directory, and what keeps it from being one in words that name the option. */
final class StateDirectory {
    /** What is put after a key is at most so long; most file systems allow names of 255 bytes. */
    private static final int LONGEST_NAME = 255 - ".journal.previous".length();

    private static final String STATE = ".state";
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingConsumer.class);

    private StateDirectory() {}

    /**
     * The directory, made when missing; without symbolic links, so that what they point to later does not matter.
     *
     * @throws IllegalArgumentException when it is not the path of a directory that this account can have
     */
    static Path open(String option) {
        try {
            Path directory = SettingTypes.DIRECTORY.parser().apply(option);
            OwnerFiles.createDirectories(directory);
            Path real = directory.toRealPath();
            if (!Files.isWritable(real)) {
                throw new AccessDeniedException(real.toString());
            }
            return real;
        } catch (IOException e) {
            throw unusable(option, reason(e), e);
        } catch (ReadOnlyFileSystemException e) {
            throw unusable(option, "its file system is read-only", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "stateDirectory is '" + option + "'; expected " + SettingTypes.DIRECTORY.form(), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is not a directory";
        }
        return e instanceof AccessDeniedException
                ? "this account may not write " + e.getMessage()
                : "it cannot be made (" + e + ")";
    }

    private static IllegalArgumentException unusable(String option, String why, Exception e) {
        return new IllegalArgumentException(
                "stateDirectory '" + option + "' cannot keep the position: " + why
                        + "; name a directory that this account may make and write, or a stateRepository",
                e);
    }

    /**
     * Says, when a position begins, that there are others of the same report: a company more or another spelling of the address
     * makes another key, and everything would be sent again unnoticed.
     */
    static void sayWhenOthersAreThere(Path directory, String report, String key) throws IOException {
        if (Files.exists(directory.resolve(key + STATE))) {
            return;
        }
        List<String> others = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, report + "-*" + STATE)) {
            files.forEach(file -> others.add(file.getFileName().toString().replace(STATE, "")));
        }
        if (!others.isEmpty()) {
            LOG.info(
                    "position {} begins and sends everything from startDate; for other addresses or companies there are {}:"
                            + " to go on from one of them, set stateKey to its name",
                    key,
                    others);
        }
    }

    /**
     * Checks a key that becomes a file's name.
     *
     * @throws IllegalArgumentException when it is too long
     */
    static String checkedKey(String key) {
        int length = FileStateStore.fileName(key).length();
        if (length > LONGEST_NAME) {
            throw new IllegalArgumentException("stateKey makes a file name of " + length + " characters, more than the "
                    + LONGEST_NAME + " that file systems take; use a shorter one, of letters, digits, '.', '-' and '_',"
                    + " since others count three times");
        }
        return key;
    }
}
