package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import io.github.paradigmreporting.core.settings.SettingTypes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** The option stateDirectory as a directory, and what keeps it from being one in words that name the option. */
final class StateDirectory {
    /** What is put after a key is at most so long; most file systems allow names of 255 bytes. */
    private static final int LONGEST_NAME = 255 - ".journal.previous".length();

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
