package io.github.paradigmreporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about the whole repository that no compiler knows. */
final class RepositoryTest {
    private static final Pattern ARTIFACT =
            Pattern.compile("<artifactId>([a-z-]*paradigm-reporting[a-z-]*)</artifactId>");

    @Test
    void theBomListsEveryPublishedJar() {
        List<String> published = Repository.files("pom.xml").stream()
                .map(Repository::text)
                .filter(pom -> !pom.contains("<packaging>pom") && !pom.contains("<maven.deploy.skip>true"))
                .map(pom -> artifacts(pom.substring(pom.indexOf("</parent>"))).get(0))
                .toList();

        List<String> bom = artifacts(Repository.text(Path.of("bom", "pom.xml")));

        assertThat(bom.subList(2, bom.size())).containsExactlyInAnyOrderElementsOf(published);
    }

    private static List<String> artifacts(String pom) {
        return ARTIFACT.matcher(pom).results().map(found -> found.group(1)).toList();
    }
}
