package org.candela;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guards the rooms, the arrows between them and the walls around each technology. There is no exception list. */
class ArchitectureTest {
    private static final int FILE_LINE_LIMIT = 400;
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(Rooms.ROOT);
    }

    @Test
    void enoughClassesWereSeenForTheRulesToMeanSomething() {
        long sources = javaFiles().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .count();

        assertTrue(house.size() >= sources, "classes seen " + house.size() + ", source files " + sources);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching(Rooms.ROOT + ".(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void arrowsPointDown() {
        var rule = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String room : Rooms.allowed().keySet()) {
            rule = rule.layer(room).definedBy(Rooms.ROOT + "." + room);
        }
        for (var room : Rooms.allowed().entrySet()) {
            rule = room.getValue().isEmpty()
                    ? rule.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rule.whereLayer(room.getKey())
                            .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        rule.ensureAllClassesAreContainedInArchitecture().check(house);
    }

    @Test
    void javaFxStaysInTheViews() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        Rooms.ROOT + ".ui",
                        Rooms.ROOT + "..ui",
                        Rooms.ROOT + ".shell",
                        Rooms.ROOT + ".app",
                        Rooms.ROOT + ".demo.shift")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxyz3d..", "atlantafx..")
                .because("logic that touches the toolkit stops being tested"));
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("a view model must run in a plain unit test"));
    }

    @Test
    void nativeAccessStaysInDrivers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.ROOT + ".calibration.device.*", Rooms.ROOT + ".pad")
                .and()
                .haveNameNotMatching(".*\\.app\\.Niceness(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.jna..")
                .because("a wrong native call ends the process; few classes may make one"));
    }

    @Test
    void eachSpeechEngineStaysInItsRoom() {
        Map.of("sphinx", "edu.cmu.sphinx..", "vosk", "org.vosk..", "whisper", "io.github.givimad..")
                .forEach((room, technology) -> check(noClasses()
                        .that()
                        .resideOutsideOfPackage(Rooms.ROOT + ".dictation.engine." + room)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(technology)
                        .because("engines come and go; what is dictated does not")));
    }

    @Test
    void sqlStaysInTheStoreAndTheRepositories() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".store")
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("what is stored how is the concern of one class a feature"));
    }

    @Test
    void threadsAndTheProcessBelongToTheApp() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".app")
                .and()
                .doNotHaveFullyQualifiedName(Rooms.ROOT + ".ui.UiExecutor")
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .orShould()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "a thread", owner -> owner.isEquivalentTo(Thread.class)))))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .because("executors, clocks and settings are given to a room, so that tests can give others");
        check(rule);
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Rooms.ROOT + ".cli", Rooms.ROOT + ".app")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("everything else logs"));
    }

    @Test
    void thereIsNoMutableStaticState() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(Rooms.ROOT + "..")
                .should()
                .haveModifier(FINAL)
                .because("state that no constructor gave cannot be tested or closed"));
    }

    @Test
    void classesAreFinalOrHidden() {
        check(classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .and()
                .areNotAssignableTo(Exception.class)
                .should()
                .haveModifier(FINAL)
                .because("composition, not inheritance, is how rooms are reused"));
    }

    @Test
    void everyRoomSaysWhatItIsFor() {
        List<String> silent = javaFiles().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(Path::toString)
                .toList();

        assertEquals(List.of(), silent, "rooms without package-info.java");
    }

    @Test
    void noFileIsLongerThanFourHundredLines() {
        List<String> tooLong = Stream.of("src", "scripts", "calibration-profiles")
                .flatMap(folder -> filesUnder(Path.of(folder)).stream())
                .filter(file -> isText(file) && lineCount(file) > FILE_LINE_LIMIT)
                .map(Path::toString)
                .toList();

        assertEquals(List.of(), tooLong);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private static List<Path> javaFiles() {
        return filesUnder(Path.of("src/main/java")).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Generated tables are data, stored as resources with their own endings; everything a person edits is text. */
    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(".java", ".css", ".sql", ".yaml", ".sh", ".py", ".c", ".properties")
                        .anyMatch(name::endsWith)
                || !name.contains(".");
    }

    private static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long lineCount(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
